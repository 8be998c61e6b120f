import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dialect as KyselyDialect } from 'kysely';
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely';
import { Pool, types } from 'pg';
import type { Database } from './database.ts';
import { databaseOn } from './database-on.ts';
import { TransactionContext } from './inside.ts';
import { listen } from './listen.ts';
import { PostgresDriver } from './postgres-driver.ts';
import { appRoleOf } from './postgres-role.ts';
import type { Tables } from './tables.ts';

const CHANNEL = 'banso';
const PAYLOAD_BYTES = 7_999;
const PING_MS = 2_000;
const WAIT_FOR_CONNECTION_MS = 10_000;
const ASK_AGAIN_MS = 200;
const CONNECTIONS = 10;

/** How to reach a PostgreSQL server. */
export interface PostgresSettings {
  /** May lead to a pooler in transaction mode: no session state is kept. */
  url: string;
  /** Leads to the server itself, for `LISTEN`, which a pooler cannot carry. Default: `url`. */
  listenUrl?: string | undefined;
  /** Connections at most. Default 10. */
  poolSize?: number | undefined;
}

/**
 * Connects to PostgreSQL 14 or newer. A server that is there but still starting, or recovering from a crash, is waited for.
 * @throws {Error} when the server does not answer within ten seconds.
 */
export async function openPostgres({
  url,
  listenUrl = url,
  poolSize = CONNECTIONS,
}: PostgresSettings): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
    types: { getTypeParser: parserOf },
  });
  pool.on('error', () => undefined); // an idle connection broke: the pool has dropped it, the next query opens another
  // one that is in use, between two statements: the next statement on it fails, and nobody else need know
  pool.on('connect', (client) => client.on('error', () => undefined));
  const appRole = await whenUp(() => appRoleOf(pool)).catch(async (cause: unknown) => {
    await pool.end();
    throw new Error('PostgreSQL cannot be reached with DATABASE_URL', { cause });
  });

  const context = new TransactionContext();
  const dialect: KyselyDialect = {
    createDriver: () => new PostgresDriver(pool, appRole, context),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
  return databaseOn({
    dialect: 'postgres',
    root: new Kysely<Tables>({ dialect }),
    context,
    appRole,
    readsInTransaction: true,
    async visit(tx, workspaceId) {
      await sql`select set_config('banso.workspace', ${workspaceId}, true)`.execute(tx);
    },
    async lock(tx, names) {
      if (names.length === 0) return;
      // `unnest` keeps the order, so everybody waits in the same one
      await sql`
        select pg_advisory_xact_lock(lock) from unnest(${lockNumbers(names)}::bigint[]) as lock`.execute(tx);
    },
    async notify(tx, payload) {
      if (Buffer.byteLength(payload) > PAYLOAD_BYTES)
        throw new RangeError(`A notice holds at most ${PAYLOAD_BYTES} bytes`);
      await sql`select pg_notify(${CHANNEL}, ${payload})`.execute(tx);
    },
    listen: (hear, missed) => listen({ url: listenUrl, channel: CHANNEL, hear, missed }),
    async leaveNoTrace() {
      return true; // autovacuum's work: no transaction of ours may wait for it
    },
    async ping() {
      await within(PING_MS, pool.query('select 1'));
    },
  });
}

/** Asks again while the server says that it is not ready, or goes away in the middle of the question. */
async function whenUp<T>(ask: () => Promise<T>): Promise<T> {
  const until = performance.now() + WAIT_FOR_CONNECTION_MS;
  for (;;)
    try {
      return await ask();
    } catch (error) {
      if (!isComing(error) || performance.now() > until) throw error;
      await sleep(ASK_AGAIN_MS);
    }
}

/** Codes of class 57P: shut down, crashed, cannot connect now. A connection that breaks off has none. */
function isComing(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return code === undefined
    ? message?.startsWith('Connection terminated unexpectedly') === true
    : code.startsWith('57P') || code === 'ECONNRESET';
}

/** Signed 64-bit numbers of names, ascending, each once. */
function lockNumbers(names: readonly string[]): string[] {
  const numbers = names.map((name) => createHash('sha256').update(name).digest().readBigInt64BE());
  return [...new Set(numbers)].toSorted((a, b) => (a < b ? -1 : 1)).map(String);
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`No answer from PostgreSQL within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Counts, sums and averages come as numbers, as they do from SQLite; beyond 2^53 they lose their last digits. */
function parserOf(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (oid === types.builtins.INT8 || oid === types.builtins.NUMERIC) return Number;
  return types.getTypeParser(oid, format) as (text: string) => unknown;
}
