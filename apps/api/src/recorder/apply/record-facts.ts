import { seen } from '@banso/domain/decide';
import type { Instant } from '@banso/domain/time';
import { AppError } from '../../errors.ts';
import { requirePresent } from '../../may-read.ts';
import type { Actor, Ledger } from '../ledger.ts';
import { bareUrl } from '../page-url.ts';
import { contentStateAfter } from '../projections/content-state.ts';
import { metricOf } from '../projections/metrics.ts';
import { choosing } from '../projections/preferences.ts';
import type { ReceivedFact } from '../received-fact.ts';
import type { Fact, Verdict } from '../recorder.ts';
import type { Refusal } from '../refusal.ts';
import { isRefusal, refusal } from '../refusal.ts';
import type { Caller, ContentEvent } from './caller.ts';
import { contentFor, noteVisit, wake } from './caller.ts';
import { applyGiven, applyStep } from './checklists.ts';
import { applyClaim } from './claims.ts';
import { applyMessage } from './messages.ts';
import { applyErasure } from './erasure.ts';
import { completeSteps } from './self-completing.ts';
import { applySurvey } from './surveys.ts';
import { applyTrack } from './track.ts';

/**
 * Brings the facts of one session into the ledger, in their order, and says of each whether it is recorded. A fact that is
 * known already is so, and changes nothing; a refused one changes nothing either.
 * @throws {AppError} `erased` when the person was erased, `session_expired` when nobody knows them.
 */
export function recordFacts(
  ledger: Ledger,
  actor: Actor,
  facts: readonly Fact[],
  receivedAt: Instant,
): Verdict[] {
  const person = ledger.people.get(actor.contactId);
  if (person) requirePresent(person);
  else
    throw new AppError(
      'session_expired',
      'The person of this session is not known any more. Open a new one.',
    );
  const caller: Caller = { ledger, actor, receivedAt, waiting: new Set(), triggeredAt: receivedAt };
  let isNoted = false;
  const verdicts = facts.map((fact): Verdict => {
    const { id } = fact.event;
    if (ledger.known.has(id)) return { id, accepted: true };
    const before = ledger.people.need(actor.contactId);
    // the visit comes first: what is budgeted by visit is judged in the one that begins now
    if (!isNoted && !actor.link) ledger.people.set(before.id, seen(before, receivedAt));
    const refused = apply(caller, { ...fact, receivedAt });
    if (refused) {
      ledger.people.set(before.id, before);
      return { id, accepted: false, ...refused };
    }
    if (!isNoted && !actor.link) noteVisit(caller, before.firstSeenAt === null);
    isNoted = true;
    ledger.known.add(id);
    ledger.events.push(eventOf(actor, fact, receivedAt));
    return { id, accepted: true };
  });
  completeSteps(caller);
  return verdicts;
}

function apply(caller: Caller, fact: ReceivedFact): Refusal | undefined {
  const { event, occurredAt } = fact;
  switch (event.type) {
    case 'page':
      return undefined;
    case 'track':
      applyTrack(caller, event, occurredAt);
      return undefined;
    case 'message_sent':
    case 'messages_read':
      return applyMessage(caller, fact, event);
    case 'erasure_requested':
    case 'erasure_withdrawn':
      return applyErasure(caller, event);
    case 'preference_set': {
      const { people } = caller.ledger;
      const { contactId } = caller.actor;
      people.set(contactId, choosing(people.need(contactId), event, occurredAt));
      return undefined;
    }
    default:
      return applyToContent(caller, fact, event);
  }
}

function applyToContent(caller: Caller, fact: ReceivedFact, event: ContentEvent): Refusal | undefined {
  const { ledger, actor } = caller;
  const content = contentFor(caller, event);
  if (isRefusal(content)) return content;
  switch (event.type) {
    case 'content_claimed': {
      const refused = applyClaim(caller, event, content);
      if (refused) return refused;
      break;
    }
    case 'step_completed':
    case 'step_reopened': {
      if (content.kind !== 'checklist') return refusal('unknown_content', 'contentId: is not a checklist');
      const refused = applyStep(caller, event, fact.occurredAt, content);
      if (refused) return refused;
      break;
    }
    case 'survey_answered':
    case 'survey_completed': {
      if (content.kind !== 'survey') return refusal('unknown_content', 'contentId: is not a survey');
      const refused = applySurvey(caller, event, fact.occurredAt, content);
      if (refused) return refused;
      break;
    }
    case 'content_shown':
    case 'content_opened':
      if (content.kind === 'checklist') applyGiven(caller, content, event, fact.occurredAt);
      break;
    case 'content_dismissed':
    case 'content_snoozed':
    case 'resource_opened':
    case 'resource_rated':
      break;
    default:
      return event satisfies never;
  }
  const state = ledger.states.get(actor.contactId, content.id);
  ledger.states.set(actor.contactId, content.id, contentStateAfter(state, fact));
  const metric = metricOf(event.type, fact.occurredAt, content.kind);
  if (metric) ledger.metrics.push({ contentId: content.id, ...metric, count: 1 });
  wake(caller, ledger.catalogue.byContent.get(content.id), fact.occurredAt);
  return undefined;
}

function eventOf(actor: Actor, { event, occurredAt }: Fact, receivedAt: Instant): Ledger['events'][number] {
  const { id, type, at: _senderTime, ...said } = event;
  const { contentId = null, ...payload } = { contentId: undefined, ...said };
  const url = 'url' in payload && payload.url !== undefined ? { url: bareUrl(payload.url) } : {};
  return {
    id,
    type,
    contactId: actor.contactId,
    accountId: actor.accountId,
    contentId,
    at: occurredAt,
    receivedAt,
    payload: { ...payload, ...url, ...(actor.link && { linkId: actor.link.id }) },
  };
}
