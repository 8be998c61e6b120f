export {
  addDays,
  addMs,
  DAY_MS,
  dayOf,
  daysBetween,
  HOUR_MS,
  hourOf,
  MINUTE_MS,
  msBetween,
  SECOND_MS,
} from './instant.ts';
export type { Day, Instant, Period } from './instant.ts';
export { localMoment, WEEKDAYS } from './local.ts';
export type { LocalMoment, LocalTime, Weekday } from './local.ts';
export { lastDays, periodBefore, trendEvery, trendPoints } from './period.ts';
export type { TrendStep } from './period.ts';
export { dayIn, startOfDayIn } from './zone.ts';
export { lastWeekly, mondayOf } from './weekly.ts';
export type { WeeklyMoment } from './weekly.ts';
export { instantIn, wallClockIn } from './wall-clock.ts';
export type { ClockMoment } from './wall-clock.ts';
