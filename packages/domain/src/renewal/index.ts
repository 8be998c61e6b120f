export { accountAfter, accountBefore, decideRenewal, RENEWAL_OUTCOMES } from './renewal.ts';
export type { DecidedRenewal, RenewalDecision, RenewalOutcome, RenewalProblem } from './renewal.ts';
