/** Where a floating thing wants to be; it flips to the other side when there is more room there. */
export interface Placement {
  /** Default `below`. */
  side?: 'below' | 'above' | undefined;
  /** Which edges line up, in reading direction. Default `start`. */
  align?: 'start' | 'end' | 'center' | undefined;
  /** Distance to the anchor in pixels. Default 4. */
  gap?: number | undefined;
}

/** Distance kept from the edges of the window, in pixels. */
const MARGIN = 8;

/**
 * Puts `floating` (fixed, in the top layer) next to `anchor`, inside the window. Sets `left`, `top` and `--room`, the
 * height in pixels that is left on the chosen side. Values are set through CSSOM, which a strict CSP allows.
 */
export function place(floating: HTMLElement, anchor: Element, placement: Placement = {}): void {
  const { side = 'below', align = 'start', gap = 4 } = placement;
  const box = anchor.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  floating.style.setProperty('--room', 'none');
  const { width, height } = floating.getBoundingClientRect();

  const below = clientHeight - box.bottom - gap - MARGIN;
  const above = box.top - gap - MARGIN;
  const goesBelow = side === 'below' ? height <= below || below >= above : height > above && below > above;
  const room = Math.max(goesBelow ? below : above, 0);
  const shown = Math.min(height, room);
  const top = goesBelow ? box.bottom + gap : box.top - gap - shown;

  const fromLeft = (align === 'start') !== (getComputedStyle(anchor).direction === 'rtl');
  const centred = box.left + box.width / 2 - width / 2;
  const wanted = align === 'center' ? centred : fromLeft ? box.left : box.right - width;
  const left = Math.max(MARGIN, Math.min(wanted, clientWidth - MARGIN - width));

  floating.style.setProperty('--room', `${room}px`);
  floating.style.left = `${left}px`;
  floating.style.top = `${top}px`;
}
