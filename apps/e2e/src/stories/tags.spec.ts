import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

test('somebody tags contents, finds them by it, and limits how often a tag interrupts', async ({
  staff,
  api,
}) => {
  const page = await staff('/surveys');
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: 'Relationship NPS', exact: true }) });
  await expect(row).toContainText('Quarterly');
  await row.getByRole('button', { name: /Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Tags' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tags').fill('Story tag');
  await page.keyboard.press('Enter');
  await expectAccessible(page, 'tags of one content');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await row.getByRole('link', { name: 'Story tag' }).click();
  await expect(page).toHaveURL(/tag=Story/);
  await expect(page.getByRole('row')).toHaveCount(2);

  await page.getByRole('checkbox', { name: /Select all/ }).click();
  await page.getByRole('button', { name: 'Tags of 1' }).click();
  await dialog.getByLabel('Take away').fill('STORY TAG');
  await dialog.getByLabel('Add').fill('Story kept');
  await expectAccessible(page, 'tags of several contents');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Nothing is “Story tag”')).toBeVisible();
  const [survey] = await api.list<{ id: string; tags: string[] }>('/v1/surveys', { tag: 'story kept' });
  expect(survey?.tags).toEqual(['Feedback', 'Quarterly', 'Story kept']);

  // no content beside this one carries the tag: no story is asked less for it
  await page.goto(page.url().replace(/surveys.*/, 'settings/fatigue'));
  await page.getByRole('button', { name: 'Limit by tag' }).click();
  await page.getByLabel('Tag 1: tag').fill('Story limit');
  await page.getByLabel('Tag Story limit: times').fill('2');
  await expectAccessible(page, 'limits by tag');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The workspace was saved.').first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Tag Story limit: times')).toHaveValue('2');
  await page.getByRole('button', { name: 'Remove: Tag Story limit' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('The workspace was saved.').first()).toBeVisible();

  await api.send('POST', '/v1/content-tags', { contents: [survey?.id], remove: ['Story kept'] });
});
