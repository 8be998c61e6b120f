import { addMs } from '@banso/domain/time';
import type { ReceivedFact } from '../received-fact.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Caller } from './caller.ts';

type MessageEvent = Extract<ReceivedFact['event'], { type: 'message_sent' | 'messages_read' }>;

/** A person wrote to the team, or read what the team wrote. */
export function applyMessage(caller: Caller, fact: ReceivedFact, event: MessageEvent): Refusal | undefined {
  const refused = event.type === 'message_sent' ? applyNote(caller, fact, event) : applyRead(caller, event);
  if (refused) return refused;
  const { contactId } = caller.actor;
  caller.ledger.news.set(`message ${contactId}`, { type: 'message', contactId });
  return undefined;
}

function applyNote(
  { ledger, actor, receivedAt }: Caller,
  { occurredAt }: ReceivedFact,
  { id, text, about }: Extract<MessageEvent, { type: 'message_sent' }>,
): Refusal | undefined {
  const { contactId } = actor;
  const ownerOf = (responseId: string) =>
    ledger.responses.get(responseId)?.contactId ?? ledger.responseOwners.get(responseId);
  if (about !== undefined && ownerOf(about) !== contactId)
    return refusal('unknown_response', 'about: there is no such response of this person');
  const before = ledger.notes.filter((note) => note.contactId === contactId).length;
  ledger.notes.push({
    id: `msg_${id}`,
    contactId,
    text,
    about: about ?? null,
    sentAt: occurredAt,
    // notes that come in together keep their order
    receivedAt: addMs(receivedAt, before),
  });
  return undefined;
}

function applyRead(
  { ledger, actor, receivedAt }: Caller,
  { upTo }: Extract<MessageEvent, { type: 'messages_read' }>,
): undefined {
  const unread = ledger.unreadReplies.get(actor.contactId) ?? [];
  // what is not among them was read before
  const read = unread.splice(0, unread.findIndex(({ id }) => id === upTo) + 1);
  ledger.readReplies.push(...read.map((reply) => ({ ...reply, readAt: receivedAt })));
}
