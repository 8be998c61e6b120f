import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

test('an admin changes the fatigue budget, sees what it comes to and who will be asked, and takes it back', async ({
  staff,
}) => {
  const page = await staff('/settings/fatigue');
  const person = page.getByRole('region', { name: 'What a person experiences' });
  await expect(person).toContainText('at most 5 things open by themselves in 30 days');
  await expectAccessible(page, 'fatigue budget');

  // looser than it was: no story beside this one is asked less for it
  const rule = page.getByRole('group', { name: 'Over a longer time' });
  await rule.getByRole('checkbox').check();
  await page.getByLabel('Over a longer time: times').fill('4');
  await expect(person).toContainText('at most 4 things');
  await page.getByLabel('Over a longer time: times').fill('40');
  await expect(person).toContainText('at most 5 things');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The workspace was saved.').first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Over a longer time: times')).toHaveValue('40');

  await page.getByRole('link', { name: 'See the next 14 days' }).click();
  await expect(page.getByRole('heading', { name: 'Next 14 days', level: 1 })).toBeVisible();
  const why = page.getByRole('region', { name: 'What becomes of the visits' });
  await expect(why.getByRole('listitem').first()).toContainText('Opens');
  await expectAccessible(page, 'days ahead');
  await page
    .getByRole('button', { name: /: \d+ open, \d+ held back/ })
    .nth(1)
    .click();
  await expect(page).toHaveURL(/day=\d{4}-\d\d-\d\d/);

  await page.goto(page.url().replace(/reports.*/, 'settings/fatigue'));
  await rule.getByRole('checkbox').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The workspace was saved.').first()).toBeVisible();
});
