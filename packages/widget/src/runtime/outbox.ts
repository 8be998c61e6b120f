import type { event, widgetApi } from '@banso/contract';
import type { Receipt } from '../controller.ts';
import { jsonBytes, MAX_BATCH_BYTES, MAX_BATCH_EVENTS, MAX_EVENT_BYTES, takeBatch } from './batch.ts';
import type { Exclusive } from './exclusive.ts';
import type { OutboxRow, OutboxStore, StoredRow } from './outbox-store.ts';

/** What came of sending one batch. */
export type Sent =
  | { outcome: 'answered'; accepted: readonly string[]; refused: readonly widgetApi.RefusedEvent[] }
  /** Nothing is known; the same facts go again later, at the earliest when the server says. */
  | { outcome: 'later'; afterMs?: number | undefined }
  /** The batch as a whole was refused for its size or form. */
  | { outcome: 'unacceptable'; code: 'too_large' | 'invalid' }
  /** Nobody vouches for this person now; others may go on. */
  | { outcome: 'no_session' };

/** What one tab tells the others. */
export interface Settled {
  accepted: readonly string[];
  refused: readonly string[];
}

/** What the outbox needs of its surroundings; a test plays them. */
export interface OutboxDeps {
  store: OutboxStore;
  exclusive: Exclusive;
  send(who: string, facts: readonly event.Event[], how: { keepalive: boolean }): Promise<Sent>;
  /** Tells the other tabs. */
  tell(settled: Settled): void;
  /** The number of waiting facts changed. */
  changed(): void;
  /** A fact was refused for good. */
  refused(refusal: widgetApi.RefusedEvent): void;
  /** Notes for the next page whether rows wait in the store. */
  note(waiting: boolean): void;
  isOnline(): boolean;
  isHidden(): boolean;
  /** Calls back after so many milliseconds; returns what cancels it. */
  after(ms: number, then: () => void): () => void;
  random(): number;
}

/** Facts on their way to the server: kept until it says that they are on its disk. */
export interface Outbox {
  /** Takes a fact. Resolves when its fate is known, after four seconds at the latest. */
  put(who: string, fact: event.Event): Promise<Receipt>;
  /** Sends what waits, unless we are resting after a failure. */
  drain(): Promise<void>;
  /** Things look better (online, back in view, a session): rests no longer, unless the server asked for it. */
  hurry(): void;
  /** Another tab has heard from the server. */
  hear(settled: Settled): void;
  /** The page may end now: hands the rows of `who` to the browser, as many as it takes. */
  leave(who: string): void;
  /** Facts that have not arrived. */
  pending(): number;
  /** Facts of one person that wait, those of earlier pages too, in order. */
  waiting(who: string): Promise<readonly event.Event[]>;
  /** Ends everything of this tab; rows in the store wait for the next page. */
  stop(): void;
}

interface Mine extends OutboxRow {
  /** Its place in the store; undefined: in memory only. */
  seq?: number;
  resolve(receipt: Receipt): void;
}

const RECEIPT_WITHIN_MS = 4_000;
const FIRST_REST_MS = 1_000;
const LONGEST_REST_MS = 300_000;
/** What the host page tells is given up beyond this many waiting facts; what the person did never is. */
const MAX_WAITING = 1_000;
/** Browsers allow 64 KiB in flight over all calls of a page; ours stay below half of it, so that two fit. */
const KEEPALIVE_BYTES = 30 * 1024;

/** See {@link Outbox}. At least once, with the same id each time; the order of one person's facts is kept. */
export function createOutbox(deps: OutboxDeps): Outbox {
  const { store } = deps;
  /** Facts of this tab that have not arrived, in order. */
  const mine = new Map<string, Mine>();
  /** Settled, though the store may not have let go of them. */
  const settled = new Set<string>();
  let saving: Promise<unknown> = Promise.resolve();
  /** Storage failed once: later facts stay in memory, so that they cannot overtake. */
  let inMemory = false;
  /** Waiting facts of other tabs and earlier pages, as last seen. */
  let strangers = new Set<string>();
  let draining: Promise<void> | undefined;
  let again = false;
  let failures = 0;
  let wake: (() => void) | undefined;
  let askedToRest = false;
  let stopping = new AbortController();

  async function save(row: Mine): Promise<void> {
    if (inMemory || settled.has(row.fact.id)) return;
    try {
      row.seq = await store.add({ who: row.who, fact: row.fact });
      deps.note(true);
    } catch {
      inMemory = true; // refused or full: it goes from memory
    }
  }

  /** Everything that waits: the store in its order, then what only this tab's memory holds. */
  async function rows(): Promise<(StoredRow | Mine)[]> {
    await saving;
    const saved = [...mine.values()].filter((row) => row.seq !== undefined);
    let stored: StoredRow[];
    try {
      stored = (await store.list()).filter((row) => !settled.has(row.fact.id));
    } catch {
      inMemory = true;
      return [...mine.values()];
    }
    const found = new Set(stored.map((row) => row.fact.id));
    // Gone from the store: another tab has settled it, though its message did not reach us.
    for (const { fact } of saved) if (!found.has(fact.id)) mine.delete(fact.id);
    strangers = new Set([...found].filter((id) => !mine.has(id)));
    return [...stored, ...[...mine.values()].filter((row) => !found.has(row.fact.id))];
  }

  function forget({ accepted, refused }: Settled): void {
    for (const id of [...accepted, ...refused]) {
      if (mine.has(id)) settled.add(id);
      mine.get(id)?.resolve(accepted.includes(id) ? 'arrived' : 'refused');
      mine.delete(id);
      strangers.delete(id);
    }
    deps.changed();
  }

  async function settle(
    sent: Extract<Sent, { outcome: 'answered' }>,
    batch: readonly (StoredRow | Mine)[],
  ): Promise<boolean> {
    const news = { accepted: sent.accepted, refused: sent.refused.map(({ id }) => id) };
    const named = new Set([...news.accepted, ...news.refused]);
    const done = batch.filter(({ fact }) => named.has(fact.id));
    for (const { fact } of done) settled.add(fact.id);
    forget(news);
    for (const refusal of sent.refused) deps.refused(refusal);
    deps.tell(news);
    try {
      await store.remove(done.flatMap(({ seq }) => seq ?? []));
      for (const { fact } of done) settled.delete(fact.id);
    } catch {
      // They go again from the next page, and the server knows them.
    }
    return done.length > 0;
  }

  function rest(afterMs: number | undefined): void {
    const ms = deps.random() * Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** failures++);
    askedToRest = afterMs !== undefined;
    const cancel = deps.after(afterMs ?? ms, () => {
      wake = undefined;
      void drain();
    });
    wake = () => {
      cancel();
      wake = undefined;
    };
  }

  /** Sends batch after batch until nothing is left that can go now. */
  async function pass(signal: AbortSignal): Promise<void> {
    const silent = new Set<string>();
    let maxEvents = MAX_BATCH_EVENTS;
    for (;;) {
      const waiting = await rows();
      const { who } = waiting.find((row) => !silent.has(row.who)) ?? {};
      if (waiting.length === 0) deps.note(false);
      if (who === undefined || signal.aborted) return;

      const batch = takeBatch(
        waiting.filter((row) => row.who === who),
        maxEvents,
        MAX_BATCH_BYTES,
      );
      const facts = batch.map(({ fact }) => fact);
      const keepalive = deps.isHidden() && jsonBytes(facts) < KEEPALIVE_BYTES;
      const sent = await deps.send(who, facts, { keepalive });
      if (signal.aborted) return;
      if (sent.outcome === 'later') return rest(sent.afterMs);
      if (sent.outcome === 'no_session') silent.add(who);
      else if (sent.outcome === 'unacceptable') {
        const [only] = facts;
        if (facts.length > 1) maxEvents = Math.ceil(facts.length / 2);
        else if (only) await settle(refusal(only.id, sent.code), batch);
      } else {
        if (!(await settle(sent, batch))) return rest(undefined);
        failures = 0;
        maxEvents = MAX_BATCH_EVENTS;
      }
    }
  }

  const mayGo = () => again && !wake && deps.isOnline() && !stopping.signal.aborted;

  function drain(): Promise<void> {
    again = true;
    draining ??= run().finally(() => {
      draining = undefined;
      if (mayGo()) void drain(); // asked for in the last moment
    });
    return draining;
  }

  async function run(): Promise<void> {
    while (mayGo()) {
      again = false;
      const { signal } = stopping;
      try {
        await deps.exclusive(() => unlessAborted(pass(signal), signal), signal);
      } catch {
        if (!signal.aborted) rest(undefined); // a bug or a broken browser: not in a hot loop
      }
    }
  }

  return {
    async put(who, fact) {
      const told = fact.type === 'page' || fact.type === 'track';
      if (told && mine.size + strangers.size >= MAX_WAITING) return 'refused';
      if (jsonBytes(fact) > MAX_EVENT_BYTES) {
        deps.refused({ id: fact.id, code: 'too_large', message: 'An event may have 32 KiB at most.' });
        return 'refused';
      }
      const { promise, resolve } = Promise.withResolvers<Receipt>();
      const row: Mine = { who, fact, resolve };
      const own = () => (row.seq === undefined ? 'held' : 'stored');
      mine.set(fact.id, row);
      deps.changed();
      const cancel = deps.after(RECEIPT_WITHIN_MS, () => resolve(own()));
      saving = saving.then(() => save(row));
      void saving.then(() => (deps.isOnline() ? drain() : resolve(own())));
      const receipt = await promise;
      cancel();
      return receipt;
    },
    drain,
    hurry() {
      if (!askedToRest) {
        wake?.();
        failures = 0;
      }
      void drain();
    },
    hear: forget,
    leave(who) {
      stopping.abort();
      stopping = new AbortController();
      again = false;
      const batch = takeBatch(
        [...mine.values()].filter((row) => row.who === who),
        MAX_BATCH_EVENTS,
        KEEPALIVE_BYTES,
      );
      const facts = batch.map(({ fact }) => fact);
      if (facts.length === 0 || jsonBytes(facts) > KEEPALIVE_BYTES || !deps.isOnline()) return;
      void deps
        .send(who, facts, { keepalive: true })
        .then((sent) => sent.outcome === 'answered' && settle(sent, batch));
    },
    pending: () => mine.size + strangers.size,
    async waiting(who) {
      return (await rows()).filter((row) => row.who === who).map(({ fact }) => fact);
    },
    stop() {
      stopping.abort();
      wake?.();
      store.close();
      for (const row of mine.values()) row.resolve(row.seq === undefined ? 'held' : 'stored');
    },
  };
}

function refusal(id: string, code: widgetApi.RefusedEvent['code']): Extract<Sent, { outcome: 'answered' }> {
  return {
    outcome: 'answered',
    accepted: [],
    refused: [{ id, code, message: 'The service does not take it.' }],
  };
}

/** Ends at once when aborted, to give the lock back: a page that holds one is not kept for going back to. */
function unlessAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => resolve();
    signal.addEventListener('abort', end);
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}
