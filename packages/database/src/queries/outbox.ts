import type { FollowUpType } from '@banso/domain/alerts';
import type { Instant } from '@banso/domain/time';
import { V7Generator } from 'uuidv7';
import { bulkDelete, bulkInsertIgnore } from '../bulk.ts';
import type { Db } from '../tables.ts';

/** Something that happened and that others may have to be told. */
export interface FollowUp {
  /** The same wherever it is told. */
  id: string;
  type: FollowUpType;
  /** The id of the response, message, case or content. */
  subject: string;
  /** Whom it is about; null: nobody in particular. */
  contactId: string | null;
  at: Instant;
}

const ids = new V7Generator();
const COLUMNS = ['workspace_id', 'id', 'type', 'subject', 'contact_id', 'at'] as const;
const KEY = ['workspace_id', 'id'] as const;
const insertRows = bulkInsertIgnore('outbox', COLUMNS, KEY);
const deleteRows = bulkDelete('outbox', KEY);

/**
 * Puts down what follows from facts, in the transaction of the facts. Where nobody wants to be told, nothing is written.
 */
export async function add(
  db: Db,
  workspaceId: string,
  followUps: readonly Omit<FollowUp, 'id'>[],
): Promise<void> {
  if (followUps.length === 0 || !(await isHeard(db, workspaceId))) return;
  await insertRows(
    db,
    followUps.map(({ type, subject, contactId, at }) => ({
      workspace_id: workspaceId,
      id: `evt_${ids.generateOrResetWithTs(Date.parse(at)).toString()}`,
      type,
      subject,
      contact_id: contactId,
      at,
    })),
  );
}

async function isHeard(db: Db, workspaceId: string): Promise<boolean> {
  const row = await db
    .selectFrom('webhook')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('status', '=', 'active')
    .where('events', '<>', '[]')
    .unionAll(
      db
        .selectFrom('alert_rule')
        .select('id')
        .where('workspace_id', '=', workspaceId)
        .where('status', '=', 'active'),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What waits, the oldest first. */
export async function list(db: Db, workspaceId: string, limit: number): Promise<FollowUp[]> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    type: row.type as FollowUpType,
    subject: row.subject,
    contactId: row.contact_id,
    at: row.at,
  }));
}

/** Takes out what was passed on. */
export async function remove(db: Db, workspaceId: string, ids: readonly string[]): Promise<void> {
  await deleteRows(
    db,
    ids.map((id) => ({ workspace_id: workspaceId, id })),
  );
}
