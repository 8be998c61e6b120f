import type { Day } from '../time/instant.ts';
import { addDays, DAY_MS } from '../time/instant.ts';

/** Whether all days in which something was to happen after a start are over, so that who has not done it did not. */
export function haveElapsed(startedOn: Day, withinDays: number, asOf: Day): boolean {
  return addDays(startedOn, withinDays) < asOf;
}

/** Whether it happened within so many days after the day of the start. */
export function isWithin(startedOn: Day, on: Day | null, withinDays: number): on is Day {
  return on !== null && on <= addDays(startedOn, withinDays);
}

/** Days from one to another. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
