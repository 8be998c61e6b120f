import type { Share } from './wilson.ts';
import { wilson } from './wilson.ts';

/** The score of a rating scale: a share of favourable answers, and the mean as a second, labelled number. */
export interface ScaleScore extends Share {
  /** Mean of the answers on their scale, which starts at 1. */
  mean: number;
}

/**
 * Customer satisfaction: the share of answers in the top boxes (4 and 5 of 5, 6 and 7 of 7). It is a share, not a mean
 * (https://help.delighted.com/article/240-how-is-csat-calculated).
 *
 * @param histogram - Counts from the lowest box (1) to the highest; its length is the scale.
 * @param topBoxes - How many boxes at the top are satisfied.
 * @returns `undefined` without answers.
 * @throws {RangeError} on a count that is not a whole number ≥ 0, and on more top boxes than boxes, or none.
 */
export function csatOf(histogram: readonly number[], topBoxes = 2): ScaleScore | undefined {
  if (!Number.isInteger(topBoxes) || topBoxes < 1 || topBoxes > histogram.length) {
    throw new RangeError(`Not a number of top boxes: ${topBoxes} of ${histogram.length}`);
  }
  return topShareOf(histogram, topBoxes);
}

/**
 * Customer Effort Score 2.0: the share of 5–7 on "… made it easy for me to …", 1 strongly disagree to 7 strongly agree;
 * higher is better. The older 1–5 version ran the other way and is not this.
 *
 * @param histogram - Seven counts, of the answers 1 to 7.
 * @returns `undefined` without answers.
 * @throws {RangeError} on another length, and on a count that is not a whole number ≥ 0.
 */
export function cesOf(histogram: readonly number[]): ScaleScore | undefined {
  if (histogram.length !== 7) throw new RangeError(`A CES histogram has 7 counts, not ${histogram.length}`);
  return topShareOf(histogram, 3);
}

function topShareOf(histogram: readonly number[], boxes: number): ScaleScore | undefined {
  let [n, top, sum] = [0, 0, 0];
  histogram.forEach((count, index) => {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a count: ${count}`);
    n += count;
    sum += count * (index + 1);
    if (index >= histogram.length - boxes) top += count;
  });
  const share = wilson(top, n);
  return share && { ...share, mean: sum / n };
}
