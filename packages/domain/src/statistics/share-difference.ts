import type { Share } from './wilson.ts';
import { Z_95 } from './z-95.ts';
import type { Power } from './z-of-power.ts';
import { Z_OF_POWER } from './z-of-power.ts';

/** A difference of two shares in percentage points, with its 95 % interval; none of them rounded. */
export interface ShareDifference {
  /** −100 to 100. */
  points: number;
  low: number;
  high: number;
}

/**
 * The difference `one − other` of two independent shares with the interval of Newcombe 1998 (method 10), which puts the two
 * Wilson intervals together: `d − √((p₁−l₁)² + (u₂−p₂)²)` to `d + √((u₁−p₁)² + (p₂−l₂)²)`.
 */
export function shareDifference(one: Share, other: Share): ShareDifference {
  const points = one.percent - other.percent;
  return {
    points,
    low: points - Math.hypot(one.percent - one.low, other.high - other.percent),
    high: points + Math.hypot(one.high - one.percent, other.percent - other.low),
  };
}

/**
 * Units that each arm needs for a change of a share from `basePercent` by `points` to be seen with the given power:
 * `n = (z₀.₉₇₅ + z_power)² · (p₁q₁ + p₂q₂) / (p₂ − p₁)²`, the normal approximation without continuity correction (Fleiss, Levin
 * and Paik 2003, chapter 4), rounded up.
 *
 * @param power - 0.8 is "four times in five".
 * @returns `undefined` without a difference, or where either share is not between 0 and 100: there is nothing to see.
 */
export function unitsNeeded(basePercent: number, points: number, power: Power = 0.8): number | undefined {
  const [before, after] = [basePercent / 100, (basePercent + points) / 100];
  if (!(before >= 0 && before <= 1 && after >= 0 && after <= 1) || points === 0) return undefined;
  const variance = before * (1 - before) + after * (1 - after);
  return Math.max(2, Math.ceil(((Z_95 + Z_OF_POWER[power]) ** 2 * variance) / (after - before) ** 2));
}
