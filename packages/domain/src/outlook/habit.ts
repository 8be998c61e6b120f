import type { Presence } from '../decide/presence.ts';
import type { Instant, Period } from '../time/instant.ts';
import { addMs, DAY_MS, msBetween } from '../time/instant.ts';

/** Who was not here for so long is not expected. */
export const GONE_AFTER_DAYS = 30;

/** How often somebody comes of whom only one visit is known. */
export const UNKNOWN_HABIT_DAYS = 7;

/** Whole days between two visits of a person: their mean so far, at least one. */
export function daysBetweenVisits({ visits, firstSeenAt, lastSeenAt }: Presence): number {
  if (visits < 2 || firstSeenAt === null || lastSeenAt === null) return UNKNOWN_HABIT_DAYS;
  return Math.max(1, Math.round(msBetween(firstSeenAt, lastSeenAt) / DAY_MS / (visits - 1)));
}

/**
 * When a person is expected, oldest first: at the time of day of their last visit, as many days apart as so far, and who is
 * overdue at the next such time. Never more than once in 24 hours.
 */
export function expectedVisits(presence: Presence, { from, to }: Period): Instant[] {
  const { lastSeenAt } = presence;
  if (lastSeenAt === null || msBetween(lastSeenAt, from) > GONE_AFTER_DAYS * DAY_MS) return [];
  const gap = daysBetweenVisits(presence);
  const overdue = Math.floor(Math.max(0, msBetween(lastSeenAt, from)) / DAY_MS) + 1;
  const visits: Instant[] = [];
  for (let at = addMs(lastSeenAt, Math.max(gap, overdue) * DAY_MS); at < to; at = addMs(at, gap * DAY_MS))
    visits.push(at);
  return visits;
}
