import type { NpsTally } from './nps.ts';
import { answerVarianceOf, npsOf } from './nps.ts';
import type { ShareDifference } from './share-difference.ts';
import { Z_95 } from './z-95.ts';

/**
 * The difference `one − other` of the scores of two independent groups in points, with the interval of its standard error, that of
 * `npsChange`: `d ± z·√(v₁/n₁ + v₂/n₂)`.
 *
 * @param z - How far the interval reaches; a wider one where several differences are told together (see `zOfFamily`).
 * @returns `undefined` when either group has no answers.
 */
export function npsDifference(one: NpsTally, other: NpsTally, z = Z_95): ShareDifference | undefined {
  const [first, second] = [npsOf(one), npsOf(other)];
  if (!first || !second) return undefined;
  const points = first.score - second.score;
  const reach = z * 100 * Math.sqrt(answerVarianceOf(one) / first.n + answerVarianceOf(other) / second.n);
  return { points, low: Math.max(-200, points - reach), high: Math.min(200, points + reach) };
}
