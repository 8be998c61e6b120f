import type { Exclusive } from './exclusive.ts';

const LEASE_MS = 15_000;
const RENEW_MS = 5_000;
const LOOK_AGAIN_MS = 500;
const SETTLE_MS = 50;

/**
 * By a lease in localStorage that whoever works renews: for pages without https, which have no Web Locks. Without storage
 * either, not at all.
 */
export function byLease(name: string): Exclusive {
  const me = Math.random().toString(36).slice(2);
  const write = () => localStorage.setItem(name, `${me} ${Date.now() + LEASE_MS}`);

  /** Somebody else's lease that has not run out; one from a clock that has since jumped back does not count. */
  function isTaken(): boolean {
    const [owner, until] = (localStorage.getItem(name) ?? '').split(' ');
    const left = Number(until) - Date.now();
    return owner !== me && left > 0 && left <= LEASE_MS;
  }

  return async (work, signal) => {
    let renewal: ReturnType<typeof setInterval> | undefined;
    try {
      do {
        while (isTaken()) await sleep(LOOK_AGAIN_MS, signal);
        write();
        await sleep(SETTLE_MS, signal);
      } while (isTaken());
      renewal = setInterval(write, RENEW_MS);
    } catch (error) {
      if (signal.aborted) throw error;
      // No storage either: as above.
    }
    try {
      await work();
    } finally {
      clearInterval(renewal);
      if (renewal !== undefined && !isTaken()) localStorage.removeItem(name);
    }
  };
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
  });
}
