const panel = () => import('../surfaces/panel.ts');
/** Elements that a page may place itself, with the code of each. */
const OURS: Readonly<Record<string, () => Promise<unknown>>> = {
  'banso-launcher': () => import('../surfaces/launcher.ts'),
  'banso-panel': panel,
  'banso-checklist': panel,
  'banso-survey': () => import('./present.ts'),
  'banso-resources': () => import('../elements/more.ts'),
};
/** Pages change in bursts; one look after each is enough. */
const LOOK_AFTER_MS = 200;

/**
 * Brings to life what a page placed itself: the code of each element is fetched once one stands in the page, also when it
 * comes later.
 * @param may - Whether anything may be drawn in this page; asked when there is something to draw.
 */
export function watchInlineElements(
  may: () => boolean,
  quietly: (work: () => Promise<unknown>) => void,
  signal: AbortSignal,
): void {
  const missing = new Map(Object.entries(OURS));
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    timer = undefined;
    for (const [name, fetchCode] of missing) {
      // A live list that the browser keeps: cheaper than a selector.
      if (document.getElementsByTagName(name).length === 0 || !may()) continue;
      missing.delete(name);
      if (!customElements.get(name)) quietly(fetchCode);
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
