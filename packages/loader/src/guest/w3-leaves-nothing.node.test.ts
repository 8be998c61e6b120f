import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { listen, stage, until } from '../testing/host.ts';
import type { Stage } from '../testing/host.ts';
import { SHOW_CHECKLIST } from '../testing/service.ts';
import { times } from '../testing/profile.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.stop());
beforeEach(() => {
  Object.assign(on.service, { show: [SHOW_CHECKLIST], trouble: undefined });
});
afterEach(async () => {
  for (const context of on.browser.contexts()) await context.close();
});

/** Bytes of JavaScript objects that are still reachable. */
async function heap(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return usedSize;
}

const MEGABYTE = 1_000_000;
const INLINE = `
  async (cycles) => {
    for (let i = 0; i < cycles; i++) {
      const element = Object.assign(document.createElement('banso-checklist'), { content: 'start' });
      document.body.append(element);
      await element.updateComplete;
      if (window.kept) window.kept.push(element);
      element.remove();
    }
  }`;

async function cycle(page: Page, cycles: number): Promise<void> {
  await page.evaluate(`(${INLINE})(${cycles})`);
}

describe('memory', () => {
  const cycles = times(300, 1_000);

  test(`${cycles} elements that came and went leave less than a megabyte`, async () => {
    const { page, errors } = await on.open({ body: '<banso-checklist content="start"></banso-checklist>' });
    await page.getByText('Invite a colleague').waitFor();
    await cycle(page, 50);
    const before = await heap(page);
    await cycle(page, cycles);
    expect((await heap(page)) - before).toBeLessThan(MEGABYTE);
    expect(errors).toEqual([]);
  });

  test('control: elements that are kept are noticed', async () => {
    const { page } = await on.open({ body: '<banso-checklist content="start"></banso-checklist>' });
    await page.getByText('Invite a colleague').waitFor();
    await page.evaluate(() => Object.assign(window, { kept: [] }));
    await cycle(page, 50);
    const before = await heap(page);
    await cycle(page, 300);
    expect((await heap(page)) - before).toBeGreaterThan(MEGABYTE);
  });

  test('whole clients that came and went leave less than a megabyte', { timeout: 600_000 }, async () => {
    const { page, errors } = await listen(await on.browser.newPage());
    await page.goto(on.serve({ script: '<!-- by npm -->' }));
    const live = async (visits: number) => {
      for (let i = 0; i < visits; i++) {
        await page.evaluate(
          `import('/npm.js').then(({ createBanso }) => { window.client = createBanso({ key: 'bpk_${'k'.repeat(43)}', host: '${on.service.url}' }) })`,
        );
        await page.locator('banso-launcher').waitFor();
        await page.evaluate(() => (window as never as { client: { destroy(): void } }).client.destroy());
        expect(await page.locator('banso-launcher').count()).toBe(0);
      }
    };
    await live(5);
    const before = await heap(page);
    await live(times(10, 100));
    expect((await heap(page)) - before).toBeLessThan(MEGABYTE);
    expect(errors).toEqual([]);
  });
});

/** Notes what 60 and more built-ins are made of, and says later what is another thing than it was. */
const WATCH_BUILTINS = () => {
  const names = Object.getOwnPropertyNames(window).filter((name) => /^[A-Z]/.test(name));
  const things = [
    ...names.map((name) => Reflect.get(window, name) as unknown),
    window,
    document,
    history,
    navigator,
  ];
  const owners = things.flatMap((thing) => {
    if ((typeof thing !== 'function' && typeof thing !== 'object') || thing === null) return [];
    const { prototype } = thing as { prototype?: object };
    return prototype ? [thing, prototype] : [thing];
  });
  const described = (owner: object) => {
    const all = Object.getOwnPropertyDescriptors(owner) as Record<PropertyKey, PropertyDescriptor>;
    return Reflect.ownKeys(all).map((key) => [key, all[key as string]!] as const);
  };
  const before = new Map(owners.map((owner) => [owner, new Map(described(owner))]));
  const changed = () =>
    [...before].flatMap(([owner, was]) =>
      described(owner).flatMap(([key, is]) => {
        const old = was.get(key);
        const same =
          old &&
          old.get === is.get &&
          old.set === is.set &&
          (old.get ? true : Object.is(old.value, is.value));
        const name = String(key);
        return same || (owner === window && /^(banso|__|\d)/.test(name)) ? [] : [name];
      }),
    );
  Object.assign(window, { __changed: changed, __watched: before.size });
};
const changed = (page: Page) =>
  page.evaluate(() => (window as never as { __changed(): string[] }).__changed());

test('no built-in of the page is changed, while we are there and after', async () => {
  const { page, errors } = await listen(await on.browser.newPage());
  await page.goto(on.serve({ script: '<!-- later -->' }));
  await page.evaluate(WATCH_BUILTINS);
  expect(await page.evaluate(() => (window as never as { __watched: number }).__watched)).toBeGreaterThan(60);
  await page.evaluate((src) => {
    const script = Object.assign(document.createElement('script'), { src });
    script.dataset['key'] = `bpk_${'k'.repeat(43)}`;
    document.head.append(script);
  }, `${on.service.url}/w/banso.js`);
  await page.locator('banso-launcher').waitFor();
  await page.locator('banso-launcher button').click();
  await page.locator('banso-panel').waitFor();
  await until(() => on.service.requests(/\/w\/late-/).length > 0, 'the rest');
  expect(await changed(page)).toEqual([]);
  await page.evaluate(() => (globalThis as never as { banso: { destroy(): void } }).banso.destroy());
  expect(await changed(page)).toEqual([]);
  expect(errors).toEqual([]);
});

test('control: a built-in that is changed is noticed', async () => {
  const { page } = await listen(await on.browser.newPage());
  await page.goto(on.serve({ script: '<!-- none -->' }));
  await page.evaluate(WATCH_BUILTINS);
  await page.evaluate(() => {
    const { pushState } = history;
    History.prototype.pushState = (...state) => pushState.apply(history, state);
    Object.assign(window, { leaked: 1 });
  });
  expect(await changed(page)).toEqual(expect.arrayContaining(['pushState', 'leaked']));
});
