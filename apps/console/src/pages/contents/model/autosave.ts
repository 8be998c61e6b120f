import { type ContentKind, sameValue } from '@banso/domain/content';
import { type ReadonlySignal, signal } from '@preact/signals';
import { ApiError } from '../../../data/api.ts';
import type { ContentRecord, Draft, Stored } from './content-draft.ts';
import type { DraftKeeper } from './kept-draft.ts';

/** How a draft stands between the fields and the server. */
export type SaveState<K extends ContentKind = ContentKind> =
  | { status: 'saved'; at: string }
  /** Typed, and waiting for a pause. */
  | { status: 'waiting' }
  | { status: 'saving' }
  /** The server cannot be reached or is busy; it is tried again by itself. */
  | { status: 'offline' }
  /** A field holds what the server would refuse; the next edit tries again. */
  | { status: 'unstorable' }
  | { status: 'refused'; error: ApiError }
  /** Somebody else changed it meanwhile; nothing is sent before the person has chosen. */
  | { status: 'conflict'; theirs: Stored<K> };

/** What autosave needs of the API, by shape. */
export interface DraftStore<K extends ContentKind> {
  read(): Promise<Stored<K>>;
  save(draft: Draft<K>, etag: string | undefined): Promise<Stored<K>>;
}

/** Settings of {@link createAutosave}. */
export interface AutosaveInput<K extends ContentKind> {
  stored: Stored<K>;
  store: DraftStore<K>;
  keeper: DraftKeeper<K>;
  /** Whether the server could take it; what it would refuse is kept here until it is mended. */
  isStorable: (draft: Draft<K>) => boolean;
}

/** A draft that stores itself. */
export interface Autosave<K extends ContentKind> {
  draft: ReadonlySignal<Draft<K>>;
  /** The content as the server last told it; its `draft` may be older than {@link draft}. */
  record: ReadonlySignal<ContentRecord<K>>;
  state: ReadonlySignal<SaveState<K>>;
  /** The ETag of the last answer. */
  etag: () => string | undefined;
  edit: (change: (draft: Draft<K>) => Draft<K>) => void;
  /** Stores what is typed now; `true` when the server has all of it. */
  flush: () => Promise<boolean>;
  /**
   * Runs another change of the content in turn with the saving, and takes over what the server answers.
   * @throws what `work` throws
   */
  act: (work: (etag: string | undefined) => Promise<Stored<K>>) => Promise<void>;
  /** The content was read again: taken over when it is newer and nothing is unsaved here. */
  offer: (stored: Stored<K>) => void;
  /** Ends a conflict: what is typed here replaces the other change. */
  keepMine: () => Promise<boolean>;
  /** Ends a conflict: the other change is taken. Returns what was typed here, for undo. */
  takeTheirs: () => Draft<K> | undefined;
  /** Stops the clocks. What is unsaved stays with the keeper. */
  dispose: () => void;
}

/** A pause in typing of this length stores the draft. */
export const PAUSE_MS = 800;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/**
 * Stores a draft whenever typing pauses, one request at a time, each guarded by the ETag of the last answer. Nothing that
 * was typed is ever thrown away: without a network it goes on trying, a conflict waits for a decision, and the keeper
 * holds a copy until the server has it.
 */
export function createAutosave<K extends ContentKind>({
  stored,
  store,
  keeper,
  isStorable,
}: AutosaveInput<K>): Autosave<K> {
  const draft = signal(stored.record.draft);
  const record = signal(stored.record);
  const state = signal<SaveState<K>>({ status: 'saved', at: stored.record.updatedAt });
  let { etag } = stored;
  /** The draft that the server has. */
  let known = stored.record.draft;
  /** The last one sent, in case its answer was lost. */
  let sent: Draft<K> | undefined;
  let retryMs = FIRST_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let gone = false;

  const isDirty = () => draft.peek() !== known;
  const isConflict = () => state.peek().status === 'conflict';

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }
  function later(ms: number): void {
    clearTimeout(timer);
    if (!gone) timer = setTimeout(() => void inTurn(saveOnce), ms);
  }
  function settle(): void {
    if (!isDirty()) {
      keeper.drop();
      state.value = { status: 'saved', at: record.peek().updatedAt };
      return;
    }
    keeper.put({ etag, draft: draft.peek() });
    state.value = { status: 'waiting' };
    later(PAUSE_MS);
  }
  function take(answer: Stored<K>, has: Draft<K>): void {
    etag = answer.etag;
    record.value = answer.record;
    known = has;
    retryMs = FIRST_RETRY_MS;
  }

  /** One request; `true` when the server has what was typed as it began. */
  async function saveOnce(): Promise<boolean> {
    clearTimeout(timer);
    if (isConflict()) return false;
    if (!isDirty()) return true;
    const wanted = draft.peek();
    if (!isStorable(wanted)) {
      state.value = { status: 'unstorable' };
      return false;
    }
    state.value = { status: 'saving' };
    try {
      const before = sent;
      sent = wanted;
      const answer = await store.save(wanted, etag).then(
        (got) => ({ stored: got, has: wanted }),
        (error: unknown) => resolved(error, [wanted, before]),
      );
      if (answer === undefined) return false;
      take(answer.stored, answer.has);
      settle();
      return known === wanted;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      fail(error);
      return false;
    }
  }

  /**
   * A 412 may be the echo of our own request whose answer was lost: then the server has what we sent and there is no
   * conflict. `undefined`: there is one.
   */
  async function resolved(
    error: unknown,
    ours: readonly (Draft<K> | undefined)[],
  ): Promise<{ stored: Stored<K>; has: Draft<K> } | undefined> {
    if (!(error instanceof ApiError) || error.status !== 412) throw error;
    const theirs = await store.read();
    const echo = ours.find((mine) => mine !== undefined && sameValue(mine, theirs.record.draft));
    // Only something beside the draft changed, such as its name: nobody's words are in the way.
    const has = echo ?? (sameValue(known, theirs.record.draft) ? known : undefined);
    if (has) return { stored: theirs, has };
    record.value = theirs.record;
    state.value = { status: 'conflict', theirs };
    return undefined;
  }

  function fail(error: ApiError): void {
    if (error.status === 0 || error.status === 429 || error.status >= 500) {
      state.value = { status: 'offline' };
      later(retryMs);
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
    } else state.value = { status: 'refused', error };
  }

  function edit(change: (now: Draft<K>) => Draft<K>): void {
    const next = change(draft.peek());
    if (next === draft.peek()) return;
    draft.value = next;
    keeper.put({ etag, draft: next });
    if (isConflict() || state.peek().status === 'saving') return;
    if (state.peek().status !== 'offline') {
      state.value = { status: 'waiting' };
      later(PAUSE_MS);
    }
  }

  async function flush(): Promise<boolean> {
    while (isDirty()) if (!(await inTurn(saveOnce)) && !canGoOn()) return false;
    return true;
  }
  /** More was typed while the last request ran. */
  const canGoOn = () => state.peek().status === 'waiting';

  function adopt(answer: Stored<K>): void {
    take(answer, answer.record.draft);
    draft.value = answer.record.draft;
    settle();
  }

  /** Somebody else was faster than an {@link Autosave.act}: shows what there is now. */
  async function overtaken(): Promise<void> {
    const theirs = await store.read();
    if (isDirty()) state.value = { status: 'conflict', theirs };
    else adopt(theirs);
  }

  const left = keeper.get();
  if (left && !sameValue(left.draft, known)) {
    draft.value = left.draft;
    if (left.etag === etag) settle();
    else state.value = { status: 'conflict', theirs: stored };
  } else keeper.drop();

  return {
    draft,
    record,
    state,
    etag: () => etag,
    edit,
    flush,
    act: (work) =>
      inTurn(async () => {
        const answer = await work(etag).catch(async (error: unknown) => {
          if (error instanceof ApiError && error.status === 412) await overtaken();
          throw error;
        });
        // The live feed may have brought what came after this already.
        if (answer.record.updatedAt < record.peek().updatedAt) return;
        // What was typed meanwhile, or is not stored yet, stays.
        const isUnsaved = isDirty();
        take(answer, answer.record.draft);
        if (!isUnsaved) draft.value = known;
        settle();
      }),
    offer(answer) {
      if (isDirty() || isConflict() || state.peek().status === 'saving') return;
      // An answer that was on its way while we saved is older than what we know.
      if (answer.record.updatedAt > record.peek().updatedAt) adopt(answer);
      else if (answer.record.updatedAt === record.peek().updatedAt) record.value = answer.record;
    },
    async keepMine() {
      const { value } = state;
      if (value.status !== 'conflict') return true;
      take(value.theirs, value.theirs.record.draft);
      settle();
      return flush();
    },
    takeTheirs() {
      const { value } = state;
      if (value.status !== 'conflict') return undefined;
      const mine = draft.peek();
      adopt(value.theirs);
      return mine;
    },
    dispose() {
      gone = true;
      clearTimeout(timer);
    },
  };
}
