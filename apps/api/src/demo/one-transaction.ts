import type { Database, RecorderTransaction } from '@banso/database';

/**
 * The database as seen from inside one open transaction: whatever is written through it is committed with that transaction,
 * or not at all. For code that opens transactions of its own, one after the other.
 */
export async function insideTransaction(
  tx: RecorderTransaction,
  { dialect, organisationId }: { dialect: Database['dialect']; organisationId: string },
): Promise<Database> {
  let current = await tx.enter(organisationId);
  const enter = async (workspaceId: string) => (current = await tx.enter(workspaceId));
  return {
    dialect,
    get control() {
      return current;
    },
    forWorkspace: (id) => ({
      id,
      read: async (work) => work(await enter(id)),
      snapshot: async (work) => work(await enter(id)),
      write: async (work) => work(await enter(id)),
    }),
    record: (work) =>
      work({
        enter,
        async lock() {
          // nobody else sees rows that are not committed
        },
        async notify() {
          // and nobody has to hear of them
        },
      }),
    findKeyByHash: () => refuse('look up keys'),
    listen: () => refuse('listen'),
    leaveNoTrace: () => refuse('empty the log'),
    ping: () => refuse('ping'),
    close: () => refuse('close'),
  };
}

function refuse(what: string): Promise<never> {
  return Promise.reject(new Error(`Inside a transaction there is no way to ${what}`));
}
