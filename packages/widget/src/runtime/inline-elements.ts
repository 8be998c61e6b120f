import { launcherCode, panelCode } from './surfaces.ts';

const more = async (name: string) => (await import('../elements/more.ts')).sections[name]?.();
/** Elements that a page may place itself, after `banso-`, with the code of each. */
const OURS: Readonly<Record<string, (name: string) => Promise<unknown>>> = {
  launcher: launcherCode,
  panel: panelCode,
  checklist: panelCode,
  announcement: () => import('../surfaces/announcement.ts'),
  resources: more,
  messages: more,
  preferences: more,
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
    for (const [ours, fetchCode] of missing) {
      const name = `banso-${ours}`;
      // A live list that the browser keeps: cheaper than a selector.
      if (!document.getElementsByTagName(name)[0] || !may()) continue;
      missing.delete(ours);
      if (!customElements.get(name)) quietly(() => fetchCode(ours));
    }
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
