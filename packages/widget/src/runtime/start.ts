import type { event } from '@banso/contract';
import type { Receipt } from '../controller.ts';
import { setController } from '../elements/current-controller.ts';
import { createFirstLook } from './first-look.ts';
import type { Link, Runtime } from './link.ts';
import { readOffer } from './read-offer.ts';
import type { Rest } from './rest.ts';

/** After a survey has been put up the rest waits so long, to leave the line to what the survey is made of. */
const AFTER_SURVEY_MS = 1_000;
/** It waits no longer than so for a survey that does not come. */
const FOR_SURVEY_MS = 5_000;

/** Brings the widget to life in a page. Takes over from the loader, which goes on knowing who the person is. */
export function start(link: Link): Runtime {
  const gone = new AbortController();
  /** Facts that were reported before the outbox was there. */
  const early = new Map<string, Promise<Receipt>>();
  let loading: Promise<Rest | undefined> | undefined;
  let rest: Rest | undefined;
  let person: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = createFirstLook(link, gone.signal, {
    record,
    drawn: () => rest?.draw(),
    isOpen: () => rest?.isOpen ?? false,
  });

  /** Outbox, launcher, panel, and everything that watches the page; undefined when it could not be fetched. */
  function withRest(): Promise<Rest | undefined> {
    clearTimeout(timer);
    loading ??= import('./rest.ts')
      .then(({ createRest }) => (gone.signal.aborted ? undefined : (rest = createRest(look))))
      .catch((error: unknown) => {
        loading = undefined; // at the next need it is tried again
        return link.warn(String(error)) as undefined;
      });
    return loading;
  }

  function restIn(ms: number): void {
    clearTimeout(timer);
    if (!rest && !gone.signal.aborted) timer = setTimeout(() => void withRest(), ms);
  }

  function record(who: string, fact: event.Event): Promise<Receipt> {
    const receipt = (async () => {
      for (let tries = 0; tries < 3; tries++) {
        const loaded = await withRest();
        if (loaded) return loaded.put(who, fact);
      }
      return 'held' as const;
    })();
    early.set(fact.id, receipt);
    void receipt.finally(() => early.delete(fact.id));
    return receipt;
  }

  function update(): void {
    const { offer, decidedUrl } = link;
    const who = link.who();
    if (!offer) return;
    if (person !== who) clear();
    person = who;
    const read = readOffer(offer);
    if (!read) return link.warn('the answer of the service could not be read');
    look.pause(false);
    look.apply(read, decidedUrl);
    if (rest) rest.update();
    else if (look.isSoon) {
      restIn(FOR_SURVEY_MS);
      look.quietly(async () => {
        await look.loaded;
        restIn((await look.presenter.settled()) ? AFTER_SURVEY_MS : 0);
      });
    } else void withRest();
  }

  function clear(): void {
    rest?.clear();
    look.clear();
    person = undefined;
  }

  return {
    update: () => look.quietly(update),
    pause: () => look.pause(true),
    async leave() {
      look.pause(true);
      const parted = rest?.part();
      clear();
      await parted;
    },
    async run(name, args, who) {
      if (name === 'moved') return look.quietly(update);
      return (await withRest())?.run(name, args, who);
    },
    pending: () => rest?.pending() ?? early.size,
    destroy() {
      gone.abort();
      clearTimeout(timer);
      clear();
      setController(undefined);
      rest?.destroy();
    },
  };
}
