const SHOWN_AFTER_MS = 1000;

/**
 * Calls back once, when at least half of the element has been in view for a second without a break, in a visible document
 * that has the focus (definitions.md, "Response and completion"). Returns the function that stops watching.
 */
export function watchShown(element: Element, shown: () => void): () => void {
  const abort = new AbortController();
  let inView = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stop = () => {
    abort.abort();
    observer.disconnect();
    clearTimeout(timer);
  };
  const check = () => {
    const counts = inView && document.visibilityState === 'visible' && document.hasFocus();
    if (counts)
      timer ??= setTimeout(() => {
        stop();
        shown();
      }, SHOWN_AFTER_MS);
    else {
      clearTimeout(timer);
      timer = undefined;
    }
  };
  const observer = new IntersectionObserver(
    (entries) => {
      inView = (entries.at(-1)?.intersectionRatio ?? 0) >= 0.5;
      check();
    },
    { threshold: 0.5 },
  );
  observer.observe(element);
  document.addEventListener('visibilitychange', check, abort);
  window.addEventListener('focus', check, abort);
  window.addEventListener('blur', check, abort);
  return stop;
}
