import type { Instant } from '@banso/domain/time';
import type { Actor, Ledger } from '../ledger.ts';
import { bareUrl } from '../page-url.ts';
import type { Told, ToldVerdict } from '../told.ts';
import { eventIdIn, messageHashOf } from '../told.ts';
import type { Caller } from './caller.ts';
import { wake } from './caller.ts';
import type { Admitted } from './admit-told.ts';
import { completeSteps } from './self-completing.ts';
import { applyTrack } from './track.ts';

/**
 * Brings what a server told into the ledger, in its order. None of it is a visit: the person was not here. Steps that follow
 * from it complete by themselves.
 * @param sentBy - The key.
 * @returns a verdict for each, in the same order.
 */
export function tell(
  ledger: Ledger,
  admitted: readonly Admitted[],
  sentBy: string,
  receivedAt: Instant,
): ToldVerdict[] {
  const callers = new Map<string, Caller>();
  const callerOf = (actor: Actor): Caller => {
    const key = `${actor.contactId} ${actor.accountId}`;
    const known = callers.get(key);
    if (known) return known;
    const caller: Caller = { ledger, actor, receivedAt, waiting: new Set(), triggeredAt: receivedAt };
    callers.set(key, caller);
    return caller;
  };
  const verdicts = admitted.map((one): ToldVerdict => {
    if (one.kind !== 'fresh') return one.verdict;
    const { told, actor, eventId } = one;
    if (!ledger.known.has(eventId)) {
      ledger.known.add(eventId);
      apply(callerOf(actor), told);
      ledger.events.push(eventOf(one, sentBy, receivedAt));
      if (eventIdIn(told.messageId) === undefined)
        ledger.receipts.push({ messageHash: messageHashOf(told.messageId), eventId });
    }
    return { id: told.messageId, accepted: true };
  });
  for (const caller of callers.values()) completeSteps(caller);
  return verdicts;
}

function apply(caller: Caller, told: Told): void {
  if (told.type === 'track') applyTrack(caller, told, told.occurredAt);
  // what is known of them has changed, and conditions of steps may look at it
  if (told.type === 'identify' || told.type === 'group')
    wake(caller, caller.ledger.catalogue.selfCompleting, told.occurredAt);
}

function eventOf(
  { told, actor, eventId }: Extract<Admitted, { kind: 'fresh' }>,
  sentBy: string,
  receivedAt: Instant,
): Ledger['events'][number] {
  return {
    id: eventId,
    type: told.type,
    contactId: actor.contactId,
    accountId: actor.accountId,
    contentId: null,
    at: told.occurredAt,
    receivedAt,
    payload: payloadOf(told),
    sentBy,
  };
}

/** What the log keeps beside that: of traits nothing, they are with the person. */
function payloadOf(told: Told): Record<string, unknown> {
  switch (told.type) {
    case 'track':
      return { name: told.name, properties: told.properties };
    case 'page': {
      const { name, url, properties } = told.page;
      return {
        ...(name !== undefined && { name }),
        ...(url !== undefined && { url: bareUrl(url) }),
        properties,
      };
    }
    case 'identify':
    case 'group':
    case 'alias':
      return {};
    default:
      return told satisfies never;
  }
}
