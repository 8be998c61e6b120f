import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

/** Opens the preferences as a product's own menu would. */
async function openPreferences(page: Page): Promise<void> {
  await widgetOn(page).ready();
  await page.evaluate(() => {
    const { banso } = window;
    return banso && !Array.isArray(banso) ? banso.open('preferences') : false;
  });
}

/** Reason codes of everything that is held, as the page's developer would read them. */
const reasons = (page: Page) =>
  page.evaluate(async () => {
    const { banso } = window;
    const all = banso && !Array.isArray(banso) ? await banso.why() : [];
    return all.map(({ reason }) => reason);
  });

test('who never wants to be asked is not, and why() says so; asked as usual again, they are', async ({
  page,
  person,
  hostFor,
  api,
}) => {
  const { userId, contactId } = await person('asked');
  const address = hostFor(userId);
  await page.goto(address);
  const { panel, survey, ready, sent } = widgetOn(page);
  await openPreferences(page);
  await expect(panel).toHaveAccessibleName('Preferences');
  await expectAccessible(page, 'preferences');
  await panel.getByRole('radio', { name: /^Never/ }).check();
  await expect(panel.getByText('Saved.')).toBeVisible();
  await sent();
  expect(await reasons(page)).toContain('asked_never');
  expect(await api.get('/v1/contacts/' + contactId)).toMatchObject({ preferences: { asking: 'never' } });

  await page.goto(address);
  await ready();
  expect(await reasons(page)).toContain('asked_never');
  const opening = await page.evaluate(() => {
    const { banso } = window;
    const { show = [] } = banso && !Array.isArray(banso) ? banso.getState() : {};
    return (show as { surface: string }[]).filter(({ surface }) => surface !== 'panel').length;
  });
  expect(opening).toBe(0);
  await expect(survey).toBeHidden();

  // The control: what did not open would have.
  await openPreferences(page);
  await panel.getByRole('radio', { name: /^As usual/ }).check();
  await expect(panel.getByText('Saved.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(survey).toBeVisible();
});

test('a language is spoken at once, on another device too, and before that of the page', async ({
  page,
  person,
  hostFor,
  device,
}) => {
  const { userId } = await person('asked');
  const address = hostFor(userId, { snippet: { attributes: 'data-locale="ko"' } });
  await page.goto(address);
  const { panel } = widgetOn(page);
  await openPreferences(page);
  await panel.getByRole('combobox', { name: '언어' }).selectOption('日本語');
  await expect(panel.getByRole('heading', { name: '設定' })).toBeVisible();
  await expect(panel.getByText('保存しました。')).toBeVisible();
  await panel.getByRole('button', { name: '戻る' }).click();
  await expect(panel.getByText('チームを招待して役割を決める')).toBeVisible();

  await page.reload();
  await widgetOn(page).ready();
  await widgetOn(page).openPanel();
  await expect(panel.getByText('チームを招待して役割を決める')).toBeVisible();

  const other = await device();
  await other.goto(address);
  const there = widgetOn(other);
  await there.ready();
  await there.openPanel();
  await expect(there.panel.getByText('チームを招待して役割を決める')).toBeVisible();
  await there.panel.getByRole('button', { name: '設定', exact: true }).click();
  await there.panel.getByRole('combobox', { name: '言語' }).selectOption('ページと同じ');
  await expect(there.panel.getByRole('heading', { name: '환경설정' })).toBeVisible();
});

test('what is known can be seen, taken along, asked to be erased, and kept after all', async ({
  page,
  person,
  hostFor,
}) => {
  const { userId, name } = await person('asked');
  await page.goto(hostFor(userId, { body: '<banso-preferences></banso-preferences>' }));
  const own = page.locator('banso-preferences');
  const known = own.getByRole('button', { name: /What is known about me/ });
  await known.click();
  await expect(own.getByText(name, { exact: true })).toBeVisible();
  await expectAccessible(page, 'what is known');

  const download = page.waitForEvent('download');
  await own.getByRole('button', { name: 'Download as a file' }).click();
  const file = JSON.parse(await readFile(await (await download).path(), 'utf8')) as object;
  expect(JSON.stringify(file)).toContain(name);

  await own.getByRole('button', { name: 'Have everything erased' }).click();
  await expectAccessible(page, 'the second step');
  await own.getByRole('button', { name: 'Ask for it' }).click();
  await expect(own.getByText(/You asked for this on/)).toBeVisible();
  await widgetOn(page).sent();
  await page.reload();
  await known.click();
  await own.getByRole('button', { name: 'Take it back' }).click();
  await expect(own.getByText('Saved.')).toBeVisible();
  await widgetOn(page).sent();
  await page.reload();
  await known.click();
  await expect(own.getByRole('button', { name: 'Have everything erased' })).toBeVisible();
});

test('messages stand in a page of their own', async ({ page, person, hostFor, api }) => {
  const { userId, contactId } = await person('onboarded');
  await page.goto(hostFor(userId, { body: '<banso-messages></banso-messages>' }));
  const thread = page.locator('banso-messages');
  await thread.getByRole('textbox', { name: 'Write a message' }).fill('From a page of its own');
  await thread.getByRole('button', { name: 'Send message' }).click();
  await expect(thread.getByText(/· (delivered|read)$/)).toBeVisible();
  await expectAccessible(page, 'messages in a page');
  const sent = await api.list<{ text: string }>('/v1/messages', { contactId });
  expect(sent.map(({ text }) => text)).toContain('From a page of its own');
});
