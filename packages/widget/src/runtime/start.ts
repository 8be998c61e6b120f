import type { event } from '@banso/contract';
import type { Receipt } from '../controller.ts';
import { setController } from '../elements/current-controller.ts';
import { holdEarly } from './early.ts';
import { createFirstLook } from './first-look.ts';
import { watchInlineElements } from './inline-elements.ts';
import type { Late } from './late.ts';
import type { Link, Runtime } from './link.ts';
import { readFile, readOffer } from './read-offer.ts';
import { createSurfaces } from './surfaces.ts';
import { within } from './within.ts';

/** After what a person sees first the rest waits so long, to leave the line to what that is made of. */
const AFTER_MS = 1_000;
/** It waits no longer than so for what does not come. */
const PATIENCE_MS = 5_000;
/** How long the panel waits for what stands in it. */
const OPENING_MS = 2_000;

/** Brings the widget to life in a page. Takes over from the loader, which goes on knowing who the person is. */
export function start(link: Link): Runtime {
  const gone = new AbortController();
  let loading: Promise<Late | undefined> | undefined;
  let late: Late | undefined;
  let person: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let begun = false;
  /** A visitor wanted the panel when the page said who they are: it opens for who they turned out to be. */
  let stays = false;

  const early = holdEarly(`${link.prefix}:pending`, gone.signal);
  const look = createFirstLook(link, gone.signal, {
    record,
    drawn,
    isOpen: () => surfaces.isOpen,
    own: withLate,
  });
  const { state, quietly, may } = look;
  const surfaces = createSurfaces(look.controller, may, quietly);

  /**
   * The way of facts to the server, and everything that watches the page. Asked for while something is on its way to the
   * screen it waits for that; undefined when it could not be fetched.
   */
  function withLate(): Promise<Late | undefined> {
    clearTimeout(timer);
    loading ??= within(PATIENCE_MS, surfaces.drawn)
      .then(() => import('./late.ts'))
      .then(({ createLate }) => (gone.signal.aborted ? undefined : (late = createLate(look, early))))
      .catch((error: unknown) => {
        loading = undefined; // at the next need it is tried again
        return link.warn(String(error)) as undefined;
      })
      .finally(others);
    return loading;
  }

  function after(ms: number, then: () => unknown): void {
    clearTimeout(timer);
    if (!late && !gone.signal.aborted) timer = setTimeout(then, ms);
  }

  async function record(who: string, fact: event.Event): Promise<Receipt> {
    early.hold({ who, fact });
    for (let tries = 0; tries < 3; tries++) {
      const loaded = await withLate();
      if (!loaded) continue;
      early.letGo(fact);
      return loaded.put(who, fact);
    }
    return 'held';
  }

  function update(): void {
    const { offer, decidedUrl } = link;
    const who = link.who();
    if (!offer) return;
    if (person !== who) clear();
    person = who;
    const read = readOffer(offer);
    if (!read) return link.warn('unreadable answer');
    look.pause(false);
    look.apply(read, decidedUrl, offer.opens && readFile({ contents: [offer.opens.content] }));
    if (stays && !isVisitor(who)) quietly(surfaces.open);
    stays = false;
    if (late) late.update();
    else if (look.isSoon) {
      after(PATIENCE_MS, () => begin());
      quietly(async () => {
        await look.loaded;
        after((await look.settled()) ? AFTER_MS : 0, () => begin());
      });
    } else begin(early.isLeft() ? 0 : AFTER_MS);
  }

  /** Lets the others come, and after so many milliseconds what is late. */
  function begin(lateMs = 0): void {
    after(lateMs, withLate);
    others();
  }

  /** Launcher and inline elements: what does not open by itself. */
  function others(): void {
    if (begun || gone.signal.aborted) return;
    begun = true;
    watchInlineElements(may, quietly, gone.signal);
    drawn();
  }

  function drawn(): void {
    if (!begun) return;
    const { launcher, show, contents, unread } = state.current;
    surfaces.offer(launcher && (unread > 0 || show.some(({ contentId }) => contents[contentId])));
  }

  function clear(): void {
    surfaces.clear();
    late?.clear();
    look.clear();
    person = undefined;
  }

  // A launcher that the page placed itself.
  document.addEventListener(
    'banso-toggle',
    ({ target }) => {
      if (target instanceof Element && !target.hasAttribute('floating')) quietly(surfaces.toggle);
    },
    gone,
  );

  return {
    update: () => quietly(update),
    pause: () => look.pause(true),
    async leave() {
      look.pause(true);
      stays = surfaces.isWanted && isVisitor(person);
      const parted = late?.part();
      clear();
      await parted;
    },
    async run(name, args, who, taken) {
      if (name !== 'track') taken?.();
      // A call can be what brings this code into a page whose decision needed none of it.
      if (!person) quietly(update);
      switch (name) {
        case 'moved':
          quietly(update);
          return void withLate();
        case 'open':
          await within(OPENING_MS, look.loaded);
          return surfaces.open(typeof args[0] === 'string' ? args[0] : undefined);
        case 'close':
          return surfaces.close();
        default:
          return (await withLate())?.run(name, args, who, taken);
      }
    },
    pending: () => late?.pending() ?? early.size,
    destroy() {
      gone.abort();
      clearTimeout(timer);
      clear();
      setController(undefined);
      late?.destroy();
    },
  };
}

/** Somebody whom the page has not named. */
const isVisitor = (who?: string): boolean => !!who?.startsWith('anon_');
