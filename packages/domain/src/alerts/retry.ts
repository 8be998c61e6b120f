import type { Instant } from '../time/instant.ts';
import { addMs, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../time/instant.ts';

/** What is waited after each attempt that failed; 75 h 42 min in all. */
export const RETRY_DELAYS_MS: readonly number[] = [
  5 * SECOND_MS,
  30 * SECOND_MS,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  ...[1, 2, 4, 8, 12, 12, 12, 12, 12].map((hours) => hours * HOUR_MS),
];

/** By how much of itself a wait grows at most, so that many do not come back at one moment. */
export const RETRY_JITTER = 0.1;

/** A receiver may ask for more time, but no more than this. */
const LONGEST_ASKED_MS = 12 * HOUR_MS;

/** How long an endpoint may answer nothing but failures. */
export const DEAD_AFTER_MS = 5 * DAY_MS;

/**
 * When something is tried again that failed at `now`.
 *
 * @param attempts - How often it was tried, this time included; 1 or more.
 * @param chance - 0 to 1: where in the jitter it falls.
 * @param askedMs - What the receiver asked for (`Retry-After`), in milliseconds; undefined: nothing.
 * @returns undefined: that was the last attempt.
 */
export function nextAttemptAt(
  attempts: number,
  now: Instant,
  chance: number,
  askedMs?: number,
): Instant | undefined {
  const delay = RETRY_DELAYS_MS[attempts - 1];
  if (delay === undefined) return undefined;
  const asked = Math.min(Math.max(0, askedMs ?? 0), LONGEST_ASKED_MS);
  return addMs(now, Math.round(Math.max(delay * (1 + RETRY_JITTER * chance), asked)));
}

/**
 * What `Retry-After` asks for in milliseconds (RFC 9110, 10.2.3: seconds or an HTTP date); undefined for what is neither.
 */
export function retryAfterMs(header: string | undefined, now: Instant): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * SECOND_MS;
  const at = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.parse(now));
}
