import type { ScaleType } from '../content/survey-scale.ts';
import { LEAST_FOR_SCORE } from '../statistics/confidence.ts';
import type { NpsTally } from '../statistics/nps.ts';
import { npsOf, respondentsOf, tallyOf } from '../statistics/nps.ts';
import { npsDifference } from '../statistics/nps-difference.ts';
import { cesOf, csatOf } from '../statistics/scale-score.ts';
import type { ShareDifference } from '../statistics/share-difference.ts';
import { shareDifference } from '../statistics/share-difference.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Arm } from './experiment.ts';

/** What the arms of an experiment with a survey answered to one question of a scale. */
export interface ScaleAnswers {
  type: ScaleType;
  /** By arm the counts of the answers, from the lowest to the highest; one answer a person. */
  histograms: Readonly<Partial<Record<Arm, readonly number[]>>>;
}

/** A score with its 95 % interval: that of NPS in points, of other scales the share of favourable answers. */
export interface ArmScore {
  score: number;
  low: number;
  high: number;
  n: number;
}

/** The score of one arm. Undefined: nobody answered. */
export function scoreOf({ type, histograms }: ScaleAnswers, arm: Arm): ArmScore | undefined {
  const histogram = histograms[arm];
  if (!histogram) return undefined;
  if (type === 'nps') {
    const found = npsOf(tallyOf(histogram));
    return found && { score: found.score, low: found.low, high: found.high, n: found.n };
  }
  const found = favourable(type, histogram);
  return found && { score: found.percent, low: found.low, high: found.high, n: found.n };
}

/** How far the scores of two arms are apart, `one − other`. Undefined: too few answered in either. */
export function scoreDifference(
  { type, histograms }: ScaleAnswers,
  one: Arm,
  other: Arm,
  z: number,
): ShareDifference | undefined {
  const [first, second] = [histograms[one], histograms[other]];
  if (!first || !second) return undefined;
  if (type === 'nps') {
    const tallies: [NpsTally, NpsTally] = [tallyOf(first), tallyOf(second)];
    const isEnough = Math.min(...tallies.map(respondentsOf)) >= LEAST_FOR_SCORE;
    return isEnough ? npsDifference(...tallies, z) : undefined;
  }
  const [here, there] = [favourable(type, first), favourable(type, second)];
  if (!here || !there || Math.min(here.n, there.n) < LEAST_FOR_SCORE) return undefined;
  const [wide, beside] = [wilson(here.count, here.n, z), wilson(there.count, there.n, z)];
  return wide && beside && shareDifference(wide, beside);
}

const favourable = (type: ScaleType, histogram: readonly number[]) =>
  type === 'ces' ? cesOf(histogram) : csatOf(histogram);
