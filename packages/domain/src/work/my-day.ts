/** What can want doing today. */
export type WorkKind =
  | 'install'
  | 'detractor'
  | 'renewal_window'
  | 'stalled_onboarding'
  | 'unread_comment'
  | 'quiet_account'
  | 'erasure_request'
  | 'review'
  | 'mention'
  | 'case';

/** One thing to do, as far as its place in the day depends on it. */
export interface Work {
  id: string;
  kind: WorkKind;
  /** Whole days that make it pressing: until the renewal, since the last step, the last visit, the answer or the wish. */
  days: number;
  /** Recurring revenue of the account in minor units; 0 when unknown. */
  revenueMinor: number;
}

/** A renewal this near goes before everything but unhappy people. */
const NEAR_RENEWAL_DAYS = 30;

/** Days in which somebody's wish to be erased has to be carried out: the law gives a month. */
export const ERASURE_DUE_DAYS = 30;
/** A wish that is this many days old goes before everything. */
export const OLD_WISH_DAYS = 20;

const RANK: Readonly<Record<WorkKind, number>> = {
  install: 0,
  detractor: 2,
  case: 2,
  review: 5,
  renewal_window: 8,
  stalled_onboarding: 6,
  unread_comment: 7,
  quiet_account: 9,
  erasure_request: 4,
  mention: 5,
};

function rankOf({ kind, days }: Work): number {
  if (kind === 'renewal_window' && days <= NEAR_RENEWAL_DAYS) return 3;
  if (kind === 'erasure_request' && days >= OLD_WISH_DAYS) return 1;
  return RANK[kind];
}

/** Within a kind: the nearest renewal, else what has waited longest. */
function waitOf({ kind, days }: Work): number {
  return kind === 'renewal_window' ? days : -days;
}

/**
 * Puts the day in order: unhappy people first, then near renewals, wishes to be erased (the old ones before everybody), drafts that a
 * colleague wants read and notes that call somebody, stalled onboarding, praise to answer, later renewals, quiet accounts; within a kind by pressure, then by revenue, then by id, so that the order is the same on every reload.
 */
export function orderOfDay<W extends Work>(work: readonly W[]): W[] {
  return work.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      waitOf(a) - waitOf(b) ||
      b.revenueMinor - a.revenueMinor ||
      (a.id < b.id ? -1 : 1),
  );
}
