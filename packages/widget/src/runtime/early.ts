import type { event } from '@banso/contract';

/** A fact with whose it is. */
export interface Held {
  who: string;
  fact: event.Event;
}

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
  /** Facts that pages had to leave here when they ended, each once. */
  takeLeft(): Held[];
}

/**
 * @param name - Of the note in localStorage: `1` while the outbox's store holds facts, or a list of those that never got there.
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

  function takeLeft(): Held[] {
    const value = left();
    if (!value.startsWith('[')) return [];
    leave('1');
    try {
      return (JSON.parse(value) as Held[]).filter(({ fact }) => !mine.has(fact.id));
    } catch {
      return []; // not ours
    }
  }

  function leaveMine(): void {
    if (mine.size > 0) leave(JSON.stringify([...takeLeft(), ...mine.values()]));
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
    isLeft: () => left() !== '',
    note(waiting) {
      // Never over a list: whoever finds it takes it.
      if (!left().startsWith('[')) leave(waiting ? '1' : '');
    },
    takeLeft,
  };
}
