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
  /** Layout shifts that no input explains: their score and what moved. */
  readonly shifts: string[];
}

const SHIFT = 'e2e layout shift ';
/** Below it the score says nothing: a browser that draws a page in pieces gets there by itself. Tools show four digits. */
const LEAST_SHIFT = 0.0001;
/** What the browser itself notes when a request fails: no page can prevent it. */
const BROWSERS_OWN = /^Failed to load resource|blocked by CORS policy/;

/** Runs in every page before its own scripts. It tells by the console, so that it leaves no name behind. */
function tellTrouble({ prefix, least }: { prefix: string; least: number }): void {
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    // oxlint-disable-next-line no-console -- how a page tells the test
    console.error(`violation of ${violatedDirective}: ${blockedURI}`);
  });
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: readonly { node: Node | null }[];
    })[]) {
      const moved = entry.sources.map(({ node }) => node?.nodeName).join(' ');
      // oxlint-disable-next-line no-console -- the same
      if (!entry.hadRecentInput && entry.value >= least) console.debug(`${prefix}${entry.value} ${moved}`);
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
  const shifts: string[] = [];

  function hear(message: ConsoleMessage): void {
    const text = message.text();
    if (text.startsWith(SHIFT)) shifts.push(text.slice(SHIFT.length));
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
      await context.addInitScript(tellTrouble, { prefix: SHIFT, least: LEAST_SHIFT });
    },
  };
}
