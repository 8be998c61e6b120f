import type { Because, DecisionReason, HoldReason } from '@banso/domain/decide';
import { becauseOf, interrupted, mayClaim, openTransaction, opensAs } from '@banso/domain/decide';
import { assignmentsBy, shareOf, type VariantKey } from '@banso/domain/experiment';
import type { Instant } from '@banso/domain/time';
import type { LiveContent } from '../../published-contents.ts';
import type { Actor, Ledger } from '../ledger.ts';
import { budgetKey, sharedAccountOf } from '../ledger.ts';
import type { Wish } from '../recorder.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import { anywhere, factsOf, knownIn, NO_PAGE, situationOf } from '../situation.ts';
import type { Caller, ContentEvent } from './caller.ts';

/**
 * Grants an interruption, or says why not: judged against the state as it is inside the transaction that records it, so
 * that of two tabs or devices one is granted it. The message of a refusal is the reason that held it. What is kept for the
 * session that asks was judged when it was kept, and may have been shown since.
 */
export function applyClaim(caller: Caller, event: ContentEvent, content: LiveContent): Refusal | undefined {
  const { ledger, actor, receivedAt } = caller;
  const person = ledger.people.need(actor.contactId);
  const isKept =
    person.reservedFor === nameOf(actor, content.id) && isAhead(person.reservedUntil, receivedAt);
  const why = isKept ? undefined : whyNot(ledger, actor, content, receivedAt);
  remember(caller, event, content, why);
  if (why) return refusal('not_granted', why.reason);
  assign(ledger, actor, content, receivedAt);

  ledger.people.set(person.id, {
    ...interrupted(person, receivedAt),
    reservedFor: null,
    reservedUntil: null,
  });
  todayOf(ledger, actor, receivedAt)?.add(actor.contactId);
  noteAsked(caller, content);
  const recent = ledger.recent.get(actor.contactId) ?? [];
  ledger.recent.set(actor.contactId, [
    ...recent,
    { kind: content.kind, tags: content.candidate.tags ?? [], at: receivedAt },
  ]);
  ledger.exposures.push({
    id: event.id,
    contactId: actor.contactId,
    accountId: sharedAccountOf(actor),
    contentId: content.id,
    version: event.version,
    variant: event.variant ?? null,
    grantedAt: receivedAt,
  });
  return undefined;
}

/** What the survey is about now has been asked about: never again, on no device. */
function noteAsked({ ledger, actor, receivedAt }: Caller, { id, candidate }: LiveContent): void {
  if (candidate.transaction === undefined) return;
  const known = ledger.transactions.get(actor.contactId, id);
  const state = ledger.states.get(actor.contactId, id);
  const asked = openTransaction(candidate.transaction, known, state, receivedAt);
  if (!asked) return;
  const isAsked = known.map((one) => (one === asked ? { ...one, askedAt: receivedAt } : one));
  ledger.transactions.set(actor.contactId, id, isAsked);
}

/** Keeps an interruption for a session, so that it can be shown without asking. @returns whether it is kept. */
export function reserve(ledger: Ledger, actor: Actor, { contentId, until }: Wish, at: Instant): boolean {
  const content = ledger.catalogue.contents.get(contentId);
  const person = ledger.people.get(actor.contactId);
  if (!person || !content || whyNot(ledger, actor, content, at) !== undefined) return false;
  ledger.people.set(person.id, { ...person, reservedFor: nameOf(actor, contentId), reservedUntil: until });
  return true;
}

interface Refused {
  reason: HoldReason | 'not_interruptive';
  because: Because;
}

/** What becomes of a claim is a fact: it is kept in the transaction that decides it. */
function remember(
  { ledger, actor, receivedAt }: Caller,
  event: ContentEvent,
  content: LiveContent,
  why: Refused | undefined,
): void {
  const reason: DecisionReason = why?.reason ?? 'granted';
  ledger.decisions.push({
    contactId: actor.contactId,
    accountId: actor.accountId,
    contentId: content.id,
    at: receivedAt,
    source: 'claim',
    outcome: why ? 'held' : (opensAs(content.candidate) ?? 'panel'),
    reason,
    version: event.version,
    because: why?.because ?? given(content, event.variant ?? null),
  });
}

/** Which variant it is that was granted, as its plan calls it. */
function given({ candidate: { experiment } }: LiveContent, key: VariantKey | null): Because {
  const plan = experiment?.variants;
  return plan ? { variant: { key, name: shareOf(plan, key)?.name ?? '' } } : {};
}

/** As a rule the offer has done so; what it was to write is lost when the process is killed. */
function assign(ledger: Ledger, actor: Actor, { candidate }: LiveContent, at: Instant): void {
  const { holdout, experiments } = ledger.catalogue;
  if (experiments.length === 0) return;
  const facts = factsOf(knownIn(ledger, actor), actor, at);
  const made = assignmentsBy(candidate, { facts, holdout });
  ledger.assignments.push(...made.map((one) => ({ ...one, at })));
}

/** Why a person may not be interrupted by this now; undefined: they may. */
function whyNot(ledger: Ledger, actor: Actor, content: LiveContent, at: Instant): Refused | undefined {
  if (opensAs(content.candidate) === undefined) return { reason: 'not_interruptive', because: {} };
  const known = knownIn(ledger, actor);
  const { reservedFor, reservedUntil } = known.person;
  const isOwn = actor.tokenHash !== undefined && reservedFor?.startsWith(actor.tokenHash);
  if (!isOwn && isAhead(reservedUntil, at)) return { reason: 'claimed_elsewhere', because: {} };
  const accountId = sharedAccountOf(actor);
  const use =
    accountId === null
      ? undefined
      : {
          people: ledger.peopleOf.get(accountId) ?? 0,
          interruptedToday: todayOf(ledger, actor, at)?.size ?? 0,
        };
  const situation = situationOf(known, actor, factsOf(known, actor, at), NO_PAGE, use);
  const candidate = anywhere(content.candidate);
  const reason = mayClaim(candidate, situation);
  return reason && { reason, because: becauseOf({ outcome: 'held', reason }, { situation, candidate }) };
}

/** Who of the account has been interrupted today; undefined: the actor shares no account's budget. */
function todayOf(ledger: Ledger, actor: Actor, at: Instant): Set<string> | undefined {
  const accountId = sharedAccountOf(actor);
  return accountId === null ? undefined : ledger.interrupted.get(budgetKey(accountId, at));
}

const nameOf = ({ tokenHash = '' }: Actor, contentId: string): string => `${tokenHash} ${contentId}`;
const isAhead = (until: Instant | null, at: Instant): boolean => until !== null && until > at;
