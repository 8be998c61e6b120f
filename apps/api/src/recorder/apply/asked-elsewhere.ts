import type { VariantKey } from '@banso/domain/experiment';
import { later } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import type { Actor, Ledger } from '../ledger.ts';
import { sharedAccountOf } from '../ledger.ts';

/** What somebody was asked, not by the widget: its first answer stands for the asking. */
export interface AskedElsewhere {
  factId: string;
  contentId: string;
  version: number;
  variant: VariantKey | null;
  at: Instant;
}

/** They were asked then: what keeps people from being asked too often counts it as an interruption. */
export function noteAskedElsewhere(ledger: Ledger, actor: Actor, asked: AskedElsewhere): void {
  const { factId, contentId, version, variant, at } = asked;
  const { contactId } = actor;
  const state = ledger.states.get(contactId, contentId);
  ledger.states.set(contactId, contentId, { ...state, lastShownAt: later(state.lastShownAt, at) });
  const person = ledger.people.need(contactId);
  const lastInterruptedAt = later(person.lastInterruptedAt ?? undefined, at);
  if (lastInterruptedAt !== person.lastInterruptedAt)
    ledger.people.set(contactId, { ...person, lastInterruptedAt });
  ledger.exposures.push({
    id: factId,
    contactId,
    accountId: sharedAccountOf(actor),
    contentId,
    version,
    variant,
    grantedAt: at,
  });
}
