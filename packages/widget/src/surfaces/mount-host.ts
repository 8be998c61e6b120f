import type { Controller } from '../controller.ts';
import { directionOf } from '../elements/banso-element.ts';

type Tag = 'banso-launcher' | 'banso-panel' | 'banso-survey';
type Mounted<T extends Tag> = HTMLElementTagNameMap[T];

/** One element of ours over the page. */
export interface Host<T extends Tag> {
  element: Mounted<T>;
  /** Takes the element out of the page. */
  remove(): void;
}

/** Puts an element into the corner that theme and language ask for: in the body, so that the page's font is inherited. */
export function mountHost<T extends Tag>(tag: T, controller: Controller): Host<T> {
  const element = document.createElement(tag);
  const place = () => {
    const { locale, theme } = controller.state;
    element.dir = directionOf(locale);
    element.setAttribute('side', theme.side ?? '');
  };
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
      element.remove();
    },
  };
}
