import { brotliCompressSync, constants } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { widgetApi } from '@banso/contract';
import { built } from './testing/built.ts';
import { KEY, SHOW_CHECKLIST } from './testing/service.ts';
import { stage, until } from './testing/host.ts';
import type { Stage } from './testing/host.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
}, 60_000);
afterAll(() => on.stop());
beforeEach(() => {
  Object.assign(on.service, { show: [], held: {}, progress: {}, taken: new Set(), trouble: undefined });
  on.service.seen.length = on.service.facts.length = on.service.misfits.length = 0;
});
afterEach(async () => {
  expect(on.service.misfits).toEqual([]);
  for (const context of on.browser.contexts()) await context.close();
});

const sessions = () => on.service.requests(/session$/).map(({ body }) => body as widgetApi.SessionRequest);
const files = () => on.service.requests(/^\/w\//).map(({ path }) => path);

test('the loader fits the idle budget', async () => {
  const file = (await built()).get('banso.js')!;
  const bytes = brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  expect(bytes).toBeLessThanOrEqual(2_048);
});

describe('calls', () => {
  test('made before the loader is there are taken over in order, and open one session', async () => {
    const { page, errors } = await on.open({
      before: `
        banso.push(['identify', 'user-42', { name: 'Mika', locale: 'ja', nested: {}, none: null }, { token: 'a.b.c' }]);
        banso.push(['group', 'acme', { plan: 'pro' }]);
        banso.push(['on', 'ready', () => (window.__ready = true)]);`,
    });
    await page.waitForFunction(() => '__ready' in window);
    expect(sessions()).toEqual([
      {
        user: { id: 'user-42', traits: { name: 'Mika', locale: 'ja' }, token: 'a.b.c' },
        account: { id: 'acme', traits: { plan: 'pro' } },
        anonymousId: expect.stringMatching(/^anon_/) as string,
        page: { url: page.url(), device: 'desktop' },
        locale: 'ja',
        timeZone: expect.any(String) as string,
      },
    ]);
    expect(errors).toEqual([]);
  });

  test('by push go on working afterwards, and an unknown method is told once', async () => {
    const { page, debug, errors } = await on.open();
    await page.waitForFunction(() => !Array.isArray(window.banso));
    await page.evaluate(() => {
      const banso = window.banso!;
      banso.push(['identify', 'late']);
      for (let i = 0; i < 3; i++)
        banso.push(['nonsense'] as never, undefined as never, ['constructor'] as never);
    });
    await until(() => sessions().some(({ user }) => user?.id === 'late'), 'the late identity');
    expect(debug.filter((line) => line.includes('nonsense'))).toEqual(['banso: no method nonsense']);
    expect(errors).toEqual([]);
  });

  test('return promises that are never rejected', async () => {
    on.service.trouble = ({ path }, response) =>
      path.startsWith('/v1') && Boolean(response.writeHead(404).end('<h1>Oops</h1>'));
    const { page, errors } = await on.open();
    await page.waitForFunction(() => !Array.isArray(window.banso));
    const state = await page.evaluate(async () => {
      const banso = window.banso as never as Record<string, (...args: unknown[]) => Promise<unknown>>;
      await banso['identify']!(undefined, 7, null);
      return banso['getState']!();
    });
    expect(state).toMatchObject({ userId: 'undefined', pending: 0 });
    expect(errors).toEqual([]);
  });

  test('a listener of the host that throws is its own error and stops nothing', async () => {
    const { page, errors } = await on.open({
      before: `banso.push(['on', 'ready', () => { throw new Error('of the host'); }], ['on', 'ready', () => (window.__ready = true)]);`,
    });
    await page.waitForFunction(() => '__ready' in window);
    expect(errors.join()).toContain('of the host');
  });
});

describe('a page', () => {
  test('with nothing to show costs the loader and one call', async () => {
    const { page } = await on.open({ body: '<main>Host</main>' });
    await until(() => sessions().length === 1, 'the session');
    await page.waitForLoadState('networkidle');
    expect(files()).toEqual(['/w/banso.js']);
    expect(on.service.seen).toHaveLength(2);
    expect(await page.context().cookies()).toEqual([]);
  });

  test.each([
    { because: 'content', show: [SHOW_CHECKLIST], page: {}, runtime: true },
    {
      because: 'an inline element',
      show: [],
      page: { body: '<banso-checklist></banso-checklist>' },
      runtime: true,
    },
    {
      because: 'content without a launcher',
      show: [SHOW_CHECKLIST],
      page: { attributes: 'data-launcher="none"' },
      runtime: false,
    },
  ])('with $because fetches the runtime: $runtime', async ({ show, page: host, runtime }) => {
    on.service.show = show;
    const { page } = await on.open(host);
    await until(() => sessions().length === 1, 'the session');
    await page.waitForLoadState('networkidle');
    expect(files().some((file) => /runtime-/.test(file))).toBe(runtime);
  });

  test('with two copies of the tag has one client', async () => {
    const tag = `<script async src="${on.service.url}/w/banso.js" data-key="${KEY}"></script>`;
    const { page, errors } = await on.open({ script: tag + tag });
    await until(() => sessions().length > 0, 'the session');
    await page.waitForLoadState('networkidle');
    expect(sessions()).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  test('tells neither query nor fragment of its address, and no referrer', async () => {
    const context = await on.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${on.serve({ before: `banso.push(['track', 'opened'])` })}/reset?secret=canary#canary`);
    await until(() => on.service.facts.length > 0, 'the fact');
    expect(JSON.stringify(on.service.seen.filter(({ path }) => path.startsWith('/v1')))).not.toContain(
      'canary',
    );
  });

  test.each([
    {
      html: '',
      attributes: 'data-locale="ko"',
      before: `banso.push(['identify', 'u', { locale: 'ja' }])`,
      locale: 'ko',
    },
    { html: '', attributes: '', before: `banso.push(['identify', 'u', { locale: 'ja' }])`, locale: 'ja' },
    {
      html: '',
      attributes: '',
      before: `banso.push(['identify', 'u', { locale: 'not a tag' }])`,
      locale: 'en',
    },
    { html: '', attributes: '', before: `document.documentElement.lang = ''`, locale: 'fr-FR' },
  ])('has the language $locale ($attributes $before)', async ({ attributes, before, locale }) => {
    const context = await on.browser.newContext({ locale: 'fr-FR' });
    await on.open({ attributes, before }, context);
    await until(() => sessions().length === 1, 'the session');
    expect(sessions()[0]?.locale).toBe(locale);
  });
});

describe('another person', () => {
  test('gets another browser id, and no company of the one before', async () => {
    const { page } = await on.open({ before: `banso.push(['identify', 'ann'], ['group', 'acme'])` });
    await until(() => sessions().length === 1, 'the first session');
    await page.evaluate(() => window.banso!.push(['identify', 'ben']));
    await until(() => sessions().length === 2, 'the second session');
    const [ann, ben] = sessions();
    expect(ben).toMatchObject({ user: { id: 'ben' } });
    expect(ben?.account).toBeUndefined();
    expect(ben?.anonymousId).not.toBe(ann?.anonymousId);
  });

  test('who signs in keeps the browser id, and reset gives a new one', async () => {
    const { page } = await on.open();
    await until(() => sessions().length === 1, 'the anonymous session');
    await page.evaluate(() => window.banso!.push(['identify', 'ann']));
    await until(() => sessions().length === 2, 'the session of Ann');
    await page.evaluate(() => window.banso!.push(['reset']));
    await until(() => sessions().length === 3, 'the session after');
    const [nobody, ann, after] = sessions();
    expect(ann?.anonymousId).toBe(nobody?.anonymousId);
    expect(after?.user).toBeUndefined();
    expect(after?.anonymousId).not.toBe(nobody?.anonymousId);
  });

  test('is asked for anew when the answer for the one before comes late', async () => {
    const late: (() => void)[] = [];
    on.service.show = [SHOW_CHECKLIST];
    on.service.trouble = ({ path, body }, response) => {
      if (!path.endsWith('session') || (body as widgetApi.SessionRequest).user?.id !== 'ann') return false;
      late.push(() =>
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"session":"s","show":[]}'),
      );
      return true;
    };
    const { page } = await on.open({ before: `banso.push(['identify', 'ann'])` });
    await until(() => late.length === 1, 'the call for Ann');
    const state = page.evaluate(() =>
      (window.banso as { identify(id: string): Promise<unknown> }).identify('ben'),
    );
    await until(() => sessions().some(({ user }) => user?.id === 'ben'), 'the call for Ben');
    late[0]?.();
    expect(await state).toMatchObject({ userId: 'ben', show: [{ contentId: SHOW_CHECKLIST.contentId }] });
    await page.locator('banso-launcher').waitFor();
  });
});
