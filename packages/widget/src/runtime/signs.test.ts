import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { watchSigns } from './signs.ts';

const tracked = new Set<string>();
let changed = 0;
let holds: ReturnType<typeof watchSigns>;

beforeEach(() => {
  const gone = new AbortController();
  onTestFinished(() => gone.abort());
  changed = 0;
  tracked.clear();
  holds = watchSigns(tracked, () => changed++, gone.signal);
});
afterEach(() => {
  document.body.replaceChildren();
  scrollTo(0, 0);
  vi.useRealTimers();
});

function add(html: string): void {
  const range = document.createRange();
  document.body.append(range.createContextualFragment(html));
}

test('an empty trigger holds', () => {
  expect(holds({})).toBe(true);
});

test('so much of the page has been scrolled into view; a page that fits shows everything', () => {
  expect(holds({ scrolledPercent: 100 })).toBe(true);
  const tall = document.body.appendChild(document.createElement('div'));
  tall.style.height = `${innerHeight * 4}px`;
  expect(holds({ scrolledPercent: 60 })).toBe(false);
  scrollTo(0, innerHeight * 2);
  expect(holds({ scrolledPercent: 60 })).toBe(true);
  expect(holds({ scrolledPercent: 100 })).toBe(false);
});

test('an element can be seen; a selector that is none is never met', () => {
  expect(holds({ element: '.report' })).toBe(false);
  add('<p class="report" hidden>Report</p>');
  expect(holds({ element: '.report' })).toBe(false);
  add('<p class="report">Report</p>');
  expect(holds({ element: '.report' })).toBe(true);
  expect(holds({ element: '..report' })).toBe(false);
});

test('seconds without a key or a pointer', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  dispatchEvent(new KeyboardEvent('keydown'));
  vi.advanceTimersByTime(4_900);
  expect(holds({ idleSeconds: 5 })).toBe(false);
  vi.advanceTimersByTime(200);
  expect(holds({ idleSeconds: 5 })).toBe(true);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(holds({ idleSeconds: 5 })).toBe(false);
});

test('the pointer is out over the top edge, until it comes back', () => {
  const leave = (to: Partial<MouseEventInit>) =>
    document.body.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, clientY: -1, ...to }));
  leave({ relatedTarget: document.body });
  leave({ clientY: 200 });
  expect(holds({ exitIntent: true })).toBe(false);
  expect(changed).toBe(0);
  leave({});
  expect(holds({ exitIntent: true })).toBe(true);
  expect(changed).toBe(1);
  document.body.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
  expect(holds({ exitIntent: true })).toBe(false);
});

test('an event that was tracked in this page, and everything at once', () => {
  expect(holds({ event: 'exported' })).toBe(false);
  tracked.add('exported');
  expect(holds({ event: 'exported' })).toBe(true);
  expect(holds({ event: 'exported', element: '.none' })).toBe(false);
});
