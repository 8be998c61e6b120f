import type { Trigger } from '@banso/domain/content';

const INPUTS = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'wheel', 'touchstart'];

/**
 * Watches what a trigger may wait for. Reads the page and changes nothing in it: passive listeners, no observer; scroll
 * position and elements are looked up when they are asked for.
 * @param tracked - Names of the events that were tracked since the page came here.
 * @param changed - Called when the pointer leaves the page: nobody would ask in time.
 * @returns whether everything that the trigger asks for holds now. A selector that is none never does.
 */
export function watchSigns(
  tracked: ReadonlySet<string>,
  changed: () => void,
  gone: AbortSignal,
): (trigger: Trigger) => boolean {
  const listen = { signal: gone, passive: true, capture: true };
  let lastInput = performance.now();
  let isLeaving = false;

  const touched = (): void => void (lastInput = performance.now());
  for (const type of INPUTS) addEventListener(type, touched, listen);
  // Time out of view is no idle time.
  document.addEventListener('visibilitychange', touched, listen);
  document.addEventListener(
    'mouseout',
    ({ relatedTarget, clientY }) => {
      if (relatedTarget || clientY > 0) return;
      isLeaving = true;
      changed();
    },
    listen,
  );
  document.addEventListener('mouseover', () => (isLeaving = false), listen);

  return ({ scrolledPercent = 0, element, idleSeconds = 0, exitIntent, event }) =>
    scrolled() >= scrolledPercent &&
    performance.now() - lastInput >= idleSeconds * 1_000 &&
    (!exitIntent || isLeaving) &&
    (event === undefined || tracked.has(event)) &&
    (element === undefined || isSeen(element));
}

/** Share of the page's height that is in view or above it, in percent. */
function scrolled(): number {
  const { scrollHeight, clientHeight } = document.documentElement;
  return ((scrollY + clientHeight) / Math.max(scrollHeight, clientHeight, 1)) * 100;
}

function isSeen(selector: string): boolean {
  try {
    return [...document.querySelectorAll(selector)].some((found) => found.getClientRects().length > 0);
  } catch {
    return false;
  }
}
