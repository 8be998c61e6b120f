/** What can want doing today. */
export type WorkKind =
  | 'install'
  | 'detractor'
  | 'renewal_window'
  | 'stalled_onboarding'
  | 'unread_comment'
  | 'quiet_account';

/** One thing to do, as far as its place in the day depends on it. */
export interface Work {
  id: string;
  kind: WorkKind;
  /** Whole days that make it pressing: until the renewal, since the last step, since the last visit, since the answer. */
  days: number;
  /** Recurring revenue of the account in minor units; 0 when unknown. */
  revenueMinor: number;
}

/** A renewal this near goes before everything but unhappy people. */
const NEAR_RENEWAL_DAYS = 30;

const RANK: Readonly<Record<WorkKind, number>> = {
  install: 0,
  detractor: 1,
  renewal_window: 5,
  stalled_onboarding: 3,
  unread_comment: 4,
  quiet_account: 6,
};

function rankOf({ kind, days }: Work): number {
  return kind === 'renewal_window' && days <= NEAR_RENEWAL_DAYS ? 2 : RANK[kind];
}

/** Within a kind: the nearest renewal, else what has waited longest. */
function waitOf({ kind, days }: Work): number {
  return kind === 'renewal_window' ? days : -days;
}

/**
 * Puts the day in order: unhappy people first, then near renewals, stalled onboarding, praise to answer, later renewals,
 * quiet accounts; within a kind by pressure, then by revenue, then by id, so that the order is the same on every reload.
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
