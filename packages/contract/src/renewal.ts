// Apart from the index: only the pages that show it load what its schemas need.
import { RENEWAL_OUTCOMES } from '@banso/domain/renewal';
import * as z from 'zod';
import { AccountId, Day, id, Instant, Money, PageQuery } from './common.ts';

export const RenewalId = id('ren');

/** A renewal of an account that was decided. The one that is open is the account's `renewalDate`. */
export const Renewal = z.object({
  id: RenewalId,
  account: z.object({ id: AccountId, name: z.string() }),
  /** The period of a renewal is that of its due date, however early or late it was decided. */
  dueDate: Day,
  outcome: z.enum(RENEWAL_OUTCOMES),
  /** The day on which the customer decided. */
  decidedOn: Day,
  decidedAt: Instant,
  /** Who wrote it down; null: a key. */
  decidedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Annual recurring revenue before and after; null: not known. Zero after an account has left. */
  amountBefore: Money.nullable(),
  amountAfter: Money.nullable(),
  /** When the renewed contract ends; null: the account has left. */
  nextDueDate: Day.nullable(),
});
export type Renewal = z.infer<typeof Renewal>;

export const RenewalQuery = PageQuery.extend({
  accountId: AccountId.optional(),
  outcome: z.enum(RENEWAL_OUTCOMES).optional(),
  /** First and last due date, both included. */
  dueFrom: Day.optional(),
  dueTo: Day.optional(),
});

/** What became of the renewal of an account that is open: its `renewalDate`. */
export const RenewalDecision = z.strictObject({
  outcome: z.enum(RENEWAL_OUTCOMES),
  /** Default: today in UTC. */
  decidedOn: Day.optional(),
  /** The recurring revenue from then on. Default: it stays. Only when it was renewed. */
  amountAfter: Money.nullable().optional(),
  /** When the renewed contract ends: after the due date. Needed when it was renewed. */
  nextDueDate: Day.optional(),
});
