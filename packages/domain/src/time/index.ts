export {
  addDays,
  addMs,
  DAY_MS,
  dayOf,
  HOUR_MS,
  hourOf,
  MINUTE_MS,
  msBetween,
  SECOND_MS,
} from './instant.ts';
export type { Day, Instant, Period } from './instant.ts';
export { lastDays, periodBefore, trendPoints } from './period.ts';
export { dayIn, startOfDayIn } from './zone.ts';
