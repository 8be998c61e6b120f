import type { Instant } from '@banso/domain/time';
import { bulkInsertIgnore } from '../bulk.ts';
import { decodeRecord, encodeJson } from '../json.ts';
import type { Db, Tables } from '../tables.ts';

/** What a member finds at the bell. */
export interface NoticeRecord {
  id: string;
  memberId: string;
  kind: Tables['notice']['kind'];
  contactId: string | null;
  about: Readonly<Record<string, unknown>>;
  createdAt: Instant;
  readAt: Instant | null;
}

const insertRows = bulkInsertIgnore(
  'notice',
  ['workspace_id', 'id', 'member_id', 'kind', 'contact_id', 'about', 'created_at', 'read_at'],
  ['workspace_id', 'id'],
);

export async function add(
  db: Db,
  workspaceId: string,
  notices: readonly Omit<NoticeRecord, 'readAt'>[],
): Promise<void> {
  await insertRows(
    db,
    notices.map((notice) => ({
      workspace_id: workspaceId,
      id: notice.id,
      member_id: notice.memberId,
      kind: notice.kind,
      contact_id: notice.contactId,
      about: encodeJson(notice.about),
      created_at: notice.createdAt,
      read_at: null,
    })),
  );
}

/** A member's own, the newest first. */
export async function list(
  db: Db,
  workspaceId: string,
  memberId: string,
  page: { after?: string | undefined; limit: number },
): Promise<NoticeRecord[]> {
  let query = db
    .selectFrom('notice')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId);
  if (page.after !== undefined) query = query.where('id', '<', page.after);
  const rows = await query.orderBy('id', 'desc').limit(page.limit).execute();
  return rows.map((row) => ({
    id: row.id,
    memberId: row.member_id,
    kind: row.kind,
    contactId: row.contact_id,
    about: decodeRecord(row.about),
    createdAt: row.created_at,
    readAt: row.read_at,
  }));
}

export async function countUnread(db: Db, workspaceId: string, memberId: string): Promise<number> {
  const row = await db
    .selectFrom('notice')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Marks a member's own as read: these, or all. */
export async function markRead(
  db: Db,
  workspaceId: string,
  memberId: string,
  ids: readonly string[] | 'all',
  at: Instant,
): Promise<void> {
  if (ids !== 'all' && ids.length === 0) return;
  let query = db
    .updateTable('notice')
    .set({ read_at: at })
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .where('read_at', 'is', null);
  if (ids !== 'all') query = query.where('id', 'in', ids);
  await query.execute();
}

/** Forgets what is older, and what belongs to a member who leaves. */
export async function prune(
  db: Db,
  workspaceId: string,
  which: { before: Instant } | { memberId: string },
): Promise<void> {
  let query = db.deleteFrom('notice').where('workspace_id', '=', workspaceId);
  query =
    'before' in which
      ? query.where('created_at', '<', which.before)
      : query.where('member_id', '=', which.memberId);
  await query.execute();
}
