import { bandOf } from '../statistics/nps.ts';

/** Why there is a case, the gravest first. `team`: somebody on the team opened it by hand. */
export const CASE_CAUSES = ['detractor', 'low_csat', 'message', 'team', 'passive', 'promoter'] as const;
/** One of {@link CASE_CAUSES}. */
export type CaseCause = (typeof CASE_CAUSES)[number];

/** How pressing a case is, the most pressing first. */
export const CASE_PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;
/** One of {@link CASE_PRIORITIES}. */
export type CasePriority = (typeof CASE_PRIORITIES)[number];

/** What of an answer can make a case. */
export interface AnswerGiven {
  /** NPS, 0 to 10; null: not asked, or skipped. */
  score: number | null;
  /** The lowest mark for satisfaction, 1 to 5; null: none. */
  csat: number | null;
}

/** Marks of 1 and 2 of 5: the bottom two boxes. */
const LOW_CSAT = 2;

/** What an answer gives cause for; undefined: it holds no score that means anything here. */
export function causeOfAnswer({ score, csat }: AnswerGiven): CaseCause | undefined {
  const band = score === null ? undefined : bandOf(score);
  if (band === 'detractor') return band;
  if (csat !== null && csat <= LOW_CSAT) return 'low_csat';
  return band;
}

/** Whether one cause is graver than another. */
export function isGraver(one: CaseCause, than: CaseCause): boolean {
  return CASE_CAUSES.indexOf(one) < CASE_CAUSES.indexOf(than);
}

/** A score this low is pressing by itself. */
const VERY_LOW_SCORE = 3;
/** A renewal this near makes everything more pressing. */
const NEAR_RENEWAL_DAYS = 60;

/**
 * How pressing a case is when it opens: by its cause and score, and one level more where the account renews within 60 days.
 *
 * @param daysToRenewal - Undefined: nothing is due. Below 0 it is overdue, which is as near.
 */
export function priorityOf(
  cause: CaseCause,
  score: number | null,
  daysToRenewal: number | undefined,
): CasePriority {
  const level =
    cause === 'detractor' ? (score !== null && score <= VERY_LOW_SCORE ? 1 : 2) : PLAIN_LEVEL[cause];
  const isNear = daysToRenewal !== undefined && daysToRenewal <= NEAR_RENEWAL_DAYS;
  return CASE_PRIORITIES[isNear ? Math.max(0, level - 1) : level] ?? 'normal';
}

/** Places in {@link CASE_PRIORITIES}. */
const PLAIN_LEVEL: Readonly<Record<Exclude<CaseCause, 'detractor'>, number>> = {
  low_csat: 2,
  message: 2,
  team: 2,
  passive: 3,
  promoter: 3,
};
