import { expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { countListeners } from '../elements/testing/count-listeners.ts';
import { aSurvey } from '../elements/testing/contents.ts';
import { inside, standIn } from '../elements/testing/stage.ts';
import { mountLauncher } from './launcher.ts';
import { mountSurvey } from './survey.ts';

function survey() {
  const controller = standIn({ contents: [aSurvey()] });
  const surface = mountSurvey(controller, 'srv_1');
  onTestFinished(() => surface.destroy());
  const shown = () => controller.facts.filter(({ type }) => type === 'content_shown');
  return { controller, surface, shown };
}
/** Waits until the live region says it. */
const announced = (words: RegExp) =>
  expect
    .poll(() => inside(document.querySelector('banso-survey')!, '[role=status]')[0]?.textContent)
    .toMatch(words);
const aField = () => {
  const field = document.createElement('input');
  document.body.append(field);
  onTestFinished(() => field.remove());
  return field;
};

test('takes no focus from what the person is doing, and is announced politely', async () => {
  const field = aField();
  field.focus();
  survey();
  await expect.element(page.getByRole('dialog', { name: 'Kumo asks' })).toBeVisible();
  await announced(/How likely are you to recommend Kumo/);
  expect(document.activeElement).toBe(field);
});

test('counts as shown after a second in view of a page that has the focus, once', async () => {
  const focus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { shown, controller } = survey();
  await announced(/Kumo asks/);
  const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await frames();
  vi.advanceTimersByTime(5_000);
  expect(shown()).toEqual([]);

  focus.mockReturnValue(true);
  window.dispatchEvent(new Event('focus'));
  vi.advanceTimersByTime(999);
  expect(shown()).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(shown()).toEqual([{ type: 'content_shown', contentId: 'srv_1', version: 2, surface: 'popover' }]);
  expect(controller.emitted).toMatchObject([{ name: 'shown', detail: { contentId: 'srv_1' } }]);
  window.dispatchEvent(new Event('focus'));
  vi.advanceTimersByTime(5_000);
  expect(shown()).toHaveLength(1);
});

test('a second that is broken does not count', async () => {
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { shown } = survey();
  await announced(/Kumo asks/);
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  vi.advanceTimersByTime(900);
  vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  window.dispatchEvent(new Event('blur'));
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  window.dispatchEvent(new Event('focus'));
  vi.advanceTimersByTime(900);
  expect(shown()).toEqual([]);
});

test('is gone when the person closes it, and says so', async () => {
  const { surface } = survey();
  await page.getByRole('button', { name: 'Close' }).click();
  await surface.closed;
  expect(document.querySelectorAll('banso-survey')).toHaveLength(0);
});

test('destroyed, it leaves nothing and nobody waits for it', async () => {
  const listeners = countListeners();
  const before = document.documentElement.outerHTML.length;
  const { surface, controller } = survey();
  await announced(/Kumo asks/);
  expect(listeners().left).toBeGreaterThan(0);
  surface.destroy();
  await surface.closed;
  expect(document.documentElement.outerHTML.length).toBe(before);
  expect(listeners().left).toBe(0);
  controller.change({ locale: 'ja' });
});

test('destroyed before all of it has come, it starts nothing', async () => {
  const listeners = countListeners();
  const { surface } = survey();
  await expect
    .poll(() => document.querySelector('banso-survey')?.shadowRoot?.querySelector('.panel'))
    .toBeTruthy();
  surface.destroy();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  expect(listeners().left).toBe(0);
});

test('leaves room for a launcher that is about to come, from its first moment', () => {
  const { controller } = survey();
  controller.change({ launcher: true });
  const second = mountSurvey(controller, 'srv_1');
  expect(document.querySelectorAll('banso-survey[above]')).toHaveLength(1);
  second.destroy();
});

test('stands above a launcher that nobody announced', () => {
  const { controller } = survey();
  const host = document.querySelector('banso-survey')!;
  expect(host.hasAttribute('above')).toBe(false);
  const launcher = mountLauncher(controller, { toggle: () => undefined, isOpen: () => false });
  expect(host.hasAttribute('above')).toBe(true);
  launcher.destroy();
  expect(host.hasAttribute('above')).toBe(false);
});

test('moves aside when it would hide what has just got the focus', async () => {
  await page.viewport(1000, 700);
  onTestFinished(() => page.viewport(414, 896));
  survey();
  await announced(/Kumo asks/);
  const host = document.querySelector('banso-survey')!;
  const field = aField();
  field.style.cssText = 'position: fixed; right: 60px; bottom: 60px; width: 80px; height: 20px';
  const left = () => host.getBoundingClientRect().left;
  expect(left()).toBeGreaterThan(500);
  field.focus();
  expect(left()).toBeLessThan(100);
});
