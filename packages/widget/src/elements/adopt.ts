import type { ReactiveElement } from './reactive-element.ts';

/** Adds style sheets to an element that is already drawn, for parts of it that loaded later. */
export function adopt({ renderRoot }: ReactiveElement, styles: readonly CSSStyleSheet[]): void {
  renderRoot.adoptedStyleSheets = [...new Set([...renderRoot.adoptedStyleSheets, ...styles])];
}
