import { quantileOf } from './quantile.ts';

/** A median with its interval of at least 95 %. */
export interface Median {
  median: number;
  /** Undefined both: under six values no two of them hold the median in 95 of 100 samples. */
  low: number | undefined;
  high: number | undefined;
  n: number;
}

/**
 * The median with the interval between two order statistics, which asks nothing of the distribution (Conover 1999, section 3.2): from
 * the r-th smallest value to the r-th largest one, r as large as `P(Binomial(n, ½) < r) ≤ 0.025` allows.
 *
 * @param values - In any order.
 * @returns `undefined` without values.
 */
export function medianOf(values: readonly number[]): Median | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  const n = sorted.length;
  const median = quantileOf(sorted, 0.5);
  if (median === undefined) return undefined;
  const rank = rankOf(n);
  return {
    median,
    low: rank === 0 ? undefined : sorted[rank - 1],
    high: rank === 0 ? undefined : sorted[n - rank],
    n,
  };
}

/** The largest r with `P(Binomial(n, ½) < r) ≤ 0.025`; 0: there is none. Logarithms, since 2⁻ⁿ soon is too small for a number. */
function rankOf(n: number): number {
  let logChance = -n * Math.LN2;
  let below = 0;
  for (let rank = 0; ; rank += 1) {
    below += Math.exp(logChance);
    if (below > 0.025) return rank;
    logChance += Math.log((n - rank) / (rank + 1));
  }
}
