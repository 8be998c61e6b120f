import type { ReactiveElement } from './reactive-element.ts';

/**
 * Keeps typing to ourselves: a page that listens for single keys sees our host element as target, not the field, and would
 * take words for shortcuts. Escape passes.
 */
export function keepTyping(element: ReactiveElement): void {
  const keep = (event: Event) => {
    const [origin] = event.composedPath();
    const typed = [HTMLTextAreaElement, HTMLInputElement, HTMLSelectElement].some(
      (field) => origin instanceof field,
    );
    if (typed && event instanceof KeyboardEvent && event.key !== 'Escape') event.stopPropagation();
  };
  for (const type of ['keydown', 'keyup', 'keypress']) element.renderRoot.addEventListener(type, keep);
}
