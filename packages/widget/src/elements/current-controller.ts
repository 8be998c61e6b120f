import type { Controller } from '../controller.ts';

let current: Controller | undefined;
const listeners = new Set<() => void>();

/** The runtime's controller for elements that a page placed itself; `undefined` takes it away, and they render nothing. */
export function setController(controller: Controller | undefined): void {
  current = controller;
  for (const listener of listeners) listener();
}

/** `undefined` until a runtime has set one. */
export function currentController(): Controller | undefined {
  return current;
}

/** Calls back when the controller is set or taken away; returns the function that stops it. */
export function onController(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
