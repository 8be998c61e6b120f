import type { widgetApi } from '@banso/contract';
import { mountSurvey } from '../surfaces/survey.ts';
import type { FirstLook } from './first-look.ts';
import { createPresenter } from './presenter.ts';
import type { Presenter } from './presenter.ts';
import { isSyncAnswer, readOffer } from './read-offer.ts';
import { isTyping } from './typing.ts';
import type { ViewClock } from './view-clock.ts';

/**
 * What comes in one file once a survey may open by itself: the presenter and how it asks, and the survey's first look.
 * @param isOpen - Whether the person has the panel open.
 */
export function createPresent(look: FirstLook, clock: ViewClock, isOpen: () => boolean): Presenter {
  const { link, state, controller, gone, quietly } = look;
  /** Claims keep their id, so that asking again after a lost answer is asking for the same exposure. */
  const claimIds = new Map<string, string>();

  /** Asks the server for an exposure, straight: it is for now or not at all, so it waits in no outbox. */
  async function claim({ contentId, version }: widgetApi.ShownContent): Promise<boolean | undefined> {
    const { id, ...fact } = look.stamp({ type: 'content_claimed', contentId, version });
    const claimId = claimIds.get(contentId) ?? id;
    claimIds.set(contentId, claimId);
    const who = link.who();
    const page = link.page();
    const { body } = await link.call(
      'sync',
      { events: [{ ...fact, id: claimId }], page, sentAt: fact.at },
      { headers: { authorization: `Bearer ${link.offer?.session ?? ''}` } },
    );
    if (!isSyncAnswer(body) || who !== link.who()) return undefined;
    const offer = readOffer(body);
    if (offer) look.apply(offer, page.url);
    return body.accepted.includes(claimId);
  }

  const presenter = createPresenter({
    state: () => state.current,
    // The decision must be about the page that is here now, not one that a route change has left.
    isReady: () => !look.paused && !gone.aborted && link.page().url === link.decidedUrl,
    isBusy: () => isTyping() || isOpen(),
    prepare: () =>
      Promise.resolve(look.may() ? (contentId) => mountSurvey(controller, contentId) : undefined),
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
