import type { event, widgetApi } from '@banso/contract';
import type { Receipt } from '../controller.ts';
import { forgetChanges, rememberUnsent, takeBack } from '../elements/step-memory.ts';
import { createChannel } from './channel.ts';
import { exclusive } from './exclusive.ts';
import type { FirstLook } from './first-look.ts';
import { watchInlineElements } from './inline-elements.ts';
import type { Explanation } from './link.ts';
import { createOutbox } from './outbox.ts';
import { indexedDbStore } from './outbox-store.ts';
import { createSurfaces } from './surfaces.ts';
import { createSync } from './sync.ts';
import { watchPage } from './watch-page.ts';

/** What is not needed for a first look: the way of facts to the server, launcher, panel, and all that watches the page. */
export interface Rest {
  /** Takes a fact; see the outbox. */
  put(who: string, fact: event.Event): Promise<Receipt>;
  /** The loader has a new session. */
  update(): void;
  /** The decision or its content is new. */
  draw(): void;
  /** A call of the host page. */
  run(name: string, args: readonly unknown[], who: string): Promise<unknown>;
  /** Sends what the person who goes has done, within about two seconds. */
  part(): Promise<void>;
  /** Takes launcher and panel off the page. */
  clear(): void;
  pending(): number;
  readonly isOpen: boolean;
  destroy(): void;
}

const PARTING_MS = 2_000;
/** How long the panel waits for what stands in it. */
const OPENING_MS = 2_000;
/** Facts after which a survey is not asked in another tab any more. */
const ENDS_SURVEY = new Set(['survey_answered', 'survey_completed', 'content_dismissed', 'content_snoozed']);

/** See {@link Rest}. Starts at once to send what waits from earlier pages. */
export function createRest(look: FirstLook): Rest {
  const { link, state, presenter, controller, quietly, may, gone } = look;
  const pendingName = `${link.prefix}:pending`;
  let noted: boolean | undefined;
  /** Whose waiting facts have been looked up. */
  let remembered: string | undefined;
  /** Steps ticked before this page that wait, by the id of their fact. */
  const unsent = new Map<string, event.Event>();

  const sync = createSync(link, (offer, url) => {
    look.apply(offer, url);
    channel.post({ type: 'progress', who: link.who(), progress: offer.progress, unread: offer.unread });
  });

  const channel = createChannel(link.prefix, (message) => {
    if (message.type === 'settled') outbox.hear(message);
    else if (message.who === link.who()) {
      if (message.type === 'done') presenter.settledElsewhere(message.contentId);
      else state.set({ progress: message.progress, unread: message.unread });
    }
  });

  const outbox = createOutbox({
    store: indexedDbStore(pendingName),
    exclusive: exclusive(`${link.prefix}:drain`),
    send: sync.send,
    tell: (settled) => channel.post({ type: 'settled', ...settled }),
    changed: () => state.set({ pending: outbox.pending() }),
    refused({ id, code, message }: widgetApi.RefusedEvent) {
      link.emit('error', { id, code, message });
      const fact = unsent.get(id);
      if (fact) takeBack(controller, fact);
    },
    note,
    isOnline: () => navigator.onLine,
    isHidden: () => document.hidden,
    after(ms, then) {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
  });

  const surfaces = createSurfaces(controller, may, quietly);

  /** For the next page: its loader fetches the runtime when facts wait. */
  function note(waiting: boolean): void {
    if (noted === waiting) return;
    noted = waiting;
    try {
      if (waiting) localStorage.setItem(pendingName, '1');
      else localStorage.removeItem(pendingName);
    } catch {
      // No storage: then nothing waits there either.
    }
  }

  function put(who: string, fact: event.Event): Promise<Receipt> {
    const ended = ENDS_SURVEY.has(fact.type) && 'contentId' in fact ? fact.contentId : '';
    if (state.current.contents[ended]?.kind === 'survey')
      channel.post({ type: 'done', who, contentId: ended });
    return outbox.put(who, fact);
  }

  function draw(): void {
    const { show, contents } = state.current;
    surfaces.offer(
      link.launcher && show.some(({ contentId }) => (contents[contentId]?.kind ?? 'survey') !== 'survey'),
    );
  }

  /** A tick of an earlier page that has not arrived is shown as what it is, kept on this device. */
  async function remember(who: string): Promise<void> {
    const facts = await outbox.waiting(who);
    if (who !== link.who()) return;
    for (const fact of facts) unsent.set(fact.id, fact);
    rememberUnsent(controller, facts);
    state.set({});
  }

  function clear(): void {
    surfaces.clear();
    forgetChanges(controller);
    unsent.clear();
    remembered = undefined;
  }

  function update(): void {
    const who = link.who();
    if (remembered !== who) quietly(() => remember((remembered = who)));
    sync.remember();
    outbox.hurry();
    page.look();
  }

  async function run(name: string, [first, second]: readonly unknown[], who: string): Promise<unknown> {
    const target = typeof first === 'string' ? first : undefined;
    switch (name) {
      case 'track':
        return put(
          who,
          look.stamp({ type: 'track', name: String(first), properties: plainProperties(second) }),
        );
      case 'page':
        return put(who, look.stamp({ type: 'page', url: link.page().url }));
      case 'open':
        await within(OPENING_MS, look.loaded);
        return surfaces.open(target);
      case 'close':
        return surfaces.close();
      case 'why':
        return why(target);
      default:
        return undefined;
    }
  }

  async function why(asked?: string): Promise<Explanation[]> {
    const { explain } = await import('./explain.ts');
    return explain(link.offer, state.current.contents, asked);
  }

  const page = watchPage({
    address: () => link.page().url,
    isKnown: (url) => url === link.decidedUrl,
    moved(url) {
      state.set({ pageUrl: url });
      presenter.moved();
    },
    settled(url) {
      quietly(() => put(link.who(), look.stamp({ type: 'page', url })));
    },
    online() {
      state.set({ online: navigator.onLine });
      if (navigator.onLine) outbox.hurry();
    },
    hidden() {
      presenter.stop();
      if (outbox.pending() > 0) quietly(outbox.drain);
    },
    visible(stale) {
      outbox.hurry();
      presenter.look();
      if (stale) ask();
    },
    left() {
      presenter.stop();
      outbox.leave(link.who());
      channel.close();
    },
    cameBack() {
      channel.open();
      presenter.look();
      outbox.hurry();
      ask();
    },
    toggled: surfaces.toggle,
    quietly,
    gone,
  });

  /** Asks what is on offer now, with nothing to tell. */
  function ask(): void {
    if (!look.paused) quietly(() => sync.send(link.who(), []));
  }

  watchInlineElements(may, quietly, gone);
  update();
  draw();
  return {
    put,
    update,
    draw,
    run,
    part: () => within(PARTING_MS, outbox.drain()),
    clear,
    pending: outbox.pending,
    get isOpen() {
      return surfaces.isOpen;
    },
    destroy() {
      clear();
      outbox.stop();
      channel.close();
    },
  };
}

/** Waits for work, but no longer than so. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([work, new Promise((resolve) => (timer = setTimeout(resolve, ms)))]);
  clearTimeout(timer);
}

/** Text, numbers and booleans only: anything else would have the event refused. */
function plainProperties(values: unknown): Record<string, string | number | boolean> {
  const plain = Object.entries(Object(values) as Record<string, string>).filter(([, value]) =>
    /^(s|n|b)/.test(typeof value),
  );
  return Object.fromEntries<string | number | boolean>(plain);
}
