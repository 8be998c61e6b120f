export { HEALTH_DAYS, HEALTH_LEVELS, healthAt } from './judgement.ts';
export type { HealthJudgement, HealthLevel } from './judgement.ts';
