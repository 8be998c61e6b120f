import { afterEach, beforeEach, expect, test } from 'vitest';
import '../elements/banso-launcher.define.ts';
import { watchBody } from './watch-body.ts';

let original: HTMLElement;
let gone: AbortController;
beforeEach(() => {
  original = document.body;
  gone = new AbortController();
});
afterEach(() => {
  gone.abort();
  replaceBody(original);
  for (const one of document.querySelectorAll('banso-launcher')) one.remove();
});

function replaceBody(next: HTMLElement): void {
  document.documentElement.replaceChild(next, document.body);
}
function launcher(): HTMLElement {
  const element = document.createElement('banso-launcher');
  element.setAttribute('floating', '');
  return element;
}
const aBody = () => document.createElement('body');
/** Observers are told before this. */
const told = () => Promise.resolve();

test('what stands over the page goes to the next body; what the page placed itself stays', async () => {
  const [ours, theirs] = [launcher(), document.createElement('banso-launcher')];
  original.append(ours, theirs);
  watchBody(document.body, gone.signal);
  replaceBody(aBody());
  await told();
  expect([...document.body.children]).toEqual([ours]);
  expect(original.contains(theirs)).toBe(true);
});

test('copies that a router kept go, and the one that works stays', async () => {
  const ours = launcher();
  original.append(ours);
  watchBody(document.body, gone.signal);
  const kept = original.cloneNode(true) as HTMLElement;
  for (const script of kept.querySelectorAll('script, iframe')) script.remove();
  replaceBody(kept);
  await told();
  expect([...document.querySelectorAll('banso-launcher')]).toEqual([ours]);
});

test('a body that was replaced before anybody watched is made up for', () => {
  const ours = launcher();
  original.append(ours);
  replaceBody(aBody());
  watchBody(original, gone.signal);
  expect(document.body.contains(ours)).toBe(true);
});

test('nothing is moved after the widget has gone', async () => {
  original.append(launcher());
  watchBody(document.body, gone.signal);
  gone.abort();
  replaceBody(aBody());
  await told();
  expect(document.body.childElementCount).toBe(0);
});
