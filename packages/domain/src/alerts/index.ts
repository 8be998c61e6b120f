export { FOLLOW_UPS } from './events.ts';
export type { FollowUpType } from './events.ts';
export { DEAD_AFTER_MS, nextAttemptAt, RETRY_DELAYS_MS, RETRY_JITTER, retryAfterMs } from './retry.ts';
export { isAlerting, releaseAt } from './rule.ts';
export type { AlertAnswer, AlertPace, AlertWhen, AnswerWhen, DropWhen } from './rule.ts';
