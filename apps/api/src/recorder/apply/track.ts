import { transactionIdIn, withTransaction } from '@banso/domain/decide';
import type { Instant } from '@banso/domain/time';
import { dayOf } from '@banso/domain/time';
import { sharedAccountOf } from '../ledger.ts';
import type { Fact } from '../recorder.ts';
import type { Caller } from './caller.ts';
import { wake } from './caller.ts';

type Tracked = Pick<Extract<Fact['event'], { type: 'track' }>, 'name' | 'properties'>;

/** Something happened in the host product: it is counted, surveys may ask about it, and checklists may go on. */
export function applyTrack(caller: Caller, tracked: Tracked, at: Instant): void {
  const { ledger, actor } = caller;
  const { name } = tracked;
  const accountId = sharedAccountOf(actor);
  ledger.counts.add(actor.contactId, name, dayOf(at));
  if (accountId !== null) ledger.counts.add(accountId, name, dayOf(at));
  noteTransactions(caller, tracked, at);
  wake(caller, ledger.catalogue.byEvent.get(name), at);
}

function noteTransactions({ ledger, actor }: Caller, { name, properties }: Tracked, at: Instant): void {
  for (const { id: contentId, transaction } of ledger.catalogue.byTransaction.get(name) ?? []) {
    const id = transaction && transactionIdIn(transaction, properties);
    if (id === undefined) continue;
    const known = ledger.transactions.get(actor.contactId, contentId);
    ledger.transactions.set(actor.contactId, contentId, withTransaction(known, { id, at }));
  }
}
