import { tracking } from '@banso/contract';
import type { Instant } from '@banso/domain/time';
import { addMs, DAY_MS } from '@banso/domain/time';

/** What a message and its batch say of time, by the sender's clock. */
export interface SaidTimes {
  timestamp?: string | null | undefined;
  originalTimestamp?: string | null | undefined;
  sentAt?: string | null | undefined;
}

/**
 * When something happened, by our clock: as long before its arrival as it happened, by the sender's clock, before it was sent.
 * So a wrong clock does no harm. Who does not say when they sent is believed to have sent just now.
 * @returns undefined when it is longer ago than may be told. Never in the future.
 */
export function happenedAt(
  { timestamp, originalTimestamp, sentAt }: SaidTimes,
  receivedAt: Instant,
): Instant | undefined {
  const said = timestamp ?? originalTimestamp;
  if (said == null) return receivedAt;
  const age = Math.max(0, Date.parse(sentAt ?? receivedAt) - Date.parse(said));
  return age > tracking.MAX_AGE_DAYS * DAY_MS ? undefined : addMs(receivedAt, -age);
}
