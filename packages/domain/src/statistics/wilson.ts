import { Z_95 } from './z-95.ts';

/** A share of a group in per cent, with its Wilson interval, that of 95 % unless it says so; none of them rounded. */
export interface Share {
  /** 0–100. */
  percent: number;
  low: number;
  high: number;
  /** How many of the group. */
  count: number;
  /** The whole group. */
  n: number;
}

/**
 * A share with its Wilson score interval,
 * `(p̂ + z²/2n ± z·√(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n)` (Wilson 1927).
 *
 * @param z - How far the interval reaches; 95 % unless given.
 * @returns `undefined` when `n` is 0.
 * @throws {RangeError} unless `successes` and `n` are whole numbers with 0 ≤ successes ≤ n.
 */
export function wilson(successes: number, n: number, z = Z_95): Share | undefined {
  if (!Number.isInteger(successes) || !Number.isInteger(n) || successes < 0 || successes > n) {
    throw new RangeError(`Not a share: ${successes} of ${n}`);
  }
  if (n === 0) return undefined;
  const p = successes / n;
  const square = z ** 2 / n;
  const centre = p + square / 2;
  const reach = z * Math.sqrt((p * (1 - p)) / n + square / (4 * n));
  const end = (of: number): number => (100 * of) / (1 + square);
  return {
    percent: 100 * p,
    // Both ends are exact where nobody or everybody agrees; floating point alone would miss by a hair.
    low: successes === 0 ? 0 : end(centre - reach),
    high: successes === n ? 100 : end(centre + reach),
    count: successes,
    n,
  };
}
