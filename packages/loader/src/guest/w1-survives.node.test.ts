import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { listen, stage, until } from '../testing/host.ts';
import type { Stage } from '../testing/host.ts';
import { SHOW_CHECKLIST, SHOW_SURVEY } from '../testing/service.ts';
import { FAULTS } from '../testing/faults.ts';
import { HOSTS } from '../testing/hosts.ts';
import type { Host } from '../testing/hosts.ts';
import { times } from '../testing/profile.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.stop());
beforeEach(() => {
  Object.assign(on.service, { show: [SHOW_SURVEY, SHOW_CHECKLIST], trouble: undefined, loses: undefined });
  on.service.seen.length = on.service.facts.length = on.service.misfits.length = 0;
});
afterEach(async () => {
  for (const context of on.browser.contexts()) await context.close();
  expect(on.service.misfits).toEqual([]);
});

/** Calls a method of ours, as the page does. */
const call = (page: Page, name: 'open' | 'close' | 'destroy', ...args: string[]) =>
  page.evaluate(
    ([method, given]) => {
      const client = window.banso as never as Record<string, (...given: string[]) => unknown>;
      return client[method]?.(...given);
    },
    [name, args] as const,
  );

const OURS = 'banso-launcher, banso-survey, banso-panel';

/** Opens a host in a tab that notes layout shifts and long tasks. */
async function visit(host: Host, without = false) {
  const context = await on.browser.newContext(host.viewport ? { viewport: host.viewport } : {});
  const tab = await listen(await context.newPage());
  await tab.page.addInitScript(() => {
    const noted: string[] = [];
    Object.assign(window, { __shifts: noted });
    type Shift = PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: { node?: Element | null; previousRect: DOMRect; currentRect: DOMRect }[];
    };
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources, startTime } of list.getEntries() as Shift[]) {
        if (hadRecentInput) continue;
        const what = sources.map(
          ({ node, previousRect: from, currentRect: to }) =>
            `${node?.nodeName}.${node?.className} ${from.y}+${from.height} to ${to.y}+${to.height}`,
        );
        noted.push(`${value} at ${Math.round(startTime)}: ${what.join(', ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await tab.page.goto(on.serve(without ? { ...host, script: '<!-- none -->' } : host));
  return tab;
}

/** What the page has of its own: where each of its elements is, how it looks, and that its own scripts work. */
const hostItself = (page: Page) =>
  page.evaluate(() => {
    const own = [...document.body.querySelectorAll('*')].filter(
      (one) => !one.localName.startsWith('banso-') && !['SCRIPT', 'STYLE'].includes(one.nodeName),
    );
    const look = own.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      const { color, font, display, zIndex } = getComputedStyle(one);
      return [one.id || one.nodeName, x, y, width, height, color, font, display, zIndex].join(' ');
    });
    const names: string[] = [];
    // oxlint-disable-next-line typescript/no-for-in-array -- what old pages meet when somebody adds to Array.prototype
    for (const name in []) names.push(name);
    return { look, names, focus: document.activeElement?.nodeName, title: document.title };
  });
const shifts = (page: Page) => page.evaluate(() => (window as never as { __shifts: string[] }).__shifts);

describe('everything works, and the page is as it is without us, with', () => {
  test.each(HOSTS)('$name', async (host) => {
    const bare = await visit(host, true);
    const before = await hostItself(bare.page);
    await bare.page.close();

    const { page, errors } = await visit(host);
    const survey = page.locator('banso-survey');
    await survey.locator('label').nth(9).waitFor();
    expect(await hostItself(page)).toEqual(before);
    const box = (await survey.boundingBox())!;
    const window = page.viewportSize()!;
    expect(box.width).toBeGreaterThanOrEqual(Math.min(320, window.width));
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(window.width);
    expect(box.y + box.height).toBeLessThanOrEqual(window.height + 1);

    await page.locator('banso-launcher').waitFor();
    expect(await shifts(page)).toEqual([]);
    await survey.locator('label').nth(9).click();
    await until(() => on.service.facts.some(({ fact }) => fact.type === 'survey_completed'), 'the answer');
    await survey.getByRole('button', { name: 'Close' }).click();
    await call(page, 'open', 'start');
    await page.locator('banso-panel').getByText('Invite a colleague').waitFor();
    await page.locator('banso-panel').getByRole('button', { name: 'Mark as done' }).click();
    await until(() => on.service.facts.some(({ fact }) => fact.type === 'step_completed'), 'the step');
    await call(page, 'close');
    expect((await hostItself(page)).look).toEqual(before.look);
    // What the person's own answer makes grow or shrink is ours; nothing of the page has moved.
    expect((await shifts(page)).filter((shift) => !/: BANSO-\S+ [^,]+$/.test(shift))).toEqual([]);
    await call(page, 'destroy');
    expect(await page.locator(OURS).count()).toBe(0);
    expect(errors).toEqual([]);
  });
});

describe('nothing is seen, and the page is as it is without us, with', () => {
  const pairs = HOSTS.flatMap((host) => FAULTS.map((fault) => ({ host, name: host.name, ...fault })));
  // Every host meets another fault; the deep run has them all.
  const chosen = pairs.filter((_, at) => times(at % (FAULTS.length + 1), 0) === 0);
  test.each(chosen)('$fault from the API on $name', async ({ host, trouble }) => {
    const bare = await visit(host, true);
    const before = await hostItself(bare.page);
    const picture = await bare.page.screenshot();
    await bare.page.close();
    on.service.trouble = (seen, response) => seen.path.startsWith('/v1/') && trouble(seen, response);
    const { page, errors } = await visit(host);
    await until(() => on.service.requests(/^\/v1\//).length > 0, 'a call');
    await page.evaluate(() =>
      (window as never as { banso: unknown[][] }).banso.push(['track', 'x'], ['open']),
    );
    await page.waitForTimeout(300);
    expect(await page.locator('banso-launcher, banso-survey').count()).toBe(0);
    await call(page, 'close');
    expect((await hostItself(page)).look).toEqual(before.look);
    expect((await page.screenshot()).equals(picture)).toBe(true);
    expect(await shifts(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});

test('control: a page that is changed is noticed', async () => {
  const host = HOSTS[0]!;
  const bare = await visit(host, true);
  const before = await hostItself(bare.page);
  const picture = await bare.page.screenshot();
  await bare.page.evaluate(() => {
    document.body.style.setProperty('letter-spacing', '1px');
    void Promise.reject(new Error('ours'));
  });
  await expect.poll(() => bare.errors.length).toBeGreaterThan(0);
  expect((await hostItself(bare.page)).look).not.toEqual(before.look);
  expect((await bare.page.screenshot()).equals(picture)).toBe(false);
});
