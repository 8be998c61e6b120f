import { bulkInsertIgnore, bulkSelect } from '../bulk.ts';
import type { Db } from '../tables.ts';

/** Under which id a server's fact came, and which event it became. */
export interface ReceiptRecord {
  /** Of the sender's id of the message, which may be any text. */
  messageHash: string;
  eventId: string;
}

const select = bulkSelect('receipt', ['message_hash'], ['workspace_id', 'message_hash']);
const insert = bulkInsertIgnore(
  'receipt',
  ['workspace_id', 'message_hash', 'event_id'],
  ['workspace_id', 'message_hash'],
);

/** Those of the hashes under which something came before. */
export async function known(db: Db, workspaceId: string, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await select(
    db,
    hashes.map((message_hash) => ({ workspace_id: workspaceId, message_hash })),
  );
  return new Set(rows.map(({ message_hash }) => message_hash));
}

/** Notes what came; a known one is left as it is. @returns how many were new. */
export async function add(db: Db, workspaceId: string, receipts: readonly ReceiptRecord[]): Promise<number> {
  const rows = receipts.map(({ messageHash, eventId }) => ({
    workspace_id: workspaceId,
    message_hash: messageHash,
    event_id: eventId,
  }));
  // two processes that meet at the same messages take them in the same order
  const inserted = await insert(
    db,
    rows.toSorted((a, b) => (a.message_hash < b.message_hash ? -1 : 1)),
  );
  return inserted.length;
}
