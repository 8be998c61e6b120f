export { orderOfDay } from './my-day.ts';
export type { Work, WorkKind } from './my-day.ts';
