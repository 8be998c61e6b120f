import { Z_95 } from './z-95.ts';

/** Groups of Bain's system: detractor 0–6, passive 7–8, promoter 9–10. */
export type NpsBand = 'detractor' | 'passive' | 'promoter';

/** The scores of each band, both ends included. */
export const BAND_SCORES: Readonly<Record<NpsBand, { low: number; high: number }>> = {
  detractor: { low: 0, high: 6 },
  passive: { low: 7, high: 8 },
  promoter: { low: 9, high: 10 },
};

/** How many people fall in each band: one score per person, skipped questions left out. */
export interface NpsTally {
  promoters: number;
  passives: number;
  detractors: number;
}

/** Net Promoter Score of a group, in points from −100 to 100, none of them rounded. */
export interface Nps {
  score: number;
  /** Lower end of the 95 % interval (adjusted Wald), never under −100. */
  low: number;
  /** Upper end of the 95 % interval (adjusted Wald), never over 100. */
  high: number;
  /** Plain standard error of the score in points; 0 when everybody agrees, so no interval may be made of it. */
  standardError: number;
  /** People with a score. */
  n: number;
}

/**
 * The band of one answer.
 *
 * @throws {RangeError} unless `score` is a whole number 0–10. The contract refuses those first, so this is a bug.
 */
export function bandOf(score: number): NpsBand {
  if (!Number.isInteger(score) || score < 0 || score > 10) throw new RangeError(`Not an NPS score: ${score}`);
  if (score >= BAND_SCORES.promoter.low) return 'promoter';
  return score >= BAND_SCORES.passive.low ? 'passive' : 'detractor';
}

/**
 * Sums a histogram of scores into bands.
 *
 * @param histogram - Eleven counts, of the scores 0 to 10 in this order.
 * @throws {RangeError} on another length, and on a count that is not a whole number ≥ 0.
 */
export function tallyOf(histogram: readonly number[]): NpsTally {
  if (histogram.length !== 11)
    throw new RangeError(`An NPS histogram has 11 counts, not ${histogram.length}`);
  const tally = { promoters: 0, passives: 0, detractors: 0 };
  histogram.forEach((count, score) => {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a count: ${count}`);
    tally[`${bandOf(score)}s`] += count;
  });
  return tally;
}

/** People in a tally, whatever their band. */
export function respondentsOf({ promoters, passives, detractors }: NpsTally): number {
  return promoters + passives + detractors;
}

/**
 * Net Promoter Score with its 95 % interval: adjusted Wald, three pseudo-answers split ¾ / 1½ / ¾ over the bands
 * (Rocks 2016; best on real data in https://measuringu.com/nps-three-confidence-intervals/), clipped to ±100.
 *
 * @returns `undefined` without answers: no score is not a score of zero.
 */
export function npsOf(tally: NpsTally): Nps | undefined {
  const n = respondentsOf(tally);
  if (n === 0) return undefined;
  const adjusted = adjustedShares(tally);
  const centre = 100 * (adjusted.promoters - adjusted.detractors);
  const reach = Z_95 * 100 * Math.sqrt(varianceOf(adjusted) / (n + 3));
  return {
    score: (100 * (tally.promoters - tally.detractors)) / n,
    low: Math.max(-100, centre - reach),
    high: Math.min(100, centre + reach),
    standardError: 100 * Math.sqrt(varianceOf(shares(tally)) / n),
    n,
  };
}

/** Shares of a group, 0–1; the rest is passive. */
interface Shares {
  promoters: number;
  detractors: number;
}

function shares({ promoters, passives, detractors }: NpsTally): Shares {
  const n = promoters + passives + detractors;
  return { promoters: promoters / n, detractors: detractors / n };
}

function adjustedShares({ promoters, passives, detractors }: NpsTally): Shares {
  return shares({ promoters: promoters + 0.75, passives: passives + 1.5, detractors: detractors + 0.75 });
}

/**
 * Variance of one answer coded +1 / 0 / −1: `p + d − (p − d)²`
 * (http://www.cybaea.net/Journal/2016/01/14/NPS-confidence-intervals-stats/).
 */
function varianceOf({ promoters: p, detractors: d }: Shares): number {
  // Equal to 0 when everybody agrees; rounding must not push it under.
  return Math.max(0, p + d - (p - d) ** 2);
}

/**
 * Variance of one answer (coded +1 / 0 / −1) for comparing groups: the plain one, and the adjusted one where
 * everybody agrees, because five equal answers are not certainty.
 */
export function answerVarianceOf(tally: NpsTally): number {
  return varianceOf(shares(tally)) || varianceOf(adjustedShares(tally));
}
