import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { built, builtRoot } from '../packages/loader/src/testing/built.ts';
import { stage, listen, until } from '../packages/loader/src/testing/host.ts';
import { CHECKLIST_ID, SHOW_CHECKLIST, SHOW_SURVEY } from '../packages/loader/src/testing/service.ts';
import { measurePages } from './check-size.mjs';

let on;
beforeAll(async () => {
  await built();
  on = await stage();
});
afterAll(() => on?.stop());

const STEPS = { steps: [{ key: 'invite', state: 'open', current: true, lockedBy: [] }], done: 0, total: 1 };

/** What a page that looks so has fetched when something is seen in it, and all it ever fetches. */
async function fetched({ show, before = '', seen }) {
  Object.assign(on.service, { show, progress: { [CHECKLIST_ID]: STEPS } });
  const { page, errors } = await listen(await on.browser.newPage());
  await page.addInitScript(watchFor, seen);
  await page.goto(on.serve({ before }));
  await until(() => page.evaluate(() => window['__seen']), `${seen} is seen`);
  const early = names(await filesAsked(page, true));
  await until(async () => names(await filesAsked(page, false)).includes('late'), 'the rest');
  expect(errors).toEqual([]);
  await page.close();
  return early;
}

/** Names without hash, so that one language's words are another's. */
const names = (files) => files.map((file) => /([\w-]+?)(-[\w-]{8})?\.js$/.exec(file)?.[1]).toSorted();

/** Notes when something can be seen, in whatever shadow root of ours, and what was asked for until then. */
function watchFor(selector) {
  const find = (root) =>
    [...root.querySelectorAll('*')].some(
      (one) =>
        (one.matches(selector) && one.checkVisibility()) || (one.shadowRoot !== null && find(one.shadowRoot)),
    );
  const look = () => {
    if (find(document)) window['__seen'] = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const filesAsked = (page, untilSeen) =>
  page.evaluate((wait) => {
    const end = wait ? window['__seen'] : Infinity;
    return performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => /\/w\/[^/]+\.js$/.test(name) && startTime <= end)
      .map(({ name }) => name);
  }, untilSeen);

const counted = (row) =>
  names(
    measurePages(builtRoot)
      .find(({ name }) => name === row)
      .files.map(({ file }) => file),
  );

describe('the table of sizes names what a browser fetches, and the rest comes after that,', () => {
  test('until an NPS survey is visible', async () => {
    const early = await fetched({ show: [SHOW_SURVEY], seen: '.scale label' });
    expect(early).toEqual(counted('until an NPS survey is visible'));
  });

  test('until a checklist is open', async () => {
    const before = `banso.push(['open', 'start'])`;
    const early = await fetched({ show: [SHOW_CHECKLIST], before, seen: 'ol .step' });
    expect(early).toEqual(counted('until a checklist is open'));
  });
});

test('a launcher comes without what it opens', async () => {
  const early = await fetched({ show: [SHOW_CHECKLIST], seen: '.launch' });
  expect(early).toEqual(['banso', 'page', 'runtime', 'words']);
});
