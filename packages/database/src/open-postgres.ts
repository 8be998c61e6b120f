import { createHash } from 'node:crypto';
import type { Dialect as KyselyDialect } from 'kysely';
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely';
import { Pool, types } from 'pg';
import type { Database } from './database.ts';
import { findLiveKey } from './find-key.ts';
import { TransactionContext } from './inside.ts';
import { withInternals } from './internals.ts';
import { listen } from './listen.ts';
import { PostgresDriver } from './postgres-driver.ts';
import { appRoleOf } from './postgres-role.ts';
import { ControlGuard, StatementGuard } from './statement-guard.ts';
import type { ControlTables, Tables } from './tables.ts';

const CHANNEL = 'banso';
const PAYLOAD_BYTES = 7_999;
const PING_MS = 2_000;
const WAIT_FOR_CONNECTION_MS = 10_000;
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
 * Connects to PostgreSQL 14 or newer.
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
  const appRole = await appRoleOf(pool).catch(async (cause: unknown) => {
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
  const root = new Kysely<Tables>({ dialect });
  let closing: Promise<void> | undefined;

  const database: Database = {
    dialect: 'postgres',
    control: root.$pickTables<keyof ControlTables>().withPlugin(new ControlGuard(context)),
    forWorkspace(id) {
      const [reading, writing] = [new StatementGuard(id, { readOnly: true }), new StatementGuard(id)];
      return {
        id,
        read: (work) =>
          context.run({ workspaceId: id }, () =>
            root
              .transaction()
              .setAccessMode('read only')
              .execute((tx) => work(tx.withPlugin(reading))),
          ),
        write: (work) =>
          context.run({ workspaceId: id }, () =>
            root.transaction().execute((tx) => work(tx.withPlugin(writing))),
          ),
      };
    },
    record: (work) =>
      context.run({}, () =>
        root.transaction().execute((tx) => {
          let current = '';
          return work({
            async enter(workspaceId) {
              const guard = new StatementGuard(workspaceId, { isCurrent: () => current === workspaceId });
              await sql`select set_config('banso.workspace', ${workspaceId}, true)`.execute(tx);
              current = workspaceId;
              return tx.withPlugin(guard);
            },
            async lock(names) {
              if (names.length === 0) return;
              // `unnest` keeps the order, so everybody waits in the same one
              await sql`select pg_advisory_xact_lock(lock) from unnest(${lockNumbers(names)}::bigint[]) as lock`.execute(
                tx,
              );
            },
            async notify(payload) {
              if (Buffer.byteLength(payload) > PAYLOAD_BYTES)
                throw new RangeError(`A notice holds at most ${PAYLOAD_BYTES} bytes`);
              await sql`select pg_notify(${CHANNEL}, ${payload})`.execute(tx);
            },
          });
        }),
      ),
    findKeyByHash: (hash) =>
      context.run({ keyHash: hash }, () =>
        root
          .transaction()
          .setAccessMode('read only')
          .execute((tx) => findLiveKey(tx, hash)),
      ),
    listen: (hear, missed) => listen({ url: listenUrl, channel: CHANNEL, hear, missed }),
    async ping() {
      await within(PING_MS, pool.query('select 1'));
    },
    close: () => (closing ??= root.destroy()),
  };
  return withInternals(database, {
    root,
    asOwner: (work) => context.run({ asOwner: true }, () => root.transaction().execute(work)),
    appRole,
  });
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
