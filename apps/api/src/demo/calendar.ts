import type { Day, Instant } from '@banso/domain/time';
import { addDays, dayOf, HOUR_MS } from '@banso/domain/time';

/** Times counted from the day of the seed: day 0 is today, day −1 yesterday. */
export interface Calendar {
  /** The present; nothing of the history is later. */
  now: Instant;
  day(offset: number): Day;
  /** @param hour - Of the UTC day, fractions allowed; may be under 0 or over 24. */
  at(offset: number, hour: number): Instant;
  isWeekend(offset: number): boolean;
}

/** The calendar of the day on which `now` falls: the same the whole day long. */
export function calendarOf(now: Instant): Calendar {
  const today = dayOf(now);
  const days = new Map<number, { day: Day; startsAt: number; isWeekend: boolean }>();
  const known = (offset: number) => {
    const found = days.get(offset);
    if (found) return found;
    const day = addDays(today, offset);
    const start = new Date(`${day}T00:00:00.000Z`);
    const made = { day, startsAt: start.getTime(), isWeekend: [0, 6].includes(start.getUTCDay()) };
    days.set(offset, made);
    return made;
  };
  return {
    now,
    day: (offset) => known(offset).day,
    at: (offset, hour) => new Date(known(offset).startsAt + Math.round(hour * HOUR_MS)).toISOString(),
    isWeekend: (offset) => known(offset).isWeekend,
  };
}
