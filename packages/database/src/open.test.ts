import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { aWorkspace, DIALECTS, openTestDatabase } from './testing.ts';

describe.each(DIALECTS)('an open database on %s', (dialect) => {
  let database: Database;
  beforeEach(async () => void (database = await openTestDatabase(dialect)));
  afterEach(() => database.close());

  test('reads and writes inside a workspace', async () => {
    const { workspaceId } = await aWorkspace(database);
    await database.forWorkspace(workspaceId).write(async (db) => {
      await db
        .insertInto('counter')
        .values({ workspace_id: workspaceId, name: 'unread_responses', value: 3 })
        .execute();
    });
    const rows = await database
      .forWorkspace(workspaceId)
      .read((db) => db.selectFrom('counter').selectAll().where('workspace_id', '=', workspaceId).execute());
    expect(rows).toEqual([{ workspace_id: workspaceId, name: 'unread_responses', value: 3 }]);
  });
});
