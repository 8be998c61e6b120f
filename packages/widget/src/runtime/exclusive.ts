/** Runs work that only one tab may do at a time. Rejected or skipped when the signal aborts before its turn comes. */
export type Exclusive = (work: () => Promise<void>, signal: AbortSignal) => Promise<void>;

/**
 * By Web Locks; where they are missing (pages without https) by a lease in localStorage; without both, not at all.
 * @param locks - Default: the browser's, if it has them.
 */
export function exclusive(name: string, locks: LockManager | null = navigator.locks): Exclusive {
  return locks
    ? byLock(name, locks)
    : async (work, signal) => (await import('./lease.ts')).byLease(name)(work, signal);
}

function byLock(name: string, locks: LockManager): Exclusive {
  return async (work, signal) => {
    let began = false;
    try {
      await locks.request(name, { signal }, () => {
        began = true;
        return work();
      });
    } catch (error) {
      // Frames without an origin may not lock. The service ignores what it has seen, so two at a time do no harm.
      if (began || signal.aborted) throw error;
      await work();
    }
  };
}
