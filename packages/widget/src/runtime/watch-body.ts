/** What we put over a page, as direct children of its body. */
const OVER_PAGE = ':scope>[floating]:is(banso-launcher,banso-panel,banso-survey,banso-announcement)';

/**
 * Moves with the page where a router (Turbo, pjax) puts another body in the place of the one that we stand in. A copy of a body
 * that such a router kept holds copies of our elements, which go.
 * @param first - The body that we may be in already.
 */
export function watchBody(first: HTMLElement, signal: AbortSignal): void {
  let body = first;
  const follow = () => {
    const next = document.body;
    if (!next || next === body) return;
    for (const copy of next.querySelectorAll(OVER_PAGE)) copy.remove();
    next.append(...body.querySelectorAll(OVER_PAGE));
    body = next;
  };
  const observer = new MutationObserver(follow);
  observer.observe(document.documentElement, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
  follow();
}
