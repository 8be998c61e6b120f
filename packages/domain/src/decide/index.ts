export { decide, mayClaim } from './decide.ts';
export { HOLD_REASONS } from './decision.ts';
export type {
  Candidate,
  Decision,
  DecisionInput,
  FatigueBudget,
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
export { CLAIM_LEASE_MS } from './recurrence.ts';
