import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import type { PreviewResponse } from '@banso/contract/preview';
import { stage, until } from './testing/host.ts';
import type { HostPage, Stage } from './testing/host.ts';
import { ANNOUNCEMENT, CHECKLIST, SHOW_BANNER, SHOW_SURVEY, SURVEY, SURVEY_ID } from './testing/service.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
}, 60_000);
afterAll(() => on.stop());
beforeEach(() => {
  on.service.show = [SHOW_SURVEY];
  on.service.seen.length = on.service.facts.length = 0;
});
afterEach(async () => {
  for (const context of on.browser.contexts()) await context.close();
  expect(on.service.misfits).toEqual([]);
});

const ANN = `banso.push(['identify', 'ann']);banso.push(['track', 'exported'])`;
const shows = (content: PreviewResponse['content']) => {
  on.service.preview = (token) => [
    token === 'v1.good' ? 200 : 401,
    token === 'v1.good'
      ? { content, name: 'Spring', theme: { accent: '#0d9488' }, expiresAt: '2026-11-24T00:00:00.000Z' }
      : { code: token === 'v1.old' ? 'session_expired' : 'unauthenticated' },
  ];
};
const open = (token: string, host: HostPage = {}) =>
  on.open({ before: ANN, ...host }, undefined, `?tab=1&banso_preview=${token}`);
const bar = (page: Page) => page.getByRole('region', { name: 'Preview' });
const asked = () => on.service.requests(/\/v1\//).map(({ path }) => path.split('/').at(-1));

describe('a page that was opened with a preview', () => {
  test('shows the draft, and tells the service nothing of the page or of what is done in it', async () => {
    shows({ ...SURVEY, title: 'Draft', version: 0 });
    const { page, errors } = await open('v1.good');
    await bar(page).getByText('Spring').waitFor();
    const ready = page.evaluate(() =>
      (window as never as { banso: { getState(): object } }).banso.getState(),
    );
    expect(await ready).toMatchObject({ userId: 'ann', show: [] });
    await page.getByRole('radio', { name: '9', exact: true }).click();
    await page.getByText('Your answer has arrived.').first().waitFor();
    await bar(page).getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('radio', { name: '9', exact: true }).waitFor();
    expect(asked()).toEqual(['preview']);
    expect(on.service.facts).toEqual([]);
    const stored = await page.evaluate(() => Object.keys(localStorage).filter((key) => /pending/.test(key)));
    expect(stored).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('is as ever once the preview is ended, and what it told before is not sent by it', async () => {
    shows({ ...SURVEY, title: 'Draft', version: 0 });
    const { page } = await open('v1.good');
    await bar(page).getByRole('button', { name: 'End preview' }).click();
    await page.locator('banso-survey').waitFor();
    expect(new URL(page.url()).search).toBe('?tab=1');
    expect(await bar(page).count()).toBe(0);
    await until(() => on.service.facts.some(({ fact }) => fact.type === 'track'), 'the call of this page');
    const tracked = on.service.facts.filter(({ fact }) => fact.type === 'track');
    expect(tracked.map(({ times }) => times)).toEqual([1]);
  });

  test('shows a checklist in its panel, a banner above the page, and answers the page’s own button', async () => {
    shows({ ...CHECKLIST, version: 0 });
    const one = await open('v1.good');
    await one.page.locator('banso-panel').getByRole('heading', { name: 'Getting started' }).waitFor();
    await one.page.keyboard.press('Escape');
    await one.page.evaluate(() => (window as never as { banso: unknown[] }).banso.push(['open']));
    await one.page.locator('banso-panel').getByRole('dialog').waitFor();
    shows({ ...ANNOUNCEMENT, version: 0 });
    const two = await open('v1.good', { body: '<main>Theirs</main>' });
    await two.page.getByRole('region', { name: 'Shared folders are here' }).waitFor();
    expect([...one.errors, ...two.errors]).toEqual([]);
  });

  test('shows it under a strict policy, too', async () => {
    shows({ ...SURVEY, title: 'Draft', version: 0 });
    const policy = `style-src 'self'; script-src 'nonce-abc' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types banso`;
    const { page, errors } = await open('v1.good', { headers: { 'content-security-policy': policy } });
    await bar(page).waitFor();
    await page.getByRole('radio', { name: '9', exact: true }).waitFor();
    expect(errors).toEqual([]);
  });

  test('shows it for the client out of npm', async () => {
    shows({ ...SURVEY, title: 'Draft', version: 0 });
    const script = `<script type="module">
      import { createBanso } from '/npm.js';
      window.done = createBanso({ key: 'bpk_${'k'.repeat(43)}', host: '${on.service.url}' }).identify('ann').then(() => true);
    </script>`;
    const { page, errors } = await open('v1.good', { before: '', script });
    await bar(page).waitFor();
    expect(await page.evaluate(() => (window as never as { done: Promise<true> }).done)).toBe(true);
    expect(asked()).toEqual(['preview']);
    expect(errors).toEqual([]);
  });
});

describe('a page that was opened with', () => {
  test.each([
    { what: 'a forged preview', token: 'v1.forged', says: 'unauthenticated' },
    { what: 'nothing behind the name', token: '', says: 'unauthenticated' },
  ])('$what is as ever', async ({ token, says }) => {
    shows({ ...SURVEY });
    on.service.show = [SHOW_SURVEY, SHOW_BANNER];
    const { page, debug, errors } = await open(token, { body: '<banso-checklist content="start">' });
    await page.locator('banso-survey').waitFor();
    await until(() => on.service.facts.some(({ fact }) => fact.type === 'content_shown'), 'the exposure');
    const seen = on.service.facts.map(({ who, fact }) => [who, 'contentId' in fact && fact.contentId]);
    expect(seen).toContainEqual(['ann', SURVEY_ID]);
    expect(await page.locator('banso-preview-bar').count()).toBe(0);
    expect(debug).toEqual([`banso: preview: ${says}`]);
    expect(errors).toEqual([]);
  });

  test('a preview whose time is over says so, and is as ever', async () => {
    shows({ ...SURVEY });
    const { page, errors } = await open('v1.old');
    await bar(page)
      .getByText(/is over/)
      .waitFor();
    await page.locator('banso-survey').waitFor();
    await bar(page).getByRole('button', { name: 'Close' }).click();
    expect(await page.locator('banso-preview-bar').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('a preview of which the service does not answer is as ever', async () => {
    on.service.preview = () => [500, undefined];
    const { page, errors } = await open('v1.good');
    await page.locator('banso-survey').waitFor();
    expect(errors).toEqual([]);
  });
});
