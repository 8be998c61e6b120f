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
  | 'case'
  | 'task';

/** One thing to do, as far as its place in the day depends on it. */
export interface Work {
  id: string;
  kind: WorkKind;
  /**
   * Whole days that make it pressing: until the renewal or the day on which a task is due (negative: past it; `Infinity`: it has none),
   * since the last step, the last visit, the answer or the wish.
   */
  days: number;
  /** Recurring revenue of the account in minor units; 0 when unknown. */
  revenueMinor: number;
}

/** A renewal this near goes before everything but unhappy people. */
const NEAR_RENEWAL_DAYS = 30;

/** A task that is due within so many days belongs to this week's work. */
export const NEAR_TASK_DAYS = 7;

/** Days in which somebody's wish to be erased has to be carried out: the law gives a month. */
export const ERASURE_DUE_DAYS = 30;
/** A wish that is this many days old goes before everything. */
export const OLD_WISH_DAYS = 20;

const RANK: Readonly<Record<WorkKind, number>> = {
  install: 0,
  detractor: 2,
  case: 2,
  erasure_request: 5,
  review: 6,
  mention: 6,
  stalled_onboarding: 8,
  unread_comment: 9,
  renewal_window: 10,
  quiet_account: 11,
  task: 12,
};

function rankOf({ kind, days }: Work): number {
  if (kind === 'task' && days <= 0) return 3;
  if (kind === 'task' && days <= NEAR_TASK_DAYS) return 7;
  if (kind === 'renewal_window' && days <= NEAR_RENEWAL_DAYS) return 4;
  if (kind === 'erasure_request' && days >= OLD_WISH_DAYS) return 1;
  return RANK[kind];
}

/** Within a kind: the nearest renewal or day, else what has waited longest. */
function waitOf({ kind, days }: Work): number {
  return kind === 'renewal_window' || kind === 'task' ? days : -days;
}

/**
 * Puts the day in order: unhappy people first, then tasks whose day has come, near renewals, wishes to be erased (the old ones before everybody),
 * drafts that a colleague wants read and notes that call somebody, tasks of the week, stalled onboarding, praise to answer, later renewals, quiet
 * accounts, tasks without a day; within a kind by pressure, then by revenue, then by id, so that the order is the same on every reload.
 */
export function orderOfDay<W extends Work>(work: readonly W[]): W[] {
  return work.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      compared(waitOf(a), waitOf(b)) ||
      b.revenueMinor - a.revenueMinor ||
      (a.id < b.id ? -1 : 1),
  );
}

// what never comes is as far off as anything else that never comes
const compared = (a: number, b: number): number => (a === b ? 0 : a - b);
