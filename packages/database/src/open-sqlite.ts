import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import type { Dialect as KyselyDialect } from 'kysely';
import { Kysely, sql, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Database } from './database.ts';
import { defineAudienceFunctions } from './audience/sqlite-dialect.ts';
import { databaseOn } from './database-on.ts';
import { TransactionContext } from './inside.ts';
import { SqliteDriver } from './sqlite-driver.ts';
import type { Tables } from './tables.ts';

const PRAGMAS = [
  'journal_mode = wal',
  'synchronous = full', // a commit is on the disk when it is acknowledged
  'foreign_keys = on',
  'busy_timeout = 5000',
  'trusted_schema = off',
  'secure_delete = on', // erased means overwritten
  'wal_autocheckpoint = 4000', // 16 MiB: hot pages are copied back once instead of every few commits
  'journal_size_limit = 67108864', // the log shrinks back to 64 MiB after a burst
  'cache_size = -32768', // 32 MiB
  'temp_store = memory',
];

/** Kysely's own mutex would wait for ever: the driver takes turns itself. */
class TurnTakingAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/**
 * Opens a database.
 * @param from - A file, made with its folder when absent; `:memory:`; or the bytes that one in memory begins with.
 */
export function openSqlite(from: string | Buffer): Database {
  if (typeof from === 'string' && from !== ':memory:') mkdirSync(dirname(from), { recursive: true });
  const connection = new BetterSqlite(from);
  for (const pragma of PRAGMAS) connection.pragma(pragma);
  defineAudienceFunctions(connection);

  const dialect: KyselyDialect = {
    createDriver: () => new SqliteDriver(connection),
    createAdapter: () => new TurnTakingAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
  const root = new Kysely<Tables>({ dialect });
  return databaseOn({
    dialect: 'sqlite',
    root,
    context: new TransactionContext(),
    appRole: undefined,
    readsInTransaction: false,
    async visit() {
      // there is no row-level security to tell
    },
    async lock() {
      // one writer at a time: this transaction is alone already
    },
    async notify() {
      // one process: nobody else to tell
    },
    async listen() {
      return async () => undefined;
    },
    async leaveNoTrace() {
      const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(root);
      return rows[0]?.busy === 0;
    },
    async ping() {
      connection.prepare('select 1').get();
    },
  });
}
