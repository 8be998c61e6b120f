import type { widgetApi } from '@banso/contract';
import { visibleSince } from '@banso/domain/content';
import type { Candidate, Decision, PageContext, Situation } from '@banso/domain/decide';
import { decide } from '@banso/domain/decide';
import { editionOf } from '@banso/domain/experiment';
import type { ChecklistProgress } from '@banso/domain/onboarding';
import { progressOf } from '@banso/domain/onboarding';
import type { Facts } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import { mayRead } from '../may-read.ts';
import type { GivenEditions } from '../published-contents.ts';
import { liveEdition } from '../published-contents.ts';
import type { LiveChecklist } from '../recorder/catalogue.ts';
import type { Actor } from '../recorder/ledger.ts';
import { progressKey, subjectOf } from '../recorder/ledger.ts';
import { unique } from '../recorder/load.ts';
import type { KeptProgress } from '../recorder/projections/checklist-progress.ts';
import { stepsOf } from '../recorder/projections/checklist-progress.ts';
import type { AccountUse, Known } from '../recorder/situation.ts';
import { factsOf, situationOf } from '../recorder/situation.ts';

/** What is on offer for one person on one page, as the widget gets it. */
export type Offer = Pick<
  widgetApi.SessionResponse,
  'show' | 'held' | 'progress' | 'unread' | 'messages' | 'preferences'
>;

/** What the offer is made from, beside what every decision knows. */
export interface Offered extends Known {
  actor: Actor;
  page: PageContext;
  now: Instant;
  use: AccountUse | undefined;
  progressAt: (key: string) => KeptProgress | undefined;
  /** Names of people by id, as far as they are known. */
  names: ReadonlyMap<string, string>;
  /** Messages of the team that the person has not read. */
  unreadMessages: number;
}

/** A decision with everything that it was made from. */
export interface Decided {
  situation: Situation;
  candidates: readonly Candidate[];
  decision: Decision;
}

/** Decides what the person gets. */
export function decidedIn(offered: Pick<Offered, keyof Known | 'actor' | 'page' | 'now' | 'use'>): Decided {
  const { catalogue, actor, page, now, use } = offered;
  const situation = situationOf(offered, actor, factsOf(offered, actor, now), page, use);
  const candidates = [...catalogue.contents.values()].map(({ candidate }) => candidate);
  return { situation, candidates, decision: decide({ ...situation, candidates }) };
}

/** What the person gets, how far they are with it, and how much of it is new. */
export function offerOf(
  offered: Offered,
  { situation: { facts, editions = new Map() }, decision }: Decided,
): Offer {
  const { person, unreadMessages } = offered;
  const unread = decision.show.filter((shown) => isUnread(shown, offered, facts));
  const messages = mayRead(person) ? { unread: unreadMessages } : undefined;
  return {
    show: decision.show.map(({ when, version, ...shown }) => ({
      ...shown,
      version: editionOf(editions.get(shown.contentId) ?? { version, variant: null }),
      when: { ...when, pages: [...when.pages] },
      ...(unread.some(({ contentId }) => contentId === shown.contentId) && { unread: true as const }),
    })),
    held: Object.fromEntries(decision.held.map(({ contentId, reason }) => [contentId, reason])),
    progress: progressIn(offered, decision, facts, editions),
    unread: unread.length + (messages?.unread ?? 0),
    ...(messages && { messages }),
    preferences: { asking: person.asking, locale: person.chosenLocale },
  };
}

function progressIn(
  offered: Offered,
  { show }: Decision,
  facts: Facts,
  editions: GivenEditions,
): Offer['progress'] {
  const checklists = show.map(({ contentId }) => offered.catalogue.contents.get(contentId));
  return Object.fromEntries(
    checklists
      .filter((content) => content?.kind === 'checklist')
      .map((checklist) => [
        checklist.id,
        progressWith(offered, liveEdition(checklist, editions.get(checklist.id) ?? checklist), facts),
      ]),
  );
}

/** How far the person is with a checklist, as the widget gets it. */
export function progressWith(
  offered: Pick<Offered, 'actor' | 'progressAt' | 'names'>,
  { id, body }: LiveChecklist,
  facts: Facts,
): widgetApi.Progress {
  const kept = offered.progressAt(progressKey(subjectOf(body, offered.actor), id));
  const { steps, done, total, completedAt } = progressOf(body, kept ? stepsOf(kept) : [], {
    facts,
    startedAt: kept?.startedAt,
    completedAt: kept?.completedAt ?? undefined,
  });
  return {
    steps: steps.map((step) => {
      const doneBy = nameOfDoer(step, offered);
      return {
        key: step.key,
        state: step.state,
        current: step.current,
        lockedBy: [...step.lockedBy],
        ...(step.doneAt !== undefined && { doneAt: step.doneAt }),
        ...(doneBy !== undefined && { doneBy }),
        ...(step.dueAt !== undefined && { dueAt: step.dueAt }),
      };
    }),
    done,
    total,
    ...(completedAt !== undefined && { completedAt }),
  };
}

/** Ids of the people and members who did steps by hand. */
export const doersIn = (progress: readonly KeptProgress[]): string[] =>
  unique(
    progress.flatMap(({ steps }) =>
      [...steps.values()].flatMap(({ doneBy, via }) => (via === 'event' ? [] : (doneBy ?? []))),
    ),
  );

/** Only somebody else is named, and only for what they did by hand. */
function nameOfDoer(
  { doneBy, via }: ChecklistProgress['steps'][number],
  { actor, names }: Pick<Offered, 'actor' | 'names'>,
): string | undefined {
  return doneBy === undefined || doneBy === actor.contactId || via === 'event'
    ? undefined
    : names.get(doneBy);
}

/** A resource or an announcement that came after the person did: not opened yet, and an announcement not closed either. */
function isUnread(
  { contentId, kind, reason }: Decision['show'][number],
  { catalogue }: Offered,
  { contact, content }: Facts,
): boolean {
  const live = catalogue.contents.get(contentId);
  if (!live || visibleSince(live.candidate) <= contact.firstSeenAt) return false;
  if (kind === 'announcement') return reason !== 'finished';
  return kind === 'resource' && content[contentId]?.openedAt === undefined;
}
