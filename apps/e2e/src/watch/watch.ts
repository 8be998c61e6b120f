import type { BrowserContext, ConsoleMessage } from '@playwright/test';

/** Everything that went wrong in the browser windows of a test, whichever page it was in. */
export interface Watch {
  /** Looks at a window from now on, at pages that are opened later too. */
  over(context: BrowserContext): Promise<void>;
  /** Requests may go to this origin as well. */
  allow(origin: string): void;
  /** Uncaught errors, unhandled rejections, violations of a content security policy, and lines on the error channel. */
  readonly errors: string[];
  /** Addresses of requests that left for a host that is none of ours. */
  readonly strangers: string[];
  /** Layout shifts that no input explains, as the browser scores them. */
  readonly shifts: number[];
}

const SHIFT = 'e2e layout shift ';
/** What the browser itself notes when a request fails: no page can prevent it. */
const BROWSERS_OWN = /^Failed to load resource|blocked by CORS policy/;

/** Runs in every page before its own scripts. It tells by the console, so that it leaves no name behind. */
function tellTrouble(prefix: string): void {
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    // oxlint-disable-next-line no-console -- how a page tells the test
    console.error(`violation of ${violatedDirective}: ${blockedURI}`);
  });
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[]) {
      // oxlint-disable-next-line no-console -- the same
      if (!entry.hadRecentInput) console.debug(`${prefix}${entry.value}`);
    }
  });
  observer.observe({ type: 'layout-shift', buffered: true });
}

/**
 * Makes a watch.
 * @param origins - Where requests may go.
 */
export function createWatch(...origins: readonly string[]): Watch {
  const ours = new Set(origins);
  const errors: string[] = [];
  const strangers: string[] = [];
  const shifts: number[] = [];

  function hear(message: ConsoleMessage): void {
    const text = message.text();
    if (text.startsWith(SHIFT)) shifts.push(Number(text.slice(SHIFT.length)));
    else if (message.type() === 'error' && !BROWSERS_OWN.test(text)) errors.push(text);
  }

  return {
    errors,
    strangers,
    shifts,
    allow: (origin) => ours.add(origin),
    async over(context) {
      context.on('weberror', (error) => errors.push(String(error.error())));
      context.on('console', hear);
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (/^https?:$/.test(protocol) && !ours.has(origin)) strangers.push(request.url());
      });
      await context.addInitScript(tellTrouble, SHIFT);
    },
  };
}
