const LOOK_EVERY_MS = 1_000;

/**
 * Calls back after the page's address has changed without a new page. Nothing of the host's is patched: the Navigation API
 * says it where there is one; elsewhere we look after clicks and, while the page is in view, once a second.
 */
export function watchLocation(changed: () => void, signal: AbortSignal): void {
  const options = { signal };
  addEventListener('popstate', changed, options);
  const { navigation } = window as { navigation?: EventTarget };
  if (navigation) {
    navigation.addEventListener('currententrychange', changed, options);
    return;
  }
  const timer = setInterval(() => document.hidden || changed(), LOOK_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  addEventListener('click', changed, options);
  document.addEventListener('visibilitychange', changed, options);
}
