import type { Day } from '../time/instant.ts';

/** What became of a renewal that was decided; until then it is open, and is the renewal date of its account. */
export const RENEWAL_OUTCOMES = ['renewed', 'churned'] as const;
export type RenewalOutcome = (typeof RENEWAL_OUTCOMES)[number];

/** An amount of recurring revenue in minor units of its currency. */
export interface Amount {
  amountMinor: number;
  currency: string;
}

/** What of an account a decision reads and changes. */
export interface RenewingAccount {
  /** The day on which its contract ends unless it is renewed; null: none is known. */
  renewalDate: Day | null;
  recurringRevenue: Amount | null;
  lifecycle: string;
}

/** What somebody decided about the renewal that is open. */
export interface RenewalDecision {
  outcome: RenewalOutcome;
  /** The recurring revenue from then on; undefined: it stays. Only of a renewal. */
  amountAfter?: Amount | null | undefined;
  /** When the renewed contract ends. Only of a renewal, and needed for it. */
  nextDueDate?: Day | undefined;
}

/** A renewal with what it changed. */
export interface DecidedRenewal {
  dueDate: Day;
  outcome: RenewalOutcome;
  amountBefore: Amount | null;
  /** Of an account that has left: nothing, in the currency that it had. */
  amountAfter: Amount | null;
  /** Null: the account has left. */
  nextDueDate: Day | null;
  lifecycleBefore: string;
}

/** Why a decision cannot be taken: the field of it, or undefined where the account has nothing to decide. */
export interface RenewalProblem {
  field?: keyof RenewalDecision;
  code: 'nothing_due' | 'required' | 'not_later' | 'not_allowed';
}

/** What becomes of the account's open renewal, or why nothing can. */
export function decideRenewal(
  { renewalDate, recurringRevenue, lifecycle }: RenewingAccount,
  { outcome, amountAfter, nextDueDate }: RenewalDecision,
): { renewal: DecidedRenewal } | { problem: RenewalProblem } {
  if (renewalDate === null) return { problem: { code: 'nothing_due' } };
  const common = {
    dueDate: renewalDate,
    outcome,
    amountBefore: recurringRevenue,
    lifecycleBefore: lifecycle,
  };
  if (outcome === 'churned') {
    if (nextDueDate !== undefined) return { problem: { field: 'nextDueDate', code: 'not_allowed' } };
    if (amountAfter !== undefined) return { problem: { field: 'amountAfter', code: 'not_allowed' } };
    const nothing = recurringRevenue && { ...recurringRevenue, amountMinor: 0 };
    return { renewal: { ...common, amountAfter: nothing, nextDueDate: null } };
  }
  if (nextDueDate === undefined) return { problem: { field: 'nextDueDate', code: 'required' } };
  if (nextDueDate <= renewalDate) return { problem: { field: 'nextDueDate', code: 'not_later' } };
  const after = amountAfter === undefined ? recurringRevenue : amountAfter;
  return { renewal: { ...common, amountAfter: after, nextDueDate } };
}

/** The account after its renewal was decided. */
export const accountAfter = (renewal: DecidedRenewal): RenewingAccount => ({
  renewalDate: renewal.nextDueDate,
  recurringRevenue: renewal.amountAfter,
  lifecycle: lifecycleAfter(renewal),
});

function lifecycleAfter({ outcome, lifecycleBefore }: DecidedRenewal): string {
  if (outcome === 'churned') return 'churned';
  // somebody had given it up too early
  return lifecycleBefore === 'churned' ? 'established' : lifecycleBefore;
}

/** The account as it was before, for a decision that is taken back. */
export const accountBefore = (renewal: DecidedRenewal): RenewingAccount => ({
  renewalDate: renewal.dueDate,
  recurringRevenue: renewal.amountBefore,
  lifecycle: renewal.lifecycleBefore,
});
