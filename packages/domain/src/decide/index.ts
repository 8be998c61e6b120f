export { ASKING, LESS_DAYS } from './asking.ts';
export type { Asking } from './asking.ts';
export { becauseOf } from './because.ts';
export type { Because } from './because.ts';
export { askableInADay, daysCounted, INTERRUPTIVE_KINDS, mostWithin, tagLimitsFor } from './budget.ts';
export type { FatigueBudget, Interruption, InterruptiveKind, Limit, QuietHours, TagLimit } from './budget.ts';
export { decide, interruptions, mayClaim } from './decide.ts';
export { HOLD_REASONS } from './decision.ts';
export type {
  Candidate,
  Decision,
  DecisionInput,
  Held,
  HoldReason,
  InterruptionHistory,
  PageContext,
  Shown,
  ShowReason,
  Situation,
  Surface,
} from './decision.ts';
export { DEFAULT_BUDGET, defaultDelivery, defaultRecurrence } from './defaults.ts';
export { DECISION_REASONS, isSameOutcome, OUTCOMES, outcomesOf } from './outcome-of.ts';
export type { DecisionOutcome, DecisionReason, Outcome } from './outcome-of.ts';
export { opensAs } from './opens-as.ts';
export { historyOf, interrupted, seen, VISIT_GAP_MS } from './presence.ts';
export type { Presence } from './presence.ts';
export { CLAIM_LEASE_MS } from './recurrence.ts';
export { supposing } from './supposing.ts';
export type { Supposition } from './supposing.ts';
export { quotaUse } from './quota.ts';
export type { Answered } from './quota.ts';
export { answeredTransaction, openTransaction, transactionIdIn, withTransaction } from './transaction.ts';
export type { Transaction } from './transaction.ts';
export { dayInWave, isInTurn, waveAt, waveOf } from './waves.ts';
export type { Wave } from './waves.ts';
export { DEFAULT_RETENTION_DAYS, RETENTION_DAYS } from './retention.ts';
