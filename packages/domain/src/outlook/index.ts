export { daysBetweenVisits, expectedVisits, GONE_AFTER_DAYS, UNKNOWN_HABIT_DAYS } from './habit.ts';
export { playOutlook } from './outlook.ts';
export { playPublication } from './publication.ts';
export type {
  Outlook,
  OutlookAccount,
  OutlookCell,
  OutlookInput,
  OutlookPerson,
  OutlookVisit,
} from './outlook.ts';
