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
  return [...Array(count).keys()].map((index) => {
    const back = -(count - 1 - index) * stepDays * DAY_MS;
    return { from: addMs(last.from, back), to: addMs(last.to, back) };
  });
}

/** How far the windows of a trend are apart. */
export type TrendStep = 'day' | 'week' | 'month';

const POINTS: Readonly<Record<TrendStep, number>> = { day: 60, week: 39, month: 18 };

/**
 * The windows of a rolling trend at a step: 60 days, 39 weeks or 18 months of them. Months go back to the same time of the same day, or
 * of the last one that a month has, in UTC.
 */
export function trendEvery(to: Instant, step: TrendStep, windowDays: number): Period[] {
  if (step !== 'month') return trendPoints(to, POINTS[step], step === 'day' ? 1 : 7, windowDays);
  const last = lastDays(to, windowDays);
  return [...Array(POINTS.month).keys()].map((index) => {
    const end = monthsBefore(last.to, POINTS.month - 1 - index);
    return { from: addMs(end, -windowDays * DAY_MS), to: end };
  });
}

function monthsBefore(at: Instant, months: number): Instant {
  const [year, month, day] = [Number(at.slice(0, 4)), Number(at.slice(5, 7)) - 1, Number(at.slice(8, 10))];
  const lastDay = new Date(Date.UTC(year, month - months + 1, 0)).getUTCDate();
  return `${new Date(Date.UTC(year, month - months, Math.min(day, lastDay))).toISOString().slice(0, 10)}${at.slice(10)}`;
}

function endOfHour(at: Instant): Instant {
  return addMs(hourOf(at), HOUR_MS);
}
