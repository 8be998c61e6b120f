import type { event, widgetApi } from '@banso/contract';
import type { Own, Receipt } from '../controller.ts';
import { forgetChanges } from '../elements/step-memory.ts';
import { rememberUnsent, takeBack } from '../elements/unsent-steps.ts';
import { createChannel } from './channel.ts';
import { createChoices } from './choices.ts';
import { exclusive } from './exclusive.ts';
import type { Early, Held, HeldCall } from './early.ts';
import type { FirstLook } from './first-look.ts';
import type { Explanation, Runtime } from './link.ts';
import { createOutbox } from './outbox.ts';
import { indexedDbStore } from './outbox-store.ts';
import { stayCurrent } from './stay-current.ts';
import { createSync } from './sync.ts';
import { watchBody } from './watch-body.ts';
import { watchPage } from './watch-page.ts';
import { within } from './within.ts';

export { followUrl } from './follow-url.ts';
export { stayClear } from '../elements/stay-clear.ts';
export { watchShown } from '../elements/watch-shown.ts';

/** What nothing on the screen waits for: the way of facts to the server, and all that watches the page. */
export interface Late extends Own {
  /** Takes a fact; see the outbox. */
  put(who: string, fact: event.Event): Promise<Receipt>;
  /** The loader has a new session. */
  update(): void;
  /** A call of the host page that is not about the panel. */
  run: Runtime['run'];
  /** Sends what the person who goes has done, within about two seconds. */
  part(): Promise<void>;
  /** Forgets what is known of the person. */
  clear(): void;
  pending(): number;
  destroy(): void;
}

const PARTING_MS = 2_000;
/** Facts after which what opened by itself goes away in other tabs too. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  survey: ['survey_answered', 'survey_completed', 'content_dismissed', 'content_snoozed'],
  announcement: ['content_opened', 'content_dismissed', 'content_snoozed'],
};

/** See {@link Late}. Starts at once to send what waits from earlier pages. */
export function createLate(look: FirstLook, early: Early): Late {
  const { link, state, controller, quietly, gone } = look;
  /** Whose waiting facts have been looked up. */
  let remembered: string | undefined;
  /** Steps ticked before this page that wait, by the id of their fact. */
  const unsent = new Map<string, event.Event>();

  const choices = createChoices();

  const sync = createSync(link, (offer, url, facts) => {
    look.apply(choices.over(offer, facts), url);
    channel.post({
      type: 'progress',
      who: link.who(),
      progress: offer.progress,
      unread: offer.unread,
      messages: offer.messages,
      preferences: offer.preferences,
    });
  });

  const channel = createChannel(link.prefix, (message) => {
    if (message.type === 'settled') outbox.hear(message);
    else if (message.who === link.who()) {
      if (message.type === 'done') look.settledElsewhere(message.contentId);
      else {
        const { progress, unread, messages, preferences } = message;
        state.set({ progress, unread, messages });
        // It is about all that is on offer, and its language.
        if (JSON.stringify(preferences) !== JSON.stringify(link.offer?.preferences)) ask();
      }
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
      if (choices.drop(id)) ask();
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
    for (const line of early.takeLeft())
      quietly(() => {
        const left = JSON.parse(line) as Held | HeldCall;
        if ('fact' in left) return early.holds(left.fact) || put(left.who, left.fact);
        const [name, args, who, at] = left;
        // Other calls have nothing to be about any more.
        return name === 'track' && put(who, { ...trackFact(args), at: new Date(at).toISOString() });
      });
  }

  function put(who: string, fact: event.Event): Promise<Receipt> {
    if (who === link.who() && choices.take(fact)) chosen();
    const content = 'contentId' in fact && state.current.contents[fact.contentId];
    if (content && ENDS[content.kind]?.includes(fact.type))
      channel.post({ type: 'done', who, contentId: content.id });
    return outbox.put(who, fact);
  }

  /** What the person has chosen holds at once. */
  function chosen(): void {
    if (link.offer && choices.size > 0) look.apply(choices.over(link.offer, []), link.decidedUrl);
  }

  /** A tick of an earlier page that has not arrived is shown as what it is, kept on this device; so is what was chosen there. */
  async function remember(who: string): Promise<void> {
    const facts = await outbox.waiting(who);
    if (who !== link.who()) return;
    for (const fact of facts) {
      unsent.set(fact.id, fact);
      choices.take(fact);
    }
    rememberUnsent(controller, facts);
    state.set({});
    chosen();
  }

  function clear(): void {
    forgetChanges(controller);
    unsent.clear();
    choices.clear();
    remembered = undefined;
  }

  function update(): void {
    const who = link.who();
    if (remembered !== who) quietly(() => remember((remembered = who)));
    chosen();
    sync.remember();
    outbox.hurry();
    page.look();
  }

  function trackFact([name, properties]: readonly unknown[]): event.Event {
    return look.stamp({ type: 'track', name: String(name), properties: plainProperties(properties) });
  }

  async function run(
    name: string,
    args: readonly unknown[],
    who: string,
    taken?: () => boolean,
  ): Promise<unknown> {
    const [first] = args;
    const target = typeof first === 'string' ? first : undefined;
    switch (name) {
      case 'track':
        // The page has ended meanwhile, and left the call to the next one; or it came back, and took it in itself.
        if (taken?.() === false) return undefined;
        look.tracked.add(String(first));
        look.look();
        return put(who, trackFact(args));
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
    return explain(link.offer, state.current.contents, look.waiting, asked);
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

  stayCurrent({ ask, hasSession: sync.hasSession, quietly, gone });
  watchBody(look.body, gone);
  takeIn();
  update();
  return {
    put,
    read: (path) => sync.read(link.who(), path),
    waiting: () => outbox.waiting(link.who()),
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
