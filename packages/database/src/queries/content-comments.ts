import type { Instant } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import type { Db, Tables } from '../tables.ts';

/** What a member of the team says about a draft. */
export interface CommentRecord {
  id: string;
  contentId: string;
  /** A member's id. */
  author: string;
  /** The field of the draft that it is about; null: the whole content. */
  path: string | null;
  text: string;
  createdAt: Instant;
  /** Null: it is open. */
  resolvedAt: Instant | null;
  resolvedBy: string | null;
}

const recordOf = (row: Selectable<Tables['content_comment']>): CommentRecord => ({
  id: row.id,
  contentId: row.content_id,
  author: row.author,
  path: row.path,
  text: row.words,
  createdAt: row.created_at,
  resolvedAt: row.resolved_at,
  resolvedBy: row.resolved_by,
});

/** Comments on one content, newest first. `before` is the id after which to go on. */
export async function list(
  db: Db,
  workspaceId: string,
  contentId: string,
  page: { before?: string | undefined; limit: number },
): Promise<CommentRecord[]> {
  let query = db
    .selectFrom('content_comment')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('content_id', '=', contentId);
  if (page.before !== undefined) query = query.where('id', '<', page.before);
  const rows = await query.orderBy('id', 'desc').limit(page.limit).execute();
  return rows.map(recordOf);
}

/** One comment on one content; undefined when there is none. */
export async function find(
  db: Db,
  workspaceId: string,
  contentId: string,
  id: string,
): Promise<CommentRecord | undefined> {
  const row = await db
    .selectFrom('content_comment')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('content_id', '=', contentId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Adds a comment; its content must be there. */
export async function create(db: Db, workspaceId: string, comment: CommentRecord): Promise<void> {
  await db
    .insertInto('content_comment')
    .values({
      workspace_id: workspaceId,
      id: comment.id,
      content_id: comment.contentId,
      author: comment.author,
      path: comment.path,
      words: comment.text,
      created_at: comment.createdAt,
      resolved_at: comment.resolvedAt,
      resolved_by: comment.resolvedBy,
    })
    .execute();
}

/** Resolves a comment, or opens it again with null. */
export async function resolve(
  db: Db,
  workspaceId: string,
  id: string,
  by: { at: Instant; member: string } | null,
): Promise<void> {
  await db
    .updateTable('content_comment')
    .set({ resolved_at: by?.at ?? null, resolved_by: by?.member ?? null })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Deletes a comment. */
export async function remove(db: Db, workspaceId: string, id: string): Promise<void> {
  await db
    .deleteFrom('content_comment')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/** How many comments on these contents are open; contents without any are left out. */
export async function countOpen(
  db: Db,
  workspaceId: string,
  contentIds: readonly string[],
): Promise<Map<string, number>> {
  if (contentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('content_comment')
    .select(({ fn }) => ['content_id', fn.countAll<number>().as('open')])
    .where('workspace_id', '=', workspaceId)
    .where('content_id', 'in', contentIds)
    .where('resolved_at', 'is', null)
    .groupBy('content_id')
    .execute();
  return new Map(rows.map((row) => [row.content_id, Number(row.open)]));
}
