import { describe, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { countListeners } from '../elements/testing/count-listeners.ts';
import { aShown, anAnnouncement } from '../elements/testing/contents.ts';
import { focused, inside, standIn } from '../elements/testing/stage.ts';
import { mountAnnouncement } from './announcement.ts';
import { mountLauncher } from './launcher.ts';

function mounted(surface: 'popover' | 'banner', locale = 'en', lang = locale) {
  const controller = standIn({
    contents: [anAnnouncement({ mode: surface, lang })],
    show: [aShown('ann_1', 'announcement', { surface, unread: true })],
    locale,
  });
  const announcement = mountAnnouncement(controller, 'ann_1', surface);
  onTestFinished(() => announcement.destroy());
  return { controller, announcement };
}

/** Gives the page a look for the length of a test. */
function dressed(sheet: string): void {
  const styles = new CSSStyleSheet();
  styles.replaceSync(sheet);
  document.adoptedStyleSheets.push(styles);
  onTestFinished(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== styles);
  });
}

function placed<K extends keyof HTMLElementTagNameMap>(tag: K): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.textContent = 'Theirs';
  document.body.append(element);
  onTestFinished(() => element.remove());
  return element;
}

const host = () => document.querySelector('banso-announcement')!;
const bar = page.getByRole('region', { name: 'Shared folders are here' });
const card = page.getByRole('dialog', { name: 'Shared folders are here' });

describe('a banner', () => {
  test('pushes the page by its height and covers nothing of it', async () => {
    const theirs = placed('header');
    const before = theirs.getBoundingClientRect().top;
    mounted('banner');
    await expect.element(bar).toBeVisible();
    const { bottom, height, top } = host().getBoundingClientRect();
    expect(document.body.firstElementChild).toBe(host());
    expect(height).toBeGreaterThan(30);
    expect(theirs.getBoundingClientRect().top).toBeCloseTo(before + height, 0);
    expect(bottom).toBeLessThanOrEqual(theirs.getBoundingClientRect().top + 0.5);
    expect(top).toBeGreaterThanOrEqual(0);
  });

  test('closed, it gives the room back', async () => {
    const theirs = placed('header');
    const before = theirs.getBoundingClientRect().top;
    const { announcement } = mounted('banner');
    await page.getByRole('button', { name: 'Close' }).click();
    await announcement.closed;
    expect(theirs.getBoundingClientRect().top).toBe(before);
    expect(document.querySelector('banso-announcement')).toBeNull();
  });

  test.each([
    {
      because: 'a bar of the page lies there',
      sheet: 'header { position: fixed; inset: 0 0 auto; height: 60px; background: white }',
    },
    { because: 'the page lays its parts side by side', sheet: 'body { display: flex }' },
    {
      because: 'the page cannot be scrolled',
      sheet: 'html, body { height: 100%; overflow: hidden } header { height: 100vh }',
    },
  ])('comes as a card where $because', async ({ sheet }) => {
    dressed(sheet);
    const theirs = placed('header');
    const before = theirs.getBoundingClientRect().top;
    mounted('banner');
    await expect.element(card).toBeVisible();
    expect(document.querySelectorAll('banso-announcement')).toHaveLength(1);
    expect(theirs.getBoundingClientRect().top).toBe(before);
  });

  test('keeps its look and its place on a page that unsets everything', async () => {
    dressed('* { all: unset !important; color: hotpink !important; display: inline !important }');
    const { announcement } = mounted('banner');
    await expect.poll(() => inside(host(), 'b').length).toBe(1);
    expect(getComputedStyle(inside(host(), 'b')[0]!).color).not.toBe('rgb(255, 105, 180)');
    expect(getComputedStyle(host()).display).not.toBe('inline');
    announcement.destroy();
  });

  test('turns with the direction in which it is written, whatever that of the page', async () => {
    mounted('banner', 'en', 'ar');
    await expect.element(bar).toBeVisible();
    const [cross] = inside(host(), '.ib');
    expect(cross!.getBoundingClientRect().left).toBeLessThan(window.innerWidth / 2);
  });
});

describe.each(['banner', 'popover'] as const)('a %s', (surface) => {
  test('takes no focus, and is announced politely', async () => {
    const field = placed('input' as 'button');
    field.focus();
    mounted(surface);
    await expect.element(surface === 'banner' ? bar : card).toBeVisible();
    await expect.poll(() => inside(host(), '[role=status]')[0]?.textContent).toBe('Shared folders are here');
    expect(focused()).toBe(field);
  });

  test('destroyed, it leaves nothing and nobody waits for it', async () => {
    const listeners = countListeners();
    const before = document.documentElement.outerHTML.length;
    const { announcement, controller } = mounted(surface);
    await expect.poll(() => listeners().left).toBeGreaterThan(0);
    announcement.destroy();
    await announcement.closed;
    expect(document.documentElement.outerHTML.length).toBe(before);
    await expect.poll(() => listeners().left).toBe(0);
    controller.change({ locale: 'ja' });
  });
});

test('a card stands above a launcher, whichever comes first', async () => {
  const { controller } = mounted('popover');
  expect(host().hasAttribute('above')).toBe(false);
  const launcher = mountLauncher(controller, { toggle: () => undefined, isOpen: () => false });
  expect(host().hasAttribute('above')).toBe(true);
  launcher.destroy();
  expect(host().hasAttribute('above')).toBe(false);
});
