/** Elements that a page may place itself. */
const OURS = ['banso-launcher', 'banso-panel', 'banso-checklist', 'banso-survey', 'banso-resources'];
/** Pages change in bursts; one look after each is enough. */
const LOOK_AFTER_MS = 200;

/**
 * Brings to life what a page placed itself. All but the guides is defined with the runtime; the code of the guides is fetched
 * once they stand in the page, also when they come later.
 * @param may - Whether anything may be drawn in this page; asked when there is something to draw.
 */
export function watchInlineElements(
  may: () => boolean,
  quietly: (work: () => Promise<unknown>) => void,
  signal: AbortSignal,
): void {
  const missing = new Set(OURS);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    timer = undefined;
    for (const name of missing) {
      // A live list that the browser keeps: cheaper than a selector.
      if (document.getElementsByTagName(name).length === 0 || !may()) continue;
      missing.delete(name);
      if (!customElements.get(name)) quietly(() => import('../elements/more.ts'));
    }
    if (missing.size === 0) observer.disconnect();
  }

  const observer = new MutationObserver(() => {
    timer ??= setTimeout(look, LOOK_AFTER_MS);
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  look();
}
