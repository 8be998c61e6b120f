import { expect, onTestFinished } from 'vitest';
import type { Locator } from 'vitest/browser';
import { StandIn } from '../../stand-in-controller.ts';
import type { StandInOptions } from '../../stand-in-controller.ts';
import { now } from './contents.ts';

/** A controller with the tests' clock, in English unless told otherwise. */
export const standIn = (options: Partial<StandInOptions>): StandIn =>
  new StandIn({ contents: [], locale: 'en', now, ...options });

/** Puts an element into the page for the length of a test. */
export function stage<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  controller: StandIn,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  Object.assign(element, { controller }, properties);
  document.body.append(element);
  onTestFinished(() => element.remove());
  return element;
}

/** Everything that a selector finds in an element's shadow root and in those inside it. */
export function inside<E extends Element = HTMLElement>(root: Element, selector: string): E[] {
  const found: E[] = [];
  const walk = (tree: ParentNode) => {
    found.push(...tree.querySelectorAll<E>(selector));
    for (const one of tree.querySelectorAll('*')) if (one.shadowRoot) walk(one.shadowRoot);
  };
  if (root.shadowRoot) walk(root.shadowRoot);
  return found;
}

/** What has the focus, also inside shadow roots. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Waits until something has the focus; `toHaveFocus` does not look into shadow roots. */
export async function expectFocusOn(locator: Locator): Promise<void> {
  const has = () => locator.elements().includes(focused() as HTMLElement);
  await expect.poll(has, { timeout: 10_000 }).toBe(true); // its code may be on its way
}
