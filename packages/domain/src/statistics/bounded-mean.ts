import { Z_95 } from './z-95.ts';

/** The mean of numbers from 0 to a known most, in their unit, with its 95 % interval; none of them rounded. */
export interface BoundedMean {
  mean: number;
  low: number;
  high: number;
  n: number;
}

/** How far two means are apart, in the unit of the numbers, with its 95 % interval; none of them rounded. */
export interface MeanDifference {
  difference: number;
  low: number;
  high: number;
}

/**
 * The mean with an interval by its standard error. For the interval, and not for the mean, the group has half a number at either end more, as the
 * adjusted Wald interval has of shares: where all numbers are alike their variance says nothing, and without it the interval would be too narrow.
 *
 * @param values - From 0 to `most`.
 * @returns `undefined` without values.
 */
export function boundedMean(values: readonly number[], most: number): BoundedMean | undefined {
  if (values.length === 0) return undefined;
  const { mean, centre, error } = momentsOf(values, most);
  const reach = Z_95 * Math.sqrt(error);
  return {
    mean,
    low: Math.max(0, Math.min(mean, centre - reach)),
    high: Math.min(most, Math.max(mean, centre + reach)),
    n: values.length,
  };
}

/**
 * The difference `one − other` of the means of two independent groups, with the interval of Welch from the errors of {@link boundedMean}:
 * `d ± z·√(v₁/n₁ + v₂/n₂)`.
 *
 * @param z - How far the interval reaches; a wider one where several differences are told together (see `zOfFamily`).
 * @returns `undefined` when either group has no values.
 */
export function meanDifference(
  one: readonly number[],
  other: readonly number[],
  most: number,
  z = Z_95,
): MeanDifference | undefined {
  if (one.length === 0 || other.length === 0) return undefined;
  const [first, second] = [momentsOf(one, most), momentsOf(other, most)];
  const difference = first.mean - second.mean;
  const middle = first.centre - second.centre;
  const reach = z * Math.sqrt(first.error + second.error);
  return {
    difference,
    low: Math.max(-most, Math.min(difference, middle - reach)),
    high: Math.min(most, Math.max(difference, middle + reach)),
  };
}

/** The mean; and of the group with half a number at either end more, the mean and the square of its standard error. */
function momentsOf(values: readonly number[], most: number) {
  const sum = values.reduce((all, value) => all + value, 0);
  const n = values.length + 1;
  const centre = (sum + most / 2) / n;
  const ends = (centre ** 2 + (most - centre) ** 2) / 2;
  const squares = values.reduce((all, value) => all + (value - centre) ** 2, ends);
  return { mean: sum / values.length, centre, error: squares / (n - 1) / n };
}
