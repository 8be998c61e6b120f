import { bulkUpsert } from '../bulk.ts';
import type { Db, TenantTables } from '../tables.ts';
import { SCORE_SUMS } from './score-sums.ts';

/** The tables that hold sums, with the columns that say what is summed and those that hold it; in the order in which the recorder writes them. */
export const COUNTERS = {
  event_count: { key: ['subject_id', 'name', 'day'], sums: ['count'] },
  content_day: { key: ['content_id', 'day', 'metric'], sums: ['count'] },
  score_hour: {
    key: ['content_id', 'hour', 'version', 'locale', 'verified', 'score'],
    sums: ['count', 'latest'],
  },
  score_repeat: {
    key: [
      'content_id',
      'gap_days',
      'later_hour',
      'earlier_hour',
      'version',
      'locale',
      'verified',
      'score',
      'later_score',
      'plan',
      'owner',
      'lifecycle',
      'account',
      'decides',
    ],
    sums: ['count'],
  },
  score_segment: {
    key: ['content_id', 'question', 'dimension', 'span', 'day', 'hour', 'value', 'verified'],
    sums: SCORE_SUMS,
  },
  answer_hour: {
    key: ['content_id', 'question', 'hour', 'version', 'locale', 'verified', 'value'],
    sums: ['count'],
  },
  question_day: {
    key: ['content_id', 'day', 'version', 'verified', 'question', 'outcome'],
    sums: ['count'],
  },
  counter: { key: ['name'], sums: ['value'] },
} as const satisfies Partial<Record<keyof TenantTables, { key: readonly string[]; sums: readonly string[] }>>;

/** A table of {@link COUNTERS}. */
export type CounterTable = keyof typeof COUNTERS;
export const COUNTER_TABLES = Object.keys(COUNTERS) as CounterTable[];

/** Sums under their key, each in the order of {@link COUNTERS}. */
export interface CounterRow {
  table: CounterTable;
  key: readonly (string | number)[];
  sums: readonly number[];
}

/** Which rows of a table are read; `event_count` grows with people and is read by subject. */
export interface CounterScope {
  table: CounterTable;
  /** Of `event_count`; undefined: all rows. */
  subjectIds?: readonly string[];
}

/** Rows that hold something, in no order. */
export async function list(
  db: Db,
  workspaceId: string,
  { table, subjectIds }: CounterScope,
): Promise<CounterRow[]> {
  const { key, sums } = COUNTERS[table];
  if (subjectIds?.length === 0) return [];
  // every counter has these columns: the list above is held against the tables by a test
  const query = db
    .selectFrom(table as 'event_count')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .$if(subjectIds !== undefined, (some) => some.where('subject_id', 'in', subjectIds ?? []));
  const rows = (await query.execute()) as unknown as Record<string, string | number>[];
  return rows
    .map((row) => ({
      table,
      key: key.map((column) => row[column] ?? ''),
      sums: sums.map((column) => Number(row[column])),
    }))
    .filter((row) => row.sums.some((sum) => sum !== 0) && !(table === 'counter' && row.key[0] === REBUILDS));
}

/** Event counts of subjects that are neither a person nor an account: nothing in the log is theirs. */
export async function listOrphans(db: Db, workspaceId: string): Promise<string[]> {
  const known = (table: 'contact' | 'account') =>
    db.selectFrom(table).select('id').where('workspace_id', '=', workspaceId);
  const rows = await db
    .selectFrom('event_count')
    .select('subject_id')
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .where('subject_id', 'not in', known('contact'))
    .where('subject_id', 'not in', known('account'))
    .execute();
  return rows.map(({ subject_id }) => subject_id);
}

/**
 * Adds to counters, whatever was added meanwhile: sums commute, so that the difference which a snapshot showed is right afterwards too.
 * Rows that come to nothing leave.
 */
export async function add(db: Db, workspaceId: string, rows: readonly CounterRow[]): Promise<void> {
  for (const table of COUNTER_TABLES) {
    const its = rows.filter((row) => row.table === table);
    if (its.length === 0) continue;
    const { key, sums } = COUNTERS[table];
    const write = WRITERS.get(table);
    const named = its.map((row) => ({
      workspace_id: workspaceId,
      ...Object.fromEntries(key.map((column, at) => [column, row.key[at]])),
      ...Object.fromEntries(sums.map((column, at) => [column, row.sums[at]])),
    }));
    await write?.(db, named);
    await sweep(db, workspaceId, table);
  }
}

async function sweep(db: Db, workspaceId: string, table: CounterTable): Promise<void> {
  if (table === 'score_segment' || table === 'counter') return;
  const empty = db
    .deleteFrom(table as 'score_hour')
    .where('workspace_id', '=', workspaceId)
    .where('count', '=', 0);
  await (table === 'score_hour' ? empty.where('latest', '=', 0) : empty).execute();
}

const WRITERS: ReadonlyMap<CounterTable, ReturnType<typeof writerOf>> = new Map(
  COUNTER_TABLES.map((table) => [table, writerOf(table)]),
);

function writerOf(table: CounterTable) {
  const key = ['workspace_id', ...COUNTERS[table].key];
  const sums = [...COUNTERS[table].sums];
  // one shape for all of them: the compiler knows each table by itself only
  return bulkUpsert(table as 'event_count', [...key, ...sums] as never[], key as never[], {
    add: sums as never[],
  });
}

const REBUILDS = 'rebuilds';

/** How often the counters were put right: who compares notes it, so that of two that put right the same one is late. */
export async function rebuilds(db: Db, workspaceId: string): Promise<number> {
  const row = await db
    .selectFrom('counter')
    .select('value')
    .where('workspace_id', '=', workspaceId)
    .where('name', '=', REBUILDS)
    .executeTakeFirst();
  return row?.value ?? 0;
}

/** Notes that they are put right now. @returns `false` when somebody did so since there were `seen`. */
export async function noteRebuild(db: Db, workspaceId: string, seen: number): Promise<boolean> {
  await db
    .insertInto('counter')
    .values({ workspace_id: workspaceId, name: REBUILDS, value: 0 })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doNothing())
    .execute();
  const row = await db
    .updateTable('counter')
    .set({ value: seen + 1 })
    .where('workspace_id', '=', workspaceId)
    .where('name', '=', REBUILDS)
    .where('value', '=', seen)
    .returning('value')
    .executeTakeFirst();
  return row !== undefined;
}
