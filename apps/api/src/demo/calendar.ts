import type { Day, Instant } from '@banso/domain/time';
import { addDays, addMs, dayOf, HOUR_MS } from '@banso/domain/time';

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
  const day = (offset: number) => addDays(today, offset);
  return {
    now,
    day,
    at: (offset, hour) => addMs(`${day(offset)}T00:00:00.000Z`, Math.round(hour * HOUR_MS)),
    isWeekend: (offset) => [0, 6].includes(new Date(`${day(offset)}T00:00:00.000Z`).getUTCDay()),
  };
}
