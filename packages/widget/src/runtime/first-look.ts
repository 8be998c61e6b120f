import type { event, widgetApi } from '@banso/contract';
import type { Controller, NewFact, Own, Receipt } from '../controller.ts';
import { setController } from '../elements/current-controller.ts';
import { painted } from '../surfaces/painted.ts';
import { contentsOf } from './contents.ts';
import type { Contents } from './contents.ts';
import type { Link } from './link.ts';
import { createPresent } from './present.ts';
import type { Presenter } from './presenter.ts';
import type { Offer } from './read-offer.ts';
import { holdState } from './state.ts';
import type { StateHolder } from './state.ts';
import { canRender } from './trusted-types.ts';
import { uuidv7 } from './uuidv7.ts';
import { viewClock } from './view-clock.ts';

/** What is due within so long is fetched at once, and nothing else before it. */
const SOON_SECONDS = 3;

/** What is known of a person before the service has answered. */
const NOTHING = {
  contents: {},
  show: [],
  progress: {},
  unread: 0,
  messages: undefined,
  preferences: undefined,
};

/** Takes a complete fact, with whose it is. */
export type TakeFact = (who: string, fact: event.Event) => Promise<Receipt>;

/** What a person sees first: the decision, its content, and the survey or announcement that is due. All else comes after it. */
export interface FirstLook {
  link: Link;
  state: StateHolder;
  controller: Controller;
  /** Aborted when the widget leaves the page. */
  gone: AbortSignal;
  /** The page's body as it was at first: a router may put another in its place. */
  body: HTMLElement;
  /** Whether anything may be drawn in this page. */
  may(): boolean;
  /** Runs work of ours; what goes wrong is told to developers only. */
  quietly(work: () => unknown): void;
  /** Gives a fact its id and its time. */
  stamp(fact: NewFact): event.Event;
  /**
   * A new decision, made for the page that has this address.
   * @param first - What came with it of what opens by itself: the rest is fetched once that stands in the page.
   */
  apply(offer: Offer, url: string, first?: Contents): void;
  /** While an identity is in flight nothing new is shown. */
  pause(paused: boolean): void;
  readonly paused: boolean;
  /** Whether something is about to open by itself. */
  readonly isSoon: boolean;
  /** Resolves once there is content to draw from. */
  readonly loaded: Promise<void>;
  /** Resolves when nothing is under way: true when it stands in the page. */
  settled(): Promise<boolean>;
  /** State or surroundings have changed: the time of what is due may have come. */
  look(): void;
  /** Names of the events that were tracked since the page came here. */
  readonly tracked: Set<string>;
  /** Another page: the time on the page starts anew, and what was about to be shown is not. */
  moved(): void;
  /** The page is out of view, kept or over: its time stops. */
  stop(): void;
  /** A survey or an announcement was answered, opened or put away in another tab. */
  settledElsewhere(contentId: string): void;
  /** What the content that may open by itself waits for; see the presenter. */
  waiting(contentId: string): ReturnType<Presenter['waiting']>;
  /** Takes what is shown off the page and forgets the decision. */
  clear(): void;
}

/**
 * @param record - Where reported facts go.
 * @param drawn - Called when the decision or its content is new.
 * @param isOpen - Whether the person has the panel open.
 * @param own - What is kept of the person.
 */
export function createFirstLook(
  link: Link,
  gone: AbortSignal,
  {
    record,
    drawn,
    isOpen,
    own,
  }: {
    record: TakeFact;
    drawn: () => void;
    isOpen: () => boolean;
    own: () => Promise<Own | undefined>;
  },
): FirstLook {
  const contents = contentsOf(link);
  const loaded = Promise.withResolvers<void>();
  let paused = true;

  const state = holdState(
    {
      ...NOTHING,
      locale: link.locale(),
      launcher: false,
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
    return { id: uuidv7(), ...fact, at: new Date().toISOString() };
  }

  const controller: Controller = {
    get state() {
      return state.current;
    },
    subscribe: state.subscribe,
    report: (fact) => record(link.who(), stamp(fact)),
    own,
    newId: uuidv7,
    follow(url) {
      quietly(async () => (await import('./late.ts')).followUrl(url));
    },
    emit: link.emit,
    now: () => new Date(),
  };

  const clock = viewClock();
  const tracked = new Set<string>();
  function apply(offer: Offer, url: string, first?: Contents): void {
    if (gone.aborted || !link.offer) return;
    link.offer = { ...link.offer, ...offer };
    link.decidedUrl = url;
    const launcher = link.launcher && (offer.unread > 0 || offer.show.some(({ kind }) => kind !== 'survey'));
    state.set({
      ...offer,
      ...(first && { contents: { ...state.current.contents, ...first } }),
      launcher,
      locale: offer.preferences?.locale ?? link.locale(),
    });
    draw();
    quietly(async () => {
      if (first && (await presenter.settled())) await painted();
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
    presenter.look();
  }

  setController(controller);
  const look: FirstLook = {
    link,
    state,
    controller,
    gone,
    body: document.body,
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
      return state.current.show.some(
        (item) => comes(item) && item.when.delaySeconds <= SOON_SECONDS && !item.when.trigger,
      );
    },
    loaded: loaded.promise,
    settled: () => presenter.settled(),
    look: lookAgain,
    tracked,
    moved() {
      tracked.clear();
      clock.restart();
      lookAgain();
    },
    stop() {
      clock.ms();
      presenter.stop();
    },
    settledElsewhere: (contentId) => presenter.settledElsewhere(contentId),
    waiting: (contentId) => presenter.waiting(contentId),
    clear() {
      tracked.clear();
      presenter.clear();
      state.set(NOTHING);
    },
  };
  const presenter = createPresent(look, { clock, isOpen, record });
  return look;
}

const comes = ({ kind, surface }: widgetApi.ShownContent): boolean =>
  kind !== 'checklist' && surface !== 'panel';
