import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

const OWNER = { name: 'Mika Ito', email: 'mika@first.example', password: 'quiet-harbour-42' };

test('on an empty installation the first visitor becomes the owner, sees their page arrive, and publishes a survey', async ({
  page,
  installation,
  site,
  device,
}) => {
  const { emptyUrl: url } = installation;
  await page.goto(url);
  await expect(page.getByRole('heading', { name: 'Set up Banso' })).toBeVisible();
  await expectAccessible(page, 'setup');
  await page.getByLabel('Company').fill('First Light');
  await page.getByLabel('Your name').fill(OWNER.name);
  await page.getByLabel('E-mail').fill(OWNER.email);
  await page.getByLabel('Password').fill(OWNER.password);
  await page.getByRole('button', { name: 'Create and sign in' }).click();
  await expect(page.getByRole('button', { name: OWNER.name })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'My day' })).toBeVisible();
  await expectAccessible(page, 'My day with nothing in it');

  await page.goto(`${url}/console/settings/install`);
  await expect(page.getByRole('heading', { name: 'Waiting for your first page' })).toBeVisible();
  const key = /data-key="(bpk_[\w-]+)"/.exec(
    (await page.getByRole('region', { name: 'Snippet' }).textContent()) ?? '',
  )?.[1];
  expect(key).toBeDefined();
  const customer = await device();
  await customer.goto(site.serve({ snippet: { url, key: key ?? '' } }));
  await expect(page.getByRole('heading', { name: /^We saw your page/ })).toBeVisible();
  await expectAccessible(page, 'install page that has seen a page');

  await page.getByRole('link', { name: 'Surveys' }).first().click();
  await expect(page.getByRole('button', { name: 'Start with this example' })).toBeVisible();
  await expectAccessible(page, 'first survey');
  await page.getByRole('button', { name: 'Start with this example' }).click();
  await page.getByRole('button', { name: 'Publish v1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Version 1 is live.', { exact: true })).toBeVisible();

  await customer.reload();
  const widget = widgetOn(customer);
  await widget.ready();
  const held = await customer.evaluate(() =>
    Array.isArray(window.banso) ? undefined : window.banso?.getState().held,
  );
  expect(Object.keys(held ?? {})).toEqual([expect.stringMatching(/^srv_/)]);
});
