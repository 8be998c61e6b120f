import { Z_95 } from './z-95.ts';

/** Two-sided points of the normal distribution at 95 % divided among one to four comparisons: `z(1 − 0.025 / m)`. */
const POINTS = [Z_95, 2.241403, 2.39398, 2.497705] as const;

/**
 * How far the interval of each of several comparisons reaches, so that all of them together hold in at least 95 of 100
 * experiments (Bonferroni). One comparison is that of every other interval.
 *
 * @throws {RangeError} unless there are one to four.
 */
export function zOfFamily(comparisons: number): number {
  const point = POINTS[comparisons - 1];
  if (point === undefined) throw new RangeError(`Not one to four comparisons: ${comparisons}`);
  return point;
}
