import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import type { widgetApi } from '@banso/contract';
import { builtRoot } from './testing/built.ts';
import { CHECKLIST_ID, SHOW_CHECKLIST, SHOW_SURVEY } from './testing/service.ts';
import { listen, stage, until } from './testing/host.ts';
import type { Stage } from './testing/host.ts';

interface Row {
  name: string;
  files: { file: string }[];
}
interface Watched {
  __seenMs?: number;
}

let on: Stage;
let table: Row[];
beforeAll(async () => {
  on = await stage();
  const script = fileURLToPath(new URL('../../../scripts/check-size.mjs', import.meta.url));
  table = JSON.parse(String(execFileSync(process.execPath, [script, '--pages', builtRoot]))) as Row[];
});
afterAll(() => on.stop());

const STEPS: widgetApi.Progress = {
  steps: [{ key: 'invite', state: 'open', current: true, lockedBy: [] }],
  done: 0,
  total: 1,
};

/** Names without hash, so that one language's words are another's. */
const names = (files: readonly string[]) =>
  files.map((file) => /([\w-]+?)(-[\w-]{8})?\.js$/.exec(file)?.[1]).toSorted();
const counted = (row: string) =>
  names(table.find(({ name }) => name === row)?.files.map(({ file }) => file) ?? []);

/** Notes when something can be seen, in whatever shadow root of ours. */
function watchFor(selector: string): void {
  const canBeSeen = (root: ParentNode): boolean =>
    [...root.querySelectorAll('*')].some(
      (one) =>
        (one.matches(selector) && one.checkVisibility()) || (one.shadowRoot && canBeSeen(one.shadowRoot)),
    );
  const look = () => {
    if (canBeSeen(document)) (window as Watched).__seenMs = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Our files that were asked for, all or those until the thing was seen. */
async function asked(page: Page, until: 'seen' | 'now'): Promise<(string | undefined)[]> {
  const files = await page.evaluate((end) => {
    const endMs = end === 'seen' ? ((window as Watched).__seenMs ?? 0) : Infinity;
    return performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => /\/w\/[^/]+\.js$/.test(name) && startTime <= endMs)
      .map(({ name }) => name);
  }, until);
  return names(files);
}

/** What a page has fetched when something is seen in it. What is late comes too, but after that. */
async function fetchedUntil(seen: string, show: widgetApi.ShownContent, before = ''): Promise<unknown> {
  Object.assign(on.service, { show: [show], progress: { [CHECKLIST_ID]: STEPS } });
  const { page, errors } = await listen(await on.browser.newPage());
  await page.addInitScript(watchFor, seen);
  await page.goto(on.serve({ before }));
  await until(() => page.evaluate(() => (window as Watched).__seenMs), `${seen} is seen`);
  const fetched = await asked(page, 'seen');
  await until(async () => (await asked(page, 'now')).includes('late'), 'what is late');
  expect(errors).toEqual([]);
  await page.close();
  return fetched;
}

describe('the table of sizes names what is fetched', () => {
  test('until an NPS survey is visible', async () => {
    const fetched = await fetchedUntil('.scale label', SHOW_SURVEY);
    expect(fetched).toEqual(counted('until an NPS survey is visible'));
  });

  test('until a checklist is open', async () => {
    const fetched = await fetchedUntil('ol .step', SHOW_CHECKLIST, `banso.push(['open', 'start'])`);
    expect(fetched).toEqual(counted('until a checklist is open'));
  });
});

test('a launcher comes without what it opens', async () => {
  expect(await fetchedUntil('.launch', SHOW_CHECKLIST)).toEqual(['banso', 'page', 'runtime', 'words']);
});
