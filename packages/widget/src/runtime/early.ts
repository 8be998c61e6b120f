import type { event } from '@banso/contract';

/** A fact with whose it is. */
export interface Held {
  who: string;
  fact: event.Event;
}

/** A call of the host page that the loader held: name, arguments, whose it was, and when by this device's clock. */
export type HeldCall = readonly [name: string, args: readonly unknown[], who: string, at: number];

/** Facts that were reported before the outbox was there. */
export interface Early {
  readonly size: number;
  /** Keeps a fact until it is let go, over the end of the page or of the widget too. */
  hold(held: Held): void;
  letGo(fact: event.Event): void;
  /** Whether facts of earlier pages wait on this device. */
  isLeft(): boolean;
  /** Tells the next page whether any do; its loader fetches the runtime then. */
  note(waiting: boolean): void;
  /** What pages had to leave here when they ended, each once: a {@link Held} or {@link HeldCall} as JSON. */
  takeLeft(): string[];
  /** Whether this page holds that fact. */
  holds(fact: event.Event): boolean;
}

/**
 * @param name - Of the note in localStorage. Its first line says that the outbox's store holds facts; each further one is
 *   what never got there, also of pages in which there was nobody but the loader.
 * @param gone - Ends it.
 */
export function holdEarly(name: string, gone: AbortSignal): Early {
  const mine = new Map<string, Held>();

  function left(): string {
    try {
      return localStorage.getItem(name) ?? '';
    } catch {
      return ''; // No storage: then nothing waits there either.
    }
  }

  function leave(value: string): void {
    try {
      if (value) localStorage.setItem(name, value);
      else localStorage.removeItem(name);
    } catch {
      // As above.
    }
  }

  function takeLeft(): string[] {
    const [, ...lines] = left().split('\n');
    if (lines[0]) leave('1');
    return lines;
  }

  function leaveMine(): void {
    for (const held of mine.values()) leave(`${left() || 1}\n${JSON.stringify(held)}`);
  }

  addEventListener('pagehide', leaveMine, { signal: gone });
  gone.addEventListener('abort', leaveMine);
  return {
    get size() {
      return mine.size;
    },
    hold(held) {
      mine.set(held.fact.id, held);
    },
    letGo({ id }) {
      mine.delete(id);
    },
    holds: ({ id }) => mine.has(id),
    isLeft: () => !!left(),
    note(waiting) {
      // Never over what was left: whoever finds it takes it.
      if (!left().includes('\n')) leave(waiting ? '1' : '');
    },
    takeLeft,
  };
}
