import { faultProxy } from '@banso/testkit';
import type { Fault } from '@banso/testkit';
import type { Page, Route } from '@playwright/test';
import { identityToken } from '../demo/identity-token.ts';
import { policyOf } from '../host/policies.ts';
import type { PolicyName } from '../host/policies.ts';
import { OUR_ELEMENTS, widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';

const POLICIES: readonly PolicyName[] = ['none', 'strict', 'trusted-types'];
const CORS = { 'access-control-allow-origin': '*' };

/** What becomes of every request to the API, in the browser. */
const FAULTS: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  refused: (route) => route.abort('connectionrefused'),
  'a 500': (route) => route.fulfill({ status: 500, headers: CORS, json: { code: 'internal' } }),
  'a page instead of an answer': (route) =>
    route.fulfill({
      status: 200,
      headers: CORS,
      contentType: 'text/html',
      body: '<h1>Sign in to the Wi-Fi</h1>',
    }),
  'half an answer': (route) =>
    route.fulfill({
      status: 200,
      headers: CORS,
      contentType: 'application/json',
      body: '{"session":"s","show":[{"conte',
    }),
  silence: () => Promise.resolve(),
};

/** The same at the level of TCP, for all that comes from the service. */
const BROKEN_LINES: Readonly<Record<string, Fault>> = {
  'nobody listening': { mode: 'refuse' },
  'a line that stays silent': { mode: 'stall' },
  'a line that breaks in the middle of an answer': { mode: 'reset', afterBytes: 400 },
  'a line that trickles': { mode: 'drip', bytes: 1, everyMs: 50 },
};

/** Lets a minute of the page's time pass, in which every retry takes place. */
async function pass(page: Page): Promise<void> {
  for (let seconds = 0; seconds < 60; seconds += 10) {
    await page.clock.runFor(10_000);
    await page.evaluate(() => new Promise((drawn) => requestIdleCallback(drawn, { timeout: 50 })));
  }
}

/** The picture of the page without us is what it has to look like. */
async function expectUntouched(page: Page, bare: string): Promise<void> {
  const seen = await page.screenshot();
  await expect(page.locator(OUR_ELEMENTS)).toHaveCount(0);
  await page.goto(bare);
  expect(seen.equals(await page.screenshot()), 'the page looks as it does without us').toBe(true);
}

for (const name of POLICIES) {
  test.describe(`a host page with the policy "${name}" does not notice`, () => {
    for (const [fault, answer] of Object.entries(FAULTS)) {
      test(`${fault} from the API`, async ({ page, hostFor, site, demo, watch }) => {
        await page.clock.install();
        const policy = policyOf(name, demo.url);
        let asked = 0;
        await page.route(`${demo.url}/v1/**`, (route) => {
          asked += 1;
          return answer(route);
        });
        await page.goto(hostFor('kn-u-1002', { policy }));
        await expect.poll(() => asked).toBeGreaterThan(0);
        await page.evaluate(() => window.banso?.push(['track', 'note_created'], ['page']));
        await pass(page);
        await expectUntouched(page, site.serve({ policy }));
        expect(watch.shifts).toEqual([]);
        expect(watch.errors).toEqual([]);
      });
    }
  });

  test(`under the policy "${name}" everything works and nothing is reported`, async ({
    page,
    person,
    hostFor,
    demo,
    api,
    watch,
  }) => {
    const { contactId, userId } = await person('asked');
    await page.goto(hostFor(userId, { policy: policyOf(name, demo.url) }));
    const widget = widgetOn(page);
    const layout = () =>
      page
        .locator('body > header, main, main > *')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as object));
    const before = await layout();
    await widget.score(9);
    await widget.comment(`Under ${name}.`);
    await widget.survey.getByRole('button', { name: 'Send' }).click();
    await expect(widget.survey.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await widget.survey.getByRole('button', { name: 'Close' }).click();
    await widget.openPanel();
    await widget.panel.getByRole('navigation').getByRole('button', { name: 'Guides' }).click();
    await widget.panel.getByRole('button', { name: /^Find anything in three words/ }).click();
    await expect(widget.panel.getByRole('heading', { name: 'Find anything in three words' })).toBeVisible();
    await widget.panel.getByRole('button', { name: 'Close' }).click();
    await expect(widget.panel).toBeHidden();
    await widget.sent();
    const [answer] = await api.list<{ score: number; comment: string }>('/v1/responses', { contactId });
    expect(answer).toMatchObject({ score: 9, comment: `Under ${name}.` });
    expect(await layout()).toEqual(before);
    expect(watch.errors).toEqual([]);
  });
}

test.describe('a host page does not notice', () => {
  for (const [line, fault] of Object.entries(BROKEN_LINES)) {
    test(line, async ({ page, site, demo, watch }) => {
      const proxy = await faultProxy(Number(new URL(demo.url).port));
      watch.allow(proxy.url);
      try {
        await proxy.set(fault);
        await page.clock.install();
        const commands = [['identify', 'kn-u-1002', {}, { token: identityToken(demo, 'kn-u-1002') }]];
        const attributes = `data-host="${proxy.url}"`;
        const snippet = { url: demo.url, key: demo.publishableKey, commands, attributes };
        const asked = page.waitForRequest(`${proxy.url}/**`);
        await page.goto(site.serve({ snippet }));
        await asked;
        await page.evaluate(() => window.banso?.push(['track', 'note_created'], ['open']));
        await pass(page);
        await expectUntouched(page, site.serve({}));
        expect(watch.shifts).toEqual([]);
        expect(watch.errors).toEqual([]);
      } finally {
        await proxy.stop();
      }
    });
  }
});

test('one name stands on window, and destroy() leaves nothing in the page', async ({
  page,
  person,
  hostFor,
  demo,
  site,
}) => {
  const { userId } = await person('asked');
  await page.goto(site.serve({}));
  const names = () =>
    page.evaluate(() => Object.getOwnPropertyNames(window).filter((name) => !/^\d+$/.test(name)));
  const bare = await names();
  const { survey, openPanel, panel } = widgetOn(page);
  const html = () => page.evaluate(() => document.documentElement.outerHTML);
  const withUs = hostFor(userId);
  await page.route(`${demo.url}/**`, (route) => route.abort());
  await page.goto(withUs);
  const before = await html();
  await page.unroute(`${demo.url}/**`);
  await page.goto(withUs);
  await expect(survey).toBeVisible();
  await survey.getByRole('button', { name: 'Close' }).click();
  await openPanel();
  await expect(panel.getByRole('heading').first()).toBeVisible();
  const added = (await names()).filter((name) => !bare.includes(name));
  expect(added).toEqual(['banso']);

  await page.evaluate(() => {
    const { banso } = window;
    if (banso && !Array.isArray(banso)) banso.destroy();
  });
  const trace = await page.evaluate(() => ({
    styles: document.adoptedStyleSheets.length,
    isQueue: Array.isArray(window.banso),
  }));
  expect(await html()).toBe(before);
  expect(trace).toEqual({ styles: 0, isQueue: true });
  expect(await page.context().cookies(demo.url)).toEqual([]);
});
