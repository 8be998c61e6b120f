import type { Controller } from '../controller.ts';
import { adopt } from '../elements/adopt.ts';
import type { BansoLauncher } from '../elements/banso-launcher.ts';
import { Texts } from '../messages/texts.ts';
import { loadPlaceMessages } from '../messages/more-messages.ts';
import { say } from '../messages/say.ts';
import { tucked } from '../styles/tucked.ts';
import { moved } from './mount-host.ts';
import { keptPlace, keepPlace } from './kept-place.ts';
import type { Place } from './kept-place.ts';

/** Height of the button with the room around it, in CSS pixels. */
const BUTTON = 48;
const BESIDE = BUTTON + 12;
const TAB = 24;
const STEP = 24;
/** A press that moves less than this is a click. */
const SLACK = 6;
/** Dropped so near to the edge of the window it is tucked away. */
const EDGE = 12;

/**
 * Lets the person put the launcher out of the way: by dragging it along or across the window, by the arrow keys, and against the
 * edge as a tab, which a press brings back. The place holds in this browser; panel and surveys stand beside it.
 * @param begun - What the person was doing with it when this code was asked for.
 */
export function makeMovable(
  element: BansoLauncher,
  controller: Controller,
  gone: AbortSignal,
  begun?: Event,
): void {
  const base = { x: offsetOf(element, 'x'), y: offsetOf(element, 'y') };
  const margin = Number.parseFloat(base.y);
  const texts = new Texts(loadPlaceMessages, describe);
  const status = document.createElement('p');
  let place = keptPlace() ?? { lift: 0, tucked: false };
  let from: PointerEvent | undefined;
  let dragging = false;

  const sideNow = (): 'left' | 'right' =>
    element.getBoundingClientRect().left < innerWidth / 2 ? 'left' : 'right';

  function put(next: Place): void {
    place = {
      ...next,
      lift: Math.round(Math.max(0, Math.min(next.lift, innerHeight - 2 * margin - BUTTON))),
    };
    apply();
  }

  function apply(): void {
    for (const one of document.querySelectorAll<HTMLElement>('[floating]')) if (isOurs(one)) settle(one);
  }

  function settle(one: HTMLElement): void {
    const { side, lift } = place;
    one.setAttribute('side', side ?? controller.state.theme.side ?? '');
    const isLauncher = one === element;
    one.toggleAttribute('tucked', isLauncher && place.tucked);
    if (!isLauncher && isMoved()) one.removeAttribute('above');
    const beside = isLauncher || !isMoved() ? undefined : plus(base.x, place.tucked ? TAB : BESIDE);
    offset(one, 'x', isLauncher && place.tucked ? '0px' : beside);
    offset(one, 'y', isLauncher && lift > 0 ? plus(base.y, lift) : undefined);
  }

  const isMoved = (): boolean => place.tucked || place.lift > 0;

  /** Takes it as the person's will: kept, and said to who does not see it. */
  function decide(next: Place): void {
    put(next);
    keepPlace(place);
    const words = texts.for(controller.state.locale);
    if (words)
      status.textContent = place.tucked ? words.tucked : say(words.moved, { side: words[sideNow()] });
  }

  function describe(): void {
    const words = texts.for(controller.state.locale);
    const button = element.renderRoot.querySelector('button');
    if (words) button?.setAttribute('aria-description', words.how);
  }

  function pressed(event: PointerEvent): void {
    dragging = false;
    from = event.isPrimary && event.button < 1 ? event : undefined;
  }

  function drag(event: PointerEvent): void {
    if (!from || event.pointerId !== from.pointerId) return;
    if (!dragging && Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) < SLACK) return;
    dragging = true;
    const side = event.clientX < innerWidth / 2 ? 'left' : 'right';
    put({ side, lift: innerHeight - event.clientY - BUTTON / 2 - margin, tucked: false });
    const inner = side === 'left' ? event.clientX : innerWidth - event.clientX;
    offset(element, 'x', `${Math.max(0, inner - BUTTON / 2)}px`);
  }

  function drop(event: PointerEvent): void {
    if (!from || event.pointerId !== from.pointerId) return;
    from = undefined;
    if (!dragging) return;
    if (event.type === 'pointercancel') dragging = false;
    const inner = Math.min(event.clientX, innerWidth - event.clientX);
    decide({ ...place, tucked: inner < EDGE });
  }

  /** The click that ends a drag is none. */
  function clicked(event: Event): void {
    if (!dragging) return;
    dragging = false;
    event.stopPropagation();
  }

  function keyed(event: KeyboardEvent): void {
    dragging = false;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = keyPlace(event.key);
    if (!next) return;
    event.preventDefault();
    decide(next);
  }

  function keyPlace(key: string): Place | undefined {
    const side = sideNow();
    const across = (to: 'left' | 'right'): Place =>
      place.tucked && side !== to ? { ...place, tucked: false } : { ...place, side: to, tucked: side === to };
    switch (key) {
      case 'ArrowUp':
        return { ...place, lift: place.lift + STEP };
      case 'ArrowDown':
        return { ...place, lift: place.lift - STEP };
      case 'ArrowLeft':
        return across('left');
      case 'ArrowRight':
        return across('right');
      default:
        return undefined;
    }
  }

  Object.assign(moved, { settle, put, place: () => place });
  gone.addEventListener('abort', () => (moved.settle = moved.put = moved.place = undefined));
  status.setAttribute('role', 'status');
  status.className = 'vh';
  adopt(element, [tucked]);
  element.renderRoot.prepend(status);
  void element.updateComplete.then(describe);
  const listen = { signal: gone, capture: true };
  element.addEventListener('pointerdown', pressed, listen);
  document.addEventListener('pointermove', drag, listen);
  document.addEventListener('pointerup', drop, listen);
  document.addEventListener('pointercancel', drop, listen);
  element.addEventListener('click', clicked, listen);
  element.addEventListener('keydown', keyed, listen);
  element.addEventListener('banso-toggle', () => place.tucked && decide({ ...place, tucked: false }), listen);
  addEventListener('resize', () => put(place), { signal: gone });
  if (begun instanceof PointerEvent && begun.buttons > 0) pressed(begun);
  put(place);
}

const isOurs = ({ localName }: Element): boolean => localName.startsWith('banso-');

/** The distance from the edge that page or theme ask for, as CSS. */
function offsetOf(element: HTMLElement, axis: 'x' | 'y'): string {
  return getComputedStyle(element).getPropertyValue(`--banso-offset-${axis}`).trim() || '20px';
}

const plus = (base: string, px: number): string => `calc(${base} + ${px}px)`;

function offset(element: HTMLElement, axis: 'x' | 'y', to: string | undefined): void {
  element.style.setProperty(`--banso-offset-${axis}`, to ?? null);
}
