/**
 * How a draft stands with the colleagues who read it. `outdated`: it was approved, and changed since. A draft that nobody
 * was asked about has no state.
 */
export const REVIEW_STATES = ['requested', 'changes_requested', 'approved', 'outdated'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** Why somebody may not approve a draft. */
export type ReviewRefusal = 'not_approver' | 'own_edit';

/** Who would approve what. */
export interface ReviewSituation {
  /** The member's role is one that approves. */
  isApprover: boolean;
  isOwner: boolean;
  /** The last change of the draft is this member's. */
  isOwnEdit: boolean;
  /** The workspace publishes only what was approved. */
  isRequired: boolean;
}

/**
 * Why somebody may not approve a draft; undefined when they may. Four eyes: where approval is required, nobody approves
 * their own last change, but an owner does, who could switch the rule off as well and is named in the log.
 */
export function reviewRefusal({
  isApprover,
  isOwner,
  isOwnEdit,
  isRequired,
}: ReviewSituation): ReviewRefusal | undefined {
  if (!isApprover) return 'not_approver';
  return isRequired && isOwnEdit && !isOwner ? 'own_edit' : undefined;
}
