/**
 * Lifts a sheet onto the on-screen keyboard, which only the visual viewport knows about (`--kb`). Returns the function that
 * stops it.
 */
export function riseWithKeyboard(element: HTMLElement): () => void {
  const abort = new AbortController();
  const viewport = window.visualViewport;
  const lift = () => {
    const hidden = viewport ? window.innerHeight - viewport.height - viewport.offsetTop : 0;
    element.style.setProperty('--kb', `${Math.max(0, Math.round(hidden))}px`);
  };
  viewport?.addEventListener('resize', lift, abort);
  viewport?.addEventListener('scroll', lift, abort);
  lift();
  return () => abort.abort();
}
