/** Whether arms are as large as their shares make them. */
export interface SampleRatio {
  chiSquare: number;
  /** Chance makes arms differ so much in less than one of 1,000 experiments: something else does. */
  isMismatch: boolean;
}

/** Points of the chi-square distribution that chance passes once in 1,000 times, by degrees of freedom from 1 on. */
const ONE_IN_A_THOUSAND = [10.828, 13.816, 16.266, 18.467];
/** Below so many expected units in an arm the distribution is not what the points above are of. */
const LEAST_EXPECTED = 5;

/**
 * Pearson's chi-square of the sizes of arms against their shares, at the level of 0.001 that is usual for it (Fabijan et al. 2019): the
 * check is made all the time, and a mismatch makes every other number worthless.
 *
 * @param arms - Two to five, with how many units each has and its share of them, 0–1; the shares make 1.
 * @returns `undefined` where there are too few to tell.
 */
export function sampleRatio(arms: readonly { count: number; share: number }[]): SampleRatio | undefined {
  const point = ONE_IN_A_THOUSAND[arms.length - 2];
  const all = arms.reduce((sum, { count }) => sum + count, 0);
  if (point === undefined || arms.some(({ share }) => share * all < LEAST_EXPECTED)) return undefined;
  const chiSquare = arms.reduce(
    (sum, { count, share }) => sum + (count - share * all) ** 2 / (share * all),
    0,
  );
  return { chiSquare, isMismatch: chiSquare > point };
}
