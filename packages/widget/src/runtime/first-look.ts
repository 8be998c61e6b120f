import type { event, widgetApi } from '@banso/contract';
import type { Controller, NewFact, Receipt } from '../controller.ts';
import { setController } from '../elements/current-controller.ts';
import { contentsOf } from './contents.ts';
import { followUrl } from './follow-url.ts';
import type { Link } from './link.ts';
import type { Presenter } from './presenter.ts';
import type { Offer } from './read-offer.ts';
import { holdState } from './state.ts';
import type { StateHolder } from './state.ts';
import { canRender } from './trusted-types.ts';
import { uuidv7 } from './uuidv7.ts';
import { viewClock } from './view-clock.ts';

/** A survey that is due within so long is fetched at once, and nothing else before it. */
const SOON_SECONDS = 3;

/** Takes a complete fact, with whose it is. */
export type TakeFact = (who: string, fact: event.Event) => Promise<Receipt>;

/** What a person sees first: the decision, its content, and the survey that is due. All else comes after it. */
export interface FirstLook {
  link: Link;
  state: StateHolder;
  controller: Controller;
  /** Aborted when the widget leaves the page. */
  gone: AbortSignal;
  /** Whether anything may be drawn in this page. */
  may(): boolean;
  /** Runs work of ours; what goes wrong is told to developers only. */
  quietly(work: () => unknown): void;
  /** Gives a fact its id and its time. */
  stamp(fact: NewFact): event.Event;
  /** A new decision, made for the page that has this address. */
  apply(offer: Offer, url: string): void;
  /** While an identity is in flight nothing new is shown. */
  pause(paused: boolean): void;
  readonly paused: boolean;
  /** Whether a survey is about to open by itself. */
  readonly isSoon: boolean;
  /** Resolves once there is content to draw from. */
  readonly loaded: Promise<void>;
  /** Resolves when nothing is under way: true when a survey stands in the page. */
  settled(): Promise<boolean>;
  /** State or surroundings have changed: the time of a survey may have come. */
  look(): void;
  /** Another page: the time on the page starts anew, and what was about to be shown is not. */
  moved(): void;
  /** The page is out of view, kept or over: its time stops. */
  stop(): void;
  /** A survey was answered or put away in another tab. */
  settledElsewhere(contentId: string): void;
  /** Takes what is shown off the page and forgets the decision. */
  clear(): void;
}

/**
 * @param record - Where reported facts go.
 * @param drawn - Called when the decision or its content is new.
 * @param isOpen - Whether the person has the panel open.
 */
export function createFirstLook(
  link: Link,
  gone: AbortSignal,
  { record, drawn, isOpen }: { record: TakeFact; drawn: () => void; isOpen: () => boolean },
): FirstLook {
  const contents = contentsOf(link);
  const loaded = Promise.withResolvers<void>();
  let paused = true;

  const state = holdState(
    {
      locale: link.locale(),
      contents: {},
      show: [],
      progress: {},
      unread: 0,
      theme: {},
      pageUrl: link.page().url,
      online: navigator.onLine,
      pending: 0,
    },
    link.warn,
  );

  function quietly(work: () => unknown): void {
    void (async () => work())().catch((error: unknown) => link.warn(String(error)));
  }

  function may(): boolean {
    if (canRender()) return true;
    link.warn('blocked: trusted-types');
    return false;
  }

  function stamp(fact: NewFact): event.Event {
    return { ...fact, id: uuidv7(), at: new Date().toISOString() };
  }

  const controller: Controller = {
    get state() {
      return state.current;
    },
    subscribe: state.subscribe,
    report: (fact) => record(link.who(), stamp(fact)),
    newResponseId: () => `rsp_${uuidv7()}`,
    follow(url) {
      quietly(() => followUrl(url));
    },
    emit: link.emit,
    now: () => new Date(),
  };

  const clock = viewClock();
  let presenter: Presenter | undefined;
  let coming: Promise<void> | undefined;

  /** Brings in what shows a survey, once one may open by itself. */
  function present(): Promise<void> {
    coming ??= import('./present.ts').then(
      ({ createPresent }) => {
        presenter = createPresent(look, clock, isOpen);
        presenter.look();
      },
      (error: unknown) => {
        coming = undefined; // with the next decision it is tried again
        link.warn(String(error));
      },
    );
    return coming;
  }

  function isSoon(): boolean {
    return state.current.show.some((item) => isPopover(item) && item.when.delaySeconds <= SOON_SECONDS);
  }

  function apply(offer: Offer, url: string): void {
    if (gone.aborted || !link.offer) return;
    link.offer = { ...link.offer, ...offer };
    link.decidedUrl = url;
    const { show, progress, unread } = offer;
    state.set({ show, progress, unread, theme: link.offer.theme ?? {}, locale: link.locale() });
    draw();
    quietly(async () => {
      const found = await contents(offer.content.url);
      // A newer decision may name newer contents, and the person may be another.
      if (!found || link.offer?.content.url !== offer.content.url || gone.aborted) return;
      loaded.resolve();
      if (state.current.contents === found) return;
      state.set({ contents: found });
      draw();
    });
  }

  function draw(): void {
    drawn();
    lookAgain();
  }

  function lookAgain(): void {
    clock.ms();
    if (presenter) presenter.look();
    else if (state.current.show.some(isPopover)) void present();
  }

  setController(controller);
  const look: FirstLook = {
    link,
    state,
    controller,
    gone,
    may,
    quietly,
    stamp,
    apply,
    pause(now) {
      paused = now;
    },
    get paused() {
      return paused;
    },
    get isSoon() {
      return isSoon();
    },
    loaded: loaded.promise,
    async settled() {
      await coming;
      return !!(await presenter?.settled());
    },
    look: lookAgain,
    moved() {
      clock.restart();
      lookAgain();
    },
    stop() {
      clock.ms();
      presenter?.stop();
    },
    settledElsewhere(contentId) {
      void coming?.then(() => presenter?.settledElsewhere(contentId));
    },
    clear() {
      presenter?.clear();
      state.set({ contents: {}, show: [], progress: {}, unread: 0 });
    },
  };
  return look;
}

const isPopover = ({ kind, surface }: widgetApi.ShownContent): boolean =>
  kind === 'survey' && surface === 'popover';
