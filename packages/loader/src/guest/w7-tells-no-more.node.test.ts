import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen, stage, until } from '../testing/host.ts';
import type { Stage } from '../testing/host.ts';
import { SHOW_CHECKLIST, SHOW_SURVEY } from '../testing/service.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.stop());

const CANARY = 'canary-7f3a';
const BODY = `<h1>${CANARY} heading</h1><form><input id="secret" name="${CANARY}" value="${CANARY} typed"><textarea>${CANARY} draft</textarea></form>
  <p data-secret="${CANARY}">${CANARY} text</p><banso-checklist content="start"></banso-checklist>`;

/** Every field of what is sent, as in the table of the documentation: what stands in an event is its own. */
function fieldsOf(body: unknown, prefix = ''): string[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [prefix];
  return Object.entries(body).flatMap(([name, value]) => {
    const path = prefix ? `${prefix}.${name}` : name;
    return ['user.traits', 'account.traits', 'events'].includes(path) ? [path] : fieldsOf(value, path);
  });
}

/** The fields that docs/embedding.md says leave the page. */
function documented(): string[] {
  const text = readFileSync(new URL('../../../../docs/embedding.md', import.meta.url), 'utf8');
  const from = text.slice(text.indexOf('## What leaves the page'));
  const table = from.slice(from.indexOf('| field |'));
  const [rows = ''] = table.split('\n\n');
  return rows
    .split('\n')
    .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([\w.]+)`/g)].map(([, name]) => name ?? ''));
}

/** A whole visit to a page full of things that are nobody's business. */
async function walk(title = 'Host') {
  Object.assign(on.service, { show: [SHOW_SURVEY, SHOW_CHECKLIST], trouble: undefined });
  on.service.seen.length = on.service.facts.length = 0;
  const context = await on.browser.newContext();
  const { page, errors } = await listen(await context.newPage());
  const elsewhere: string[] = [];
  const address = on.serve({
    body: BODY,
    before: `banso.push(['identify', 'ann', { plan: 'pro' }], ['group', 'acme'])`,
  });
  page.on('request', (request) => {
    const { origin } = new URL(request.url());
    if (origin !== on.service.url && origin !== new URL(address).origin) elsewhere.push(request.url());
  });
  await page.goto(`${address}?token=${CANARY}#${CANARY}`);
  await page.evaluate((to) => void (document.title = to), title);
  const survey = page.locator('banso-survey');
  await survey.locator('label').nth(3).click();
  await until(() => on.service.facts.some(({ fact }) => fact.type === 'survey_completed'), 'the answer');
  await page.locator('#secret').fill(`${CANARY} again`);
  await page.locator('banso-checklist').getByRole('button', { name: 'Mark as done' }).click();
  await page.evaluate((to) => history.pushState(null, '', `/next?${to}`), CANARY);
  await until(() => on.service.facts.some(({ fact }) => fact.type === 'page'), 'the new address');
  return { page, context, errors, elsewhere };
}

test('only documented fields are sent, nothing of the page, no cookie, and to nobody else', async () => {
  const { context, errors, elsewhere } = await walk(`${CANARY} title`);
  const { seen } = on.service;
  const fields = new Set(seen.flatMap(({ body }) => (body === undefined ? [] : fieldsOf(body))));
  const allowed = documented();
  expect(allowed.length).toBeGreaterThan(8);
  expect([...fields].filter((field) => !allowed.includes(field))).toEqual([]);
  expect(JSON.stringify(seen)).not.toContain(CANARY);
  expect(seen.filter(({ headers }) => headers.cookie)).toEqual([]);
  // Where our code is fetched from another origin the browser says which origin asks, and no more.
  const referrers = seen.flatMap(({ path, headers: { referer } }) =>
    referer && path.startsWith('/v1/') ? [referer] : [],
  );
  expect(referrers).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(elsewhere).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});

test('control: what a page tells of itself is found, and a field that is not documented', async () => {
  const { page, context } = await walk();
  await page.evaluate((text) => window.banso!.push(['track', text]), CANARY);
  await until(() => JSON.stringify(on.service.seen).includes(CANARY), 'the canary');
  expect(documented()).not.toContain('page.title');
  expect(fieldsOf({ page: { url: '', title: '' } })).toEqual(['page.url', 'page.title']);
  await context.close();
});
