import { MINUTE_MS, msBetween } from '@banso/domain/time';
import type { Clock } from '../app-env.ts';
import type { Egress, Found } from './look-at.ts';
import { lookAt } from './look-at.ts';

/** Looks at addresses of the web, and remembers for a while what is behind them. */
export interface LinkChecks {
  /** What is behind each of these addresses; what was not found out in time is not in it. */
  of(hrefs: readonly string[]): Promise<ReadonlyMap<string, Found>>;
}

/** What answered is asked again after this long; what did not, or had nothing there, sooner: somebody may be mending it. */
const KEPT_MS = { good: 15 * MINUTE_MS, bad: MINUTE_MS };
const MOST_KEPT = 5_000;
/** Addresses that are looked at at a time, whoever asks. */
const AT_ONCE = 8;

interface Looked {
  at: string;
  found: Promise<Found>;
  isGood: boolean;
}

/**
 * Checks of links by one way out.
 * @param deps.patienceMs - For all addresses of one question. Default 20 s.
 */
export function createLinkChecks(deps: { egress: Egress; clock: Clock; patienceMs?: number }): LinkChecks {
  const { egress, clock, patienceMs = 20_000 } = deps;
  const kept = new Map<string, Looked>();
  const waiting: (() => void)[] = [];
  let looking = 0;

  async function inTurn(href: string): Promise<Found> {
    // who waited takes over the place of who is done
    if (looking >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
    else looking += 1;
    try {
      return await lookAt(egress, href);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else looking -= 1;
    }
  }

  function foundOf(href: string): Promise<Found> {
    const now = clock.now();
    const known = kept.get(href);
    if (known && msBetween(known.at, now) < (known.isGood ? KEPT_MS.good : KEPT_MS.bad)) return known.found;
    const looked: Looked = { at: now, found: inTurn(href), isGood: true };
    void looked.found.then((found) => {
      looked.isGood = found.is === 'answered' && found.status < 400;
    });
    kept.delete(href);
    kept.set(href, looked);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return looked.found;
  }

  return {
    async of(hrefs) {
      const found = new Map<string, Found>();
      const all = [...new Set(hrefs)].map(async (href) => void found.set(href, await foundOf(href)));
      const patience = Promise.withResolvers<void>();
      const timer = setTimeout(patience.resolve, patienceMs);
      await Promise.race([Promise.all(all), patience.promise]);
      clearTimeout(timer);
      return new Map(found);
    },
  };
}
