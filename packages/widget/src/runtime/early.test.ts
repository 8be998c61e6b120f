import { expect, onTestFinished, test } from 'vitest';
import type { event } from '@banso/contract';
import { holdEarly } from './early.ts';

const NAME = 'banso:key:pending';
const held = (id: string) => ({
  who: 'ann',
  fact: { id, at: '2026-01-01T00:00:00.000Z', type: 'track', name: id, properties: {} } as event.Event,
});

function early() {
  const gone = new AbortController();
  onTestFinished(() => {
    gone.abort();
    localStorage.clear();
  });
  return { ...holdEarly(NAME, gone.signal), destroy: () => gone.abort() };
}
const lines = (...left: unknown[]) => left.map((each) => JSON.stringify(each));
const endPage = () => dispatchEvent(new Event('pagehide'));

test('a fact that is held when the page ends is there for the next one, once', () => {
  early().hold(held('a'));
  endPage();
  const next = early();
  expect(next.isLeft()).toBe(true);
  expect(next.takeLeft()).toEqual(lines(held('a')));
  expect(next.takeLeft()).toEqual([]);
  expect(next.isLeft()).toBe(true); // until the outbox says that nothing waits
});

test('a fact that was let go is not', () => {
  const page = early();
  page.hold(held('a'));
  page.letGo(held('a').fact);
  endPage();
  expect(page.isLeft()).toBe(false);
});

test('pages that end one after the other leave all of theirs', () => {
  early().hold(held('a'));
  early().hold(held('b'));
  endPage();
  expect(early().takeLeft()).toEqual(lines(held('a'), held('b')));
});

test('a page that is kept and comes back knows its own', () => {
  const page = early();
  page.hold(held('a'));
  endPage();
  expect(page.takeLeft()).toEqual(lines(held('a')));
  expect(page.holds(held('a').fact)).toBe(true);
  expect(page.holds(held('b').fact)).toBe(false);
});

test('another tab’s note that nothing waits does not lose them', () => {
  const other = early();
  early().hold(held('a'));
  endPage();
  other.note(false);
  expect(other.takeLeft()).toEqual(lines(held('a')));
});

test('a widget that goes leaves what it holds, and stores nothing afterwards', () => {
  const page = early();
  page.hold(held('a'));
  page.destroy();
  expect(early().takeLeft()).toEqual(lines(held('a')));
  localStorage.clear();
  endPage();
  expect(localStorage.length).toBe(0);
});

test('calls that the loader held are there too, beside facts of pages before', () => {
  early().hold(held('a'));
  endPage();
  const call = ['track', ['saved', { rows: 3 }], 'ann', 1_767_225_600_000];
  localStorage.setItem(NAME, `${localStorage.getItem(NAME)}\n${JSON.stringify(call)}`);
  const next = early();
  next.note(false);
  expect(next.takeLeft()).toEqual(lines(held('a'), call));
  expect(next.takeLeft()).toEqual([]);
});
