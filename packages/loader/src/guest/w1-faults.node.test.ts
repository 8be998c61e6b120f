import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FAULTS } from '../testing/faults.ts';
import { SHOW_CHECKLIST, SHOW_SURVEY } from '../testing/service.ts';
import { listen, stage, until } from '../testing/host.ts';
import type { Stage } from '../testing/host.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
}, 60_000);
afterAll(() => on.stop());
beforeEach(() => {
  Object.assign(on.service, { show: [SHOW_SURVEY, SHOW_CHECKLIST], trouble: undefined, taken: new Set() });
  on.service.seen.length = on.service.facts.length = 0;
});
afterEach(async () => {
  for (const context of on.browser.contexts()) await context.close();
});

const api = () => on.service.requests(/^\/v1\//);
const ours = 'banso-launcher, banso-survey, banso-panel';

describe('nothing is seen and nothing goes wrong in the host page with', () => {
  test.each(FAULTS)('$fault from the API', async ({ trouble }) => {
    on.service.trouble = (seen, response) => seen.path.startsWith('/v1/') && trouble(seen, response);
    const { page, errors, debug } = await on.open({
      body: '<main>Host</main>',
      before: `banso.push(['identify', 'u'], ['track', 'x'], ['open'])`,
    });
    await until(() => api().length > 0, 'a call');
    await page.waitForTimeout(400);
    expect(errors).toEqual([]);
    expect(await page.locator('banso-launcher, banso-survey').count()).toBe(0);
    expect(debug.length).toBeLessThan(5);
  });

  test.each(FAULTS)('$fault from the content file', async ({ trouble }) => {
    on.service.trouble = (seen, response) => seen.path.includes('/content/') && trouble(seen, response);
    const { page, errors } = await on.open();
    await until(() => on.service.requests(/content/).length > 0, 'the file');
    await page.waitForTimeout(400);
    expect(errors).toEqual([]);
    expect(await page.locator(ours).count()).toBe(0);
  });

  test.each(FAULTS)('$fault for our code', async ({ trouble }) => {
    on.service.trouble = (seen, response) =>
      seen.path.startsWith('/w/') && !seen.path.endsWith('banso.js') && trouble(seen, response);
    const { page, errors } = await on.open();
    await until(() => on.service.requests(/runtime/).length > 0, 'the code');
    await page.waitForTimeout(400);
    expect(errors.filter((line) => !/MIME type|Failed to load module script/.test(line))).toEqual([]);
    expect(await page.locator(ours).count()).toBe(0);
  });
});

test('three failures and we are silent', async () => {
  on.service.trouble = ({ path }, response) =>
    path.endsWith('session') && Boolean(response.writeHead(500).end('{}'));
  const page = (await listen(await on.browser.newPage())).page;
  await page.clock.install();
  await page.goto(on.serve());
  for (let tries = 1; tries <= 3; tries++) {
    await until(async () => {
      await page.clock.runFor(1_000);
      return api().length >= tries;
    }, `try ${tries}`);
  }
  await page.clock.runFor(600_000);
  expect(api()).toHaveLength(3);
}, 20_000);

test('Retry-After is kept, also for another person', async () => {
  on.service.trouble = ({ path }, response) =>
    path.endsWith('session') &&
    api().length === 1 &&
    Boolean(response.writeHead(503, { 'retry-after': '120' }).end('{}'));
  const { page, debug } = await listen(await on.browser.newPage());
  await page.clock.install();
  await page.goto(on.serve());
  // Told once the answer is here: the wait begins then.
  await until(() => debug.length > 0, 'the answer to the first try');
  expect(api()).toHaveLength(1);
  await page.clock.runFor(60_000);
  await page.evaluate(() => window.banso!.push(['identify', 'ben']));
  await page.clock.runFor(50_000);
  expect(api()).toHaveLength(1);
  await page.clock.runFor(20_000);
  await until(() => api().length > 1, 'the second try');
});

describe('storage', () => {
  const refuse = () => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
  };

  test.each([
    { because: 'throwing', broken: refuse },
    {
      because: 'full',
      broken: () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
        IDBObjectStore.prototype.add = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
    },
    {
      because: 'never answering',
      broken: () => {
        IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
      },
    },
  ])('$because: the widget works, and facts arrive', { timeout: 15_000 }, async ({ broken }) => {
    const { page, errors } = await listen(await on.browser.newPage());
    await page.addInitScript(broken);
    await page.goto(on.serve({ before: `banso.push(['track', 'opened'])` }));
    await until(() => on.service.facts.some(({ fact }) => fact.type === 'track'), 'the fact');
    await page.locator('banso-survey').waitFor();
    expect(errors).toEqual([]);
  });

  test('a frame without an origin: the widget works', async () => {
    const inner = on.serve({ before: `banso.push(['track', 'framed'])` });
    const { errors } = await on.open({ body: `<iframe sandbox="allow-scripts" src="${inner}"></iframe>` });
    await until(
      () => on.service.facts.some(({ fact }) => fact.type === 'track' && fact.name === 'framed'),
      'the fact',
    );
    expect(errors).toEqual([]);
  });
});

describe('consent', () => {
  const kept = async () => ({
    local: Object.keys(localStorage),
    databases: (await indexedDB.databases()).length,
  });

  test('pending: no call, nothing stored; granted: what waited is done', async () => {
    const { page, errors } = await on.open({
      attributes: 'data-consent="required"',
      before: `banso.push(['identify', 'u'], ['track', 'early'], ['open'])`,
    });
    await page.evaluate(() => window.banso!.push(['page'], ['setLocale', 'ja']));
    await page.waitForTimeout(500);
    expect(api()).toEqual([]);
    expect(await page.evaluate(kept)).toEqual({ local: [], databases: 0 });

    await page.evaluate(() => window.banso!.push(['setConsent', 'granted']));
    await until(() => on.service.facts.some(({ fact }) => fact.type === 'track'), 'the early fact');
    expect(on.service.facts.every(({ who }) => who === 'u')).toBe(true);
    expect(errors).toEqual([]);
  });

  test('withdrawn while a fact is held: it goes with the rest', async () => {
    const context = await on.browser.newContext();
    await context.route(/\/w\/late-/, () => undefined);
    const { page } = await on.open({ before: `banso.push(['identify', 'u'])` }, context);
    await page.locator('banso-survey').waitFor();
    await page.evaluate(() => window.banso!.push(['track', 'held']));
    await page.waitForTimeout(200);
    await page.evaluate(() => window.banso!.push(['track', 'of the same moment'], ['setConsent', 'denied']));
    await expect.poll(() => page.locator(ours).count()).toBe(0);
    await page.waitForTimeout(300);
    expect(await page.evaluate(kept)).toEqual({ local: [], databases: 0 });
    expect(on.service.facts.filter(({ fact }) => fact.type === 'track')).toEqual([]);
  });

  test('withdrawn: everything goes, on the page and in storage, and no more calls', async () => {
    const { page, errors } = await on.open();
    await page.locator('banso-survey').waitFor();
    await until(() => on.service.requests(/\/w\/late-/).length > 0, 'the rest');
    await page.evaluate(() => localStorage.setItem('banso:place', '{"lift":24,"tucked":false}'));
    await page.evaluate(() => window.banso!.push(['setConsent', 'denied']));
    await expect.poll(() => page.locator(ours).count()).toBe(0);
    await expect.poll(() => page.evaluate(kept)).toEqual({ local: [], databases: 0 });
    const before = api().length;
    await page.evaluate(() => window.banso!.push(['track', 'x'], ['page'], ['identify', 'y']));
    await page.waitForTimeout(300);
    expect(api()).toHaveLength(before);
    expect(errors).toEqual([]);
  });
});

describe('the page afterwards', () => {
  test('has one name more while we are there, and is as before when we have gone', async () => {
    const { page, errors } = await listen(await on.browser.newPage());
    await page.addInitScript(() => {
      const live = new Map<string, number>();
      Object.assign(window, { __live: live });
      const count = (name: string, by: number) => live.set(name, (live.get(name) ?? 0) + by);
      const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
      const watched = (target: unknown) =>
        target === window ||
        target === document ||
        target === window.navigation ||
        target === window.visualViewport;
      EventTarget.prototype.addEventListener = function (this: EventTarget, ...args: Parameters<typeof add>) {
        const [type, , options] = args;
        const name = `${this?.constructor?.name ?? 'Window'} ${type}`;
        const once = typeof options === 'object' && options?.once;
        if (watched(this ?? window) && !once) {
          count(name, 1);
          const signal = typeof options === 'object' ? options?.signal : undefined;
          if (signal) add.call(signal, 'abort', () => count(name, -1));
        }
        return add.apply(this ?? window, args);
      };
      EventTarget.prototype.removeEventListener = function (
        this: EventTarget,
        ...args: Parameters<typeof remove>
      ) {
        if (watched(this ?? window)) count(`${this?.constructor?.name ?? 'Window'} ${args[0]}`, -1);
        return remove.apply(this ?? window, args);
      };
      const set = window.setTimeout;
      const clear = window.clearTimeout;
      const timers = new Set<number>();
      Object.assign(window, { __timers: timers });
      window.setTimeout = ((run: () => void, ms?: number) => {
        const id = set(() => {
          timers.delete(id);
          run();
        }, ms);
        timers.add(id);
        return id;
      }) as typeof setTimeout;
      window.clearTimeout = (id) => {
        timers.delete(id as number);
        clear(id);
      };
    });
    const snapshot = () =>
      page.evaluate(() => ({
        globals: Object.getOwnPropertyNames(window)
          .filter((name) => !/^__|^\d+$/.test(name))
          .sort(),
        builtins: [
          Object,
          Array,
          Promise,
          Symbol,
          String,
          Node,
          Element,
          HTMLElement,
          EventTarget,
          History,
          Storage,
          Document,
        ].map((one) =>
          [
            ...Object.getOwnPropertyNames(one),
            ...Object.getOwnPropertySymbols(one).map(String),
            ...Object.getOwnPropertyNames(one.prototype ?? {}),
          ].join(),
        ),
        html: document.documentElement.outerHTML,
        styles: document.adoptedStyleSheets.length,
      }));
    const left = () =>
      page.evaluate(() => {
        const { __live, __timers } = window as never as {
          __live: Map<string, number>;
          __timers: Set<number>;
        };
        return { listeners: [...__live].filter(([, count]) => count !== 0), timers: __timers.size };
      });

    await page.goto(on.serve({ body: '<main>Host</main>', script: '<!-- later -->' }));
    const before = await snapshot();
    await page.evaluate(async (src) => {
      const script = Object.assign(document.createElement('script'), { src });
      script.dataset['key'] = `bpk_${'k'.repeat(43)}`;
      document.head.append(script);
      await new Promise((resolve) => (script.onload = resolve));
      script.remove();
    }, `${on.service.url}/w/banso.js`);
    await page.locator('banso-survey').waitFor();
    await page.locator('banso-launcher').waitFor();
    await page.evaluate(() => (window.banso as { open(target?: string): Promise<boolean> }).open());
    await page.locator('banso-panel').waitFor();
    const during = await snapshot();
    expect(during.globals).toEqual(before.globals);
    expect(during.builtins).toEqual(before.builtins);

    await page.evaluate(() => (window.banso as { destroy(): void }).destroy());
    await expect.poll(left).toEqual({ listeners: [], timers: 0 });
    expect(await snapshot()).toEqual(before);
    expect(await page.evaluate(() => Array.isArray(window.banso))).toBe(true);
    expect(errors).toEqual([]);
  });
});
