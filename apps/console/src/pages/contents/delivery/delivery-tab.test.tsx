import type { Theme } from '@banso/contract/theme';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { aChecklist, anId, aRecord } from '../testing/drafts.ts';
import { opened } from '../testing/opened.tsx';
import { StandIn } from '../testing/stand-in.ts';

let api: StandIn;
const stored = () => api.contents[0]!.record.draft.delivery;

const LAUNCH: Theme = {
  id: 'thm_0192f0c1-0000-7abc-8def-000000000002',
  slug: 'launch',
  name: 'Launch',
  isDefault: false,
  look: { accent: '#aa3366' },
  corrections: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  updatedBy: null,
  contents: [],
};
const USUAL: Theme = {
  ...LAUNCH,
  id: 'thm_0192f0c1-0000-7abc-8def-000000000001',
  slug: 'default',
  name: 'Default',
  isDefault: true,
};

beforeEach(() => {
  api = new StandIn().install();
  api.themes = [USUAL, LAUNCH];
  api.add('checklist', aRecord(aChecklist()));
  opened(`checklists/${anId('chk')}?tab=delivery`);
});

test('pages are added and tried with an address', async () => {
  const pages = page.getByLabelText('Pages', { exact: true });
  await pages.fill('/projects/*');
  await userEvent.keyboard('{Enter}');
  const url = page.getByLabelText('Try an address');
  await url.fill('https://app.example.com/projects/42');
  await expect.element(page.getByText('Meant by /projects/*')).toBeVisible();
  await url.fill('https://app.example.com/settings');
  await expect.element(page.getByText('Not meant: it would not be shown there.')).toBeVisible();
  await expect.poll(() => stored().pages).toEqual(['/projects/*']);
  await page.getByRole('button', { name: 'Remove /projects/*' }).click();
  await expect.poll(() => stored().pages).toEqual([]);
});

test('a theme is chosen by its name, and taken back', async () => {
  const choice = page.getByLabelText('Theme', { exact: true });
  await expect.element(choice).toHaveValue('');
  await choice.selectOptions('Launch');
  await expect.poll(() => stored().themeId).toBe(LAUNCH.id);
  await choice.selectOptions('The default one (Default)');
  await expect.poll(() => stored().themeId).toBeUndefined();
});

test('an Enter that ends a composition adds nothing', async () => {
  const pages = page.getByLabelText('Pages', { exact: true });
  await pages.fill('/検索');
  const enter = new KeyboardEvent('keydown', {
    key: 'Enter',
    isComposing: true,
    bubbles: true,
    cancelable: true,
  });
  pages.element().dispatchEvent(enter);
  expect(enter.defaultPrevented).toBe(false);
  await expect.element(pages).toHaveValue('/検索');
});

test('the end has to be after the start, in the time zone of the reader', async () => {
  await page.getByLabelText(/^Shown from/).fill('2030-04-02T09:00');
  await page.getByLabelText(/^Shown until/).fill('2030-04-01T09:00');
  await expect
    .element(page.getByLabelText(/^Shown until/))
    .toHaveAccessibleDescription('The end has to be later than the start.');
  await page.getByLabelText(/^Shown until/).fill('2030-04-03T09:00');
  await expect
    .poll(() => [stored().startsAt, stored().endsAt])
    .toEqual(['2030-04-02T09:00', '2030-04-03T09:00'].map((at) => new Date(at).toISOString()));
});

test('the three clocks and the cap: empty means never, and no limit', async () => {
  await page.getByLabelText('Again after it was closed').fill('');
  await page.getByLabelText('At most', { exact: true }).fill('');
  await page.getByLabelText('Again after an answer').fill('90');
  await expect
    .poll(() => stored().recurrence)
    .toEqual({ afterShownDays: 7, afterDismissedDays: null, afterAnsweredDays: 90, maxAttempts: null });
});

test('a number out of range is not taken, and gone when the field is left', async () => {
  const delay = page.getByLabelText('Seconds on the page');
  await delay.fill('99999');
  await expect.element(delay).toHaveAttribute('aria-invalid', 'true');
  await userEvent.tab();
  await expect.element(delay).toHaveValue(5);
});

test('triggers: what is emptied is gone, and a selector that is none is said where it stands', async () => {
  await page.getByLabelText('Scrolled into view').fill('60');
  await page.getByLabelText('Event just tracked').fill('report_exported');
  await page.getByRole('switch', { name: /The pointer leaves/ }).click();
  await expect
    .poll(() => stored().trigger)
    .toEqual({ scrolledPercent: 60, event: 'report_exported', exitIntent: true });
  const element = page.getByLabelText('Element that can be seen');
  await element.fill('#report >');
  await expect.element(element).toHaveAccessibleDescription('This is no CSS selector. A CSS selector.');
  await element.fill('#report .chart');
  await expect.poll(() => stored().trigger?.element).toBe('#report .chart');
  await page.getByLabelText('Scrolled into view').fill('');
  await page.getByLabelText('Event just tracked').fill('');
  await element.fill('');
  await page.getByRole('switch', { name: /The pointer leaves/ }).click();
  await expect.poll(() => stored().trigger ?? 'none').toBe('none');
});
