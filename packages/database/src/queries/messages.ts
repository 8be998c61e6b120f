import type { Instant } from '@banso/domain/time';
import { sql } from 'kysely';
import { bulkSelect } from '../bulk.ts';
import { decodeCursor } from '../cursor.ts';
import type { Page, PageRequest, SortOrder } from '../sort-order.ts';
import { behind, pageOf } from '../sort-order.ts';
import type { Db } from '../tables.ts';
import * as search from './search.ts';
import { isAsked } from './search.ts';

/** What one side wrote to the other. */
export interface MessageRecord {
  id: string;
  contact: { id: string; name: string | null; identity: 'verified' | 'unverified' | 'anonymous' };
  author: 'contact' | 'team';
  authorId: string | null;
  authorName: string | null;
  text: string;
  about: string | null;
  sentAt: Instant;
  receivedAt: Instant;
  readAt: Instant | null;
}

/** Absent fields do not filter. */
export interface MessageFilter {
  contactId?: string | undefined;
  /** The account to which the person belongs now. */
  accountId?: string | undefined;
  /** Only what the other side has not read. */
  unread?: boolean | undefined;
  author?: 'contact' | 'team' | undefined;
  /** Only messages with all of these words. */
  words?: string | undefined;
}

/** A place in the order of messages. */
export interface MessagePlace {
  receivedAt: Instant;
  id: string;
}

const ORDER: SortOrder = {
  name: 'messages',
  value: sql<string>`message.received_at`,
  kind: 'string',
  direction: 'desc',
};

const selected = (db: Db, workspaceId: string) =>
  db
    .selectFrom('message')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'message.workspace_id')
        .onRef('contact.id', '=', 'message.contact_id'),
    )
    .selectAll('message')
    .select(['contact.name as contact_name', 'contact.identity', 'message.received_at as sort_value'])
    .where('message.workspace_id', '=', workspaceId);

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

const recordOf = (row: Row): MessageRecord => ({
  id: row.id,
  contact: { id: row.contact_id, name: row.contact_name, identity: row.identity },
  author: row.author,
  authorId: row.author_id,
  authorName: row.author_name,
  text: row.text,
  about: row.about,
  sentAt: row.sent_at,
  receivedAt: row.received_at,
  readAt: row.read_at,
});

/**
 * Messages, the newest first.
 * @throws {InvalidCursor} for a cursor of another list.
 */
export async function list(
  db: Db,
  workspaceId: string,
  { contactId, accountId, unread, author, words }: MessageFilter,
  page: PageRequest,
): Promise<Page<MessageRecord>> {
  let query = selected(db, workspaceId).where(behind(ORDER, sql<string>`message.id`, page));
  if (contactId !== undefined) query = query.where('message.contact_id', '=', contactId);
  if (accountId !== undefined) query = query.where('contact.account_id', '=', accountId);
  if (unread !== undefined) query = query.where('message.read_at', unread ? 'is' : 'is not', null);
  if (author !== undefined) query = query.where('message.author', '=', author);
  const after = page.cursor === undefined ? undefined : decodeCursor(ORDER.name, ORDER.kind, page.cursor);
  const asked = { source: 'message' as const, words: words ?? '', upTo: after && `${after.value}` };
  const among = async (ids: readonly string[]) =>
    // sorted here: a database would read all messages in order for the few that are asked for
    (await query.where('message.id', 'in', ids).execute()).toSorted((a, b) =>
      a.received_at < b.received_at ? 1 : a.received_at > b.received_at ? -1 : a.id < b.id ? 1 : -1,
    );
  if (isAsked(words)) {
    const found = await search.listMatching(db, workspaceId, asked, page.limit + 1, among);
    return pageOf(found.rows, page, ORDER, recordOf, found.unseenUpTo);
  }
  const rows = await query
    .orderBy('message.received_at', 'desc')
    .orderBy('message.id', 'desc')
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows, page, ORDER, recordOf);
}

/** One message; undefined when there is none. */
export async function find(db: Db, workspaceId: string, id: string): Promise<MessageRecord | undefined> {
  const row = await selected(db, workspaceId).where('message.id', '=', id).executeTakeFirst();
  return row && recordOf(row);
}

/** What the team writes. */
export interface NewReply {
  id: string;
  contactId: string;
  author: { id: string; name: string };
  text: string;
  about: string | null;
  at: Instant;
}

/** Adds a message of the team; it waits for the person to read it. Whoever answers has read what came before. */
export async function addReply(db: Db, workspaceId: string, reply: NewReply): Promise<void> {
  const { id, contactId, author, text, about, at } = reply;
  await markReadByTeam(db, workspaceId, contactId, undefined, at);
  await db
    .insertInto('message')
    .values({
      workspace_id: workspaceId,
      id,
      contact_id: contactId,
      author: 'team',
      author_id: author.id,
      author_name: author.name,
      text,
      about,
      sent_at: at,
      received_at: at,
      read_at: null,
    })
    .execute();
  await db
    .insertInto('thread')
    .values({
      workspace_id: workspaceId,
      contact_id: contactId,
      started_at: at,
      last_at: at,
      last_message_id: id,
      unread_by_team: 0,
      unread_by_contact: 1,
    })
    .onConflict((oc) =>
      oc.columns(['workspace_id', 'contact_id']).doUpdateSet((eb) => ({
        last_at: at,
        last_message_id: id,
        unread_by_contact: eb('thread.unread_by_contact', '+', 1),
      })),
    )
    .execute();
  await search.put(db, workspaceId, [{ source: 'message', id, at, texts: [text] }]);
}

/**
 * The team has read what this person wrote.
 * @param upTo - The last message that was read; undefined: all of them.
 * @returns how many were unread.
 */
export async function markReadByTeam(
  db: Db,
  workspaceId: string,
  contactId: string,
  upTo: MessagePlace | undefined,
  at: Instant,
): Promise<number> {
  const read = await db
    .updateTable('message')
    .set({ read_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .where('author', '=', 'contact')
    .where('read_at', 'is', null)
    .$if(upTo !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('received_at', '<', upTo?.receivedAt ?? ''),
          eb.and([eb('received_at', '=', upTo?.receivedAt ?? ''), eb('id', '<=', upTo?.id ?? '')]),
        ]),
      ),
    )
    .returning('id')
    .execute();
  await addWaiting(db, workspaceId, contactId, -read.length);
  return read.length;
}

/** Puts the person's last message back among the unread. @returns `false` when there is none, or it is unread already. */
export async function markUnreadByTeam(db: Db, workspaceId: string, contactId: string): Promise<boolean> {
  const last = await db
    .selectFrom('message')
    .select(['id', 'read_at'])
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .where('author', '=', 'contact')
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last || last.read_at === null) return false;
  await db
    .updateTable('message')
    .set({ read_at: null })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', last.id)
    .execute();
  await addWaiting(db, workspaceId, contactId, 1);
  return true;
}

async function addWaiting(db: Db, workspaceId: string, contactId: string, count: number): Promise<void> {
  if (count === 0) return;
  await db
    .updateTable('thread')
    .set((eb) => ({ unread_by_team: eb('unread_by_team', '+', count) }))
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .execute();
}

const selectUnread = bulkSelect(
  'thread',
  ['contact_id', 'unread_by_contact'],
  ['workspace_id', 'contact_id'],
);

/** How many messages of the team each of these people has not read; those without a thread are left out. */
export async function unreadOf(
  db: Db,
  workspaceId: string,
  contactIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await selectUnread(
    db,
    contactIds.map((contact_id) => ({ workspace_id: workspaceId, contact_id })),
  );
  return new Map(rows.map((row) => [row.contact_id, row.unread_by_contact]));
}

/** What a message is about: one person's answer, in short. */
export interface AboutRecord {
  id: string;
  survey: string;
  score: number | null;
  comment: string | null;
  answeredAt: Instant;
}

/** Survey responses in short, by their ids. */
export async function aboutOf(
  db: Db,
  workspaceId: string,
  responseIds: readonly string[],
): Promise<Map<string, AboutRecord>> {
  if (responseIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('response')
    .innerJoin('content', (join) =>
      join
        .onRef('content.workspace_id', '=', 'response.workspace_id')
        .onRef('content.id', '=', 'response.content_id'),
    )
    .select([
      'response.id',
      'content.name as survey',
      'response.score',
      'response.comment',
      'response.answered_at',
    ])
    .where('response.workspace_id', '=', workspaceId)
    .where('response.id', 'in', [...new Set(responseIds)])
    .execute();
  return new Map(
    rows.map(({ id, survey, score, comment, answered_at }) => [
      id,
      { id, survey, score, comment, answeredAt: answered_at },
    ]),
  );
}
