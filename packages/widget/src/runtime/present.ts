import type { event, PublishedSurvey, widgetApi } from '@banso/contract';
import type { Trigger } from '@banso/domain/content';
import { painted } from '../surfaces/painted.ts';
import { mountSurvey } from '../surfaces/survey.ts';
import type { FirstLook, TakeFact } from './first-look.ts';
import { isOccupied } from './occupied.ts';
import { createPresenter } from './presenter.ts';
import type { Presenter } from './presenter.ts';
import { isSyncAnswer, readOffer } from './read-offer.ts';
import type { ViewClock } from './view-clock.ts';

/**
 * The presenter, with how it asks the server and what it shows: a survey's first look is part of the first file.
 * @param isOpen - Whether the person has the panel open.
 * @param record - Where facts go that can wait.
 */
export function createPresent(
  look: FirstLook,
  { clock, isOpen, record }: { clock: ViewClock; isOpen: () => boolean; record: TakeFact },
): Presenter {
  const { link, state, controller, gone, quietly } = look;
  /** Claims keep their id, so that asking again after a lost answer is asking for the same exposure. */
  const claimIds = new Map<string, string>();

  /** Asks the server for an exposure, straight: it is for now or not at all, so it waits in no outbox. */
  async function ask(fact: event.Event): Promise<boolean | undefined> {
    const who = link.who();
    const page = link.page();
    const { body } = await link.call(
      'sync',
      { events: [fact], page, sentAt: fact.at },
      { headers: { authorization: `Bearer ${link.offer?.session ?? ''}` } },
    );
    if (!isSyncAnswer(body) || who !== link.who()) return undefined;
    const offer = readOffer(body);
    if (offer) look.apply(offer, page.url);
    return body.accepted.includes(fact.id);
  }

  /** What the session came with may be shown at once, for a while. That it was is told when it has been painted. */
  function claim({ contentId, version }: widgetApi.ShownContent): Promise<boolean | undefined> | true {
    const fact = look.stamp({ type: 'content_claimed', contentId, version });
    fact.id = claimIds.get(contentId) ?? fact.id;
    claimIds.set(contentId, fact.id);
    const { content, keptMs = 0 } = link.offer?.opens ?? {};
    if (content?.id !== contentId || !(sinceAnswerMs() < keptMs)) return ask(fact);
    const who = link.who();
    quietly(async () => {
      await painted();
      if ((await ask(fact)) === undefined) await record(who, fact);
    });
    return true;
  }

  let signs: ((trigger: Trigger) => boolean) | undefined;

  /** Fetches what reads the page's signs, for the first content that waits for one. */
  function readSigns(): undefined {
    quietly(async () => {
      const { watchSigns } = await import('./signs.ts');
      signs ??= watchSigns(look.tracked, presenter.look, gone);
      presenter.look();
    });
  }

  const presenter = createPresenter({
    state: () => state.current,
    // The decision must be about the page that is here now, not one that a route change has left.
    isReady: () => !look.paused && !gone.aborted && link.page().url === link.decidedUrl,
    isBusy: () => isOccupied() || isOpen(),
    isTriggered: ({ when: { trigger } }) => !trigger || !!(signs ??= readSigns())?.(trigger),
    async prepare({ contentId, kind, surface }) {
      if (!look.may()) return undefined;
      if (kind !== 'survey') {
        const { mountAnnouncement } = await import('../surfaces/announcement.ts');
        return () => mountAnnouncement(controller, contentId, surface);
      }
      const survey = state.current.contents[contentId] as PublishedSurvey;
      // What begins with another question than a score needs all of its code before the exposure is spent on it.
      if (survey.questions[0]?.type !== 'nps')
        await (await import('../elements/survey-flow.ts')).fetchFields(survey);
      return () => mountSurvey(controller, contentId);
    },
    claim,
    clock,
    quietly,
  });
  return {
    ...presenter,
    clear() {
      presenter.clear();
      claimIds.clear();
    },
  };
}

/** How long the last session has been here; not a number where the browser does not say. Its code came after it. */
function sinceAnswerMs(): number {
  const sessions = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/session'));
  return performance.now() - ((sessions.at(-1) as PerformanceResourceTiming | undefined)?.responseEnd ?? NaN);
}
