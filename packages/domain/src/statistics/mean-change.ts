import { Z_95 } from './z-95.ts';

/** The mean of differences of the same people, with its 95 % interval; none of them rounded. */
export interface MeanChange {
  mean: number;
  /** Undefined both: of one difference nothing is known of how they vary. */
  low: number | undefined;
  high: number | undefined;
  n: number;
}

/**
 * The mean of paired differences, `d̄ ± z·s/√n` with the sample's standard deviation: "paired differences" of definitions.md where
 * the same people answered twice. Too narrow for a handful of people; show it with its n.
 *
 * @returns `undefined` without differences.
 */
export function meanChangeOf(differences: readonly number[]): MeanChange | undefined {
  const n = differences.length;
  if (n === 0) return undefined;
  const mean = differences.reduce((sum, each) => sum + each, 0) / n;
  if (n === 1) return { mean, low: undefined, high: undefined, n };
  const square = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (n - 1);
  const reach = Z_95 * Math.sqrt(square / n);
  return { mean, low: mean - reach, high: mean + reach, n };
}
