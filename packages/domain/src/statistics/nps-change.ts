import type { NpsTally } from './nps.ts';
import { answerVarianceOf, npsOf } from './nps.ts';
import { LEAST_FOR_SCORE } from './confidence.ts';
import { Z_95 } from './z-95.ts';

/** What happened to a score between two independent groups. */
export interface NpsChange {
  /** Points, after − before, not rounded. */
  difference: number;
  /** Difference in standard errors. */
  z: number;
  /** False: chance alone moves groups of this size that much, so say "no detectable change". */
  detectable: boolean;
}

/**
 * Compares two independent waves: `z = (NPS₂ − NPS₁) / √(SE₁² + SE₂²)`, detectable from |z| ≥ 1.96 on. A wave in which
 * everybody agrees has a plain error of 0, which would make any change certain; it takes the adjusted error instead.
 * Where either wave is too small to have a score shown, nothing is detectable.
 *
 * @returns `undefined` when either wave has no answers.
 */
export function npsChange(before: NpsTally, after: NpsTally): NpsChange | undefined {
  const [first, second] = [npsOf(before), npsOf(after)];
  if (!first || !second) return undefined;
  const difference = second.score - first.score;
  const error = 100 * Math.sqrt(answerVarianceOf(before) / first.n + answerVarianceOf(after) / second.n);
  const z = difference / error;
  const enough = Math.min(first.n, second.n) >= LEAST_FOR_SCORE;
  return { difference, z, detectable: enough && Math.abs(z) >= 1.96 };
}

/** One-sided points of the normal distribution for the chance of seeing a change that is there. */
const Z_OF_POWER = { 0.8: 0.841621, 0.9: 1.281552 };

/** Chance of detecting a difference that is real. */
export type Power = keyof typeof Z_OF_POWER;

/**
 * Answers that each of two equally large periods needs for a difference as large as the one between these waves to be
 * detected with the given power: `n = (z₀.₉₇₅ + z_power)² · (v₁ + v₂) / (p − d difference)²`, the normal approximation
 * for two independent means (Fleiss, Levin and Paik 2003, chapter 4), rounded up.
 *
 * @param power - 0.8 is "four times in five".
 * @returns `undefined` without answers in a wave or without a difference: no number of answers shows what is not there.
 */
export function answersNeeded(before: NpsTally, after: NpsTally, power: Power = 0.8): number | undefined {
  const [first, second] = [npsOf(before), npsOf(after)];
  if (!first || !second || first.score === second.score) return undefined;
  const difference = (second.score - first.score) / 100;
  const variance = answerVarianceOf(before) + answerVarianceOf(after);
  return Math.ceil(((Z_95 + Z_OF_POWER[power]) ** 2 * variance) / difference ** 2);
}
