import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { ensureEventPartitions } from './event-partitions.ts';
import { aWorkspace, DIALECTS, openTestDatabase } from './testing.ts';

/** An id made at a moment (RFC 9562, 5.7). */
const idAt = (at: string, n = 0) => {
  const hex = Date.parse(at).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${String(n).padStart(12, '0')}`;
};

describe.runIf(DIALECTS.includes('postgres'))('event partitions', () => {
  let database: Database;
  let ws: string;
  beforeEach(async () => {
    database = await openTestDatabase('postgres', { isFresh: true });
    ({ workspaceId: ws } = await aWorkspace(database));
  });
  afterEach(() => database.close());

  const record = (...ids: string[]) =>
    database.forWorkspace(ws).write((db) =>
      db
        .insertInto('event')
        .values(
          ids.map((id) => ({
            workspace_id: ws,
            id,
            type: 'track',
            at: 'x',
            received_at: 'x',
            payload: '{}',
          })),
        )
        .execute(),
    );
  const places = () =>
    database.forWorkspace(ws).read(async (db) => {
      const rows = await db
        .selectFrom('event')
        .select(['id', sql<string>`tableoid::regclass::text`.as('place')])
        .where('workspace_id', '=', ws)
        .orderBy('id')
        .execute();
      return rows.map((row) => row.place);
    });

  test('are made for this month and the next three, once', async () => {
    const names = ['event_2026_11', 'event_2026_12', 'event_2027_01', 'event_2027_02'];
    expect(await ensureEventPartitions(database, '2026-11-21T10:00:00.000Z')).toEqual(names);
    expect(await ensureEventPartitions(database, '2026-11-30T23:59:59.999Z')).toEqual([]);
    expect(await ensureEventPartitions(database, '2026-12-01T00:00:00.000Z')).toEqual(['event_2027_03']);
  });

  test('may be made by several processes at once', async () => {
    const made = await Promise.all(
      [1, 2, 3].map(() => ensureEventPartitions(database, '2026-11-21T10:00:00.000Z')),
    );
    expect(made.flat()).toHaveLength(4);
  });

  test('take each id by its month, to the millisecond', async () => {
    await ensureEventPartitions(database, '2026-11-21T10:00:00.000Z');
    await record(
      idAt('2026-10-31T23:59:59.999Z', 9),
      idAt('2026-11-01T00:00:00.000Z'),
      idAt('2026-11-30T23:59:59.999Z', 9),
      idAt('2026-12-01T00:00:00.000Z'),
      idAt('2027-03-01T00:00:00.000Z'),
    );
    expect(await places()).toEqual([
      'event_other',
      'event_2026_11',
      'event_2026_11',
      'event_2026_12',
      'event_other',
    ]);
  });

  test('take over what came before they were made, and leave the rest', async () => {
    await record(
      idAt('2026-10-05T00:00:00.000Z'),
      idAt('2026-11-05T00:00:00.000Z'),
      idAt('2026-12-05T00:00:00.000Z'),
    );
    expect(await places()).toEqual(['event_other', 'event_other', 'event_other']);
    await ensureEventPartitions(database, '2026-11-21T10:00:00.000Z');
    expect(await places()).toEqual(['event_other', 'event_2026_11', 'event_2026_12']);
    await expect(record(idAt('2026-11-05T00:00:00.000Z'))).rejects.toMatchObject({ code: '23505' });
  });
});

test('there are none on SQLite', async () => {
  const database = await openTestDatabase('sqlite');
  expect(await ensureEventPartitions(database, '2026-11-21T10:00:00.000Z')).toEqual([]);
  await database.close();
});
