import type { ContentKind } from '@banso/domain/content';
import type { Instant } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import type { Db, Tables } from '../tables.ts';

/** What became of the wish to have a draft read. */
export interface ReviewRecord {
  contentId: string;
  state: Tables['content_review']['state'];
  /** The revision of the draft that was asked about or decided on. */
  draftRevision: number;
  /** Members' ids; null: a key, or nobody asked. */
  requestedBy: string | null;
  requestedAt: Instant | null;
  /** Null: whoever may. */
  reviewer: string | null;
  note: string;
  decidedBy: string | null;
  decidedAt: Instant | null;
  comment: string;
}

const recordOf = (row: Selectable<Tables['content_review']>): ReviewRecord => ({
  contentId: row.content_id,
  state: row.state,
  draftRevision: row.draft_revision,
  requestedBy: row.requested_by,
  requestedAt: row.requested_at,
  reviewer: row.reviewer,
  note: row.note,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  comment: row.comment,
});

/** The reviews of these contents, in no order. */
export async function list(
  db: Db,
  workspaceId: string,
  contentIds: readonly string[],
): Promise<ReviewRecord[]> {
  if (contentIds.length === 0) return [];
  const rows = await db
    .selectFrom('content_review')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('content_id', 'in', contentIds)
    .execute();
  return rows.map(recordOf);
}

/** The review of one content; undefined when nobody was asked. */
export async function find(
  db: Db,
  workspaceId: string,
  contentId: string,
): Promise<ReviewRecord | undefined> {
  const [found] = await list(db, workspaceId, [contentId]);
  return found;
}

/** Writes a review in place of the one before. */
export async function put(db: Db, workspaceId: string, review: ReviewRecord): Promise<void> {
  const columns = {
    state: review.state,
    draft_revision: review.draftRevision,
    requested_by: review.requestedBy,
    requested_at: review.requestedAt,
    reviewer: review.reviewer,
    note: review.note,
    decided_by: review.decidedBy,
    decided_at: review.decidedAt,
    comment: review.comment,
  };
  await db
    .insertInto('content_review')
    .values({ workspace_id: workspaceId, content_id: review.contentId, ...columns })
    .onConflict((oc) => oc.columns(['workspace_id', 'content_id']).doUpdateSet(columns))
    .execute();
}

/** Forgets a review that is not decided in favour: what was asked about is published. */
export async function closeOpen(db: Db, workspaceId: string, contentId: string): Promise<void> {
  await db
    .deleteFrom('content_review')
    .where('workspace_id', '=', workspaceId)
    .where('content_id', '=', contentId)
    .where('state', '!=', 'approved')
    .execute();
}

/** A draft that somebody is asked to read. */
export interface WaitingReview {
  contentId: string;
  kind: ContentKind;
  name: string;
  requestedBy: string | null;
  requestedAt: Instant;
}

/** Reviews that this member is asked for, or that nobody in particular is and somebody else asked for; the oldest first. */
export async function listWaiting(
  db: Db,
  workspaceId: string,
  member: string,
  limit: number,
): Promise<WaitingReview[]> {
  const rows = await db
    .selectFrom('content_review')
    .innerJoin('content', (join) =>
      join
        .onRef('content.workspace_id', '=', 'content_review.workspace_id')
        .onRef('content.id', '=', 'content_review.content_id'),
    )
    .select(['content.id', 'content.kind', 'content.name', 'requested_by', 'requested_at'])
    .where('content_review.workspace_id', '=', workspaceId)
    .where('content_review.state', '=', 'requested')
    .where('content.status', '!=', 'archived')
    .where((eb) =>
      eb.or([
        eb('reviewer', '=', member),
        eb.and([
          eb('reviewer', 'is', null),
          eb.or([eb('requested_by', 'is', null), eb('requested_by', '!=', member)]),
        ]),
      ]),
    )
    .orderBy('requested_at')
    .orderBy('content.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    contentId: row.id,
    kind: row.kind,
    name: row.name,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at ?? '',
  }));
}
