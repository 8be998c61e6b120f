import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';

const HELP = 'ヘルプとガイド';

/** Pages of all the kinds that a host page may be; in each the widget stands and its panel opens. */
const PAGES = [
  'plain',
  'hostile-css',
  'strict-csp',
  'trusted-types',
  'rtl',
  'iframe',
  'twice',
  'blank',
] as const;

test.describe('the widget works, and nothing is reported, on the playground page', () => {
  for (const name of PAGES) {
    test(name, async ({ page, demo }) => {
      await page.goto(`${demo.playgroundUrl}${name}.html?user=ja`);
      const at = name === 'iframe' ? page.frameLocator('iframe') : page;
      const launcher = at.locator('banso-launcher');
      await expect(launcher).toHaveCount(1);
      await launcher.getByRole('button').click();
      const panel = at.locator('banso-panel');
      await expect(panel).toHaveCount(1);
      await expect(panel.getByRole('dialog', { name: HELP })).toBeVisible();
      await panel.getByRole('button', { name: 'チームスペースの準備' }).first().click();
      await expect(panel.getByRole('list').getByRole('listitem').first()).toBeVisible();
    });
  }
});

test('somebody who becomes another customer is shown the other’s things only', async ({ page, demo }) => {
  await page.goto(`${demo.playgroundUrl}?user=ja`);
  const { launcher, panel, openPanel, survey } = widgetOn(page);
  await expect(launcher).toHaveAccessibleName(/^チームスペースの準備/);
  await openPanel();
  await expect(panel.getByText('チームスペースの準備').first()).toBeVisible();
  await page.locator('[data-user="kn-u-2003"]').click();
  await expect(panel).toHaveCount(0);
  await expect(survey).toHaveCount(0);
  await expect(launcher).toHaveAccessibleName(/^Set up your team space/);
});
