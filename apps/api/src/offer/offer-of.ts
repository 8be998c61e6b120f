import type { widgetApi } from '@banso/contract';
import type { Decision, PageContext } from '@banso/domain/decide';
import { decide } from '@banso/domain/decide';
import type { ChecklistProgress } from '@banso/domain/onboarding';
import { progressOf } from '@banso/domain/onboarding';
import type { Facts } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import type { LiveChecklist } from '../recorder/catalogue.ts';
import type { Actor } from '../recorder/ledger.ts';
import { progressKey, subjectOf } from '../recorder/ledger.ts';
import type { KeptProgress } from '../recorder/projections/checklist-progress.ts';
import { stepsOf } from '../recorder/projections/checklist-progress.ts';
import type { AccountUse, Known } from '../recorder/situation.ts';
import { factsOf, situationOf } from '../recorder/situation.ts';

/** What is on offer for one person on one page, as the widget gets it. */
export type Offer = Pick<widgetApi.SessionResponse, 'show' | 'held' | 'progress' | 'unread'>;

/** What the offer is made from, beside what every decision knows. */
export interface Offered extends Known {
  actor: Actor;
  page: PageContext;
  now: Instant;
  use: AccountUse | undefined;
  progressAt: (key: string) => KeptProgress | undefined;
  /** Names of people by id, as far as they are known. */
  names: ReadonlyMap<string, string>;
}

/** Decides what the person gets, how far they are with it, and how much of it is new. */
export function offerOf(offered: Offered): Offer {
  const { catalogue, actor, page, now, use } = offered;
  const facts = factsOf(offered, actor, now);
  const candidates = [...catalogue.contents.values()].map(({ candidate }) => candidate);
  const decision = decide({ ...situationOf(offered, facts, page, use), candidates });
  return {
    show: decision.show.map(({ when, ...shown }) => ({
      ...shown,
      when: { ...when, pages: [...when.pages] },
    })),
    held: Object.fromEntries(decision.held.map(({ contentId, reason }) => [contentId, reason])),
    progress: progressIn(offered, decision, facts),
    unread: unreadIn(offered, decision, facts),
  };
}

function progressIn(offered: Offered, { show }: Decision, facts: Facts): Offer['progress'] {
  const checklists = show.map(({ contentId }) => offered.catalogue.contents.get(contentId));
  return Object.fromEntries(
    checklists
      .filter((content) => content?.kind === 'checklist')
      .map((checklist) => [checklist.id, progressWith(offered, checklist, facts)]),
  );
}

function progressWith(offered: Offered, { id, body }: LiveChecklist, facts: Facts): widgetApi.Progress {
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

/** Only somebody else is named, and only for what they did by hand. */
function nameOfDoer(
  { doneBy, via }: ChecklistProgress['steps'][number],
  { actor, names }: Offered,
): string | undefined {
  return doneBy === undefined || doneBy === actor.contactId || via === 'event'
    ? undefined
    : names.get(doneBy);
}

/** Resources that came after the person did and that they have not opened. */
function unreadIn({ catalogue }: Offered, { show }: Decision, { contact, content }: Facts): number {
  return show.filter(({ contentId, kind }) => {
    const publishedAt = catalogue.contents.get(contentId)?.candidate.publishedAt ?? '';
    return (
      kind === 'resource' && publishedAt > contact.firstSeenAt && content[contentId]?.openedAt === undefined
    );
  }).length;
}
