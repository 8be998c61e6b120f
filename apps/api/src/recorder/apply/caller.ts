import type { ContentKind } from '@banso/domain/content';
import type { Instant } from '@banso/domain/time';
import type { LiveContent } from '../../published-contents.ts';
import type { LiveChecklist } from '../catalogue.ts';
import type { Actor, Ledger } from '../ledger.ts';
import { shownIn } from '../ledger.ts';
import type { ReceivedFact } from '../received-fact.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';

/** One session's facts on their way into the ledger. */
export interface Caller {
  ledger: Ledger;
  actor: Actor;
  /** When the server got the facts. */
  receivedAt: Instant;
  /** Checklists that may go on by themselves after these facts. */
  waiting: Set<LiveChecklist>;
  /** When the last fact that could make them go on happened. */
  triggeredAt: Instant;
}

/** The event of a fact about a content. */
export type ContentEvent = Extract<ReceivedFact['event'], { contentId: string }>;

/** Their account was heard from, and the log tells when a person was here for the first time. */
export function noteVisit(
  { ledger, actor, receivedAt }: Omit<Caller, 'waiting' | 'triggeredAt'>,
  isFirst: boolean,
): void {
  if (isFirst)
    noteConsequence(ledger, actor, {
      type: 'first_seen',
      contentId: null,
      at: receivedAt,
      receivedAt,
      payload: {},
    });
  const company = actor.accountId === null ? undefined : ledger.companies.get(actor.accountId);
  if (company && (company.lastSeenAt === null || company.lastSeenAt < receivedAt))
    ledger.companies.set(company.id, { ...company, lastSeenAt: receivedAt });
}

/** Writes into the log what followed from the facts, so that a timeline can tell it. */
export function noteConsequence(
  ledger: Ledger,
  actor: Actor,
  said: Pick<Ledger['events'][number], 'type' | 'contentId' | 'at' | 'receivedAt' | 'payload'>,
): void {
  ledger.events.push({ id: ledger.newId(), contactId: actor.contactId, accountId: actor.accountId, ...said });
}

/** Something changed that these checklists look at. */
export function wake(caller: Caller, checklists: readonly LiveChecklist[] | undefined, at: Instant): void {
  if (!checklists) return;
  for (const checklist of checklists) caller.waiting.add(checklist);
  caller.triggeredAt = at;
}

/** The live content that an event is about, or why there is none. */
export function contentFor({ ledger }: Caller, event: ContentEvent): LiveContent | Refusal {
  const content = ledger.catalogue.contents.get(event.contentId);
  const kind = KIND_OF[event.type];
  if (!content || (kind !== undefined && content.kind !== kind))
    return refusal('unknown_content', `contentId: there is no such ${kind ?? 'content'} here`);
  const isOld = event.version < content.version && event.variant === undefined;
  if (!isOld && !shownIn(ledger.bodies, content, event))
    return refusal('unknown_content', 'version: was never published');
  return content;
}

/** Kinds that a type of event is about; the others are about any. */
const KIND_OF: Readonly<Partial<Record<ContentEvent['type'], ContentKind>>> = {
  step_completed: 'checklist',
  step_reopened: 'checklist',
  survey_answered: 'survey',
  survey_completed: 'survey',
  resource_opened: 'resource',
  resource_rated: 'resource',
};
