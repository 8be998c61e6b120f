/** A moment in UTC as ISO 8601 text with milliseconds, e.g. `2026-01-05T10:00:00.000Z`. Sorts as text. */
export type Instant = string;

/** A calendar day in UTC, e.g. `2026-01-05`. */
export type Day = string;

/** Half-open: `from` belongs to the period, `to` does not. */
export interface Period {
  from: Instant;
  to: Instant;
}

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Moves an instant by `ms` milliseconds (negative: back). */
export function addMs(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString();
}

/** Milliseconds from `from` to `to`; negative when `to` is earlier. */
export function msBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

/** The UTC day on which an instant falls. */
export function dayOf(at: Instant): Day {
  return at.slice(0, 10);
}

/** The calendar day `days` later (negative: earlier). */
export function addDays(day: Day, days: number): Day {
  return dayOf(addMs(`${day}T00:00:00.000Z`, days * DAY_MS));
}

/** Whole days of the calendar from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round(msBetween(`${from}T00:00:00.000Z`, `${to}T00:00:00.000Z`) / DAY_MS);
}

/** The start of the UTC hour in which an instant falls. */
export function hourOf(at: Instant): Instant {
  return `${at.slice(0, 13)}:00:00.000Z`;
}
