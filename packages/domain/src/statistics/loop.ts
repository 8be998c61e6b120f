import type { Instant } from '../time/instant.ts';
import { msBetween } from '../time/instant.ts';
import type { MeanChange } from './mean-change.ts';
import { meanChangeOf } from './mean-change.ts';
import type { Median } from './median.ts';
import { medianOf } from './median.ts';
import { percentileOf } from './percentile.ts';
import type { Share } from './wilson.ts';
import { wilson } from './wilson.ts';

/** One case, as far as the figures of the loop look at it. */
export interface LoopCase {
  openedAt: Instant;
  /** When the first touch was due; null: the team had nothing to answer any more. */
  dueAt: Instant | null;
  firstTouchAt: Instant | null;
  contactedAt: Instant | null;
  closedAt: Instant | null;
  /** Whether the first touch came in time; null: there was none. */
  inTime: boolean | null;
  reopenings: number;
  /** NPS that gave cause; null: none did. */
  score: number | null;
  /** The latest NPS that the same person gave after the case had opened; null: none. */
  laterScore: number | null;
  /** The NPS that they gave when asked again because the case was resolved; null: none. It counts before any other later one. */
  recoveryScore: number | null;
}

/** How long something took, in milliseconds of the calendar. */
export interface Duration extends Median {
  p90: number;
}

/** How well a team closes the loop (definitions, "Closed loop"). A share of nobody is undefined. */
export interface Loop {
  /** Cases of the period. */
  cases: number;
  /** Of those that were due: closed after the customer was spoken to. */
  coverage: Share | undefined;
  /** Of those whose first clock has ended: touched before it did. */
  inside: Share | undefined;
  firstTouch: Duration | undefined;
  close: Duration | undefined;
  /** Of those that were closed once. */
  reopened: Share | undefined;
  /** Of those from a low score whose person was asked again: a later score of 7 or more. */
  recovered: Share | undefined;
  /** How the scores of people with low ones moved, by whether the team had spoken to them. */
  scoreChange: { followedUp: MeanChange | undefined; notFollowedUp: MeanChange | undefined };
}

const RECOVERED_SCORE = 7;

/**
 * The figures of the loop over the cases of a period. A case is due once it was touched, was closed, or its time ran out.
 *
 * @param cases - Without those that were withdrawn.
 */
export function loopOf(cases: readonly LoopCase[], now: Instant): Loop {
  const due = cases.filter(
    ({ firstTouchAt, closedAt, dueAt }) =>
      firstTouchAt !== null || closedAt !== null || (dueAt !== null && dueAt < now),
  );
  const closed = cases.filter(({ closedAt }) => closedAt !== null);
  const wasClosed = cases.filter(({ closedAt, reopenings }) => closedAt !== null || reopenings > 0);
  const again = cases.flatMap(({ score, laterScore, recoveryScore, contactedAt }) => {
    const later = recoveryScore ?? laterScore;
    return score !== null && score < RECOVERED_SCORE && later !== null
      ? [{ change: later - score, later, isFollowed: contactedAt !== null }]
      : [];
  });
  const changes = (followed: boolean) =>
    meanChangeOf(again.filter(({ isFollowed }) => isFollowed === followed).map(({ change }) => change));
  return {
    cases: cases.length,
    coverage: wilson(
      due.filter(({ closedAt, contactedAt }) => closedAt !== null && contactedAt !== null).length,
      due.length,
    ),
    inside: wilson(due.filter(({ inTime }) => inTime === true).length, due.length),
    firstTouch: durationOf(cases.map(({ openedAt, firstTouchAt }) => [openedAt, firstTouchAt])),
    close: durationOf(closed.map(({ openedAt, closedAt }) => [openedAt, closedAt])),
    reopened: wilson(wasClosed.filter(({ reopenings }) => reopenings > 0).length, wasClosed.length),
    recovered: wilson(again.filter(({ later }) => later >= RECOVERED_SCORE).length, again.length),
    scoreChange: { followedUp: changes(true), notFollowedUp: changes(false) },
  };
}

function durationOf(pairs: readonly (readonly [Instant, Instant | null])[]): Duration | undefined {
  const took = pairs.flatMap(([from, to]) => (to === null ? [] : [msBetween(from, to)]));
  const median = medianOf(took);
  return median && { ...median, p90: percentileOf(took, 0.9) ?? median.median };
}
