import type { Controller } from '../controller.ts';
import { directionOf } from '../elements/banso-element.ts';
import type { Place } from './kept-place.ts';

type Tag = 'banso-launcher' | 'banso-panel' | 'banso-survey' | 'banso-announcement';
type Mounted<T extends Tag> = HTMLElementTagNameMap[T];

/** One element of ours over the page. */
export interface Host<T extends Tag> {
  element: Mounted<T>;
  /** Takes the element out of the page. */
  remove(): void;
}

/** How elements of ours stand once the person can move the launcher, where it is, and how it is put elsewhere. */
export const moved: {
  settle?: ((element: HTMLElement) => void) | undefined;
  place?: (() => Place) | undefined;
  put?: ((place: Place) => void) | undefined;
} = {};

/** Puts an element into the corner that theme and language ask for: in the body, so that the page's font is inherited. */
export function mountHost<T extends Tag>(tag: T, controller: Controller): Host<T> {
  const element = document.createElement(tag);
  let css: string | undefined;
  const place = () => {
    const { locale, theme } = controller.state;
    element.dir = directionOf(locale);
    element.setAttribute('side', theme.side ?? '');
    if (theme.css !== css) element.style.cssText = css = theme.css ?? '';
    moved.settle?.(element);
  };
  const stop = controller.subscribe(place);

  element.controller = controller;
  element.setAttribute('floating', '');
  element.toggleAttribute('above', controller.state.launcher);
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
