/**
 * Keeps a floating element out of the way until the signal aborts: it moves to the other side when it would hide the thing in
 * the page that has just got the focus (WCAG 2.4.11), and as a sheet it rises onto the on-screen keyboard, which only the visual
 * viewport knows about (`--kb`).
 */
export function stayClear(element: HTMLElement, signal: AbortSignal): void {
  const moveAside = (event: FocusEvent) => {
    const path = event.composedPath();
    const [target] = path;
    if (!(target instanceof Element) || element.hidden || path.includes(element)) return;
    const theirs = target.getBoundingClientRect();
    if (!covers(element.getBoundingClientRect(), theirs)) return;
    const side = element.getAttribute('side') ?? '';
    const onLeft = element.getBoundingClientRect().left < window.innerWidth / 2;
    element.setAttribute('side', onLeft ? 'right' : 'left');
    if (covers(element.getBoundingClientRect(), theirs)) element.setAttribute('side', side); // no better there
  };
  const viewport = window.visualViewport;
  const rise = () => {
    const hidden = viewport ? window.innerHeight - viewport.height - viewport.offsetTop : 0;
    element.style.setProperty('--kb', `${Math.max(0, Math.round(hidden))}px`);
  };
  document.addEventListener('focusin', moveAside, { signal });
  viewport?.addEventListener('resize', rise, { signal });
  viewport?.addEventListener('scroll', rise, { signal });
}

const covers = (ours: DOMRect, theirs: DOMRect): boolean =>
  theirs.width > 0 &&
  ours.left <= theirs.left &&
  ours.right >= theirs.right &&
  ours.top <= theirs.top &&
  ours.bottom >= theirs.bottom;
