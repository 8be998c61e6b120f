import type { Instant } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import type { Db, Tables } from '../tables.ts';

/** A mail on its way, or what became of it. */
export interface MailRecord {
  id: string;
  /** The customer whom it goes to; null: somebody of the team. */
  contactId: string | null;
  to: string;
  /** Under whose name it is sent; null: the installation's. */
  senderName: string | null;
  locale: string;
  subject: string;
  /** Text and HTML, sealed; null: it was sent, or given up. */
  body: string | null;
  unsubscribeUrl: string | null;
  /** What it is for, in one word. */
  purpose: string;
  state: 'waiting' | 'sent' | 'failed';
  /** How often sending began. */
  attempts: number;
  lastError: string | null;
  createdAt: Instant;
  sentAt: Instant | null;
  /** When it is tried (again), or another process may take it; null: never. */
  dueAt: Instant | null;
}

/** What a new mail is made of. */
export type NewMail = Pick<
  MailRecord,
  'id' | 'contactId' | 'to' | 'senderName' | 'locale' | 'subject' | 'unsubscribeUrl' | 'purpose' | 'createdAt'
> & {
  body: string;
  /** What is mailed once is never mailed again under this key, in its workspace. */
  dedupeKey: string;
};

const recordOf = (row: Selectable<Tables['mail']>): MailRecord => ({
  id: row.id,
  contactId: row.contact_id,
  to: row.recipient,
  senderName: row.sender_name,
  locale: row.locale,
  subject: row.subject,
  body: row.body,
  unsubscribeUrl: row.unsubscribe_url,
  purpose: row.purpose,
  state: row.state,
  attempts: row.attempts,
  lastError: row.last_error,
  createdAt: row.created_at,
  sentAt: row.sent_at,
  dueAt: row.due_at,
});

/**
 * Adds a mail that is due at once.
 * @param scopeId - The workspace, or the organisation for what concerns all of it.
 * @returns `false` when one with this key is there.
 */
export async function add(db: Db, scopeId: string, mail: NewMail): Promise<boolean> {
  const row = await db
    .insertInto('mail')
    .values({
      workspace_id: scopeId,
      id: mail.id,
      contact_id: mail.contactId,
      recipient: mail.to,
      sender_name: mail.senderName,
      locale: mail.locale,
      subject: mail.subject,
      body: mail.body,
      unsubscribe_url: mail.unsubscribeUrl,
      purpose: mail.purpose,
      dedupe_key: mail.dedupeKey,
      state: 'waiting',
      attempts: 0,
      due_at: mail.createdAt,
      last_error: null,
      created_at: mail.createdAt,
      sent_at: null,
    })
    .onConflict((oc) => oc.columns(['workspace_id', 'dedupe_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Mails of one scope, the newest first. */
export async function list(db: Db, scopeId: string, limit: number): Promise<MailRecord[]> {
  const rows = await db
    .selectFrom('mail')
    .selectAll()
    .where('workspace_id', '=', scopeId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}

/** Whether something is due. */
export async function isDue(db: Db, scopeId: string, now: Instant): Promise<boolean> {
  const row = await db
    .selectFrom('mail')
    .select('id')
    .where('workspace_id', '=', scopeId)
    .where('due_at', '<=', now)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Takes the mail that is due for longest: nobody else takes it until `leasedUntil`, however many try at once.
 * @returns undefined when somebody else was faster, or nothing is due.
 */
export async function takeNext(
  db: Db,
  scopeId: string,
  { now, leasedUntil }: { now: Instant; leasedUntil: Instant },
): Promise<MailRecord | undefined> {
  const row = await db
    .updateTable('mail')
    .set((eb) => ({ due_at: leasedUntil, attempts: eb('attempts', '+', 1) }))
    .where('workspace_id', '=', scopeId)
    .where('id', '=', (eb) =>
      eb
        .selectFrom('mail')
        .select('mail.id')
        .where('mail.workspace_id', '=', scopeId)
        .where('mail.due_at', '<=', now)
        .orderBy('mail.due_at')
        .orderBy('mail.id')
        .limit(1),
    )
    // looked at once more when somebody else has held the row
    .where('due_at', '<=', now)
    .returningAll()
    .executeTakeFirst();
  return row && recordOf(row);
}

/** What came of an attempt. `dueAt`: when it is tried again; null: never. */
export type MailOutcome =
  | { state: 'sent'; at: Instant }
  | { state: 'waiting'; dueAt: Instant; error: string }
  | { state: 'failed'; error: string };

/** Keeps what came of an attempt, unless a later one has begun. What was sent or given up keeps no words. */
export async function settle(
  db: Db,
  scopeId: string,
  { id, attempts }: Pick<MailRecord, 'id' | 'attempts'>,
  outcome: MailOutcome,
): Promise<void> {
  const isOver = outcome.state !== 'waiting';
  await db
    .updateTable('mail')
    .set({
      state: outcome.state,
      due_at: outcome.state === 'waiting' ? outcome.dueAt : null,
      last_error: outcome.state === 'sent' ? null : outcome.error,
      sent_at: outcome.state === 'sent' ? outcome.at : null,
      ...(isOver && { body: null }),
    })
    .where('workspace_id', '=', scopeId)
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .execute();
}

/** Forgets what was sent or given up and was made before a moment. */
export async function prune(db: Db, scopeId: string, before: Instant): Promise<void> {
  await db
    .deleteFrom('mail')
    .where('workspace_id', '=', scopeId)
    .where('created_at', '<', before)
    .where('state', '<>', 'waiting')
    .execute();
}
