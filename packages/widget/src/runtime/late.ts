import type { event, widgetApi } from '@banso/contract';
import type { Receipt } from '../controller.ts';
import { forgetChanges } from '../elements/step-memory.ts';
import { rememberUnsent, takeBack } from '../elements/unsent-steps.ts';
import { createChannel } from './channel.ts';
import { exclusive } from './exclusive.ts';
import type { Early } from './early.ts';
import type { FirstLook } from './first-look.ts';
import type { Explanation } from './link.ts';
import { createOutbox } from './outbox.ts';
import { indexedDbStore } from './outbox-store.ts';
import { createSync } from './sync.ts';
import { watchPage } from './watch-page.ts';
import { within } from './within.ts';

export { stayClear } from '../elements/stay-clear.ts';

/** What nothing on the screen waits for: the way of facts to the server, and all that watches the page. */
export interface Late {
  /** Takes a fact; see the outbox. */
  put(who: string, fact: event.Event): Promise<Receipt>;
  /** The loader has a new session. */
  update(): void;
  /** A call of the host page that is not about the panel. */
  run(name: string, args: readonly unknown[], who: string): Promise<unknown>;
  /** Sends what the person who goes has done, within about two seconds. */
  part(): Promise<void>;
  /** Forgets what is known of the person. */
  clear(): void;
  pending(): number;
  destroy(): void;
}

const PARTING_MS = 2_000;
/** Facts after which a survey is not asked in another tab any more. */
const ENDS_SURVEY = new Set(['survey_answered', 'survey_completed', 'content_dismissed', 'content_snoozed']);

/** See {@link Late}. Starts at once to send what waits from earlier pages. */
export function createLate(look: FirstLook, early: Early): Late {
  const { link, state, controller, quietly, gone } = look;
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
      if (message.type === 'done') look.settledElsewhere(message.contentId);
      else state.set({ progress: message.progress, unread: message.unread });
    }
  });

  const outbox = createOutbox({
    store: indexedDbStore(`${link.prefix}:pending`),
    exclusive: exclusive(`${link.prefix}:drain`),
    send: sync.send,
    tell: (settled) => channel.post({ type: 'settled', ...settled }),
    changed: () => state.set({ pending: outbox.pending() }),
    refused({ id, code, message }: widgetApi.RefusedEvent) {
      link.emit('error', { id, code, message });
      const fact = unsent.get(id);
      if (fact) takeBack(controller, fact);
    },
    note(waiting) {
      early.note(waiting);
      takeIn();
    },
    isOnline: () => navigator.onLine,
    isHidden: () => document.hidden,
    after(ms, then) {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
  });

  /** Takes in what pages left that ended before their outbox was there. */
  function takeIn(): void {
    for (const { who, fact } of early.takeLeft()) quietly(() => put(who, fact));
  }

  function put(who: string, fact: event.Event): Promise<Receipt> {
    const ended = ENDS_SURVEY.has(fact.type) && 'contentId' in fact ? fact.contentId : '';
    if (state.current.contents[ended]?.kind === 'survey')
      channel.post({ type: 'done', who, contentId: ended });
    return outbox.put(who, fact);
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
        return put(
          who,
          look.stamp({ type: 'page', url: link.page().url, properties: plainProperties(first) }),
        );
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
      look.moved();
    },
    settled(url) {
      quietly(() => put(link.who(), look.stamp({ type: 'page', url })));
    },
    online() {
      state.set({ online: navigator.onLine });
      if (navigator.onLine) outbox.hurry();
    },
    hidden() {
      look.stop();
      if (outbox.pending() > 0) quietly(outbox.drain);
    },
    visible(stale) {
      outbox.hurry();
      look.look();
      if (stale) ask();
    },
    left() {
      look.stop();
      outbox.leave(link.who());
      channel.close();
    },
    cameBack() {
      channel.open();
      look.look();
      outbox.hurry();
      ask();
    },
    quietly,
    gone,
  });

  /** Asks what is on offer now, with nothing to tell. */
  function ask(): void {
    if (!look.paused) quietly(() => sync.send(link.who(), []));
  }

  takeIn();
  update();
  return {
    put,
    update,
    run,
    part: () => within(PARTING_MS, outbox.drain()),
    clear,
    pending: outbox.pending,
    destroy() {
      clear();
      outbox.stop();
      channel.close();
    },
  };
}

/** Text, numbers and booleans only: anything else would have the event refused. */
function plainProperties(values: unknown): Record<string, string | number | boolean> {
  const plain = Object.entries(Object(values) as Record<string, string>).filter(([, value]) =>
    /^(s|n|b)/.test(typeof value),
  );
  return Object.fromEntries<string | number | boolean>(plain);
}
