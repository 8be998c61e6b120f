import type { Page } from '@playwright/test';
import { OUR_ELEMENTS, widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';

/** The examples of the playground: how each goes to another of its places, and whether that has an address. */
const EXAMPLES = [
  { name: 'React', path: 'react.html', checklist: true },
  { name: 'client routing', path: 'next/', team: /\/next\/team\/\?/ },
  { name: 'Vue', path: 'vue.html', checklist: true },
  { name: 'Svelte', path: 'svelte.html', checklist: true },
  { name: 'Turbo', path: 'turbo/', team: /\/turbo\/team\.html$/, checklist: true },
] as const;

const place = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Product' }).getByRole('link', { name, exact: true });
const at = (page: Page, name: string) => page.getByRole('heading', { name, level: 1, exact: true });

/** What a page would keep of us. */
const traces = (page: Page) =>
  page.evaluate(() => ({
    sheets: document.adoptedStyleSheets.length,
    scripts: document.querySelectorAll('body > script:not([src*="/assets/"])').length,
    isQueue: window.banso === undefined || Array.isArray(window.banso),
  }));

for (const { name, path, ...more } of EXAMPLES)
  test(`${name}: the widget comes, stays while the person goes around, and leaves no trace`, async ({
    page,
    demo,
    watch,
  }) => {
    const widget = widgetOn(page);
    await page.goto(`${demo.playgroundUrl}examples/${path}?user=en`);
    await expect(at(page, 'Notes')).toBeVisible();
    await expect(widget.launcher).toBeVisible();

    await place(page, 'Team').click();
    await expect(at(page, 'Team')).toBeVisible();
    if ('team' in more) await expect(page).toHaveURL(more.team);
    await expect(widget.launcher).toBeVisible();
    if ('checklist' in more)
      await expect(page.locator('main banso-checklist').getByRole('list', { name: 'Steps' })).toBeVisible();

    if ('team' in more) await page.goBack();
    else await place(page, 'Notes').click();
    await expect(at(page, 'Notes')).toBeVisible();
    await expect(widget.launcher).toHaveCount(1);
    await widget.openPanel();
    await expect(widget.panel.getByRole('heading').first()).toBeVisible();

    await page.getByRole('button', { name: 'Turn help off' }).click();
    await expect(page.locator(OUR_ELEMENTS)).toHaveCount(0);
    expect(await traces(page)).toEqual({ sheets: 0, scripts: 0, isQueue: true });
    expect(watch.errors).toEqual([]);
  });

test('an address of a client router can be opened by itself, and help can be turned on again', async ({
  page,
  demo,
}) => {
  await page.goto(`${demo.playgroundUrl}examples/next/team/?user=en`);
  await expect(at(page, 'Team')).toBeVisible();
  const { launcher } = widgetOn(page);
  await expect(launcher).toBeVisible();
  await page.getByRole('button', { name: 'Turn help off' }).click();
  await expect(launcher).toHaveCount(0);
  await page.getByRole('button', { name: 'Turn help on' }).click();
  await expect(launcher).toBeVisible();
});

test('every example is on the list of examples, and the playground leads there', async ({ page, demo }) => {
  await page.goto(demo.playgroundUrl);
  await page.getByRole('link', { name: /^(Examples|実装例|구현 예)$/ }).click();
  await expect(at(page, 'Examples')).toBeVisible();
  const links = page.getByRole('main').getByRole('link');
  await expect(links).toHaveCount(EXAMPLES.length + 2);
  for (const href of await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href)))
    expect((await page.request.get(href)).status(), href).toBe(200);
});
