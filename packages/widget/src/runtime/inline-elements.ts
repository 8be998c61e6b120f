/** Elements that a page may place itself, and the code that brings each to life. */
const DEFINITIONS: Readonly<Record<string, () => Promise<unknown>>> = {
  'banso-launcher': () => import('../elements/banso-launcher.define.ts'),
  'banso-panel': () => import('../elements/banso-panel.define.ts'),
  'banso-checklist': () => import('../elements/banso-checklist.define.ts'),
  'banso-survey': () => import('../elements/banso-survey.define.ts'),
  'banso-resources': () => import('../elements/banso-resources.define.ts'),
};
/** Pages change in bursts; one look after each is enough. */
const LOOK_AFTER_MS = 200;

/**
 * Defines our elements once one of them stands in the page, also when it comes later. Stops looking when all are defined.
 * @param may - Whether anything may be drawn in this page.
 */
export function watchInlineElements(
  may: () => boolean,
  quietly: (work: () => Promise<unknown>) => void,
  signal: AbortSignal,
): void {
  const missing = new Set(Object.keys(DEFINITIONS));
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    timer = undefined;
    for (const name of missing) {
      // A live list that the browser keeps: cheaper than a selector.
      const present = customElements.get(name) || document.getElementsByTagName(name).length > 0;
      const define = DEFINITIONS[name];
      if (!present || !define || !may()) continue;
      missing.delete(name);
      quietly(define);
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
