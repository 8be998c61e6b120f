import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import type { widgetApi } from '@banso/contract';
import type { Methods } from './methods.ts';
import {
  ANNOUNCEMENT,
  CHECKLIST_ID,
  SHOW_CHECKLIST,
  SHOW_SURVEY,
  SURVEY,
  SURVEY_ID,
} from './testing/service.ts';
import { stage, until } from './testing/host.ts';
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
    loses: undefined,
    opens: undefined,
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

  describe('and comes with the session', () => {
    const kept = { content: { ...SURVEY }, keptMs: 5_000 };

    test('is seen without another request than for its code, and then claimed', async () => {
      on.service.opens = kept;
      on.service.trouble = ({ path }) => /content|sync/.test(path); // unanswered for ever
      const { page } = await on.open();
      await survey(page).waitFor();
      await until(() => on.service.requests(/sync$/).length > 0, 'the claim');
      const asked = on.service.seen.map(({ path }) => path.replace(/.*\//, '').replace(/-\w+\.js$/, '.js'));
      expect(asked.slice(0, 3)).toEqual(['banso.js', 'session', 'runtime.js']);
    });

    test('is claimed once, also where the first claim is lost', { timeout: 15_000 }, async () => {
      on.service.opens = kept;
      let lost = 0;
      on.service.loses = ({ path }) => path.endsWith('sync') && lost++ < 1;
      const { page, errors } = await on.open();
      await survey(page).waitFor();
      await until(() => lost > 1, 'the claim once more');
      await answer(page, 9);
      await arrived('survey_answered');
      const claims = on.service.facts.filter(({ fact }) => fact.type === 'content_claimed');
      expect(claims).toMatchObject([{ times: 2 }]);
      expect(errors).toEqual([]);
    });

    test.each([
      { because: 'it is not kept', opens: { ...kept, keptMs: 0 }, waitMs: 0 },
      { because: 'its code took too long', opens: { ...kept, keptMs: 300 }, waitMs: 400 },
      { because: 'something else is kept', opens: { ...kept, content: { ...ANNOUNCEMENT } }, waitMs: 0 },
    ])('is not seen before its claim where $because', async ({ opens, waitMs }) => {
      on.service.opens = opens;
      on.service.taken = new Set([SURVEY_ID]);
      on.service.trouble = ({ path }, response) => {
        if (!/runtime-\w+\.js$/.test(path) || waitMs === 0) return false;
        const late = path.slice(3);
        setTimeout(() => on.service.sendFile(late, response), waitMs);
        return true;
      };
      const { page } = await on.open();
      await until(() => on.service.requests(/sync$/).length > 0, 'the claim');
      await page.waitForTimeout(500);
      expect(await survey(page).count()).toBe(0);
    });

    test('leaves the rest of the content for later, which comes all the same', async () => {
      on.service.show = [SHOW_SURVEY, SHOW_CHECKLIST];
      on.service.progress = { [CHECKLIST_ID]: { steps: [INVITE], done: 0, total: 1 } };
      on.service.opens = kept;
      const { page, errors } = await on.open();
      await survey(page).waitFor();
      await page.locator('banso-launcher').waitFor();
      expect(on.service.requests(/content/)).toHaveLength(1);
      expect(errors).toEqual([]);
    });
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

  test.each([
    ['nobody but the loader is there', /\/w\/runtime/],
    ['the runtime is there, and not the outbox', /\/w\/late-/],
    ['everything is there', undefined],
  ])('that are made as the page goes arrive, when %s', { timeout: 25_000 }, async (_, missing) => {
    const context = await on.browser.newContext();
    const { page } = await on.open({ before: `banso.push(['identify', 'ann'])` }, context);
    // A file that is on its way for ever.
    if (missing) await page.route(missing, () => {});
    await page.reload();
    await page.waitForFunction(() => !Array.isArray(window.banso));
    const before = Date.now();
    if (!missing) await page.evaluate(() => (window.banso as Methods).track('first words'));
    await page.evaluate(() => {
      void (window.banso as Methods).track('last words', { rows: 3, not: { flat: 1 } as never });
      location.href = 'about:blank';
    });
    await page.waitForURL('about:blank');
    await page.waitForTimeout(500);
    if (missing) {
      expect(types()).not.toContain('track');
      await on.open({ before: `banso.push(['identify', 'ann'])` }, context);
    }

    const last = () => on.service.facts.filter(({ fact }) => 'name' in fact && fact.name === 'last words');
    await until(() => last().length > 0, 'the last words');
    // What is on its way when the page goes is sent once more, under the same id: it is one fact.
    expect(last()).toMatchObject([{ fact: { properties: { rows: 3 } } }]);
    if (missing) expect(last()).toMatchObject([{ times: 1 }]);
    expect(Date.parse(last()[0]?.fact.at ?? '') - before).toBeLessThan(500);
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

test('the launcher is dragged out of the way, and stands there on the next page', async () => {
  on.service.show = [SHOW_CHECKLIST];
  const { page, errors } = await on.open();
  const button = page.locator('banso-launcher button');
  await button.hover();
  await page.locator('banso-launcher button[aria-description]').waitFor();
  await page.mouse.down();
  await page.mouse.move(300, 300, { steps: 5 });
  await page.mouse.move(90, 240, { steps: 5 });
  await page.mouse.up();
  const place = () => page.locator('banso-launcher').boundingBox();
  const middle = async () => Math.round(((await place())?.y ?? 0) + 24);
  expect(await place()).toMatchObject({ x: 20 });
  expect(await middle()).toBe(240);
  expect(await page.locator('banso-panel').count()).toBe(0);
  await page.reload();
  await page.locator('banso-launcher').waitFor();
  expect(await place()).toMatchObject({ x: 20 });
  expect(await middle()).toBe(240);
  expect(errors).toEqual([]);
});

test('content waits for its trigger, and why() says so', async () => {
  const when = { delaySeconds: 0, pages: [], trigger: { event: 'exported', element: '#report' } };
  on.service.show = [{ ...SHOW_SURVEY, when }];
  const { page, errors } = await on.open({ before: `banso.push(['identify', 'ann'])` });
  const waits = () =>
    page.evaluate(() =>
      (window.banso as never as { why(id?: string): Promise<object[]> })
        .why('nps')
        .then(([one]) => (one as { waitsFor?: string }).waitsFor),
    );
  await expect.poll(waits).toBe('trigger');
  await page.evaluate(() => window.banso!.push(['track', 'exported']));
  await expect.poll(waits).toBe('trigger');
  await page.evaluate(() =>
    document.body.append(
      Object.assign(document.createElement('h2'), { id: 'report', textContent: 'Report' }),
    ),
  );
  await survey(page).waitFor();
  expect(await waits()).toBe('shown');
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

  test('that a visitor opens is there for who they turn out to be, and for nobody else', async () => {
    on.service.show = [SHOW_CHECKLIST];
    const { page, errors } = await on.open();
    const panel = page.locator('banso-panel');
    await page.locator('banso-launcher button').click();
    await panel.waitFor({ state: 'visible' });
    await page.evaluate(() => {
      document.querySelector('banso-panel')!.id = 'of-the-visitor';
      window.banso!.push(['identify', 'ann']);
    });
    await page.locator('banso-panel:not(#of-the-visitor)').waitFor({ state: 'visible' });

    await page.evaluate(() => window.banso!.push(['identify', 'ben']));
    await until(() => on.service.requests(/\/session$/).length === 3, 'the session of the other');
    await page.locator('banso-launcher button[aria-expanded=false]').waitFor();
    expect(await panel.count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('that is on its way when the page says who it is opens all the same', async () => {
    on.service.show = [SHOW_CHECKLIST];
    const { page, errors } = await on.open();
    const button = page.locator('banso-launcher button');
    await button.waitFor();
    await page.evaluate(() => {
      document.querySelector('banso-launcher')!.shadowRoot!.querySelector('button')!.click();
      window.banso!.push(['identify', 'ann']);
    });
    await page.locator('banso-panel').waitFor({ state: 'visible' });
    expect(errors).toEqual([]);
  });

  test('comes without a launcher too', async () => {
    const { page } = await on.open({ attributes: 'data-launcher="none"', before: `banso.push(['open'])` });
    await page.locator('banso-panel').waitFor({ state: 'visible' });
    expect(await page.locator('banso-launcher').count()).toBe(0);
  });

  test('opens with what is in it long after the decision, in a page that had no code of ours yet', async () => {
    on.service.show = [SHOW_CHECKLIST];
    on.service.progress = { [CHECKLIST_ID]: { steps: [INVITE], done: 0, total: 1 } };
    const { page } = await on.open({ attributes: 'data-launcher="none"' });
    await page.waitForFunction(() => !Array.isArray(window.banso) && window.banso?.getState().show);
    expect(on.service.requests(/runtime/)).toEqual([]);
    await page.evaluate(() => window.banso!.push(['open', 'start']));
    await page.locator('banso-panel').getByText('Invite a colleague').waitFor();
  });

  test('an element that comes long after the decision comes to life once something asks for our code', async () => {
    on.service.show = [SHOW_CHECKLIST];
    on.service.progress = { [CHECKLIST_ID]: { steps: [INVITE], done: 0, total: 1 } };
    const { page } = await on.open({ attributes: 'data-launcher="none"' });
    await page.waitForFunction(() => !Array.isArray(window.banso) && window.banso?.getState().show);
    await page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('banso-checklist'), { content: 'start' }));
      window.banso!.push(['why']);
    });
    await page.locator('banso-checklist').getByText('Invite a colleague').waitFor();
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

test.each(['', 'delete window.Temporal'])(
  'the session is told the time zone of the device %s',
  async (before) => {
    const { page } = await on.open({ before });
    await until(() => on.service.requests(/session$/).length > 0, 'the session');
    const timeZone = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
    expect(on.service.requests(/session$/)[0]?.body).toMatchObject({ timeZone });
  },
);

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
  expect(state).toHaveProperty('session', undefined);
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
