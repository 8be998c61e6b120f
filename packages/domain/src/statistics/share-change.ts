import { LEAST_FOR_SCORE } from './confidence.ts';
import type { Share } from './wilson.ts';

/** What happened to a share between two independent groups. */
export interface ShareChange {
  /** Percentage points, after − before, not rounded. */
  difference: number;
  /** Difference in standard errors; 0 where everybody in both groups agrees. */
  z: number;
  /** False: chance alone moves groups of this size that much, so say "no detectable change". */
  detectable: boolean;
}

/**
 * Compares two independent shares by the "N − 1" two-proportion test (Campbell 2007, the square root of Pearson's chi-square as Egon Pearson
 * corrected it): `z = (p₂ − p₁) / √(p̄·(1 − p̄)·(1/n₁ + 1/n₂)) · √((N − 1) / N)`, detectable from |z| ≥ 1.96 on. Where either group is too small to
 * have a score shown, nothing is detectable.
 */
export function shareChange(before: Share, after: Share): ShareChange {
  const all = before.n + after.n;
  const pooled = (before.count + after.count) / all;
  const difference = after.percent - before.percent;
  const error = 100 * Math.sqrt(pooled * (1 - pooled) * (1 / before.n + 1 / after.n));
  const z = error === 0 ? 0 : (difference / error) * Math.sqrt((all - 1) / all);
  const enough = Math.min(before.n, after.n) >= LEAST_FOR_SCORE;
  return { difference, z, detectable: enough && Math.abs(z) >= 1.96 };
}
