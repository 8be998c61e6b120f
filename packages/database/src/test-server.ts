import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { QueryResultRow } from 'pg';
import { Client, escapeIdentifier } from 'pg';
import { migrate } from './migrate.ts';
import { openPostgres } from './open-postgres.ts';
import { Turns } from './turns.ts';

const TEMPLATE_LOCK = 716_451_231;
const SLOT_LOCKS = 716_451_232;
const WAIT_MS = 60_000;

// The test run names its throw-away server here; there are no settings in a test.
// oxlint-disable-next-line banso/no-env
const serverUrl = process.env['DATABASE_URL_TEST'];

/** Whether this run has a PostgreSQL server whose databases may be thrown away. */
export const hasServer = serverUrl !== undefined;

/** The address of a database of the run's server. @throws {Error} without a server. */
export function urlOf(name: string): string {
  if (serverUrl === undefined) throw new Error('DATABASE_URL_TEST names no PostgreSQL server');
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** A database of the run's server that nobody else uses until `release`. */
export interface Slot {
  name: string;
  release(): Promise<void>;
}

let server: Promise<Client> | undefined;
let template: Promise<string> | undefined;
const taken = new Set<number>();
const turns = new Turns();

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: urlOf('postgres') });
  await client.connect();
  return client;
}

/**
 * Runs a statement on one connection for each process, which holds the locks of its slots and gives them back however the
 * process ends. It keeps no process alive that has nothing else to do.
 */
async function ask<R extends QueryResultRow>(statement: string, parameters: unknown[] = []): Promise<R[]> {
  await turns.take(WAIT_MS);
  try {
    const client = (await (server ??= connect())) as Client & { ref(): void; unref(): void }; // its types lack these two
    client.ref();
    const { rows } = await client.query<R>(statement, parameters);
    client.unref();
    return rows;
  } finally {
    turns.end();
  }
}

/** A new database, dropped when it is released: for tests that change the schema. */
export async function freshSlot(name: string): Promise<Slot> {
  await copyTemplate(name);
  return {
    name,
    release: async () => void (await ask(`drop database ${escapeIdentifier(name)} with (force)`)),
  };
}

/** A database that earlier tests may have used, without any rows: several times faster than a new one. */
export async function emptySlot(): Promise<Slot> {
  const number = await takeNumber();
  const name = `${(await (template ??= makeTemplate())).replace('template', 'test')}_${number}`;
  const found = await ask('select from pg_database where datname = $1', [name]);
  if (found.length === 0) await copyTemplate(name);
  else await removeRows(name);
  return {
    name,
    async release() {
      await ask('select pg_advisory_unlock($1, $2)', [SLOT_LOCKS, number]);
      taken.delete(number);
    },
  };
}

async function copyTemplate(name: string): Promise<void> {
  const copied = await (template ??= makeTemplate());
  await ask(`create database ${escapeIdentifier(name)} template ${escapeIdentifier(copied)}`);
}

async function takeNumber(): Promise<number> {
  for (let number = 0; ; number++) {
    if (taken.has(number)) continue;
    taken.add(number); // a session may take its own lock twice
    const [row] = await ask<{ mine: boolean }>('select pg_try_advisory_lock($1, $2) as mine', [
      SLOT_LOCKS,
      number,
    ]);
    if (row?.mine === true) return number;
    taken.delete(number);
  }
}

/** Deleting few rows is much faster than truncating many tables. */
async function removeRows(name: string): Promise<void> {
  const client = new Client({ connectionString: urlOf(name) });
  await client.connect();
  await client.query(`
    do $$ declare name text; begin
      set local session_replication_role = replica; -- no foreign keys: the order does not matter
      for name in select relname from pg_class
        where relkind in ('r', 'p') and not relispartition and relnamespace = 'public'::regnamespace and relname <> 'schema_migration'
      loop execute format('delete from %I', name); end loop;
    end $$`);
  await client.end();
}

/** A migrated database to copy, made once for each state of the migrations, whichever process comes first. */
async function makeTemplate(): Promise<string> {
  const name = `banso_template_${fingerprintOfSchema()}`;
  const quoted = escapeIdentifier(name);
  await ask('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  const found = await ask('select from pg_database where datname = $1 and datistemplate', [name]);
  if (found.length === 0) {
    await ask(`drop database if exists ${quoted}`);
    await ask(`create database ${quoted}`);
    const database = await openPostgres({ url: urlOf(name), poolSize: 1 });
    await migrate(database);
    await database.close();
    await ask(`alter database ${quoted} is_template true`);
  }
  await ask('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  return name;
}

function fingerprintOfSchema(): string {
  const folder = new URL('migrations/', import.meta.url);
  const files = readdirSync(folder).map((file) => new URL(file, folder));
  const hash = createHash('sha256');
  for (const file of [
    ...files,
    new URL('migrate.ts', import.meta.url),
    new URL('postgres-role.ts', import.meta.url),
  ])
    hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
