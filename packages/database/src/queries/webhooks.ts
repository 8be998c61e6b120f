import type { FollowUpType } from '@banso/domain/alerts';
import type { Instant } from '@banso/domain/time';
import type { Kysely, Selectable } from 'kysely';
import { decodeJson, decodeStrings, encodeJson } from '../json.ts';
import type { ControlTables, Db, Tables } from '../tables.ts';

/** A secret with which messages are signed. */
export interface WebhookSecret {
  id: string;
  /** Opens at `webhookSecretPlace` alone. */
  sealed: string;
  hint: string;
  createdAt: Instant;
}

/** A place outside that is told what happens. */
export interface WebhookRecord {
  id: string;
  kind: Tables['webhook']['kind'];
  name: string;
  sealedUrl: string;
  /** What may be shown of the address. */
  urlHint: string;
  events: readonly FollowUpType[];
  /** The oldest first; those of chat services have none. */
  secrets: readonly WebhookSecret[];
  /** `failing` and `gone`: nothing is sent any more, because it failed for days or answered 410. */
  status: Tables['webhook']['status'];
  failingSince: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
  revision: number;
}

const recordOf = (row: Selectable<Tables['webhook']>): WebhookRecord => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  sealedUrl: row.url,
  urlHint: row.url_hint,
  events: decodeStrings(row.events) as FollowUpType[],
  secrets: decodeJson(row.secrets, (value) => value as WebhookSecret[]),
  status: row.status,
  failingSince: row.failing_since,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  revision: row.revision,
});

const changingOf = (record: WebhookRecord) => ({
  kind: record.kind,
  name: record.name,
  url: record.sealedUrl,
  url_hint: record.urlHint,
  events: encodeJson([...record.events]),
  secrets: encodeJson(record.secrets.map((secret) => ({ ...secret }))),
  status: record.status,
  failing_since: record.failingSince,
  updated_at: record.updatedAt,
});

/** All of them, the oldest first. */
export async function list(db: Db, workspaceId: string): Promise<WebhookRecord[]> {
  const rows = await db
    .selectFrom('webhook')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
    .execute();
  return rows.map(recordOf);
}

export async function find(db: Db, workspaceId: string, id: string): Promise<WebhookRecord | undefined> {
  const row = await db
    .selectFrom('webhook')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && recordOf(row);
}

export async function create(db: Db, workspaceId: string, record: WebhookRecord): Promise<void> {
  await db
    .insertInto('webhook')
    .values({
      workspace_id: workspaceId,
      id: record.id,
      created_at: record.createdAt,
      revision: record.revision,
      ...changingOf(record),
    })
    .execute();
}

/** Writes a changed one, one revision later. @returns `false` when somebody else changed it since. */
export async function update(db: Db, workspaceId: string, record: WebhookRecord): Promise<boolean> {
  const row = await db
    .updateTable('webhook')
    .set({ ...changingOf(record), revision: record.revision + 1 })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', record.id)
    .where('revision', '=', record.revision)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps since when it fails, or that it does not; a change by people is not overwritten. */
export async function putFailing(
  db: Db,
  workspaceId: string,
  id: string,
  to: { failingSince: Instant | null; status?: WebhookRecord['status'] },
): Promise<void> {
  await db
    .updateTable('webhook')
    .set({ failing_since: to.failingSince, ...(to.status && { status: to.status }) })
    .$if(to.status !== undefined, (query) => query.set((eb) => ({ revision: eb('revision', '+', 1) })))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Deletes it with all that was to be sent there. */
export async function remove(db: Db, workspaceId: string, id: string): Promise<void> {
  await db
    .deleteFrom('delivery')
    .where('workspace_id', '=', workspaceId)
    .where('webhook_id', '=', id)
    .execute();
  await db.deleteFrom('webhook').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

/** Whether what customers wrote may go to receivers outside, and when the workspace was last changed. */
export async function textsMayLeave(
  db: Kysely<ControlTables>,
  workspaceId: string,
): Promise<{ textsMayLeave: boolean; updatedAt: Instant }> {
  const row = await db
    .selectFrom('workspace')
    .select(['texts_may_leave', 'updated_at'])
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  return { textsMayLeave: row.texts_may_leave === 1, updatedAt: row.updated_at };
}

/** @returns `false` when somebody else changed the workspace since `seenAt`. */
export async function putTextsMayLeave(
  db: Kysely<ControlTables>,
  workspaceId: string,
  seenAt: Instant,
  mayLeave: boolean,
  updatedAt: Instant,
): Promise<boolean> {
  const row = await db
    .updateTable('workspace')
    .set({ texts_may_leave: mayLeave ? 1 : 0, updated_at: updatedAt })
    .where('id', '=', workspaceId)
    .where('updated_at', '=', seenAt)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
