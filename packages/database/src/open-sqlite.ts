import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import type { Dialect as KyselyDialect } from 'kysely';
import { Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Database } from './database.ts';
import { findLiveKey } from './find-key.ts';
import { TransactionContext } from './inside.ts';
import { withInternals } from './internals.ts';
import { SqliteDriver } from './sqlite-driver.ts';
import { ControlGuard, StatementGuard } from './statement-guard.ts';
import type { ControlTables, Tables } from './tables.ts';

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
 * Opens a file, made with its folder when absent, or `:memory:`.
 * @param file - A path, or a serialised database that is opened in memory.
 */
export function openSqlite(file: string | Buffer): Database {
  if (typeof file === 'string' && file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const connection = new BetterSqlite(file);
  for (const pragma of PRAGMAS) connection.pragma(pragma);

  const dialect: KyselyDialect = {
    createDriver: () => new SqliteDriver(connection),
    createAdapter: () => new TurnTakingAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
  const root = new Kysely<Tables>({ dialect });
  const context = new TransactionContext();
  let closing: Promise<void> | undefined;

  const database: Database = {
    dialect: 'sqlite',
    control: root.$pickTables<keyof ControlTables>().withPlugin(new ControlGuard(context)),
    forWorkspace(id) {
      const guard = new StatementGuard(id, { readOnly: true, context });
      return {
        id,
        async read(work) {
          context.requireOutside();
          return work(root.withPlugin(guard));
        },
        write: (work) =>
          context.run({ workspaceId: id }, () =>
            root.transaction().execute((tx) => work(tx.withPlugin(new StatementGuard(id)))),
          ),
      };
    },
    record: (work) =>
      context.run({}, () =>
        root.transaction().execute((tx) => {
          let current = '';
          return work({
            async enter(workspaceId) {
              current = workspaceId;
              return tx.withPlugin(
                new StatementGuard(workspaceId, { isCurrent: () => current === workspaceId }),
              );
            },
            async lock() {
              // one writer at a time: this transaction is alone already
            },
            async notify() {
              // one process: nobody else to tell
            },
          });
        }),
      ),
    async findKeyByHash(hash) {
      context.requireOutside();
      return findLiveKey(root, hash);
    },
    async listen() {
      return async () => undefined;
    },
    async ping() {
      connection.prepare('select 1').get();
    },
    close: () => (closing ??= root.destroy()),
  };
  return withInternals(database, {
    root,
    asOwner: (work) => context.run({ asOwner: true }, () => root.transaction().execute(work)),
    appRole: undefined,
  });
}
