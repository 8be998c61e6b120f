import type { Instant } from '../time/index.ts';

/** How an account is, from the best to the worst. */
export const HEALTH_LEVELS = ['good', 'average', 'poor'] as const;
/** One of {@link HEALTH_LEVELS}. */
export type HealthLevel = (typeof HEALTH_LEVELS)[number];

/** For how many days a judgement holds unless it says so itself (`definitions.md`, human pulse). */
export const HEALTH_DAYS = 90;

/** What somebody of the team has said of an account's health. */
export interface HealthJudgement {
  level: HealthLevel;
  until: Instant;
}

/** The health of an account at a moment; undefined: nobody has said, or it was too long ago. */
export function healthAt(judged: HealthJudgement | null, now: Instant): HealthLevel | undefined {
  return judged !== null && judged.until > now ? judged.level : undefined;
}
