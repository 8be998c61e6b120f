import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

interface Report {
  current: { n: number; score: number };
  segments: { by: string; value: string; n: number; score: number | null }[];
}

test('somebody reads how hard it is to invite people, opens the answers behind a number, and takes link and file along', async ({
  staff,
  api,
}) => {
  const surveys = await api.list<{ id: string; slug: string }>('/v1/surveys');
  const surveyId = surveys.find(({ slug }) => slug === 'invite-ces')?.id ?? '';
  // days that lie behind everything that other stories do
  const period = {
    from: new Date(Date.now() - 200 * 86_400_000).toISOString(),
    to: new Date(Date.now() - 2 * 86_400_000).toISOString(),
  };
  const { current, segments } = await api.get<Report>('/v1/reports/ces', { surveyId, ...period });
  expect(current.n).toBeGreaterThan(4);

  const address = new URLSearchParams({ survey: surveyId, ...period });
  const page = await staff(`/reports/ces?${address.toString()}`);
  const figure = page.getByRole('link', { name: `${Math.round(current.score)} %` });
  await expect(figure).toBeVisible();
  await figure.hover();
  await expect(page.getByRole('tooltip').getByText(/Share of the answers 5 to 7/)).toBeVisible();
  await expectAccessible(page, 'CES');

  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  const download = await file;
  expect(download.suggestedFilename()).toMatch(/^ces-.*\.csv$/);

  const plan = segments.find(({ by, value }) => by === 'plan' && value === 'Enterprise');
  await page.getByRole('link', { name: 'Enterprise', exact: true }).click();
  await expect(page).toHaveURL(/only_plan=Enterprise/);
  await expect(page.getByText(`n ${plan?.n}`, { exact: true })).toBeVisible();
  await page.getByRole('link', { name: /See the .*answers?/ }).click();
  await expect(page.getByRole('region', { name: 'Answers' }).getByRole('listitem')).toHaveCount(
    plan?.n ?? -1,
  );
});
