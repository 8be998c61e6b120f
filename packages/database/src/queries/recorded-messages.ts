import type { Instant } from '@banso/domain/time';
import { bulkInsertIgnore, bulkSelect, bulkUpsert } from '../bulk.ts';
import type { Db } from '../tables.ts';

/** A note of a person, as the recorder keeps it. */
export interface NoteRecord {
  id: string;
  contactId: string;
  text: string;
  /** The survey response that it is about. */
  about: string | null;
  sentAt: Instant;
  receivedAt: Instant;
}

/** A message of the team that its reader has not seen. */
export interface UnreadReply {
  id: string;
  contactId: string;
  receivedAt: Instant;
}

const insertMessages = bulkInsertIgnore(
  'message',
  [
    'workspace_id',
    'id',
    'contact_id',
    'author',
    'author_id',
    'author_name',
    'text',
    'about',
    'sent_at',
    'received_at',
    'read_at',
  ],
  ['workspace_id', 'id'],
);
const THREAD = [
  'workspace_id',
  'contact_id',
  'started_at',
  'last_at',
  'last_message_id',
  'unread_by_team',
  'unread_by_contact',
] as const;
const upsertThreads = bulkUpsert('thread', THREAD, ['workspace_id', 'contact_id'], {
  replace: ['last_at', 'last_message_id'],
  add: ['unread_by_team'],
});
const addUnread = bulkUpsert('thread', THREAD, ['workspace_id', 'contact_id'], {
  add: ['unread_by_contact'],
});
const selectOwners = bulkSelect('response', ['id', 'contact_id'], ['workspace_id', 'id']);

/** Adds notes, in the order in which they came, and what waits for the team with them. */
export async function add(db: Db, workspaceId: string, notes: readonly NoteRecord[]): Promise<void> {
  if (notes.length === 0) return;
  await insertMessages(
    db,
    notes.map((note) => ({
      workspace_id: workspaceId,
      id: note.id,
      contact_id: note.contactId,
      author: 'contact' as const,
      author_id: null,
      author_name: null,
      text: note.text,
      about: note.about,
      sent_at: note.sentAt,
      received_at: note.receivedAt,
      read_at: null,
    })),
  );
  await upsertThreads(
    db,
    notes.map((note) => ({
      workspace_id: workspaceId,
      contact_id: note.contactId,
      started_at: note.receivedAt,
      last_at: note.receivedAt,
      last_message_id: note.id,
      unread_by_team: 1,
      unread_by_contact: 0,
    })),
  );
}

/** What the team wrote to these people and they have not read, in the order of the thread. */
export async function listUnread(
  db: Db,
  workspaceId: string,
  contactIds: readonly string[],
): Promise<UnreadReply[]> {
  if (contactIds.length === 0) return [];
  const rows = await db
    .selectFrom('message')
    .select(['id', 'contact_id', 'received_at'])
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', 'in', contactIds)
    .where('author', '=', 'team')
    .where('read_at', 'is', null)
    .orderBy('received_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ id: row.id, contactId: row.contact_id, receivedAt: row.received_at }));
}

/** A person has read these messages of the team, which were unread when they were listed. */
export async function markRead(
  db: Db,
  workspaceId: string,
  read: readonly (UnreadReply & { readAt: Instant })[],
): Promise<void> {
  for (const [readAt, its] of Map.groupBy(read, (one) => one.readAt)) {
    const changed = await db
      .updateTable('message')
      .set({ read_at: readAt })
      .where('workspace_id', '=', workspaceId)
      .where(
        'id',
        'in',
        its.map(({ id }) => id),
      )
      .where('read_at', 'is', null)
      .returning('contact_id')
      .execute();
    await addUnread(
      db,
      changed.map(({ contact_id }) => ({
        workspace_id: workspaceId,
        contact_id,
        started_at: readAt,
        last_at: readAt,
        last_message_id: '',
        unread_by_team: 0,
        unread_by_contact: -1,
      })),
    );
  }
}

/** Whose these survey responses are, by their ids. */
export async function ownersOf(
  db: Db,
  workspaceId: string,
  responseIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await selectOwners(
    db,
    responseIds.map((id) => ({ workspace_id: workspaceId, id })),
  );
  return new Map(rows.map(({ id, contact_id }) => [id, contact_id]));
}
