import type { Day, Instant } from '../time/instant.ts';
import { addDays, addMs, msBetween } from '../time/instant.ts';
import type { LocalTime, Weekday } from '../time/local.ts';
import { instantIn, wallClockIn } from '../time/wall-clock.ts';

/** When a team works. A clock in office hours stands still outside of them. */
export interface OfficeHours {
  /** An IANA name such as `Asia/Tokyo`. */
  timeZone: string;
  /** At least one. */
  days: readonly Weekday[];
  from: LocalTime;
  /** Later than `from`, on the same day. */
  to: LocalTime;
  /** Days of the calendar in `timeZone` on which nobody works, such as public holidays. */
  closedOn: readonly Day[];
}

/** The working time of an ordinary day in milliseconds: what "one business day" means. */
export function businessDayMs({ from, to }: Pick<OfficeHours, 'from' | 'to'>): number {
  return msBetween(`1970-01-01T${from}:00.000Z`, `1970-01-01T${to}:00.000Z`);
}

/**
 * The first instant at which `ms` of working time have gone by since `at`.
 *
 * @param ms - 0 or more; 0 gives `at` itself, also outside of the hours.
 * @throws {RangeError} on a zone that the platform does not know, and on hours in which nobody ever works.
 */
export function addOfficeMs(hours: OfficeHours, at: Instant, ms: number): Instant {
  if (hours.days.length === 0 || businessDayMs(hours) <= 0) throw new RangeError('Nobody ever works');
  let left = ms;
  for (let day = dayAt(hours, at); left > 0; day = addDays(day, 1)) {
    const shift = shiftOn(hours, day);
    if (!shift) continue;
    const from = at > shift.from ? at : shift.from;
    const open = msBetween(from, shift.to);
    if (open <= 0) continue;
    if (left <= open) return addMs(from, left);
    left -= open;
  }
  return at;
}

/** Working time between two instants in milliseconds; 0 where `to` is not later. */
export function officeMsBetween(hours: OfficeHours, from: Instant, to: Instant): number {
  if (to <= from) return 0;
  let sum = 0;
  const last = dayAt(hours, to);
  for (let day = dayAt(hours, from); day <= last; day = addDays(day, 1)) {
    const shift = shiftOn(hours, day);
    if (!shift) continue;
    const [begin, end] = [from > shift.from ? from : shift.from, to < shift.to ? to : shift.to];
    sum += Math.max(0, msBetween(begin, end));
  }
  return sum;
}

const dayAt = ({ timeZone }: OfficeHours, at: Instant): Day => wallClockIn(timeZone, at).slice(0, 10);

/** Undefined: nobody works on that day, or clocks leap over it. */
function shiftOn(
  { timeZone, days, from, to, closedOn }: OfficeHours,
  day: Day,
): { from: Instant; to: Instant } | undefined {
  const weekday = (new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7) as Weekday;
  if (!days.includes(weekday) || closedOn.includes(day)) return undefined;
  const begin = instantIn(timeZone, `${day}T${from}`);
  const end = instantIn(timeZone, `${day}T${to}`);
  if (!begin || !end || begin.at >= end.at) return undefined;
  // a whole day that a zone left out would be counted twice
  if (wallClockIn(timeZone, begin.at).slice(0, 10) !== day) return undefined;
  return { from: begin.at, to: end.at };
}
