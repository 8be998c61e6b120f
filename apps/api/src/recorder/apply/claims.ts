import { mayClaim } from '@banso/domain/decide';
import type { LiveContent } from '../../published-contents.ts';
import { budgetKey, sharedAccountOf } from '../ledger.ts';
import { interrupted } from '../projections/presence.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import { anywhere, factsOf, knownIn, NO_PAGE, situationOf } from '../situation.ts';
import type { Caller, ContentEvent } from './caller.ts';

/**
 * Grants an interruption, or says why not: judged against the state as it is inside the transaction that records it, so
 * that of two tabs or devices one is granted it. The message of a refusal is the reason that held it.
 */
export function applyClaim(caller: Caller, event: ContentEvent, content: LiveContent): Refusal | undefined {
  const { ledger, actor, receivedAt } = caller;
  if (!content.candidate.interruptive || content.kind === 'resource')
    return refusal('not_granted', 'not_interruptive');
  const accountId = sharedAccountOf(actor);
  const today = accountId === null ? undefined : ledger.interrupted.get(budgetKey(accountId, receivedAt));
  const use =
    accountId === null
      ? undefined
      : { people: ledger.peopleOf.get(accountId) ?? 0, interruptedToday: today?.size ?? 0 };

  const known = knownIn(ledger, actor);
  const situation = situationOf(known, factsOf(known, actor, receivedAt), NO_PAGE, use);
  const reason = mayClaim(anywhere(content.candidate), situation);
  if (reason !== undefined) return refusal('not_granted', reason);

  ledger.people.set(actor.contactId, interrupted(known.person, receivedAt));
  today?.add(actor.contactId);
  ledger.exposures.push({
    id: event.id,
    contactId: actor.contactId,
    accountId,
    contentId: content.id,
    version: event.version,
    grantedAt: receivedAt,
  });
  return undefined;
}
