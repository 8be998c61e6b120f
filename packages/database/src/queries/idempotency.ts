import type { Instant } from '@banso/domain/time';
import type { Db } from '../tables.ts';

/** The status of a request whose effect is committed and whose answer is not stored yet. */
const UNANSWERED = 0;

export interface IdempotencyRecord {
  /** SHA-256 of method, address and body. */
  requestHash: string;
  createdAt: Instant;
  /** Undefined: the effect is there, its answer is not stored yet, or was lost with the process. */
  answer: { status: number; body: string } | undefined;
}

/** What is known of a key; undefined when it was not used since `since`. */
export async function find(
  db: Db,
  scopeId: string,
  keyHash: string,
  since: Instant,
): Promise<IdempotencyRecord | undefined> {
  const row = await db
    .selectFrom('idempotency')
    .selectAll()
    .where('workspace_id', '=', scopeId)
    .where('key_hash', '=', keyHash)
    .where('created_at', '>=', since)
    .executeTakeFirst();
  return (
    row && {
      requestHash: row.request_hash,
      createdAt: row.created_at,
      answer: row.status === UNANSWERED ? undefined : { status: row.status, body: row.body },
    }
  );
}

/**
 * Takes a key inside the transaction that carries out its request. Waits for another transaction that holds it.
 * @returns `false` when the key was used since `since`: the caller has to undo everything.
 */
export async function claim(
  db: Db,
  scopeId: string,
  key: { keyHash: string; requestHash: string; at: Instant; since: Instant },
): Promise<boolean> {
  const row = await db
    .insertInto('idempotency')
    .values({
      workspace_id: scopeId,
      key_hash: key.keyHash,
      request_hash: key.requestHash,
      status: UNANSWERED,
      body: '',
      created_at: key.at,
    })
    .onConflict((oc) =>
      oc
        .columns(['workspace_id', 'key_hash'])
        .doUpdateSet({ request_hash: key.requestHash, status: UNANSWERED, body: '', created_at: key.at })
        .where('idempotency.created_at', '<', key.since),
    )
    .returning('key_hash')
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps the answer of a request whose key was claimed. */
export async function store(
  db: Db,
  scopeId: string,
  keyHash: string,
  answer: { status: number; body: string },
): Promise<void> {
  await db
    .updateTable('idempotency')
    .set({ status: answer.status, body: answer.body })
    .where('workspace_id', '=', scopeId)
    .where('key_hash', '=', keyHash)
    .execute();
}

/** Forgets keys used before `before`. */
export async function prune(db: Db, scopeId: string, before: Instant): Promise<void> {
  await db
    .deleteFrom('idempotency')
    .where('workspace_id', '=', scopeId)
    .where('created_at', '<', before)
    .execute();
}
