import { mayRead } from '../../may-read.ts';
import type { ReceivedFact } from '../received-fact.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Caller } from './caller.ts';

type ErasureEvent = Extract<ReceivedFact['event'], { type: 'erasure_requested' | 'erasure_withdrawn' }>;

/** A person wishes to be erased, or takes that back. The wish counts from when it came: the law counts from there. */
export function applyErasure(
  { ledger, actor, receivedAt }: Caller,
  { type }: ErasureEvent,
): Refusal | undefined {
  const { contactId } = actor;
  if (!mayRead(ledger.people.need(contactId)))
    return refusal('not_verified', 'type: this is for people with an identity token only');
  const open = ledger.openRequests.get(contactId);
  if (type === 'erasure_requested') {
    if (open) return undefined;
    const request = { id: ledger.newId('era'), contactId, requestedAt: receivedAt, withdrawnAt: null };
    ledger.openRequests.set(contactId, request);
    ledger.requests.set(request.id, request);
  } else {
    if (!open) return refusal('not_requested', 'type: there is no open request of this person');
    ledger.openRequests.delete(contactId);
    ledger.requests.set(open.id, { ...open, withdrawnAt: receivedAt });
  }
  ledger.news.set(`erasure ${contactId}`, { type: 'erasure', contactId });
  return undefined;
}
