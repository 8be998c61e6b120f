import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import type { widgetApi } from '@banso/contract';
import { CHECKLIST_ID, SHOW_CHECKLIST, SHOW_SURVEY, SURVEY_ID } from './testing/service.ts';
import { listen, stage, until } from './testing/host.ts';
import type { Stage } from './testing/host.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
}, 60_000);
afterAll(() => on.stop());
beforeEach(() => {
  Object.assign(on.service, {
    show: [SHOW_SURVEY],
    trouble: undefined,
    taken: new Set(),
    progress: {},
    sessionMs: 1_800_000,
  });
  on.service.seen.length = on.service.facts.length = on.service.misfits.length = 0;
});
afterEach(async () => {
  for (const context of on.browser.contexts()) await context.close();
  expect(on.service.misfits).toEqual([]);
});

const INVITE = { key: 'invite', state: 'open' as const, current: true, lockedBy: [] as string[] };
const types = () => on.service.facts.map(({ fact }) => fact.type);
const survey = (page: Page) => page.locator('banso-survey');
const arrived = (type: string) => until(() => types().includes(type as never), type);

/** Chooses a score with the pointer, which sends it. */
async function answer(page: Page, score: number): Promise<void> {
  await survey(page).locator('label').nth(score).click();
}

describe('a survey that may open by itself', () => {
  test('is claimed first, then seen; the answer arrives once', async () => {
    const { page, errors } = await on.open({ before: `banso.push(['identify', 'ann'])` });
    await survey(page).waitFor();
    expect(types()[0]).toBe('content_claimed');
    await answer(page, 9);
    await arrived('survey_answered');
    await page.waitForTimeout(300);
    const answers = on.service.facts.filter(({ fact }) => fact.type === 'survey_answered');
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({
      who: 'ann',
      fact: { contentId: SURVEY_ID, version: 3, question: 'score', value: 9 },
    });
    expect(errors).toEqual([]);
  });

  test.each([
    { because: 'refused', trouble: undefined, taken: [SURVEY_ID] },
    { because: 'not answered', trouble: 500, taken: [] },
  ])('is not seen when its claim is $because', async ({ trouble, taken }) => {
    on.service.taken = new Set(taken);
    on.service.trouble = ({ path }, response) =>
      path.endsWith('sync') && !!trouble && Boolean(response.writeHead(trouble).end('{}'));
    const { page } = await on.open();
    await until(() => on.service.requests(/sync$/).length > 0, 'the claim');
    await page.waitForTimeout(1_500);
    expect(await survey(page).count()).toBe(0);
  });

  test('is claimed under one id, however often the answer is lost', { timeout: 15_000 }, async () => {
    let lost = 0;
    on.service.trouble = ({ path }, response) =>
      path.endsWith('sync') && lost++ < 2 && Boolean(response.destroy());
    const { page } = await on.open();
    await survey(page).waitFor();
    const claims = on.service
      .requests(/sync$/)
      .flatMap(({ body }) => (body as { events: { id: string; type: string }[] }).events)
      .filter(({ type }) => type === 'content_claimed');
    expect(claims.length).toBeGreaterThan(1);
    expect(new Set(claims.map(({ id }) => id)).size).toBe(1);
  });

  test('waits its time, counted while the page is in view', { timeout: 15_000 }, async () => {
    on.service.show = [{ ...SHOW_SURVEY, when: { delaySeconds: 2, pages: [] } }];
    const { page } = await on.open();
    await until(() => on.service.requests(/content/).length > 0, 'the content');
    await page.waitForTimeout(1_000);
    expect(types()).not.toContain('content_claimed');
    await survey(page).waitFor();
  });

  test('does not come while the person is typing', { timeout: 15_000 }, async () => {
    on.service.show = [{ ...SHOW_SURVEY, when: { delaySeconds: 1, pages: [] } }];
    const { page } = await on.open({ body: '<input id="field" autofocus><p id="away">Away</p>' });
    await page.locator('#field').focus();
    await page.waitForTimeout(2_500);
    expect(types()).not.toContain('content_claimed');
    await page.locator('#field').blur();
    await survey(page).waitFor();
  });

  test('does not come on a page that it was not decided for', { timeout: 15_000 }, async () => {
    on.service.show = [{ ...SHOW_SURVEY, when: { delaySeconds: 1, pages: ['/page-*'] } }];
    const { page } = await on.open();
    await until(() => on.service.requests(/content/).length > 0, 'the content');
    on.service.show = [];
    await page.evaluate(() => history.pushState({}, '', '/elsewhere'));
    await arrived('page');
    await page.waitForTimeout(1_500);
    expect(await survey(page).count()).toBe(0);
    expect(types()).not.toContain('content_claimed');

    on.service.show = [SHOW_SURVEY];
    await page.evaluate(() => history.pushState({}, '', '/back?private=1#x'));
    await survey(page).waitFor();
    const urls = on.service.facts.flatMap(({ fact }) =>
      fact.type === 'page' ? new URL(fact.url).pathname + new URL(fact.url).search : [],
    );
    expect(urls).toEqual(['/elsewhere', '/back']);
  });

  test('leaves with the person it was for', async () => {
    const { page, errors } = await on.open({ before: `banso.push(['identify', 'ann'])` });
    await survey(page).waitFor();
    on.service.show = [];
    await page.evaluate(() => window.banso!.push(['identify', 'ben']));
    await expect.poll(() => survey(page).count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('closes in the other tabs when it is answered in one', { timeout: 15_000 }, async () => {
    const context = await on.browser.newContext();
    const one = await on.open({ before: `banso.push(['identify', 'ann'])` }, context);
    const two = await on.open({ before: `banso.push(['identify', 'ann'])` }, context);
    await survey(one.page).waitFor();
    await survey(two.page).waitFor();
    await until(() => on.service.requests(/\/w\/late-/).length === 2, 'both tabs listening');
    await two.page.waitForTimeout(1_500); // a tab listens a second after its survey is up
    await one.page.bringToFront();
    await answer(one.page, 3);
    await expect.poll(() => survey(two.page).count()).toBe(0);
    expect(await survey(one.page).count()).toBe(1);
    expect([...one.errors, ...two.errors]).toEqual([]);
  });
});

describe('facts', () => {
  test('wait while offline and arrive once, when the browser is online', { timeout: 15_000 }, async () => {
    const context = await on.browser.newContext();
    const { page, errors } = await on.open({ before: `banso.push(['identify', 'ann'])` }, context);
    await survey(page).waitFor();
    await until(() => on.service.requests(/\/w\/late-/).length > 0, 'the rest');
    await page.waitForTimeout(300);
    await context.setOffline(true);
    const receipt = await page.evaluate(() =>
      (window.banso as { track(name: string): Promise<string> }).track('offline'),
    );
    expect(receipt).toBe('stored');
    await answer(page, 10);
    await context.setOffline(false);
    await arrived('survey_answered');
    expect(
      on.service.facts.map(({ fact, times }) => (fact.type === 'track' ? [fact.name, times] : [])),
    ).toContainEqual(['offline', 1]);
    expect(errors).toEqual([]);
  });

  test(
    'that a page left behind are sent by the next one, though it has nothing to show',
    { timeout: 15_000 },
    async () => {
      on.service.show = [];
      const context = await on.browser.newContext();
      on.service.trouble = ({ path }, response) =>
        path.endsWith('sync') && Boolean(response.writeHead(503, { 'retry-after': '3600' }).end('{}'));
      const first = await on.open(
        { before: `banso.push(['identify', 'ann'], ['track', 'left behind'])` },
        context,
      );
      await until(() => on.service.requests(/sync$/).length > 0, 'the failure');
      await until(() => first.page.evaluate(() => localStorage.length > 1), 'the note');
      await first.page.close();
      on.service.trouble = undefined;
      await on.open({ before: `banso.push(['identify', 'ann'])` }, context);
      await arrived('track');
      expect(on.service.facts).toMatchObject([{ who: 'ann', fact: { name: 'left behind' } }]);
    },
  );

  test('that a page could not even begin to send are sent by the next one', { timeout: 15_000 }, async () => {
    on.service.show = [SHOW_CHECKLIST];
    const context = await on.browser.newContext();
    on.service.trouble = ({ path }) => path.includes('/w/late-');
    on.service.progress = { [CHECKLIST_ID]: { steps: [INVITE], done: 0, total: 1 } };
    const before = `banso.push(['identify', 'ann'], ['open', 'start'])`;
    const first = await on.open({ before }, context);
    await first.page.getByRole('button', { name: 'Mark as done' }).waitFor();
    await first.page.goto('about:blank');
    expect(types()).toEqual([]);

    on.service.trouble = undefined;
    await on.open({ before: `banso.push(['identify', 'ann'])` }, context);
    await arrived('content_opened');
    expect(on.service.facts).toMatchObject([{ who: 'ann', times: 1 }]);
  });

  test('that are made as the page goes arrive', { timeout: 15_000 }, async () => {
    const { page } = await on.open({ before: `banso.push(['identify', 'ann'])` });
    await until(() => on.service.requests(/\/w\/late-/).length > 0, 'the rest');
    await page.waitForTimeout(500);
    await page.evaluate(() => {
      void (window.banso as { track(name: string): Promise<string> }).track('last words');
      location.href = 'about:blank';
    });
    await page.waitForURL('about:blank');
    await arrived('track');
  });

  test('of a page carry what the host says of it', { timeout: 15_000 }, async () => {
    on.service.show = [];
    await on.open({
      before: `banso.push(['identify', 'ann'], ['page', { section: 'billing', depth: 2, not: { flat: 1 } }])`,
    });
    await until(() => on.service.facts.some(({ fact }) => 'properties' in fact), 'the fact');
    expect(on.service.facts.map(({ fact }) => fact)).toContainEqual(
      expect.objectContaining({ type: 'page', properties: { section: 'billing', depth: 2 } }),
    );
  });

  test('belong to who was there when they happened', { timeout: 15_000 }, async () => {
    on.service.show = [];
    await on.open({
      before: `banso.push(['track', 'as nobody'], ['identify', 'ann'], ['track', 'as ann'], ['identify', 'ben'], ['track', 'as ben'])`,
    });
    await until(() => types().filter((type) => type === 'track').length >= 2, 'the facts');
    await until(() => on.service.facts.some(({ who }) => who === 'ben'), 'the last fact');
    const whose = Object.fromEntries(
      on.service.facts.flatMap(({ who, fact }) => (fact.type === 'track' ? [[fact.name, who]] : [])),
    );
    expect(whose['as nobody']).toMatch(/^anon_/);
    expect(whose['as ben']).toBe('ben');
    // Ann never had a session: hers wait on the device until she has one.
    expect(whose['as ann']).toBeUndefined();
  });

  test('go on under a new session when the old one has ended', { timeout: 15_000 }, async () => {
    on.service.show = [];
    on.service.sessionMs = 1_500;
    const { page } = await on.open({ before: `banso.push(['identify', 'ann'], ['track', 'first'])` });
    await arrived('track');
    await page.waitForTimeout(1_800);
    on.service.sessionMs = 1_800_000;
    await page.evaluate(() => window.banso!.push(['track', 'second']));
    await until(() => on.service.facts.length === 2, 'the second fact');
    expect(on.service.requests(/session$/).length).toBeGreaterThan(1);
  });
});

test('a tick that has not arrived is still there after a reload', { timeout: 15_000 }, async () => {
  on.service.show = [SHOW_CHECKLIST];
  on.service.progress = { [CHECKLIST_ID]: { steps: [INVITE], done: 0, total: 1 } };
  on.service.trouble = ({ path }, response) =>
    path.endsWith('sync') && Boolean(response.writeHead(503, { 'retry-after': '2' }).end('{}'));
  const { page, errors } = await on.open({
    before: `banso.push(['identify', 'ann'])`,
    body: '<banso-checklist content="start"></banso-checklist>',
  });
  await page.getByRole('button', { name: 'Mark as done' }).click();
  await until(
    () => page.evaluate(() => Object.keys(localStorage).some((name) => name.endsWith(':pending'))),
    'stored',
  );
  await page.reload();
  await page.getByText('Done on this device, will be sent').waitFor();

  on.service.trouble = undefined;
  await arrived('step_completed');
  expect(on.service.facts.filter(({ fact }) => fact.type === 'step_completed')).toMatchObject([
    { who: 'ann' },
  ]);
  expect(errors).toEqual([]);
});

describe('the panel', () => {
  test('opens by the launcher and by call, and closes', async () => {
    on.service.show = [SHOW_CHECKLIST];
    const { page, errors } = await on.open();
    await page.locator('banso-launcher').waitFor();
    await page.evaluate(() => (window.banso as { open(target?: string): Promise<boolean> }).open('start'));
    await page.locator('banso-panel').waitFor({ state: 'visible' });
    await page.evaluate(() => (window.banso as { close(): void }).close());
    await page.locator('banso-panel').waitFor({ state: 'hidden' });
    expect(errors).toEqual([]);
  });

  test('comes without a launcher too', async () => {
    const { page } = await on.open({ attributes: 'data-launcher="none"', before: `banso.push(['open'])` });
    await page.locator('banso-panel').waitFor({ state: 'visible' });
    expect(await page.locator('banso-launcher').count()).toBe(0);
  });

  test('is opened by a launcher that the page placed itself, and elements that come later come to life', async () => {
    on.service.show = [SHOW_CHECKLIST];
    const { page, errors } = await on.open({
      attributes: 'data-launcher="none"',
      body: '<banso-launcher></banso-launcher>',
    });
    await page.locator('banso-launcher button').click();
    await page.locator('banso-panel').waitFor({ state: 'visible' });
    await page.locator('banso-launcher button[aria-expanded=true]').click();
    await page.locator('banso-panel').waitFor({ state: 'hidden' });
    await page.locator('banso-launcher button[aria-expanded=false]').waitFor();
    await page.evaluate(() =>
      document.body.append(Object.assign(document.createElement('banso-checklist'), { content: 'start' })),
    );
    await page.waitForFunction(() => customElements.get('banso-checklist'));
    expect(errors).toEqual([]);
  });
});

test('why tells the decision in words, and getState what is known', async () => {
  on.service.held = { chk_x: 'audience' };
  const { page } = await on.open({ before: `banso.push(['identify', 'ann'])` });
  await survey(page).waitFor();
  type Told = { why(id?: string): Promise<object[]>; getState(): object };
  expect(await page.evaluate(() => (window.banso as never as Told).why())).toMatchObject([
    { contentId: SURVEY_ID, shown: true, reason: 'eligible' },
    { contentId: 'chk_x', shown: false, reason: 'audience', text: 'The person is not in its audience.' },
  ]);
  expect(await page.evaluate(() => (window.banso as never as Told).why('nps'))).toHaveLength(1);
  expect(await page.evaluate(() => (window.banso as never as Told).why('nowhere'))).toMatchObject([
    { reason: 'unknown' },
  ]);
  const state = await page.evaluate(() => (window.banso as never as Told).getState());
  expect(state).toMatchObject({
    consent: 'granted',
    userId: 'ann',
    held: { chk_x: 'audience' },
    contact: { verified: false },
  });
  expect(state).not.toHaveProperty('session');
  on.service.held = {};
});

test('another language is another content', async () => {
  const { page } = await on.open({ before: `banso.push(['identify', 'ann'])` });
  await survey(page).waitFor();
  await page.evaluate(() => window.banso!.push(['setLocale', 'ja']));
  await until(
    () =>
      on.service.requests(/session$/).some(({ body }) => (body as widgetApi.SessionRequest).locale === 'ja'),
    'the session in Japanese',
  );
  expect(await survey(page).count()).toBe(1);
});

test(
  'a kept page comes back as it was, and nothing of ours keeps it from being kept',
  { timeout: 60_000 },
  async () => {
    const keeping = await stage({ keepPages: true });
    keeping.service.show = [SHOW_CHECKLIST];
    const { page, errors } = await listen(await keeping.browser.newPage());
    await page.addInitScript(() => {
      const window_ = window as never as { __kept: boolean[] };
      window_.__kept = [];
      addEventListener('pageshow', ({ persisted }) => window_.__kept.push(persisted));
    });
    const first = keeping.serve();
    const second = keeping.serve({ script: '<!-- none -->' });
    await page.goto(first);
    await page.locator('banso-launcher').waitFor();
    for (let trip = 1; trip <= 5; trip++) {
      await page.evaluate(
        (name) => void (window.banso as { track(name: string): unknown }).track(name),
        `trip ${trip}`,
      );
      await page.evaluate((to) => void (location.href = to), second);
      await until(() => page.url() === second, 'the other page');
      await page.evaluate(() => history.back());
      await until(() => page.url() === first, 'the way back');
      await expect
        .poll(() => page.evaluate(() => (window as never as { __kept: boolean[] }).__kept.slice(1)))
        .toEqual(Array.from({ length: trip }, () => true));
      expect(await page.locator('banso-launcher').count()).toBe(1);
    }
    await until(
      () => keeping.service.facts.filter(({ fact }) => fact.type === 'track').length === 5,
      'all that was told',
    );
    expect(errors).toEqual([]);
    await keeping.stop();
  },
);
