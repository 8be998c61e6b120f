import { APPROVERS, type content } from '@banso/contract';
import type { ContentRecord, Db, ReviewRecord } from '@banso/database';
import { contentReviews } from '@banso/database';
import type { Principal } from '../app-env.ts';
import { AppError } from '../errors.ts';

/** A member by id and name; null for what a key or the system did, and for members who left. */
export function personOf(
  member: string | null,
  nameOf: (member: string) => string | undefined,
): { id: string; name: string } | null {
  const name = member === null ? undefined : nameOf(member);
  return member === null || name === undefined ? null : { id: member, name };
}

/** How a draft stands with its reviewers; an approval is of one revision of the draft. */
export function reviewOf(
  { draftRevision }: Pick<ContentRecord, 'draftRevision'>,
  review: ReviewRecord | undefined,
  nameOf: (member: string) => string | undefined,
): content.Review | null {
  if (!review) return null;
  const isOld = review.state === 'approved' && review.draftRevision !== draftRevision;
  return {
    state: isOld ? 'outdated' : review.state,
    requestedBy: personOf(review.requestedBy, nameOf),
    requestedAt: review.requestedAt,
    reviewer: personOf(review.reviewer, nameOf),
    note: review.note,
    decidedBy: personOf(review.decidedBy, nameOf),
    decidedAt: review.decidedAt,
    comment: review.comment,
  };
}

/** True for a member whose role approves drafts; a key never does. */
export const isApprover = (principal: Principal): boolean =>
  principal.kind === 'member' && APPROVERS.includes(principal.role);

/**
 * Refuses to publish a draft that nobody has approved as it is now.
 * @throws {AppError} `approval_required`
 */
export async function requireApproved(db: Db, workspaceId: string, record: ContentRecord): Promise<void> {
  const review = await contentReviews.find(db, workspaceId, record.id);
  if (approves(review, record)) return;
  throw approvalRequired(
    review?.state === 'approved'
      ? 'The draft was changed after it was approved: ask for another review.'
      : 'Ask for a review.',
  );
}

/**
 * The refusal of what takes an approval in this workspace.
 * @param what - What to do about it, as a sentence.
 * @param errors - What it is about, where that is more than the request itself.
 */
export function approvalRequired(what: string, errors?: AppError['errors']): AppError {
  const said = `This workspace publishes only what a colleague has approved. ${what}`;
  return new AppError('approval_required', said, errors && { errors });
}

/** Whether somebody has approved the draft as it is now. */
export async function isApproved(db: Db, workspaceId: string, record: ContentRecord): Promise<boolean> {
  return approves(await contentReviews.find(db, workspaceId, record.id), record);
}

const approves = (review: ReviewRecord | undefined, { draftRevision }: ContentRecord): boolean =>
  review?.state === 'approved' && review.draftRevision === draftRevision;
