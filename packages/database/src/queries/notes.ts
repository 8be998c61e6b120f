import type { Instant } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Page, PageRequest, SortOrder } from '../sort-order.ts';
import { behind, pageOf } from '../sort-order.ts';
import { decodeCursor } from '../cursor.ts';
import type { Db, Tables } from '../tables.ts';
import { isAsked, listMatching, put } from './search.ts';
import { spokenIn } from './search-fill.ts';

/** What a note is about. */
export interface NoteSubject {
  kind: string;
  id: string;
}

/** What the team says to each other about something. */
export interface TeamNoteRecord {
  id: string;
  subject: NoteSubject;
  /** The person it speaks of, with whom it is erased; null: of nobody in particular. */
  contactId: string | null;
  accountId: string | null;
  /** With mentions as `mentionsIn` reads them. */
  text: string;
  /** The member who wrote it; null: a key. */
  authorId: string | null;
  authorName: string;
  createdAt: Instant;
  editedAt: Instant | null;
}

const recordOf = (row: Selectable<Tables['note']>): TeamNoteRecord => ({
  id: row.id,
  subject: { kind: row.subject_kind, id: row.subject_id },
  contactId: row.contact_id,
  accountId: row.account_id,
  text: row.words,
  authorId: row.written_by,
  authorName: row.writer_name,
  createdAt: row.created_at,
  editedAt: row.edited_at,
});

const NEWEST: SortOrder = {
  name: 'notes newest',
  value: sql<string>`note.id`,
  kind: 'string',
  direction: 'desc',
};

/** Ids of a subject: of a case those that go on in it too, whose notes stand there. */
async function subjectIds(db: Db, workspaceId: string, { kind, id }: NoteSubject): Promise<string[]> {
  if (kind !== 'case') return [id];
  const merged = await db
    .selectFrom('customer_case')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('merged_into', '=', id)
    .execute();
  return [id, ...merged.map((row) => row.id)];
}

/** Notes on one subject, newest first. @throws {InvalidCursor} for a cursor of another list. */
export async function list(
  db: Db,
  workspaceId: string,
  subject: NoteSubject,
  page: PageRequest,
): Promise<Page<TeamNoteRecord>> {
  const rows = await db
    .selectFrom('note')
    .selectAll()
    .select('id as sort_value')
    .where('workspace_id', '=', workspaceId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', 'in', await subjectIds(db, workspaceId, subject))
    .where(behind(NEWEST, sql<string>`note.id`, page))
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows, page, NEWEST, recordOf);
}

const FOUND: SortOrder = {
  name: 'notes found',
  value: sql<string>`note.created_at`,
  kind: 'string',
  direction: 'desc',
};

/** Notes with all of these words, newest first. @throws {InvalidCursor} for a cursor of another list. */
export async function listSaying(
  db: Db,
  workspaceId: string,
  words: string,
  page: PageRequest,
): Promise<Page<TeamNoteRecord>> {
  if (!isAsked(words)) return { data: [], nextCursor: null };
  const after = page.cursor === undefined ? undefined : decodeCursor(FOUND.name, FOUND.kind, page.cursor);
  const asked = { source: 'note' as const, words, upTo: after && `${after.value}` };
  const among = async (ids: readonly string[]) => {
    const rows = await db
      .selectFrom('note')
      .selectAll()
      .select('created_at as sort_value')
      .where('workspace_id', '=', workspaceId)
      .where('id', 'in', ids)
      .where(behind(FOUND, sql<string>`note.id`, page))
      .execute();
    return rows.toSorted((a, b) =>
      a.created_at === b.created_at ? (a.id < b.id ? 1 : -1) : a.created_at < b.created_at ? 1 : -1,
    );
  };
  const { rows, unseenUpTo } = await listMatching(db, workspaceId, asked, page.limit + 1, among);
  return pageOf(rows, page, FOUND, recordOf, unseenUpTo);
}

/** One note; undefined when there is none. */
export async function find(db: Db, workspaceId: string, id: string): Promise<TeamNoteRecord | undefined> {
  const row = await db
    .selectFrom('note')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Adds a note that calls these members to it. */
export async function add(
  db: Db,
  workspaceId: string,
  note: TeamNoteRecord,
  mentions: readonly string[],
): Promise<void> {
  await db
    .insertInto('note')
    .values({
      workspace_id: workspaceId,
      id: note.id,
      subject_kind: note.subject.kind,
      subject_id: note.subject.id,
      contact_id: note.contactId,
      account_id: note.accountId,
      words: note.text,
      written_by: note.authorId,
      writer_name: note.authorName,
      created_at: note.createdAt,
      edited_at: note.editedAt,
    })
    .execute();
  await putText(db, workspaceId, { id: note.id, at: note.createdAt, text: note.text });
  await mention(db, workspaceId, note.id, mentions, note.createdAt);
}

/** What a note says is found from now on; what it said is not. */
const putText = (db: Db, workspaceId: string, { id, at, text }: { id: string; at: Instant; text: string }) =>
  put(db, workspaceId, [{ source: 'note', id, at, texts: spokenIn(text) }]);

/** Changes the words of a note; who was called before and is not any more is not called. */
export async function edit(
  db: Db,
  workspaceId: string,
  id: string,
  { text, mentions, at }: { text: string; mentions: readonly string[]; at: Instant },
): Promise<void> {
  const row = await db
    .updateTable('note')
    .set({ words: text, edited_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .returning('created_at')
    .executeTakeFirst();
  if (row) await putText(db, workspaceId, { id, at: row.created_at, text });
  let gone = db.deleteFrom('note_mention').where('workspace_id', '=', workspaceId).where('note_id', '=', id);
  if (mentions.length > 0) gone = gone.where('member_id', 'not in', mentions);
  await gone.execute();
  await mention(db, workspaceId, id, mentions, at);
}

async function mention(
  db: Db,
  workspaceId: string,
  noteId: string,
  members: readonly string[],
  at: Instant,
): Promise<void> {
  if (members.length === 0) return;
  await db
    .insertInto('note_mention')
    .values(
      members.map((member) => ({
        workspace_id: workspaceId,
        note_id: noteId,
        member_id: member,
        at,
        read_at: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Deletes a note. */
export async function remove(db: Db, workspaceId: string, id: string): Promise<void> {
  await db
    .deleteFrom('note_mention')
    .where('workspace_id', '=', workspaceId)
    .where('note_id', '=', id)
    .execute();
  const row = await db
    .deleteFrom('note')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .returning('created_at')
    .executeTakeFirst();
  if (row) await putText(db, workspaceId, { id, at: row.created_at, text: '' });
}

const mentioned = (db: Db, workspaceId: string) =>
  db
    .selectFrom('note_mention')
    .innerJoin('note', (join) =>
      join
        .onRef('note.workspace_id', '=', 'note_mention.workspace_id')
        .onRef('note.id', '=', 'note_mention.note_id'),
    )
    .where('note_mention.workspace_id', '=', workspaceId);

/** A note that somebody is called to and has not read. */
export interface Mention extends TeamNoteRecord {
  contactName: string | null;
  accountName: string | null;
}

/** Notes that a member is called to and has not read, the oldest first. */
export async function listMentions(
  db: Db,
  workspaceId: string,
  memberId: string,
  limit: number,
): Promise<Mention[]> {
  const rows = await mentioned(db, workspaceId)
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'note.workspace_id')
        .onRef('contact.id', '=', 'note.contact_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'note.workspace_id')
        .onRef('account.id', '=', 'note.account_id'),
    )
    .selectAll('note')
    .select(['contact.name as contact_name', 'account.name as account_name'])
    .where('note_mention.member_id', '=', memberId)
    .where('note_mention.read_at', 'is', null)
    .orderBy('note_mention.at')
    .orderBy('note_mention.note_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...recordOf(row),
    contactName: row.contact_name,
    accountName: row.account_name,
  }));
}

/** Which of these notes call the member and were not read by them. */
export async function unreadAmong(
  db: Db,
  workspaceId: string,
  memberId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('note_mention')
    .select('note_id')
    .where('workspace_id', '=', workspaceId)
    .where('note_id', 'in', ids)
    .where('member_id', '=', memberId)
    .where('read_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.note_id));
}

/** The member has read the notes on a subject that call them. @returns how many were new to them. */
export async function readMentions(
  db: Db,
  workspaceId: string,
  { member, subject, at }: { member: string; subject: NoteSubject; at: Instant },
): Promise<number> {
  const rows = await mentioned(db, workspaceId)
    .select('note_mention.note_id')
    .where('note_mention.member_id', '=', member)
    .where('note_mention.read_at', 'is', null)
    .where('note.subject_kind', '=', subject.kind)
    .where('note.subject_id', 'in', await subjectIds(db, workspaceId, subject))
    .execute();
  if (rows.length === 0) return 0;
  await db
    .updateTable('note_mention')
    .set({ read_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', member)
    .where(
      'note_id',
      'in',
      rows.map((row) => row.note_id),
    )
    .execute();
  return rows.length;
}
