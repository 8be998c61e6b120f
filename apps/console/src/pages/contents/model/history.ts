import { sameValue } from '@banso/domain/content';
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { changedPath } from './changed-path.ts';

/** What a history watches, by shape. */
export interface Edited<D> {
  draft: ReadonlySignal<D>;
  /** As the server last told it. */
  record: ReadonlySignal<{ draft: D }>;
  edit: (change: (draft: D) => D) => void;
}

/** What was done to a draft since it was opened. */
export interface History {
  canUndo: ReadonlySignal<boolean>;
  canRedo: ReadonlySignal<boolean>;
  /** Takes the last step back. Returns the path of what changed, undefined when there was nothing to take back. */
  undo: () => string | undefined;
  redo: () => string | undefined;
  stop: () => void;
}

/** Typing into one field is one step until it pauses for this long; what comes at once, such as a pasted text, is one by itself. */
export const STEP_MS = 1_000;
const MOST_STEPS = 200;

/**
 * Watches a draft being edited. A draft that comes from the server (somebody else's, an older version, a translated
 * file) begins a new history: taking it back would undo what was not done here.
 */
export function createHistory<D>({ draft, record, edit }: Edited<D>): History {
  const past = signal<readonly D[]>([]);
  const future = signal<readonly D[]>([]);
  let present = draft.peek();
  let typing: { path: string; at: number } | undefined;

  const stop = draft.subscribe((next) => {
    const before = present;
    if (next === before) return;
    present = next;
    const isServers = next === record.peek().draft;
    if (isServers && sameValue(before, next)) return;
    future.value = [];
    if (isServers) {
      past.value = [];
      typing = undefined;
      return;
    }
    const { path, isTyped } = changedPath(before, next);
    const at = Date.now();
    const goesOn = isTyped && typing?.path === path && at - typing.at < STEP_MS;
    typing = isTyped ? { path, at } : undefined;
    if (!goesOn) past.value = [...past.peek(), before].slice(-MOST_STEPS);
  });

  function travel(from: typeof past, to: typeof past): string | undefined {
    const target = from.peek().at(-1);
    if (target === undefined) return undefined;
    const left = present;
    present = target;
    typing = undefined;
    edit(() => target);
    from.value = from.peek().slice(0, -1);
    to.value = [...to.peek(), left];
    return changedPath(left, target).path;
  }
  return {
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    undo: () => travel(past, future),
    redo: () => travel(future, past),
    stop,
  };
}
