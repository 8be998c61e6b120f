export { ERASURE_DUE_DAYS, NEAR_TASK_DAYS, OLD_WISH_DAYS, orderOfDay } from './my-day.ts';
export type { Work, WorkKind } from './my-day.ts';
