import type { Instant } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import type { Db, Tables } from '../tables.ts';

/** One message to one webhook. */
export interface DeliveryRecord {
  id: string;
  webhookId: string;
  /** The same on every attempt. */
  eventId: string;
  type: string;
  contactId: string | null;
  /** What is sent, letter by letter. */
  body: string;
  status: Tables['delivery']['status'];
  attempts: number;
  dueAt: Instant | null;
  lastAt: Instant | null;
  /** The status of the last answer; null: there was none. */
  lastCode: number | null;
  lastError: string | null;
  createdAt: Instant;
}

const recordOf = (row: Selectable<Tables['delivery']>): DeliveryRecord => ({
  id: row.id,
  webhookId: row.webhook_id,
  eventId: row.event_id,
  type: row.type,
  contactId: row.contact_id,
  body: row.body,
  status: row.status,
  attempts: row.attempts,
  dueAt: row.due_at,
  lastAt: row.last_at,
  lastCode: row.last_code,
  lastError: row.last_error,
  createdAt: row.created_at,
});

/** What a new delivery is made of. */
export type NewDelivery = Pick<
  DeliveryRecord,
  'id' | 'webhookId' | 'eventId' | 'type' | 'contactId' | 'body' | 'createdAt'
>;

/** Adds a message that is due at once. */
export async function add(db: Db, workspaceId: string, delivery: NewDelivery): Promise<void> {
  await db
    .insertInto('delivery')
    .values({
      workspace_id: workspaceId,
      id: delivery.id,
      webhook_id: delivery.webhookId,
      event_id: delivery.eventId,
      type: delivery.type,
      contact_id: delivery.contactId,
      body: delivery.body,
      status: 'waiting',
      attempts: 0,
      due_at: delivery.createdAt,
      last_at: null,
      last_code: null,
      last_error: null,
      created_at: delivery.createdAt,
    })
    .execute();
}

/** Webhooks with messages that are due and to which messages are sent. */
export async function listDue(db: Db, workspaceId: string, now: Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('webhook')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'active')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('delivery')
          .select('delivery.id')
          .where('delivery.workspace_id', '=', workspaceId)
          .whereRef('delivery.webhook_id', '=', 'webhook.id')
          .where('delivery.due_at', '<=', now),
      ),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Takes messages of one webhook that are due, the oldest first: nobody else takes them until `leasedUntil`. Call it while nobody
 * else takes messages of this webhook.
 */
export async function take(
  db: Db,
  workspaceId: string,
  webhookId: string,
  { now, leasedUntil, limit }: { now: Instant; leasedUntil: Instant; limit: number },
): Promise<DeliveryRecord[]> {
  const rows = await db
    .selectFrom('delivery')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('webhook_id', '=', webhookId)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  if (rows.length === 0) return [];
  await db
    .updateTable('delivery')
    .set((eb) => ({ due_at: leasedUntil, last_at: now, attempts: eb('attempts', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  return rows.map((row) => ({ ...recordOf(row), attempts: row.attempts + 1 }));
}

/** What came of an attempt. */
export interface Attempted {
  status: DeliveryRecord['status'];
  dueAt: Instant | null;
  code: number | null;
  error: string | null;
}

/** Keeps what came of an attempt, unless a later one has begun. */
export async function settle(
  db: Db,
  workspaceId: string,
  { id, attempts }: Pick<DeliveryRecord, 'id' | 'attempts'>,
  { status, dueAt, code, error }: Attempted,
): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ status, due_at: dueAt, last_code: code, last_error: error })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .execute();
}

/** The ledger of one webhook, the newest first. */
export async function list(
  db: Db,
  workspaceId: string,
  webhookId: string,
  page: { status?: DeliveryRecord['status'] | undefined; after?: string | undefined; limit: number },
): Promise<DeliveryRecord[]> {
  let query = db
    .selectFrom('delivery')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('webhook_id', '=', webhookId);
  if (page.status !== undefined) query = query.where('status', '=', page.status);
  if (page.after !== undefined) query = query.where('id', '<', page.after);
  const rows = await query.orderBy('id', 'desc').limit(page.limit).execute();
  return rows.map(recordOf);
}

/** Which messages are sent once more: these, or those that were made in a period, from its first instant until before its last. */
export type Resent = { ids: readonly string[] } | { from: Instant; to: Instant; failedOnly: boolean };

/** Makes messages due again that wait for nothing. @returns how many. */
export async function resend(
  db: Db,
  workspaceId: string,
  webhookId: string,
  which: Resent,
  now: Instant,
): Promise<number> {
  let query = db
    .updateTable('delivery')
    .set({ status: 'waiting', due_at: now, attempts: 0 })
    .where('workspace_id', '=', workspaceId)
    .where('webhook_id', '=', webhookId)
    // what waits may be on its way at this moment
    .where('status', '<>', 'waiting');
  if ('ids' in which) {
    if (which.ids.length === 0) return 0;
    query = query.where('id', 'in', which.ids);
  } else {
    query = query.where('created_at', '>=', which.from).where('created_at', '<', which.to);
    if (which.failedOnly) query = query.where('status', '=', 'failed');
  }
  const rows = await query.returning('id').execute();
  return rows.length;
}

/** Forgets what was settled, of messages that were made before. */
export async function prune(db: Db, workspaceId: string, before: Instant): Promise<void> {
  await db
    .deleteFrom('delivery')
    .where('workspace_id', '=', workspaceId)
    .where('created_at', '<', before)
    .where('status', '<>', 'waiting')
    .execute();
}
