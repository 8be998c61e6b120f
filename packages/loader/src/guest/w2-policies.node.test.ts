import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { KEY, SHOW_CHECKLIST, SHOW_SURVEY } from '../testing/service.ts';
import { listen, stage, until } from '../testing/host.ts';
import type { Stage } from '../testing/host.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
}, 60_000);
afterAll(() => on.stop());
beforeEach(() => {
  on.service.show = [SHOW_SURVEY, SHOW_CHECKLIST];
  on.service.seen.length = on.service.facts.length = 0;
});
afterEach(async () => {
  for (const context of on.browser.contexts()) await context.close();
});

/** Opens a page under a policy and notes what the browser reports. */
async function under(
  policy: string,
  body = '',
): Promise<{ page: Page; errors: string[]; violations: () => Promise<string[]>; debug: string[] }> {
  const tab = await listen(await on.browser.newPage());
  await tab.page.addInitScript(() => {
    const noted: string[] = [];
    Object.assign(window, { __violations: noted });
    addEventListener('securitypolicyviolation', (event) =>
      noted.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  await tab.page.goto(on.serve({ headers: { 'content-security-policy': policy }, body }));
  return {
    ...tab,
    violations: () => tab.page.evaluate(() => (window as never as { __violations: string[] }).__violations),
  };
}

const service = () => on.service.url;
const STYLE = "style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; object-src 'none'";

describe('everything works, and nothing is reported, under', () => {
  test.each([
    {
      name: 'a nonce and strict-dynamic',
      policy: () =>
        `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; connect-src ${service()}; ${STYLE}`,
    },
    {
      name: 'a nonce alone',
      policy: () => `default-src 'none'; script-src 'nonce-abc'; connect-src ${service()}; ${STYLE}`,
    },
    {
      name: 'a list of hosts',
      policy: () =>
        `default-src 'none'; script-src 'nonce-abc' ${service()}; connect-src ${service()}; ${STYLE}`,
    },
    {
      name: 'Trusted Types required',
      policy: () => `require-trusted-types-for 'script'; script-src 'nonce-abc' 'strict-dynamic'`,
    },
    {
      name: 'Trusted Types with our name',
      policy: () => `require-trusted-types-for 'script'; trusted-types banso`,
    },
    {
      name: 'Trusted Types with our name and others',
      policy: () => `require-trusted-types-for 'script'; trusted-types app lit-html banso 'allow-duplicates'`,
    },
    { name: 'a list of policies with our name, not required', policy: () => `trusted-types app banso` },
  ])('$name', async ({ policy }) => {
    const { page, errors, violations } = await under(policy());
    await page.locator('banso-survey').waitFor();
    await page.locator('banso-launcher').waitFor();
    await page.locator('banso-survey label').nth(9).click();
    await until(() => on.service.facts.some(({ fact }) => fact.type === 'survey_answered'), 'the answer');
    await page.locator('banso-launcher button').click();
    await page.locator('banso-panel').waitFor();
    expect(await violations()).toEqual([]);
    expect(errors).toEqual([]);
  });
});

test('a list of policies without our name that nothing enforces does not stop us', async () => {
  const { page } = await under('trusted-types app');
  await page.locator('banso-survey').waitFor();
});

describe('nothing is seen, and no error of ours is thrown, under', () => {
  test.each([
    {
      name: 'Trusted Types without our name',
      policy: () => `require-trusted-types-for 'script'; trusted-types app`,
    },
    {
      name: 'Trusted Types with no names',
      policy: () => `require-trusted-types-for 'script'; trusted-types 'none'`,
    },
    { name: 'no connection allowed', policy: () => `connect-src 'none'` },
    {
      name: 'no code of ours allowed after the loader',
      policy: () => `script-src 'nonce-abc'; script-src-elem 'nonce-abc'; connect-src 'none'`,
    },
  ])('$name', async ({ policy }) => {
    const { page, errors } = await under(policy(), '<banso-checklist></banso-checklist>');
    await page.waitForFunction(() => !Array.isArray(window.banso));
    await page.waitForTimeout(1_500);
    expect(await page.locator('banso-survey, banso-launcher').count()).toBe(0);
    // What the browser itself says about its policy is no error of ours.
    expect(errors.filter((line) => !/Content Security Policy|Trusted/i.test(line))).toEqual([]);
    expect(errors.filter((line) => /unhandled/.test(line))).toEqual([]);
  });
});

test('facts are sent where nothing may be drawn', async () => {
  const { page, debug } = await under(`require-trusted-types-for 'script'; trusted-types app`);
  await page.waitForFunction(() => !Array.isArray(window.banso));
  await page.evaluate(() => window.banso!.push(['track', 'unseen']));
  await until(() => on.service.facts.some(({ fact }) => fact.type === 'track'), 'the fact');
  expect(debug).toContain('banso: blocked: trusted-types');
});

/** A host whose own bundle holds the loader. */
function bundled(options = '') {
  return `<script type="module" nonce="abc">
    import { createBanso } from '/npm.js';
    window.app = createBanso({ key: '${KEY}', host: '${service()}/', ${options} });
  </script>`;
}
type App = { app: Record<string, (...args: unknown[]) => Promise<unknown>> };

test('from npm the same methods return promises, and window is left alone', async () => {
  const { page, errors } = await on.open({ script: bundled() });
  await page.waitForFunction(() => 'app' in window);
  const told = await page.evaluate(async () => {
    const { app } = window as never as App;
    const calls = [
      'identify',
      'group',
      'setLocale',
      'on',
      'getState',
      'why',
      'track',
      'page',
      'open',
      'close',
      'reset',
    ];
    const results = calls.map((name) => app[name]!('en'));
    const promised = results.every((result) => result instanceof Promise);
    await Promise.all(results);
    const receipt = await app['track']!('from npm');
    await app['destroy']!();
    return { promised, receipt, queue: Array.isArray(window.banso) && window.banso.length };
  });
  expect(told).toEqual({ promised: true, receipt: 'arrived', queue: 0 });
  expect(on.service.requests(/\/w\/runtime\.js$/)).toHaveLength(1);
  expect(errors).toEqual([]);
});

test('a bundle without a nonce of its own brings one for us', async () => {
  const policy = `script-src 'self' 'nonce-abc'; connect-src ${service()}`;
  const tab = await listen(await on.browser.newPage());
  await tab.page.goto(
    on.serve({ script: bundled(`nonce: 'abc'`), headers: { 'content-security-policy': policy } }),
  );
  await tab.page.locator('banso-survey').waitFor();
  expect(tab.errors).toEqual([]);
  expect(await tab.page.locator('script[src*="/w/"]').count()).toBe(0);
});
