import type { Day, Instant } from './instant.ts';
import { DAY_MS, SECOND_MS } from './instant.ts';

/**
 * The calendar day that people in `zone` have at an instant.
 *
 * @param zone - An IANA name such as `Asia/Tokyo`.
 * @throws {RangeError} on a zone that the platform does not know.
 */
export function dayIn(zone: string, at: Instant): Day {
  return calendarOf(zone)(Date.parse(at));
}

/**
 * The first instant of the day that people in `zone` have at `instant`: midnight there, or the first second after it
 * where clocks skip midnight.
 *
 * @throws {RangeError} on a zone that the platform does not know.
 */
export function startOfDayIn(zone: string, instant: Instant): Instant {
  const dayAt = calendarOf(zone);
  const now = Date.parse(instant);
  const today = dayAt(now);
  // Offsets are not to be had from Intl, but days only ever move on: halve until the second is found.
  let [before, within] = [Math.floor((now - 1.5 * DAY_MS) / SECOND_MS), Math.floor(now / SECOND_MS)];
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayAt(middle * SECOND_MS) >= today) within = middle;
    else before = middle;
  }
  return new Date(within * SECOND_MS).toISOString();
}

function calendarOf(zone: string): (ms: number) => Day {
  // The Canadian English calendar is written year-month-day.
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (ms) => {
    const parts = new Map(format.formatToParts(ms).map(({ type, value }) => [type, value]));
    return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  };
}
