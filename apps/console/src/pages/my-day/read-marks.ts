import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

/** How an answer is marked as read or unread for the whole team. */
export interface ReadMarksPort {
  /** @throws when it did not work; then nothing was changed. */
  setRead(responseId: string, read: boolean): Promise<void>;
}

/** Answers that were marked as read here and are out of sight before the server has said so. */
export interface ReadMarks {
  hidden: ReadonlySignal<ReadonlySet<string>>;
  /** Takes the answer away at once; back it comes, and the promise resolves `false`, when the server refuses. */
  mark(responseId: string): Promise<boolean>;
  /** Brings it back, after a mark that is still on its way; `false` when the server refuses. */
  undo(responseId: string): Promise<boolean>;
  /** Told which answers the server lists now, so that one which somebody marks as unread later is seen again. */
  retain(listed: ReadonlySet<string>): void;
}

/** Optimistic reading: see {@link ReadMarks}. */
export function createReadMarks(port: ReadMarksPort): ReadMarks {
  const hidden = signal<ReadonlySet<string>>(new Set());
  /** The last write for each answer; the next one waits for it. */
  const under = new Map<string, Promise<boolean>>();

  const hide = (id: string) => void (hidden.value = new Set([...hidden.value, id]));
  const show = (id: string) => void (hidden.value = new Set([...hidden.value].filter((one) => one !== id)));

  const write = (id: string, read: boolean) => {
    const before = under.get(id) ?? Promise.resolve(true);
    const done = before
      .then(() => port.setRead(id, read))
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
