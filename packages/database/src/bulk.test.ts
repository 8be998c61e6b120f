import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bulkDelete, bulkInsertIgnore, bulkSelect, bulkUpsert } from './bulk.ts';
import type { Database } from './database.ts';
import { RefusedStatement } from './refused-statement.ts';
import type { Db } from './tables.ts';
import { aWorkspace, DIALECTS, openTestDatabase } from './testing.ts';

const insertEvents = bulkInsertIgnore(
  'event',
  ['workspace_id', 'id', 'type', 'at', 'received_at', 'payload'],
  ['workspace_id', 'id'],
);
const KEY = ['workspace_id', 'subject_id', 'name', 'day'] as const;
const addCounts = bulkUpsert('event_count', [...KEY, 'count'], [...KEY], { add: ['count'] });
const findCounts = bulkSelect(
  'event_count',
  ['subject_id', 'name', 'day', 'count'],
  ['workspace_id', 'subject_id'],
);
const deleteCounts = bulkDelete('event_count', ['workspace_id', 'subject_id']);
const putCounters = bulkUpsert('counter', ['workspace_id', 'name', 'value'], ['workspace_id', 'name'], {
  replace: ['value'],
});

const AT = '2026-01-05T10:00:00.000Z';
const id = (n: number) => `0192f0c1-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe.each(DIALECTS)('bulk statements on %s', (dialect) => {
  let database: Database;
  let ws: string;
  let other: string;
  beforeEach(async () => {
    database = await openTestDatabase(dialect);
    ({ workspaceId: ws } = await aWorkspace(database));
    ({ workspaceId: other } = await aWorkspace(database));
  });
  afterEach(() => database.close());

  const anEvent = (n: number, over: { workspace_id?: string; payload?: string; type?: string } = {}) => ({
    workspace_id: ws,
    id: id(n),
    type: 'track',
    at: AT,
    received_at: AT,
    payload: '{}',
    ...over,
  });
  const aCount = (subject: string, count: number, over: { workspace_id?: string; name?: string } = {}) => ({
    workspace_id: ws,
    subject_id: subject,
    name: 'exported',
    day: '2026-01-05',
    count,
    ...over,
  });
  const inWorkspace = <T>(work: (db: Db) => Promise<T>) =>
    database.record(async (tx) => work(await tx.enter(ws)));
  const payloads = () =>
    inWorkspace((db) =>
      db.selectFrom('event').select(['id', 'payload']).where('workspace_id', '=', ws).orderBy('id').execute(),
    );

  test('insert what is not there yet and tell which that was', async () => {
    const [one, two, again] = [anEvent(1), anEvent(2), anEvent(2, { payload: '{"late":true}' })];
    expect(await inWorkspace((db) => insertEvents(db, [one]))).toEqual([one]);
    expect(await inWorkspace((db) => insertEvents(db, [one, two, again, anEvent(3)]))).toEqual([
      two,
      anEvent(3),
    ]);
    expect(await payloads()).toEqual([1, 2, 3].map((n) => ({ id: id(n), payload: '{}' })));
  });

  test('keep text as it is, and store what a database cannot hold as U+FFFD', async () => {
    const said = ['日本語 한국어 🎉 "quoted" \\ \n', JSON.stringify({ nul: '\u0000' }), '\\u0000 \\ud800'];
    await inWorkspace((db) =>
      insertEvents(
        db,
        said.map((payload, n) => anEvent(n, { payload })),
      ),
    );
    expect((await payloads()).map((row) => row.payload)).toEqual(said);
  });

  if (dialect === 'postgres')
    test('do not lose a group to one bad character', async () => {
      const rows = [anEvent(1, { payload: 'nul \0 half \ud83d.' }), anEvent(2)];
      expect(await inWorkspace((db) => insertEvents(db, rows))).toHaveLength(2);
      expect((await payloads())[0]?.payload).toBe('nul \uFFFD half \uFFFD.');
    });

  test('add to counters, once for every row of a call', async () => {
    await inWorkspace((db) => addCounts(db, [aCount('con_1', 1), aCount('con_1', 2), aCount('con_2', 5)]));
    await inWorkspace((db) => addCounts(db, [aCount('con_1', 4)]));
    const counts = await inWorkspace((db) =>
      findCounts(db, [
        { workspace_id: ws, subject_id: 'con_2' },
        { workspace_id: ws, subject_id: 'con_1' },
        { workspace_id: ws, subject_id: 'con_1' },
        { workspace_id: ws, subject_id: 'con_3' },
      ]),
    );
    expect(Object.fromEntries(counts.map((row) => [row.subject_id, row.count]))).toEqual({
      con_1: 7,
      con_2: 5,
    });
    expect(counts).toHaveLength(2);
  });

  test('replace with the last of equal keys', async () => {
    const counter = (value: number) => ({ workspace_id: ws, name: 'unread_responses' as const, value });
    await inWorkspace((db) => putCounters(db, [counter(1), counter(2)]));
    await inWorkspace((db) => putCounters(db, [counter(9), counter(3)]));
    const [row] = await inWorkspace((db) =>
      db.selectFrom('counter').select('value').where('workspace_id', '=', ws).execute(),
    );
    expect(row?.value).toBe(3);
  });

  test('delete by part of a key', async () => {
    await inWorkspace((db) =>
      addCounts(db, [aCount('con_1', 1), aCount('con_1', 1, { name: 'signed' }), aCount('con_2', 1)]),
    );
    expect(await inWorkspace((db) => deleteCounts(db, [{ workspace_id: ws, subject_id: 'con_1' }]))).toBe(2);
    const left = await inWorkspace((db) =>
      db.selectFrom('event_count').select('subject_id').where('workspace_id', '=', ws).execute(),
    );
    expect(left).toEqual([{ subject_id: 'con_2' }]);
  });

  test('of nothing ask the database nothing', async () => {
    expect(await inWorkspace((db) => insertEvents(db, []))).toEqual([]);
    await inWorkspace((db) => addCounts(db, []));
    expect(await inWorkspace((db) => findCounts(db, []))).toEqual([]);
    expect(await inWorkspace((db) => deleteCounts(db, []))).toBe(0);
  });

  test('refuse rows of another workspace before anything is written', async () => {
    const stray = inWorkspace((db) => insertEvents(db, [anEvent(1), anEvent(2, { workspace_id: other })]));
    await expect(stray).rejects.toThrow(RefusedStatement);
    await expect(
      inWorkspace((db) => findCounts(db, [{ workspace_id: other, subject_id: 'con_1' }])),
    ).rejects.toThrow(RefusedStatement);
    expect(await payloads()).toEqual([]);
  });

  test('refuse the handle of a workspace that was left, one that only reads, and one of no workspace', async () => {
    const left = database.record(async (tx) => {
      const db = await tx.enter(ws);
      await tx.enter(other);
      await insertEvents(db, [anEvent(1)]);
    });
    await expect(left).rejects.toThrow('has left workspace');
    const reading = database.forWorkspace(ws).read((db) => insertEvents(db, [anEvent(1)]));
    await expect(reading).rejects.toThrow('only reads');
    await expect(insertEvents(database.control as unknown as Db, [anEvent(1)])).rejects.toThrow(
      RefusedStatement,
    );
  });

  test('visit several workspaces in one transaction', async () => {
    await database.record(async (tx) => {
      for (const workspaceId of [ws, other, ws]) {
        const db = await tx.enter(workspaceId);
        await addCounts(db, [aCount('con_1', 1, { workspace_id: workspaceId })]);
      }
    });
    const counts = await inWorkspace((db) => findCounts(db, [{ workspace_id: ws, subject_id: 'con_1' }]));
    expect(counts.map((row) => row.count)).toEqual([2]);
  });
});

test.each([
  { make: () => void bulkInsertIgnore('event', ['id'], ['id']), because: 'a key without the workspace' },
  {
    make: () => void bulkSelect('event', ['id"; drop table event; --' as 'id'], ['workspace_id']),
    because: 'a name that is no name',
  },
])('bulk statements are refused when they are made: $because', ({ make }) => {
  expect(make).toThrow(TypeError);
});
