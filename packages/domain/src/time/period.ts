import type { Instant, Period } from './instant.ts';
import { addMs, DAY_MS, HOUR_MS, hourOf } from './instant.ts';

/**
 * The last `days` × 24 hours, up to the end of the hour in which `now` falls: it starts and ends on an hour, so that
 * counters kept by the hour and the rows behind them cover exactly the same answers, the newest included.
 */
export function lastDays(now: Instant, days: number): Period {
  const to = endOfHour(now);
  return { from: addMs(to, -days * DAY_MS), to };
}

/** The equally long period that ends where this one starts. */
export function periodBefore({ from, to }: Period): Period {
  return { from: addMs(from, Date.parse(from) - Date.parse(to)), to: from };
}

/**
 * The windows of a rolling trend, oldest first. The last one is `lastDays(to, windowDays)`; each earlier one ends
 * `stepDays` × 24 hours before the next, so all of them start and end on an hour.
 */
export function trendPoints(to: Instant, count: number, stepDays: number, windowDays: number): Period[] {
  const last = lastDays(to, windowDays);
  return Array.from({ length: count }, (_, index) => {
    const back = -(count - 1 - index) * stepDays * DAY_MS;
    return { from: addMs(last.from, back), to: addMs(last.to, back) };
  });
}

function endOfHour(at: Instant): Instant {
  return addMs(hourOf(at), HOUR_MS);
}
