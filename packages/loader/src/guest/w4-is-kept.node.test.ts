import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { listen, stage, until } from '../testing/host.ts';
import type { Stage } from '../testing/host.ts';
import { SHOW_CHECKLIST } from '../testing/service.ts';
import { times } from '../testing/profile.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage({ keepPages: true });
  on.service.show = [SHOW_CHECKLIST];
});
afterAll(() => on.stop());

const TRIPS = times(5, 50);

/** A tab that notes each time that its page is shown: true when it was kept for going back to. */
async function traveller() {
  const tab = await listen(await on.browser.newPage());
  await tab.page.addInitScript(() => {
    const kept: boolean[] = [];
    Object.assign(window, { __kept: kept });
    addEventListener('pageshow', ({ persisted }) => kept.push(persisted));
  });
  return tab;
}
const kept = (page: Page) => page.evaluate(() => (window as never as { __kept: boolean[] }).__kept.slice(1));

async function away(page: Page, to: string, back: string): Promise<void> {
  await page.evaluate((address) => void (location.href = address), to);
  await until(() => page.url() === to, 'the other page');
  // the way back may end the page before it answers
  await page.evaluate(() => void setTimeout(() => history.back()));
  await until(() => page.url() === back, 'the way back');
}

test(
  `a page is kept ${TRIPS} times, comes back as it was, and nothing that was told is lost`,
  { timeout: 300_000 },
  async () => {
    on.service.facts.length = 0;
    const { page, errors } = await traveller();
    const first = on.serve();
    const second = on.serve({ script: '<!-- none -->' });
    await page.goto(first);
    await page.locator('banso-launcher').waitFor();
    for (let trip = 1; trip <= TRIPS; trip++) {
      await page.evaluate((name) => window.banso!.push(['track', name]), `trip ${trip}`);
      await away(page, second, first);
      await expect.poll(() => kept(page)).toEqual(Array.from({ length: trip }, () => true));
      expect(await page.locator('banso-launcher').count()).toBe(1);
    }
    await until(
      () => on.service.facts.filter(({ fact }) => fact.type === 'track').length === TRIPS,
      'all that was told',
    );
    expect(errors).toEqual([]);
  },
);

test('control: a page that listens to its end is not kept', async () => {
  const { page } = await traveller();
  const first = on.serve({ before: `addEventListener('unload', () => undefined)` });
  await page.goto(first);
  await page.locator('banso-launcher').waitFor();
  await away(page, on.serve({ script: '<!-- none -->' }), first);
  expect((await kept(page)).filter(Boolean)).toEqual([]);
});
