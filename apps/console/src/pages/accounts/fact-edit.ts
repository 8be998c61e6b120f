import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { ApiError } from '../../data/api.ts';
import type { Answer } from '../../data/api.ts';

/** How one value of a record is read and written. */
export interface FactPort<T, V> {
  /** The record as it is known here, with the ETag it was read with. */
  current(): Answer<T>;
  /** The record as the server has it now. @throws {ApiError} */
  reload(): Promise<Answer<T>>;
  /** Writes the value over the state that the ETag names. @throws {ApiError} 412 when that is no longer the state. */
  save(value: V, etag: string | undefined): Promise<Answer<T>>;
  valueOf(record: T): V;
}

/** What is happening to one value. In each state but `shown`, `draft` is what the person typed or chose. */
export type FactState<V> =
  | { status: 'shown' }
  | { status: 'editing'; draft: V; problem: ApiError | undefined }
  | { status: 'saving'; draft: V }
  | { status: 'conflict'; draft: V; theirs: V };

/** Editing one value in place. */
export interface FactEdit<V> {
  state: ReadonlySignal<FactState<V>>;
  /** Starts with the value as it is. */
  begin: () => void;
  setDraft: (draft: V) => void;
  /** Puts the draft away. */
  cancel: () => void;
  /**
   * Writes the draft. When somebody changed another value of the record meanwhile, it is written over their state; when
   * they changed this very value, the state becomes `conflict` and nothing is written.
   * @returns what it was before, or undefined when nothing was written.
   */
  save(): Promise<{ before: V; after: V } | undefined>;
  /** The same with a value that was chosen, not typed. */
  choose(value: V): Promise<{ before: V; after: V } | undefined>;
  /** Ends a conflict with one's own value: writes it over theirs. */
  keepMine(): Promise<{ before: V; after: V } | undefined>;
  /** Ends a conflict with theirs, which the server has already. */
  takeTheirs: () => void;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const asProblem = (error: unknown): ApiError => {
  if (error instanceof ApiError) return error;
  throw error;
};

/** Edits one value of a record; see {@link FactEdit}. */
export function createFactEdit<T, V>(port: FactPort<T, V>): FactEdit<V> {
  const state = signal<FactState<V>>({ status: 'shown' });
  /** The value that the person saw when they began. */
  let base = port.valueOf(port.current().data);

  async function write(value: V): Promise<{ before: V; after: V } | undefined> {
    const before = base;
    if (isSame(before, value)) {
      state.value = { status: 'shown' };
      return undefined;
    }
    state.value = { status: 'saving', draft: value };
    try {
      const written = await attempt(value, port.current().etag);
      if (!written) return undefined;
      state.value = { status: 'shown' };
      return { before, after: value };
    } catch (error) {
      state.value = { status: 'editing', draft: value, problem: asProblem(error) };
      return undefined;
    }
  }

  /** False when it ended without writing: they have the same value by now, or another one, which is a conflict. */
  async function attempt(value: V, etag: string | undefined): Promise<boolean> {
    try {
      await port.save(value, etag);
      return true;
    } catch (error) {
      if (asProblem(error).status !== 412) throw error;
    }
    const now = await port.reload();
    const theirs = port.valueOf(now.data);
    if (isSame(theirs, base)) {
      await port.save(value, now.etag); // they changed something else
      return true;
    }
    state.value = isSame(theirs, value) ? { status: 'shown' } : { status: 'conflict', draft: value, theirs };
    return false;
  }

  const begin = () => {
    base = port.valueOf(port.current().data);
    state.value = { status: 'editing', draft: base, problem: undefined };
  };

  return {
    state,
    begin,
    setDraft(draft) {
      if (state.value.status === 'editing') state.value = { ...state.value, draft };
    },
    cancel() {
      if (state.value.status === 'editing') state.value = { status: 'shown' };
    },
    async save() {
      return state.value.status === 'editing' ? write(state.value.draft) : undefined;
    },
    async choose(value) {
      if (state.value.status === 'saving') return undefined;
      base = port.valueOf(port.current().data);
      return write(value);
    },
    async keepMine() {
      if (state.value.status !== 'conflict') return undefined;
      const { draft, theirs } = state.value;
      base = theirs;
      return write(draft);
    },
    takeTheirs() {
      if (state.value.status === 'conflict') state.value = { status: 'shown' };
    },
  };
}
