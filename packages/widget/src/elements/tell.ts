import type { LitElement } from 'lit';
import type { Controller, NewFact, Receipt } from '../controller.ts';

/** Reports a fact. A runtime that fails counts as one that holds it. */
export async function tell(source: Controller | undefined, fact: NewFact): Promise<Receipt> {
  try {
    return (await source?.report(fact)) ?? 'held';
  } catch {
    return 'held';
  }
}

/** Tells the listeners of the page, whose mistakes are not ours. */
export function emit(
  source: Controller | undefined,
  name: Parameters<Controller['emit']>[0],
  detail: Readonly<Record<string, unknown>>,
): void {
  try {
    source?.emit(name, detail);
  } catch {
    // Their listener threw; ours goes on.
  }
}

/** A DOM event for what the person did. */
export function fire(element: Element, type: string, detail: Readonly<Record<string, unknown>> = {}): void {
  element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}

/** Moves focus to what an element shows now. */
export async function focusHeading(element: LitElement): Promise<void> {
  await element.updateComplete;
  element.renderRoot.querySelector<HTMLElement>('[data-heading]')?.focus();
}

/**
 * Keeps typing to ourselves: a page that listens for single keys sees our host element as target, not the field, and would
 * take words for shortcuts. Escape passes.
 */
export function keepTyping(element: LitElement): void {
  const keep = (event: Event) => {
    const [origin] = event.composedPath();
    const typed = origin instanceof HTMLTextAreaElement || origin instanceof HTMLInputElement;
    if (typed && event instanceof KeyboardEvent && event.key !== 'Escape') event.stopPropagation();
  };
  for (const type of ['keydown', 'keyup', 'keypress']) element.renderRoot.addEventListener(type, keep);
}
