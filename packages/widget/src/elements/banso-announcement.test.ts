import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import './banso-announcement.define.ts';
import { aShown, anAnnouncement, NOW, paragraph } from './testing/contents.ts';
import { inside, stage, standIn } from './testing/stage.ts';

const shown = (over: Parameters<typeof aShown>[2] = {}) =>
  aShown('ann_1', 'announcement', { unread: true, ...over });

interface Staged {
  surface?: 'popover' | 'banner' | 'panel' | 'inline';
  show?: ReturnType<typeof shown>[];
  locale?: string;
}

function announcement(
  over: Parameters<typeof anAnnouncement>[0] = {},
  { surface = 'inline', show = [shown()], locale = 'en' }: Staged = {},
) {
  const controller = standIn({ contents: [anAnnouncement(over)], show, locale });
  const element = stage('banso-announcement', controller, { content: 'folders', surface });
  const closed = vi.fn<() => void>();
  element.addEventListener('banso-close', closed);
  return { controller, element, closed };
}

describe('a card', () => {
  test('says what is new since when, and names itself', async () => {
    announcement({}, { surface: 'popover' });
    const card = page.getByRole('dialog', { name: 'Shared folders are here' });
    await expect.element(card).toBeVisible();
    await expect.element(card.getByText('Nov 18')).toBeVisible();
    await expect.element(card.getByText('One place for what belongs to everyone.')).toBeVisible();
  });

  test('closed, it reports that and asks to be taken away', async () => {
    const { controller, closed } = announcement({}, { surface: 'popover' });
    await page.getByRole('button', { name: 'Close' }).click();
    expect(controller.facts).toEqual([{ type: 'content_dismissed', contentId: 'ann_1', version: 2 }]);
    expect(controller.emitted).toMatchObject([{ name: 'dismissed', detail: { contentId: 'ann_1' } }]);
    expect(closed).toHaveBeenCalledOnce();
  });

  test('Escape closes it while the focus is in it', async () => {
    const { controller, closed } = announcement({}, { surface: 'popover' });
    await expect.element(page.getByRole('link', { name: 'Try it' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(closed).not.toHaveBeenCalled();
    inside(document.querySelector('banso-announcement')!, 'a')[0]?.focus();
    await userEvent.keyboard('{Escape}');
    expect(closed).toHaveBeenCalledOnce();
    expect(controller.facts).toMatchObject([{ type: 'content_dismissed' }]);
  });

  test('put off, it comes back a day later', async () => {
    const { controller, closed } = announcement({}, { surface: 'popover' });
    await page.getByRole('button', { name: 'Later' }).click();
    const until = new Date(NOW.getTime() + 86_400_000).toISOString();
    expect(controller.facts).toEqual([{ type: 'content_snoozed', contentId: 'ann_1', version: 2, until }]);
    expect(closed).toHaveBeenCalledOnce();
  });

  test('its button leads where it says, counts as opened, and tells the page that it is done', async () => {
    const { controller, closed } = announcement({}, { surface: 'popover' });
    await page.getByRole('link', { name: 'Try it' }).click();
    expect(controller.followed).toEqual(['/folders']);
    expect(controller.facts).toEqual([{ type: 'content_opened', contentId: 'ann_1', version: 2 }]);
    expect(controller.emitted.map(({ name }) => name)).toEqual(['opened', 'completed']);
    await expect.poll(() => closed.mock.calls.length).toBe(1);
  });

  test('goes when it was opened or closed somewhere else', async () => {
    const { controller, closed } = announcement({}, { surface: 'popover' });
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(closed).not.toHaveBeenCalled();
    controller.change({ show: [shown({ reason: 'finished' })] });
    await expect.poll(() => closed.mock.calls.length).toBe(1);
  });

  test.each([
    { url: 'javascript:alert(1)', because: 'no link that runs' },
    { url: ' ', because: 'no link to nowhere' },
  ])('has $because', async ({ url }) => {
    const { element } = announcement({ action: { label: 'Try it', url } }, { surface: 'popover' });
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(inside(element, 'a')).toEqual([]);
  });
});

describe('placed in a page', () => {
  test('a banner is a region of its name, with text and link in one line of words', async () => {
    const { element } = announcement({ mode: 'banner' });
    const bar = page.getByRole('region', { name: 'Shared folders are here' });
    await expect.element(bar).toBeVisible();
    await expect.element(bar.getByRole('link', { name: 'Try it' })).toBeVisible();
    expect(getComputedStyle(inside(element, '.text p')[0]!).display).toBe('inline');
  });

  test('a popover is a card without "later", which a place in the page cannot keep', async () => {
    const { element } = announcement();
    await expect.element(page.getByRole('group', { name: 'Shared folders are here' })).toBeVisible();
    expect(inside(element, '.quiet')).toEqual([]);
  });

  test('a badge is one word, as long as there is something new', async () => {
    const { controller, element } = announcement({ mode: 'badge' });
    await expect.element(page.getByText('New', { exact: true })).toBeVisible();
    controller.change({ show: [aShown('ann_1', 'announcement')] });
    await expect.poll(() => inside(element, '.tag').length).toBe(0);
  });

  test.each([
    { because: 'the person has closed or read it', show: [shown({ reason: 'finished' })] },
    { because: 'it is not for this person', show: [] },
  ])('it draws nothing when $because', async ({ show }) => {
    const { element } = announcement({ mode: 'banner' }, { show });
    await element.updateComplete;
    expect(inside(element, '.look')).toEqual([]);
  });

  test('counts as shown after a second in view', async () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    const { controller } = announcement({ mode: 'banner' });
    await expect
      .poll(() => controller.facts)
      .toEqual([{ type: 'content_shown', contentId: 'ann_1', version: 2, surface: 'inline' }]);
  });
});

test('read whole it has a heading for the focus, its day and its way on', async () => {
  const body = [...paragraph('One.'), ...paragraph('Two.')];
  const { controller, element, closed } = announcement({ body, lang: 'ar' }, { surface: 'panel' });
  await expect.element(page.getByRole('heading', { name: 'Shared folders are here' })).toBeVisible();
  expect(inside(element, 'h2')[0]?.matches('[lang=ar]:dir(rtl)')).toBe(true);
  await page.getByRole('link', { name: 'Try it' }).click();
  expect(controller.facts).toEqual([]); // the panel has told that it was opened
  expect(controller.emitted.map(({ name }) => name)).toEqual(['completed']);
  expect(closed).not.toHaveBeenCalled();
});

test.each([
  { locale: 'ja-JP', later: 'あとで見る', close: '閉じる' },
  { locale: 'ko', later: '나중에 보기', close: '닫기' },
])('speaks $locale', async ({ locale, later, close }) => {
  announcement({}, { surface: 'popover', locale });
  await expect.element(page.getByRole('button', { name: later })).toBeVisible();
  await expect.element(page.getByRole('button', { name: close })).toBeVisible();
});
