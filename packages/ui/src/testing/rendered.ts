import { render } from 'preact';
import type { ComponentChild } from 'preact';
import '../ui.css';
import { afterEach, beforeEach } from 'vitest';
import { page } from 'vitest/browser';

let container: HTMLElement | undefined;

beforeEach(() => page.viewport(1280, 800));

afterEach(() => {
  if (!container) return;
  render(null, container);
  container.remove();
  container = undefined;
});

/** Puts a component on the page, with the style sheet; a second call in the same test renders it anew in place. */
export function rendered(child: ComponentChild): HTMLElement {
  container ??= document.body.appendChild(document.createElement('div'));
  render(child, container);
  return container;
}
