import type { ListeningReport } from '@banso/contract/listening';
import type { HoldReason } from '@banso/domain/decide';

/** What can become of a content in a visit, as the page tells it. */
export const OUTCOMES = ['asked', 'budget', 'person', 'own', 'first', 'outside'] as const;

/** One of {@link OUTCOMES}. */
export type Outcome = (typeof OUTCOMES)[number];

/** One content of the report. */
export type Ahead = ListeningReport['contents'][number];
type Cell = Ahead['days'][number];

const OUTCOME_OF: Readonly<Record<HoldReason, Exclude<Outcome, 'asked'>>> = {
  not_published: 'outside',
  not_started: 'outside',
  ended: 'outside',
  identity_required: 'outside',
  audience: 'outside',
  page: 'outside',
  device: 'outside',
  completed: 'own',
  already_answered: 'own',
  recently_shown: 'own',
  recently_dismissed: 'own',
  snoozed: 'person',
  opted_out: 'person',
  max_attempts: 'own',
  claimed_elsewhere: 'own',
  not_in_wave: 'own',
  wave_ahead: 'own',
  wave_asked: 'own',
  no_transaction: 'own',
  quota_reached: 'own',
  asked_never: 'person',
  first_session: 'budget',
  open_case: 'budget',
  quiet_day: 'budget',
  quiet_hours: 'budget',
  session_budget: 'budget',
  person_budget: 'budget',
  person_limit: 'budget',
  kind_budget: 'budget',
  tag_budget: 'budget',
  asked_less: 'person',
  reserved: 'budget',
  account_budget: 'budget',
  not_sampled: 'outside',
  lower_priority: 'first',
  holdout: 'outside',
  control: 'outside',
};

/** What holds a content back for this reason. */
export const outcomeOf = (reason: HoldReason): Exclude<Outcome, 'asked'> => OUTCOME_OF[reason];

/** The reasons of some days with their counts, the most frequent first. */
export function reasonsIn(days: readonly Cell[]): (readonly [HoldReason, number])[] {
  const sums = new Map<HoldReason, number>();
  for (const { held } of days)
    for (const [reason, count] of Object.entries(held) as [HoldReason, number][])
      sums.set(reason, (sums.get(reason) ?? 0) + count);
  return [...sums].filter(([, count]) => count > 0).toSorted((one, other) => other[1] - one[1]);
}

/** How often each outcome comes about in some days. */
export function tallyOf(days: readonly Cell[]): Record<Outcome, number> {
  const tally = { asked: 0, budget: 0, person: 0, own: 0, first: 0, outside: 0 };
  for (const { asked } of days) tally.asked += asked;
  for (const [reason, count] of reasonsIn(days)) tally[outcomeOf(reason)] += count;
  return tally;
}

/** Visits in which it was looked for whether the content opens. */
export function visitsIn(days: readonly Cell[]): number {
  return Object.values(tallyOf(days)).reduce((sum, count) => sum + count, 0);
}
