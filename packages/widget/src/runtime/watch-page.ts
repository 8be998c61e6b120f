import { watchLocation } from './watch-location.ts';

/** What happens to a page, in our words. */
export interface PageDeps {
  /** The page's address as the service may know it. */
  address(): string;
  /** Whether the service has decided for this address, so that there is no need to tell it. */
  isKnown(url: string): boolean;
  /** The address has changed. */
  moved(url: string): void;
  /** It has stayed changed. */
  settled(url: string): void;
  /** The browser says that it is online, or no longer. */
  online(): void;
  hidden(): void;
  /** @param stale - The page was out of view for so long that what is on offer may have changed. */
  visible(stale: boolean): void;
  /** The page is over, or kept for going back to. */
  left(): void;
  /** The kept page is back. */
  cameBack(): void;
  quietly(work: () => unknown): void;
  gone: AbortSignal;
}

/** Routers often change the address twice in a row. */
const SETTLED_AFTER_MS = 100;
const STALE_AFTER_MS = 300_000;

/** Listens to the page until `gone`. `look` looks at the address now. */
export function watchPage(deps: PageDeps): { look(): void } {
  const { quietly, gone } = deps;
  const listen = { signal: gone };
  let seen = deps.address();
  let told: string | undefined;
  let moving: ReturnType<typeof setTimeout> | undefined;
  let hiddenAt: number | undefined;
  let isLeft = false;

  function look(): void {
    const url = deps.address();
    if (url !== seen) {
      seen = url;
      deps.moved(url);
    }
    clearTimeout(moving);
    if (url === told || (told === undefined && deps.isKnown(url))) return;
    moving = setTimeout(() => {
      if (deps.address() !== url) return look();
      told = url;
      deps.settled(url);
    }, SETTLED_AFTER_MS);
  }

  function visibility(): void {
    // It comes after `pagehide` too: whatever begins then runs in a page that is kept, and the browser drops such a page.
    if (isLeft) return;
    if (document.hidden) {
      hiddenAt = performance.now();
      deps.hidden();
      return;
    }
    deps.visible(hiddenAt !== undefined && performance.now() - hiddenAt > STALE_AFTER_MS);
    hiddenAt = undefined;
  }

  const on = (target: EventTarget, type: string, act: (event: Event) => unknown) =>
    target.addEventListener(type, (event) => quietly(() => act(event)), listen);
  on(window, 'online', deps.online);
  on(window, 'offline', deps.online);
  on(document, 'visibilitychange', visibility);
  // Neither `unload` nor `beforeunload`: they keep a page from being kept for going back to.
  on(window, 'pagehide', () => {
    isLeft = true;
    clearTimeout(moving);
    deps.left();
  });
  on(window, 'pageshow', (event) => {
    isLeft = false;
    if ((event as PageTransitionEvent).persisted) deps.cameBack();
  });
  watchLocation(() => quietly(look), gone);
  gone.addEventListener('abort', () => clearTimeout(moving));
  return { look };
}
