import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

test('the team sees where new companies stop, who they are, and of which customers nobody was heard', async ({
  staff,
  api,
}) => {
  // whatever other stories have the others say
  await api.send('POST', '/v1/accounts', { name: 'Quiet Harbour' });
  const page = await staff('/reports/onboarding');
  await page.getByRole('button', { name: /^Checklist/ }).click();
  await page.getByRole('option', { name: 'Getting started' }).click();
  const funnel = page.getByRole('table', { name: 'How far they come' });
  const countOf = async (line: RegExp) =>
    Number(await funnel.getByRole('row', { name: line }).getByRole('link').textContent());
  await expect(funnel.getByRole('row', { name: /^Share your first folder/ })).toBeVisible();
  const [began, shared] = [await countOf(/^Began/), await countOf(/^Share your first folder/)];
  expect(shared).toBeGreaterThan(0);
  expect(shared).toBeLessThan(began);
  const activation = page.getByRole('region', { name: 'Activation' });
  await expect(activation).toContainText('“folder_shared” within 30 days');
  await expect(activation).toContainText(/\d+% \(\d+ of \d+\)/);

  await funnel
    .getByRole('row', { name: /^Share your first folder/ })
    .getByRole('link')
    .click();
  const rows = page.getByRole('table', { name: 'Accounts: Share your first folder' });
  await expect(rows.getByRole('rowheader')).toHaveCount(shared);
  await expectAccessible(page, 'the onboarding report with its rows');
  const file = page.waitForEvent('download');
  await page
    .getByRole('region', { name: 'Accounts: Share your first folder' })
    .getByRole('button', { name: 'Save as CSV' })
    .click();
  expect((await file).suggestedFilename()).toMatch(/Share your first folder\.csv$/);

  await page.getByRole('navigation').getByRole('link', { name: 'Listening coverage' }).click();
  const unheard = page.getByRole('region', { name: 'Accounts of whom nobody was heard' });
  await expect(unheard.getByRole('row', { name: /Quiet Harbour/ })).toBeVisible();
  await expectAccessible(page, 'the listening coverage');
  await page.getByRole('navigation').getByRole('link', { name: 'Content results' }).click();
  await expect(page.getByRole('link', { name: 'Relationship NPS' })).toBeVisible();
  await expectAccessible(page, 'the results of contents');
});
