import { addDays, addMs, DAY_MS } from './instant.ts';
import type { Day, Instant } from './instant.ts';
import type { Weekday } from './local.ts';
import { instantIn, wallClockIn } from './wall-clock.ts';

/** A moment of each week by the clocks of a zone. */
export interface WeeklyMoment {
  weekday: Weekday;
  /** Full hour, 0 to 23. */
  hour: number;
  /** An IANA name such as `Asia/Tokyo`. */
  timeZone: string;
}

/**
 * The last time that the moment came, `now` included, with the Monday of its week by the calendar of the zone. Where clocks leap
 * over the hour it comes as much later; where they go back over it, it comes the first time.
 *
 * @throws {RangeError} on a zone that the platform does not know.
 */
export function lastWeekly(
  { weekday, hour, timeZone }: WeeklyMoment,
  now: Instant,
): { at: Instant; week: Day } {
  const clock = `T${`${hour}`.padStart(2, '0')}:00`;
  // from tomorrow on: a zone that leaps over a whole day can be ahead of its own calendar
  for (let day = addDays(wallClockIn(timeZone, now).slice(0, 10), 1); ; day = addDays(day, -1)) {
    const monday = mondayOf(day);
    if (addDays(monday, weekday - 1) !== day) continue;
    const moment = instantIn(timeZone, `${day}${clock}`);
    if (moment && moment.at <= now) return { at: moment.at, week: monday };
  }
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  const noon = `${day}T12:00:00.000Z`;
  const back = (new Date(noon).getUTCDay() + 6) % 7;
  return addMs(noon, -back * DAY_MS).slice(0, 10);
}
