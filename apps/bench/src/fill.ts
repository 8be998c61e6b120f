import Database from 'better-sqlite3';
import { Client } from 'pg';

/** What is said differently on each of the databases. */
export interface Words {
  /** The whole numbers from 0, so many: a source with one column, `i`. */
  numbers: (count: number) => string;
  /** A moment so many seconds before another one, as it is stored. */
  before: (end: string, seconds: string) => string;
  /** A number of twelve digits, so that its texts stand in the order of the numbers. */
  padded: (number: string) => string;
}

/** Where an installation's answers lie. */
export interface Place {
  /** Undefined: SQLite, in the file. */
  url: string | undefined;
  file: string;
}

const epochOf = (at: string) => Date.parse(at) / 1_000;

const SQLITE: Words = {
  numbers: (count) =>
    `(with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${count}) select i from n)`,
  before: (end, seconds) => `strftime('%Y-%m-%dT%H:%M:%S.000Z', ${epochOf(end)} - (${seconds}), 'unixepoch')`,
  padded: (number) => `printf('%012d', ${number})`,
};

const POSTGRES: Words = {
  numbers: (count) => `(select i from generate_series(0::bigint, ${count - 1}) as g(i))`,
  before: (end, seconds) =>
    `to_char(to_timestamp(${epochOf(end)} - (${seconds})) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')`,
  padded: (number) => `lpad((${number})::text, 12, '0')`,
};

/**
 * Writes millions of rows, faster than anything that keeps its promises: nothing is flushed, no row is held against another
 * one, and the indexes of `response` are made anew when its rows are there. Then statistics are taken.
 */
export async function fill(
  { url, file }: Place,
  statementsOf: (words: Words) => readonly string[],
): Promise<void> {
  if (url === undefined) fillSqlite(file, statementsOf(SQLITE));
  else await fillPostgres(url, statementsOf(POSTGRES));
}

function fillSqlite(file: string, statements: readonly string[]): void {
  const db = new Database(file);
  db.exec(`
    pragma synchronous = off;
    pragma foreign_keys = off;
    pragma cache_size = -2000000;
  `);
  const indexes = db
    .prepare<[], { name: string; sql: string }>(
      `select name, sql from sqlite_master where type = 'index' and tbl_name = 'response' and sql is not null`,
    )
    .all();
  for (const { name } of indexes) db.exec(`drop index ${name}`);
  for (const statement of statements) db.exec(statement);
  for (const { sql } of indexes) db.exec(sql);
  db.close();
  settleSqlite(file);
}

async function fillPostgres(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`set session_replication_role = replica; set maintenance_work_mem = '1GB'`);
  const { rows: indexes } = await client.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where tablename = 'response' and indexname <> 'response_pk'`,
  );
  for (const { indexname } of indexes) await client.query(`drop index ${indexname}`);
  for (const statement of statements) await client.query(statement);
  for (const { indexdef } of indexes) await client.query(indexdef);
  await client.end();
  await settlePostgres(url);
}

/** What the databases do by themselves in idle minutes, now, so that it is not done beside what is measured. */
export async function settle({ url, file }: Place): Promise<void> {
  if (url === undefined) settleSqlite(file);
  else await settlePostgres(url);
}

function settleSqlite(file: string): void {
  const db = new Database(file);
  db.exec('analyze');
  db.close();
}

async function settlePostgres(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
}
