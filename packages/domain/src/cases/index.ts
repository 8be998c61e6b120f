export { ASSIGN_RULES, assigneeOf, handedTo } from './assign.ts';
export type { Assignee, AssignFor, AssignRule } from './assign.ts';
export {
  CASE_OUTCOMES,
  closed,
  goesOn,
  isOverdue,
  isWaiting,
  isWithdrawable,
  joined,
  openedCase,
  reopened,
  resumed,
  snoozed,
  touched,
  withdrawn,
  woken,
} from './case.ts';
export type { CaseClock, CaseOutcome, CaseState, Heard } from './case.ts';
export { CASE_CAUSES, CASE_PRIORITIES, causeOfAnswer, priorityOf } from './cause.ts';
export type { AnswerGiven, CaseCause, CasePriority } from './cause.ts';
export { addOfficeMs, businessDayMs, officeMsBetween } from './office-hours.ts';
export type { OfficeHours } from './office-hours.ts';
export { DEFAULT_CASE_SETTINGS, officeHoursOf } from './settings.ts';
export type { CaseSettings, CaseTarget } from './settings.ts';
export { recoveryFrom } from './recovery.ts';
export type { RecoveryRule } from './recovery.ts';
