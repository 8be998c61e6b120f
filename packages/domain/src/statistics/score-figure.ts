import type { Scale } from '../content/survey-scale.ts';
import { scaleOf } from '../content/survey-scale.ts';
import type { Confidence } from './confidence.ts';
import { confidenceOf } from './confidence.ts';
import { npsOf, tallyOf } from './nps.ts';
import type { PairCount } from './nps-change.ts';
import { answersNeeded, npsChange } from './nps-change.ts';
import { cesOf, csatOf } from './scale-score.ts';
import { shareChange } from './share-change.ts';
import { unitsNeeded } from './share-difference.ts';

/** The scores that are reported. */
export type ScoreKind = 'nps' | 'csat' | 'ces';

/** The lowest favourable and the highest unfavourable answer; what lies between is neutral. */
const BOUNDS: Readonly<Record<ScoreKind, { favourable: number; unfavourable: number }>> = {
  nps: { favourable: 9, unfavourable: 6 },
  csat: { favourable: 4, unfavourable: 2 },
  ces: { favourable: 5, unfavourable: 3 },
};

/** A score with what it stands on; score and interval are null where there are too few answers to show them. */
export interface ScoreFigure {
  n: number;
  favourable: number;
  neutral: number;
  unfavourable: number;
  /** NPS in points from −100 to 100; of the others the share of favourable answers in per cent. */
  score: number | null;
  low: number | null;
  high: number | null;
  /** The mean of the answers on their scale, a second, labelled number; null for NPS and under five answers. */
  mean: number | null;
  confidence: Confidence;
}

/** Both ends of the scale of a kind. */
export function scaleOfKind(kind: ScoreKind): Scale {
  return scaleOf(kind) ?? { low: 0, high: 10 };
}

/** What a histogram of the scores 0 to 10 has on the scale of a kind, from its lowest number on. */
export function onScale(kind: ScoreKind, histogram: readonly number[]): number[] {
  const { low, high } = scaleOfKind(kind);
  return [...Array(high - low + 1).keys()].map((index) => histogram[low + index] ?? 0);
}

/**
 * The figure of a group.
 *
 * @param histogram - Eleven counts, of the answers 0 to 10, whatever the scale.
 */
export function scoreFigure(kind: ScoreKind, histogram: readonly number[]): ScoreFigure {
  const { favourable, unfavourable } = BOUNDS[kind];
  const within = (low: number, high: number) =>
    histogram.reduce((sum, count, score) => (score >= low && score <= high ? sum + count : sum), 0);
  const scale = scaleOfKind(kind);
  const groups = {
    favourable: within(favourable, scale.high),
    neutral: within(unfavourable + 1, favourable - 1),
    unfavourable: within(scale.low, unfavourable),
  };
  const n = groups.favourable + groups.neutral + groups.unfavourable;
  const confidence = confidenceOf(n);
  const found = confidence === 'counts' ? undefined : intervalOf(kind, histogram);
  return {
    n,
    ...groups,
    score: found?.score ?? null,
    low: found?.low ?? null,
    high: found?.high ?? null,
    mean: found?.mean ?? null,
    confidence,
  };
}

function intervalOf(kind: ScoreKind, histogram: readonly number[]) {
  if (kind === 'nps') {
    const found = npsOf(tallyOf(histogram));
    return found && { score: found.score, low: found.low, high: found.high, mean: null };
  }
  const found = shareOf(kind, histogram);
  return found && { score: found.percent, low: found.low, high: found.high, mean: found.mean };
}

const shareOf = (kind: 'csat' | 'ces', histogram: readonly number[]) =>
  kind === 'ces' ? cesOf(onScale(kind, histogram)) : csatOf(onScale(kind, histogram));

/** What happened between two groups. */
export interface ScoreChange {
  /** Points of NPS, percentage points of the others; not rounded. */
  difference: number;
  z: number;
  detectable: boolean;
  /** People who answered in both and were compared with themselves. */
  paired: number;
  /** Answers that each of two groups needs for a difference as large as this to be seen four times in five; null: there is none. */
  answersNeeded: number | null;
}

/**
 * Compares two groups.
 *
 * @param pairs - People in both groups, for NPS.
 * @returns `undefined` when either has no answers.
 */
export function scoreChange(
  kind: ScoreKind,
  before: readonly number[],
  after: readonly number[],
  pairs: readonly PairCount[] = [],
): ScoreChange | undefined {
  if (kind === 'nps') {
    const [then, now] = [tallyOf(before), tallyOf(after)];
    const change = npsChange(then, now, pairs);
    return change && { ...change, answersNeeded: answersNeeded(then, now) ?? null };
  }
  const [then, now] = [shareOf(kind, before), shareOf(kind, after)];
  if (!then || !now) return undefined;
  const change = shareChange(then, now);
  return { ...change, paired: 0, answersNeeded: unitsNeeded(then.percent, change.difference) ?? null };
}
