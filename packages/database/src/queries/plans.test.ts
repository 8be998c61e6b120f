import type { KyselyPlugin, QueryId, RootOperationNode } from 'kysely';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encodeCursor } from '../cursor.ts';
import type { Database } from '../database.ts';
import { internalsOf } from '../internals.ts';
import { rawQuery } from '../repeated-query.ts';
import type { Db } from '../tables.ts';
import { aWorkspace, DIALECTS, openTestDatabase } from '../testing.ts';
import * as accounts from './accounts.ts';
import * as contacts from './contacts.ts';

/** How the database goes about the statements of `work`, as text. */
async function planOf(database: Database, ws: string, work: (db: Db) => Promise<unknown>): Promise<string> {
  const seen: { node: RootOperationNode; queryId: QueryId }[] = [];
  const watch: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      seen.push({ node, queryId });
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  await database.forWorkspace(ws).read((db) => work(db.withPlugin(watch)));
  return internalsOf(database).asOwner(async (db) => {
    // an empty table is read whole: what matters is whether the index could be used
    if (database.dialect === 'postgres')
      await sql`select set_config('enable_seqscan', 'off', true), set_config('enable_sort', 'off', true)`.execute(
        db,
      );
    const plans: unknown[] = [];
    for (const { node, queryId } of seen) {
      const { sql: text, parameters } = db.getExecutor().compileQuery(node, queryId);
      const explain = database.dialect === 'postgres' ? 'explain' : 'explain query plan';
      plans.push((await db.executeQuery(rawQuery(`${explain} ${text}`, [...parameters]))).rows);
    }
    return JSON.stringify(plans);
  });
}

describe.each(DIALECTS)('the first pages of the console on %s', (dialect) => {
  let database: Database;
  let ws: string;
  beforeEach(async () => {
    database = await openTestDatabase(dialect, { isFresh: true });
    ({ workspaceId: ws } = await aWorkspace(database));
  });
  afterEach(() => database.close());

  const behind = (order: string, value: string) => encodeCursor(order, { value, id: 'x' });
  test.each([
    {
      what: 'accounts by name',
      index: 'account_by_name',
      list: (db: Db, id: string) =>
        accounts.list(db, id, {}, { by: 'name', direction: 'asc' }, { limit: 50 }),
    },
    {
      what: 'accounts by name, further on',
      index: 'account_by_name',
      list: (db: Db, id: string) =>
        accounts.list(
          db,
          id,
          {},
          { by: 'name', direction: 'asc' },
          { limit: 50, cursor: behind('accounts name asc', 'm') },
        ),
    },
    {
      what: 'contacts by last visit',
      index: 'contact_by_last_seen',
      list: (db: Db, id: string) =>
        contacts.list(db, id, {}, { by: 'lastSeenAt', direction: 'desc' }, { limit: 50 }),
    },
    {
      what: 'contacts by last visit, further on',
      index: 'contact_by_last_seen',
      list: (db: Db, id: string) =>
        contacts.list(
          db,
          id,
          {},
          { by: 'lastSeenAt', direction: 'desc' },
          { limit: 50, cursor: behind('contacts lastSeenAt desc', '2026') },
        ),
    },
  ])('read $what from the index, without sorting', async ({ index, list }) => {
    const plan = await planOf(database, ws, (db) => list(db, ws));
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/TEMP B-TREE|"Sort|-> +Sort/);
  });

  test('would be sorted without it (control)', async () => {
    await sql`drop index account_by_name`.execute(internalsOf(database).root);
    const plan = await planOf(database, ws, (db) =>
      accounts.list(db, ws, {}, { by: 'name', direction: 'asc' }, { limit: 50 }),
    );
    expect(plan).toMatch(/TEMP B-TREE|Sort/);
  });
});
