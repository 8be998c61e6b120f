import type { Kysely, Transaction } from 'kysely';
import type { Database, Dialect } from './database.ts';
import { findLiveKey } from './find-key.ts';
import type { TransactionContext } from './inside.ts';
import { withInternals } from './internals.ts';
import { ControlGuard, StatementGuard } from './statement-guard.ts';
import type { ControlTables, Tables } from './tables.ts';

/** What differs between the two databases. */
export interface Engine {
  dialect: Dialect;
  root: Kysely<Tables>;
  context: TransactionContext;
  /** See `Internals.appRole`. */
  appRole: string | undefined;
  /** Whether a read needs a transaction, to carry the workspace. */
  readsInTransaction: boolean;
  /** Makes a workspace the one of row-level security, until the next or the end of the transaction. */
  visit(tx: Transaction<Tables>, workspaceId: string): Promise<void>;
  lock(tx: Transaction<Tables>, names: readonly string[]): Promise<void>;
  notify(tx: Transaction<Tables>, payload: string): Promise<void>;
  listen: Database['listen'];
  leaveNoTrace: Database['leaveNoTrace'];
  ping: Database['ping'];
}

/** The database that an engine carries: guards, scopes and transactions are the same on both. */
export function databaseOn(engine: Engine): Database {
  const { dialect, root, context, appRole, listen, ping } = engine;
  const inTransaction = <T>(work: (tx: Transaction<Tables>) => Promise<T>) =>
    root.transaction().execute(work);
  const inReadOnly = <T>(work: (tx: Transaction<Tables>) => Promise<T>) =>
    root.transaction().setAccessMode('read only').execute(work);
  let closing: Promise<void> | undefined;

  const database: Database = {
    dialect,
    control: root.$pickTables<keyof ControlTables>().withPlugin(new ControlGuard(context)),

    forWorkspace(id) {
      const reading = new StatementGuard(id, {
        readOnly: true,
        context: engine.readsInTransaction ? undefined : context,
      });
      const writing = new StatementGuard(id);
      return {
        id,
        read: (work) =>
          engine.readsInTransaction
            ? context.run({ workspaceId: id }, () => inReadOnly((tx) => work(tx.withPlugin(reading))))
            : context.outside(() => work(root.withPlugin(reading))),
        snapshot: (work) =>
          context.run({ workspaceId: id }, () =>
            root
              .transaction()
              .setAccessMode('read only')
              .setIsolationLevel('repeatable read')
              .execute((tx) => work(tx.withPlugin(new StatementGuard(id, { readOnly: true })))),
          ),
        write: (work) =>
          context.run({ workspaceId: id }, () => inTransaction((tx) => work(tx.withPlugin(writing)))),
      };
    },

    record: (work) =>
      context.run({}, () =>
        inTransaction((tx) => {
          let current = '';
          return work({
            async enter(workspaceId) {
              const guard = new StatementGuard(workspaceId, { isCurrent: () => current === workspaceId });
              await engine.visit(tx, workspaceId);
              current = workspaceId;
              return tx.withPlugin(guard);
            },
            lock: (names) => engine.lock(tx, names),
            notify: (payload) => engine.notify(tx, payload),
          });
        }),
      ),

    findKeyByHash: (hash) =>
      engine.readsInTransaction
        ? context.run({ keyHash: hash }, () => inReadOnly((tx) => findLiveKey(tx, hash)))
        : context.outside(() => findLiveKey(root, hash)),

    listen,
    leaveNoTrace: () => context.outside(engine.leaveNoTrace),
    ping,
    close: () => (closing ??= context.close().then(() => root.destroy())),
  };
  return withInternals(database, {
    root,
    asOwner: (work) => context.run({ asOwner: true }, () => inTransaction(work)),
    appRole,
  });
}
