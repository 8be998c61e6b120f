/**
 * Moves a floating element to the other side when it would hide the thing in the page that has just got the focus
 * (WCAG 2.4.11). Returns the function that stops it.
 */
export function keepClear(element: HTMLElement): () => void {
  const abort = new AbortController();
  const check = (event: FocusEvent) => {
    const target = event.composedPath()[0];
    if (!(target instanceof Element) || element.contains(target) || element.hidden) return;
    if (event.composedPath().includes(element)) return;
    const theirs = target.getBoundingClientRect();
    if (!covers(element.getBoundingClientRect(), theirs)) return;
    const side = element.getAttribute('side') ?? '';
    const onLeft = element.getBoundingClientRect().left < window.innerWidth / 2;
    element.setAttribute('side', onLeft ? 'right' : 'left');
    if (covers(element.getBoundingClientRect(), theirs)) element.setAttribute('side', side); // no better there
  };
  document.addEventListener('focusin', check, abort);
  return () => abort.abort();
}

const covers = (ours: DOMRect, theirs: DOMRect): boolean =>
  theirs.width > 0 &&
  ours.left <= theirs.left &&
  ours.right >= theirs.right &&
  ours.top <= theirs.top &&
  ours.bottom >= theirs.bottom;
