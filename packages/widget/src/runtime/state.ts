import type { WidgetState } from '../controller.ts';

/** The state that the elements draw from, with everybody who wants to know of a change. */
export interface StateHolder {
  readonly current: WidgetState;
  /** Replaces the state as a whole. */
  set(change: Partial<WidgetState>): void;
  subscribe(listener: () => void): () => void;
}

/** @param warn - Told when a listener throws; the others are still called. */
export function holdState(first: WidgetState, warn: (what: string) => void): StateHolder {
  const listeners = new Set<() => void>();
  let current = first;
  return {
    get current() {
      return current;
    },
    set(change) {
      current = { ...current, ...change };
      for (const listener of listeners) {
        try {
          listener();
        } catch (error) {
          warn(String(error));
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
