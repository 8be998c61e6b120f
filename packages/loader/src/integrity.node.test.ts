import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { widgetApi } from '@banso/contract';
import { built } from './testing/built.ts';
import { KEY, SHOW_CHECKLIST } from './testing/service.ts';
import { stage, until } from './testing/host.ts';
import type { HostPage, Stage, Tab } from './testing/host.ts';

let on: Stage;
let published: widgetApi.Integrity;
beforeAll(async () => {
  on = await stage();
  published = widgetApi.Integrity.parse(JSON.parse(String((await built()).get('integrity.json'))));
}, 60_000);
afterAll(() => on.stop());
beforeEach(() => {
  on.service.show = [SHOW_CHECKLIST];
  on.service.trouble = undefined;
  on.service.seen.length = 0;
});
afterEach(async () => {
  for (const context of on.browser.contexts()) await context.close();
});

/** The documented tag of a page that pins the loader, and with `files` also what that fetches. */
function pinned({ files = false } = {}): HostPage {
  const { url } = on.service;
  const map = Object.fromEntries(
    Object.entries(published.files).map(([path, digest]) => [url + path, digest]),
  );
  const importMap = `<script type="importmap">${JSON.stringify({ integrity: map })}</script>`;
  const tag = `<script async src="${url}${published.script}" integrity="${published.integrity}" crossorigin data-key="${KEY}"></script>`;
  return { script: `${files ? importMap : ''}${tag}` };
}

/** A service, or whoever stands between, that changes one byte of a file. */
async function tamperWith(file: string): Promise<void> {
  const bytes = Buffer.from((await built()).get(file) ?? '');
  bytes[bytes.length - 2] = (bytes.at(-2) ?? 0) ^ 1;
  on.service.trouble = ({ path }, response) => {
    if (path !== `/w/${file}`) return false;
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(bytes);
    return true;
  };
}
const asked = (path: RegExp) => on.service.requests(path).length;
const isQueue = ({ page }: Tab) => page.evaluate(() => Array.isArray(window.banso));
const launcher = ({ page }: Tab) => page.locator('banso-launcher');

describe('a page that pins the loader', () => {
  test('has the widget', async () => {
    const tab = await on.open(pinned());
    await launcher(tab).waitFor();
    expect(asked(/\/w\/banso\.js$/)).toBe(0);
    expect(tab.errors).toEqual([]);
  });

  test('has it where the page is isolated from whoever does not agree', async () => {
    const headers = {
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), fullscreen=(), payment=()',
    };
    for (const page of [pinned(), {}]) {
      const tab = await on.open({ ...page, headers });
      expect(await tab.page.evaluate(() => crossOriginIsolated)).toBe(true);
      await launcher(tab).waitFor();
      expect(tab.errors).toEqual([]);
    }
  });

  test('runs no loader of which one byte is another', async () => {
    await tamperWith(published.script.slice('/w/'.length));
    const tab = await on.open(pinned());
    await until(() => tab.errors.some((line) => /integrity/i.test(line)), 'the browser refuses it');
    expect(await isQueue(tab)).toBe(true);
    expect(asked(/session$/)).toBe(0);
  });
});

describe('a page that also pins what the loader fetches', () => {
  test('has the widget', async () => {
    const tab = await on.open(pinned({ files: true }));
    await launcher(tab).waitFor();
    expect(tab.errors).toEqual([]);
  });

  test('runs no runtime of which one byte is another, and does not notice more than that', async () => {
    const runtime = Object.keys(published.files).find((path) => /\/runtime-/.test(path)) ?? '';
    await tamperWith(runtime.slice('/w/'.length));
    const tab = await on.open(pinned({ files: true }));
    await until(() => tab.debug.length > 0, 'developers are told');
    expect(await launcher(tab).count()).toBe(0);
    expect(tab.errors.filter((line) => !/integrity/i.test(line))).toEqual([]);
  });
});

test('the digests are of all that a page may fetch', async () => {
  const files = [...(await built()).keys()].filter((name) => /-[\w-]{8}\.js$/.test(name));
  expect(Object.keys(published.files)).toEqual(files.map((name) => `/w/${name}`).toSorted());
  expect(published.script).toBe(`/w/${published.version}/banso.js`);
});
