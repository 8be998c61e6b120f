import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Client, escapeIdentifier } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Database, Dialect } from './database.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';

// The test run names its throw-away server here; there are no settings in a test.
// oxlint-disable-next-line banso/no-env
const serverUrl = process.env['DATABASE_URL_TEST'];

/** Both databases; without a PostgreSQL server (said loudly at the start of the run) only SQLite. */
export const DIALECTS: readonly Dialect[] = serverUrl === undefined ? ['sqlite'] : ['sqlite', 'postgres'];

/**
 * A new, empty, migrated database: SQLite in memory, or an own PostgreSQL database in the run's server. `close` removes it.
 * @param options.poolSize - PostgreSQL connections at most. Default 5.
 */
export async function openTestDatabase(
  dialect: Dialect,
  options: { poolSize?: number } = {},
): Promise<Database> {
  return dialect === 'sqlite' ? openTestSqlite() : openTestPostgres(options.poolSize ?? 5);
}

async function openTestSqlite(): Promise<Database> {
  const database = openSqlite(':memory:');
  await migrate(database);
  return database;
}

async function openTestPostgres(poolSize: number): Promise<Database> {
  const template = await postgresTemplate();
  const name = `banso_test_${uuidv7().replaceAll('-', '')}`;
  await onServer(`create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)}`);
  const database = await openPostgres({ url: urlOf(name), poolSize });
  const close = database.close.bind(database);
  let closing: Promise<void> | undefined;
  database.close = () =>
    (closing ??= close().then(() => onServer(`drop database ${escapeIdentifier(name)} with (force)`)));
  return database;
}

let template: Promise<string> | undefined;

/** A migrated database to copy, made once for each state of the migrations, whoever comes first. */
function postgresTemplate(): Promise<string> {
  return (template ??= makeTemplate());
}

async function makeTemplate(): Promise<string> {
  const name = `banso_template_${fingerprintOfSchema()}`;
  const server = new Client({ connectionString: urlOf('postgres') });
  await server.connect();
  try {
    await server.query('select pg_advisory_lock(7164512310)');
    const found = await server.query('select from pg_database where datname = $1 and datistemplate', [name]);
    if (found.rowCount === 0) {
      await server.query(`drop database if exists ${escapeIdentifier(name)}`);
      await server.query(`create database ${escapeIdentifier(name)}`);
      const database = await openPostgres({ url: urlOf(name), poolSize: 1 });
      await migrate(database);
      await database.close();
      await server.query(`alter database ${escapeIdentifier(name)} is_template true`);
    }
  } finally {
    await server.end(); // gives the lock back
  }
  return name;
}

function fingerprintOfSchema(): string {
  const sources = [
    ...readdirSync(new URL('migrations/', import.meta.url)).map((file) => `migrations/${file}`),
    'migrate.ts',
    'postgres-role.ts',
  ];
  const hash = createHash('sha256');
  for (const file of sources.toSorted()) hash.update(readFileSync(new URL(file, import.meta.url)));
  return hash.digest('hex').slice(0, 16);
}

/** The address of another database of the run's server. @throws {Error} without a server. */
export function urlOf(name: string): string {
  if (serverUrl === undefined) throw new Error('DATABASE_URL_TEST names no PostgreSQL server');
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
