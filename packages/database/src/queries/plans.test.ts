import type { KyselyPlugin, QueryId, RootOperationNode } from 'kysely';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encodeCursor } from '../cursor.ts';
import type { Database } from '../database.ts';
import { internalsOf } from '../internals.ts';
import { rawQuery } from '../repeated-query.ts';
import type { Db } from '../tables.ts';
import { aContact, aContent, anAccount, aWorkspace, DIALECTS, openTestDatabase } from '../testing.ts';
import * as accounts from './accounts.ts';
import * as contacts from './contacts.ts';
import * as inbox from './inbox.ts';
import type { ResponseFilter, ResponseSort } from './inbox.ts';
import * as contentPerformance from './content-performance.ts';
import * as coverage from './coverage.ts';
import * as exports from './exports.ts';
import * as journeys from './journeys.ts';
import * as tasks from './tasks.ts';

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
    {
      what: 'tasks by their day',
      index: 'task_open',
      list: (db: Db, id: string) => tasks.list(db, id, { view: 'open' }, { limit: 50 }),
    },
    {
      what: 'tasks by their day, further on',
      index: 'task_open',
      list: (db: Db, id: string) =>
        tasks.list(db, id, { view: 'open' }, { limit: 50, cursor: behind('tasks by due', '2026-12-01') }),
    },
    {
      what: 'tasks of one member',
      index: 'task_open_by_owner',
      list: (db: Db, id: string) => tasks.list(db, id, { view: 'open', ownerId: 'mem_x' }, { limit: 50 }),
    },
    {
      what: 'tasks that are done',
      index: 'task_done',
      list: (db: Db, id: string) => tasks.list(db, id, { view: 'done' }, { limit: 50 }),
    },
  ])('read $what from the index, without sorting', async ({ index, list }) => {
    const plan = await planOf(database, ws, (db) => list(db, ws));
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/TEMP B-TREE|"Sort|-> +Sort/);
  });

  test.each<{ index: string; filter: ResponseFilter; sort?: ResponseSort }>([
    { index: 'response_by_answered_at_id', filter: {} },
    { index: 'response_by_answered_at_id', filter: { locale: 'ja', hasComment: true } },
    { index: 'response_by_answered_at_id', filter: {}, sort: 'oldest' },
    { index: 'response_unread', filter: { read: false } },
    { index: 'response_by_content_id_answered_at_id', filter: { surveyId: 'srv_x', scores: [0, 6] } },
    { index: 'response_by_account', filter: { accountId: 'acc_x', read: false } },
    { index: 'response_tag_by_tag', filter: { tagId: 'tag_x', surveyId: 'srv_x', scores: [0, 6] } },
    { index: 'response_by_score', filter: { scores: [0, 0], locale: 'ko' }, sort: 'lowest' },
  ])('read answers, $sort $filter, from $index, without sorting', async ({ index, filter, sort }) => {
    const answeredAt = '2026-01-05T10:00:00.000Z';
    const cursor = behind(
      `responses ${sort ?? 'newest'}`,
      sort === 'lowest' ? `0 ${answeredAt}` : answeredAt,
    );
    for (const page of [{ limit: 50 }, { limit: 50, cursor }]) {
      const plan = await planOf(database, ws, (db) => inbox.list(db, ws, filter, { ...page, sort }));
      expect(plan).toContain(index);
      expect(plan).not.toMatch(/TEMP B-TREE FOR ORDER|TEMP B-TREE FOR RIGHT|"Sort|-> +Sort/);
    }
  });

  test('would be sorted without it (control)', async () => {
    await sql`drop index account_by_name`.execute(internalsOf(database).root);
    const plan = await planOf(database, ws, (db) =>
      accounts.list(db, ws, {}, { by: 'name', direction: 'asc' }, { limit: 50 }),
    );
    expect(plan).toMatch(/TEMP B-TREE|Sort/);
  });
});

/** Five hundred answers of each of twenty accounts. */
async function answersOfManyAccounts(database: Database, ws: string): Promise<void> {
  const accounts = await Promise.all(Array.from({ length: 20 }, () => anAccount(database, ws)));
  const [content_id, contact_id] = [await aContent(database, ws), await aContact(database, ws)];
  const rows = accounts.flatMap((account_id, account) =>
    Array.from({ length: 500 }, (_, n) => ({
      workspace_id: ws,
      id: `rsp_${account}_${n}`,
      content_id,
      version: 1,
      contact_id,
      account_id,
      locale: 'en',
      verified: 1 as const,
      score: n % 11,
      answered_at: new Date(Date.UTC(2026, 2, 1, n)).toISOString(),
    })),
  );
  await database.forWorkspace(ws).write(async (db) => {
    for (let from = 0; from < rows.length; from += 500)
      await db
        .insertInto('response')
        .values(rows.slice(from, from + 500))
        .execute();
  });
  await internalsOf(database).asOwner((db) => sql`analyze`.execute(db));
}

describe.each(DIALECTS)('reports that grow with units and days on %s', (dialect) => {
  let database: Database;
  let ws: string;
  beforeEach(async () => {
    database = await openTestDatabase(dialect, { isFresh: true });
    ({ workspaceId: ws } = await aWorkspace(database));
  });
  afterEach(() => database.close());

  const year = { from: '2026-01-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' };
  const scope = { checklistId: 'chk_1', isShared: false, unit: 'account', unverified: false } as const;
  test.each<{
    what: string;
    /** Where several indexes begin alike, rows tell which one is meant. */
    fill?: (database: Database, ws: string) => Promise<void>;
    indexes: readonly string[];
    work: (db: Db, id: string) => Promise<unknown>;
  }>([
    {
      what: 'who began a checklist, and when they were activated',
      indexes: ['checklist_progress_pk', 'event_count_pk'],
      work: (db: Db, id: string) => journeys.groups(db, id, scope, year, { event: 'exported' }),
    },
    {
      what: 'how far they came',
      indexes: ['checklist_progress_pk', 'content_state_pk', 'step_done_pk', 'contact_by_account_id'],
      work: (db: Db, id: string) => journeys.counts(db, id, scope, year),
    },
    {
      what: 'who was heard: the newest answers and notes of each account',
      fill: answersOfManyAccounts,
      indexes: ['response_by_account', 'message_by_contact'],
      work: (db: Db, id: string) => coverage.heard(db, id, year.from, {}),
    },
    {
      what: 'answers for a file, one page behind another',
      fill: answersOfManyAccounts,
      indexes: ['response_by_answered_at_id'],
      work: (db: Db, id: string) =>
        exports.listResponses(
          db,
          id,
          { surveyId: null, from: null, until: year.to },
          { after: { answeredAt: '2026-03-05T00:00:00.000Z', id: 'rsp_1' }, limit: 25 },
        ),
    },
    {
      what: 'answers that hold a word',
      indexes: ['search_recent_pk', 'search_block_pk'],
      work: (db: Db, id: string) => inbox.list(db, id, { words: '権限', locale: 'ja' }, { limit: 50 }),
    },
    {
      what: 'what contents came to',
      indexes: ['content_day_pk'],
      work: (db: Db, id: string) => contentPerformance.list(db, id, { from: '2026-01-01', to: '2026-12-31' }),
    },
  ])('find $what by an index', async ({ fill, indexes, work }) => {
    await fill?.(database, ws);
    const plan = await planOf(database, ws, (db) => work(db, ws));
    for (const index of indexes) expect(plan).toMatch(planned(index, dialect));
    // answers, events and messages are never read whole
    expect(plan).not.toMatch(/SCAN (response|event|message)\b|Seq Scan on (response|event|message)\b/);
  });
});

/** SQLite calls the index of a table without row ids its primary key. */
const planned = (index: string, dialect: string) =>
  dialect === 'sqlite' && index.endsWith('_pk')
    ? new RegExp(`SEARCH (${index.replace('_pk', '')}|progress) USING PRIMARY KEY`)
    : new RegExp(index);
