import { joinTeam } from '../console/join-team.ts';
import { expect, test } from '../test.ts';

test('a member chooses language and appearance: both hold in every place and after signing in elsewhere', async ({
  staff,
  device,
  demo,
}) => {
  const owner = await staff('');
  const page = await device();
  const { email, password } = await joinTeam(owner, page);
  await page.getByRole('button', { name: 'Yuna Seo' }).click();
  await page.getByRole('menuitemcheckbox', { name: '日本語' }).click();
  await expect(page.getByRole('heading', { name: 'マイデイ' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await page.getByRole('link', { name: 'フィードバック' }).first().click();
  await expect(page.getByRole('heading', { name: 'フィードバック' })).toBeVisible();

  const ink = () => page.locator('body').evaluate((body) => getComputedStyle(body).color);
  const light = await ink();
  await page.getByRole('button', { name: 'Yuna Seo' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'ダーク' }).click();
  await expect.poll(ink).not.toBe(light);
  const dark = await ink();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'フィードバック' })).toBeVisible();
  expect(await ink()).toBe(dark);

  const elsewhere = await device();
  await elsewhere.goto(demo.consoleUrl);
  await elsewhere.getByLabel('E-mail').fill(email);
  await elsewhere.getByLabel('Password').fill(password);
  await elsewhere.getByRole('button', { name: 'Sign in' }).click();
  await expect(elsewhere.getByRole('heading', { name: 'マイデイ' })).toBeVisible();
});
