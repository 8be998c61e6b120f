import { expect, test } from '../test.ts';
import { expectAccessible } from './accessibility.ts';
import { createWatch } from './watch.ts';
import type { Watch } from './watch.ts';

/** What a page does wrong, and what the watch must make of it: a watch that sees nothing would prove nothing. */
const FAULTS: readonly { fault: string; body: string; policy?: string; seen: (watch: Watch) => unknown }[] = [
  {
    fault: 'an uncaught error',
    body: `<script>setTimeout(() => { throw new Error('planted') })</script>`,
    seen: ({ errors }) => /planted/.test(errors.join()),
  },
  {
    fault: 'an unhandled rejection',
    body: `<script>Promise.reject(new Error('planted'))</script>`,
    seen: ({ errors }) => /planted/.test(errors.join()),
  },
  {
    fault: 'a line on the error channel',
    body: `<script>console.error('planted')</script>`,
    seen: ({ errors }) => errors.includes('planted'),
  },
  {
    fault: 'a violation of the policy',
    policy: "default-src 'self'; style-src 'none'",
    body: '<p style="color: red">planted</p>',
    seen: ({ errors }) => errors.some((text) => text.startsWith('violation of style-src')),
  },
  {
    fault: 'a request to another host',
    body: '<img alt="" src="http://127.0.0.1:9/planted">',
    seen: ({ strangers }) => strangers.includes('http://127.0.0.1:9/planted'),
  },
  {
    fault: 'a layout shift',
    body: `<div id="late"></div><p>text</p><script>addEventListener('load', () => setTimeout(() => (late.style.blockSize = '300px'), 200))</script>`,
    seen: ({ shifts }) => shifts.length > 0,
  },
];

test.describe('the watch over a page sees', () => {
  for (const { fault, body, policy, seen } of FAULTS) {
    test(fault, async ({ browser, site }) => {
      const context = await browser.newContext();
      const watch = createWatch(site.origin);
      await watch.over(context);
      const page = await context.newPage();
      await page.goto(site.serve({ body, policy }));
      await expect.poll(() => seen(watch)).toBe(true);
      await context.close();
    });
  }
});

test.describe('axe sees', () => {
  const inShadow = (html: string) =>
    `<div id="host"></div><script>host.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(html)}</script>`;

  for (const [fault, body] of [
    ['a button without a name, in a shadow root', inShadow('<button type="button"></button>')],
    ['grey on grey', '<p style="color: #999; background: #aaa">planted</p>'],
    [
      'ink that is too dark for the dark',
      '<p style="color: light-dark(#111, #333); color-scheme: light dark">planted</p>',
    ],
  ] as const) {
    test(fault, async ({ page, site }) => {
      await page.goto(site.serve({ body }));
      await expect(expectAccessible(page, 'planted')).rejects.toThrow(/planted/);
    });
  }
});
