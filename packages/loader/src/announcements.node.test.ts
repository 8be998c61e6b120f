import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { ANNOUNCEMENT_ID, SHOW_BANNER, SHOW_SURVEY } from './testing/service.ts';
import { stage, until } from './testing/host.ts';
import type { Stage } from './testing/host.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
}, 60_000);
afterAll(() => on.stop());
beforeEach(() => {
  Object.assign(on.service, { show: [SHOW_BANNER], trouble: undefined, taken: new Set() });
  on.service.seen.length = on.service.facts.length = on.service.misfits.length = 0;
});
afterEach(async () => {
  for (const context of on.browser.contexts()) await context.close();
  expect(on.service.misfits).toEqual([]);
});

const ANN = `banso.push(['identify', 'ann'])`;
const announcement = (page: Page) => page.locator('banso-announcement');
const facts = () => on.service.facts.map(({ fact }) => fact.type);
const arrived = (type: string) => until(() => facts().includes(type as never), type);
/** Names of our files that pages asked for, without their hash. */
const fetched = () =>
  on.service.requests(/\/w\/.*\.js$/).map(({ path }) => /([\w-]+?)(-[\w-]{8})?\.js$/.exec(path)?.[1]);

describe('a banner that is due', () => {
  test('is claimed first, pushes the page, and is gone when it is closed', async () => {
    const { page, errors } = await on.open({ before: ANN, body: '<main>Theirs</main>' });
    const main = page.locator('main');
    await announcement(page).getByRole('region', { name: 'Shared folders are here' }).waitFor();
    expect(facts()[0]).toBe('content_claimed');
    const [bar, theirs] = [await announcement(page).boundingBox(), await main.boundingBox()];
    expect(theirs?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
    await arrived('content_shown');
    on.service.show = [{ ...SHOW_BANNER, surface: 'panel', reason: 'finished' }];
    await announcement(page).getByRole('button', { name: 'Close' }).click();
    await arrived('content_dismissed');
    expect(await announcement(page).count()).toBe(0);
    expect(on.service.facts.find(({ fact }) => fact.type === 'content_shown')?.fact).toMatchObject({
      contentId: ANNOUNCEMENT_ID,
      surface: 'banner',
    });
    expect(errors).toEqual([]);
  });

  test('comes to a page that asked for no launcher', async () => {
    const { page } = await on.open({ before: ANN, attributes: 'data-launcher="none"' });
    await announcement(page).getByRole('region').waitFor();
    expect(await page.locator('banso-launcher').count()).toBe(0);
  });

  test('waits while the person is in a survey of the page', { timeout: 15_000 }, async () => {
    on.service.show = [
      { ...SHOW_SURVEY, surface: 'panel' },
      { ...SHOW_BANNER, when: { delaySeconds: 2, pages: [] } },
    ];
    const body = '<banso-survey content="nps"></banso-survey><button id="away">Away</button>';
    const { page } = await on.open({ before: ANN, body });
    await page.getByRole('radio', { name: '9', exact: true }).focus();
    await page.waitForTimeout(3_500);
    expect(facts()).not.toContain('content_claimed');
    await page.locator('#away').focus();
    await announcement(page).getByRole('region').waitFor();
  });

  test('is not seen when its claim is refused', async () => {
    on.service.taken = new Set([ANNOUNCEMENT_ID]);
    const { page } = await on.open({ before: ANN });
    await page.locator('banso-launcher').waitFor();
    await until(() => on.service.requests(/sync$/).length > 0, 'the claim');
    expect(await announcement(page).count()).toBe(0);
  });

  test('closes in the other tabs when it is closed in one', { timeout: 20_000 }, async () => {
    const context = await on.browser.newContext();
    await context.addInitScript(() => {
      const Own = BroadcastChannel;
      globalThis.BroadcastChannel = class extends Own {
        constructor(name: string) {
          super(name);
          Object.assign(globalThis, { listens: true });
        }
      };
    });
    const one = await on.open({ before: ANN }, context);
    const two = await on.open({ before: ANN }, context);
    for (const { page } of [one, two]) {
      await announcement(page).getByRole('region').waitFor();
      await page.waitForFunction(() => 'listens' in globalThis); // a tab hears others once its late code has run
    }
    await one.page.bringToFront();
    await announcement(one.page).getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => announcement(two.page).count()).toBe(0);
  });

  test('tells the page what was done, and leaves nothing when it is destroyed', async () => {
    const before = `${ANN};window.told=[];for(const n of ['shown','opened','dismissed','completed'])banso.push(['on',n,(d)=>told.push(n+' '+d.contentId)])`;
    const { page, errors } = await on.open({ before, body: '<main>Theirs</main>' });
    const followed = page.waitForRequest('**/folders');
    await page.route('**/folders', (route) => route.fulfill({ status: 204 })); // the page stays
    await announcement(page).getByRole('link', { name: 'See how' }).click();
    await followed;
    await arrived('content_opened');
    const told = await page.evaluate(() => (window as { told?: string[] }).told);
    expect(told?.slice(-2)).toEqual([`opened ${ANNOUNCEMENT_ID}`, `completed ${ANNOUNCEMENT_ID}`]);
    const html = () => page.evaluate(() => document.body.innerHTML);
    await page.evaluate(() => (window as { banso?: { destroy(): void } }).banso?.destroy());
    expect(await html()).toBe('<main>Theirs</main>');
    expect(errors).toEqual([]);
  });
});

test('nothing of an announcement is fetched before one is due or opened', async () => {
  on.service.show = [{ ...SHOW_BANNER, surface: 'panel' }];
  const { page } = await on.open({ before: ANN });
  const launcher = page.locator('banso-launcher').getByRole('button', { name: /1 new$/ });
  await launcher.click();
  const row = page.getByRole('button', { name: /^Shared folders are here/ });
  await row.waitFor();
  expect(fetched()).not.toContain('announcement');
  await row.click();
  await page.getByRole('link', { name: 'See how' }).waitFor();
  expect(fetched()).toContain('announcement');
  await arrived('content_opened');
  const heading = page.getByRole('heading', { name: 'Shared folders are here' });
  expect(await heading.evaluate((one) => one.matches(':focus'))).toBe(true);
});

test.each([
  { target: ANNOUNCEMENT_ID, show: [SHOW_BANNER], opens: 'Shared folders are here' },
  { target: 'folders', show: [SHOW_BANNER], opens: 'Shared folders are here' },
  { target: 'folders', show: [], opens: /^Good / },
])('open("$target") with $show.length on offer', async ({ target, show, opens }) => {
  on.service.show = show.map((one) => ({ ...one, surface: 'panel' as const }));
  const { page } = await on.open({ before: `${ANN};banso.push(['open', '${target}'])` });
  await page.locator('banso-panel').getByRole('heading', { name: opens }).first().waitFor();
});

test('stands in a page where its author put it, and goes when it is closed', async () => {
  on.service.show = [{ ...SHOW_BANNER, surface: 'panel' }];
  const body = '<banso-announcement content="folders"></banso-announcement><p>Theirs</p>';
  const { page, errors } = await on.open({ before: ANN, attributes: 'data-launcher="none"', body });
  await announcement(page).getByRole('region').waitFor();
  on.service.show = [{ ...SHOW_BANNER, surface: 'panel', reason: 'finished' }];
  await announcement(page).getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => announcement(page).getByRole('region').count()).toBe(0);
  expect(errors).toEqual([]);
});

test.each([
  { policy: `style-src 'self'; script-src 'nonce-abc' 'strict-dynamic'` },
  { policy: `require-trusted-types-for 'script'; trusted-types banso` },
])('comes under $policy', async ({ policy }) => {
  const { page, errors } = await on.open({ before: ANN, headers: { 'content-security-policy': policy } });
  await announcement(page).getByRole('region').waitFor();
  expect(errors).toEqual([]);
});
