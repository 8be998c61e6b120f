import type { Controller } from '../controller.ts';
import { directionOf } from '../elements/banso-element.ts';

type Tag = 'banso-launcher' | 'banso-panel' | 'banso-survey';
type Mounted<T extends Tag> = HTMLElementTagNameMap[T];

/** One element of ours over the page, in the corner that theme and language ask for. */
export interface Host<T extends Tag> {
  element: Mounted<T>;
  /** Takes the element and everything that listens for it out of the page. */
  remove(): void;
}

/**
 * Puts an element into the page's corner. In the body, so that the page's font is inherited. On a phone it rises with the
 * on-screen keyboard (`--kb`), which only the visual viewport knows about.
 */
export function mountHost<T extends Tag>(tag: T, controller: Controller): Host<T> {
  const element = document.createElement(tag);
  const abort = new AbortController();
  const place = () => {
    const { locale, theme } = controller.state;
    element.dir = directionOf(locale);
    element.setAttribute('side', theme.side ?? '');
  };
  const viewport = window.visualViewport;
  const lift = () => {
    const hidden = viewport ? window.innerHeight - viewport.height - viewport.offsetTop : 0;
    element.style.setProperty('--kb', `${Math.max(0, Math.round(hidden))}px`);
  };
  viewport?.addEventListener('resize', lift, abort);
  viewport?.addEventListener('scroll', lift, abort);
  const stop = controller.subscribe(place);

  element.controller = controller;
  element.setAttribute('floating', '');
  element.toggleAttribute('above', document.querySelector('banso-launcher[floating]') !== null);
  place();
  document.body.append(element);
  return {
    element,
    remove() {
      stop();
      abort.abort();
      element.remove();
    },
  };
}
