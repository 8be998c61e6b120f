import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

/** How something is ticked off for the whole team: an answer is read, a task done. */
export interface MarksPort {
  /** @throws when it did not work; then nothing was changed. */
  set(id: string, isMarked: boolean): Promise<void>;
}

/** What was ticked off here and is out of sight before the server has said so. */
export interface Marks {
  hidden: ReadonlySignal<ReadonlySet<string>>;
  /** Takes it away at once; back it comes, and the promise resolves `false`, when the server refuses. */
  mark(id: string): Promise<boolean>;
  /** Brings it back, after a mark that is still on its way; `false` when the server refuses. */
  undo(id: string): Promise<boolean>;
  /** Told what the server lists now, so that what somebody opens again later is seen again. */
  retain(listed: ReadonlySet<string>): void;
}

/** Optimistic ticking off: see {@link Marks}. */
export function createMarks(port: MarksPort): Marks {
  const hidden = signal<ReadonlySet<string>>(new Set());
  /** The last write for each of them; the next one waits for it. */
  const under = new Map<string, Promise<boolean>>();

  const hide = (id: string) => void (hidden.value = new Set([...hidden.value, id]));
  const show = (id: string) => void (hidden.value = new Set([...hidden.value].filter((one) => one !== id)));

  const write = (id: string, isMarked: boolean) => {
    const before = under.get(id) ?? Promise.resolve(true);
    const done = before
      .then(() => port.set(id, isMarked))
      .then(
        () => true,
        () => false,
      );
    under.set(id, done);
    void done.then(() => under.get(id) === done && under.delete(id));
    return done;
  };

  return {
    hidden,
    async mark(id) {
      hide(id);
      const worked = await write(id, true);
      if (!worked) show(id);
      return worked;
    },
    undo(id) {
      show(id);
      return write(id, false);
    },
    retain(listed) {
      const kept = [...hidden.value].filter((id) => listed.has(id) || under.has(id));
      if (kept.length < hidden.value.size) hidden.value = new Set(kept);
    },
  };
}
