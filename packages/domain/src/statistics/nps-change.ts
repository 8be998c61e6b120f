import type { NpsTally } from './nps.ts';
import { answerVarianceOf, bandOf, npsOf } from './nps.ts';
import { LEAST_FOR_SCORE } from './confidence.ts';
import { Z_95 } from './z-95.ts';
import type { Power } from './z-of-power.ts';
import { Z_OF_POWER } from './z-of-power.ts';

/** What happened to a score between two groups. */
export interface NpsChange {
  /** Points, after − before, not rounded. */
  difference: number;
  /** Difference in standard errors. */
  z: number;
  /** False: chance alone moves groups of this size that much, so say "no detectable change". */
  detectable: boolean;
  /** People who answered in both, whose own differences took part. */
  paired: number;
}

/** People who gave these scores, 0 to 10, one after the other. */
export interface PairCount {
  before: number;
  after: number;
  count: number;
}

/**
 * Compares two waves: `z = (NPS₂ − NPS₁) / √(SE₁² + SE₂² − 2·r·n₁₂·σ₁σ₂ / n₁n₂)`, detectable from |z| ≥ 1.96 on. With nobody in both that is the
 * comparison of independent waves, and with the same people in both that of their paired differences (Derrick, Russ, Toher and White
 * 2017, "Test statistics for the comparison of means for two samples that include both paired and independent observations"). A wave in
 * which everybody agrees has a plain error of 0, which would make any change certain; it takes the adjusted error instead.
 * Where either wave is too small to have a score shown, nothing is detectable.
 *
 * @param pairs - What the people who answered in both said; without them all are taken for different people.
 * @returns `undefined` when either wave has no answers.
 */
export function npsChange(
  before: NpsTally,
  after: NpsTally,
  pairs: readonly PairCount[] = [],
): NpsChange | undefined {
  const [first, second] = [npsOf(before), npsOf(after)];
  if (!first || !second) return undefined;
  const difference = second.score - first.score;
  const [one, other] = [answerVarianceOf(before), answerVarianceOf(after)];
  const paired = pairs.reduce((sum, { count }) => sum + count, 0);
  const shared = (2 * correlationOf(pairs) * paired * Math.sqrt(one * other)) / (first.n * second.n);
  const z = difference / (100 * Math.sqrt(one / first.n + other / second.n - shared));
  const enough = Math.min(first.n, second.n) >= LEAST_FOR_SCORE;
  return { difference, z, detectable: enough && Math.abs(z) >= 1.96, paired };
}

const codeOf = (score: number): number => ({ promoter: 1, passive: 0, detractor: -1 })[bandOf(score)];

/**
 * How alike the two answers of a person are (Pearson, of answers coded +1 / 0 / −1). Never 1, since a few people who all moved alike are no
 * certainty; 0 with too few to tell, and where one of the answers was the same from everybody.
 */
function correlationOf(pairs: readonly PairCount[]): number {
  let [n, x, y, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  for (const { before, after, count } of pairs) {
    const [one, other] = [codeOf(before), codeOf(after)];
    n += count;
    x += count * one;
    y += count * other;
    xx += count * one ** 2;
    yy += count * other ** 2;
    xy += count * one * other;
  }
  const spread = (n * xx - x ** 2) * (n * yy - y ** 2);
  if (n < LEAST_FOR_SCORE || spread <= 0) return 0;
  const most = 1 - 1 / n;
  return Math.max(-most, Math.min(most, (n * xy - x * y) / Math.sqrt(spread)));
}

/**
 * Answers that each of two equally large periods needs for a difference as large as the one between these waves to be
 * detected with the given power: `n = (z₀.₉₇₅ + z_power)² · (v₁ + v₂) / (p − d difference)²`, the normal approximation
 * for two independent means (Fleiss, Levin and Paik 2003, chapter 4), rounded up.
 *
 * @param power - 0.8 is "four times in five".
 * @returns `undefined` without answers in a wave or without a difference: no number of answers shows what is not there.
 */
export function answersNeeded(before: NpsTally, after: NpsTally, power: Power = 0.8): number | undefined {
  const [first, second] = [npsOf(before), npsOf(after)];
  if (!first || !second || first.score === second.score) return undefined;
  const difference = (second.score - first.score) / 100;
  const variance = answerVarianceOf(before) + answerVarianceOf(after);
  return Math.ceil(((Z_95 + Z_OF_POWER[power]) ** 2 * variance) / difference ** 2);
}
