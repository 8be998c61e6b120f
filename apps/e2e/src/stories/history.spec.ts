import { readFile } from 'node:fs/promises';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

const SURVEY = {
  title: { en: 'How was it elsewhere?' },
  questions: [
    {
      key: 'score',
      type: 'nps',
      text: { en: 'Would you recommend us?' },
      required: false,
      labels: { low: { en: 'No' }, high: { en: 'Yes' } },
    },
  ],
  followUps: { detractor: { en: 'Why?' }, passive: { en: 'Why?' }, promoter: { en: 'Why?' } },
  endings: { detractor: { en: 'Thanks' }, passive: { en: 'Thanks' }, promoter: { en: 'Thanks' } },
};

/** As Typeform writes it, with a line that cannot be meant and days that need a choice. */
const fileOf = (mark: string) =>
  [
    '#,How likely are you to recommend us to a colleague?,What is your email?,Email,Start Date (UTC),Submit Date (UTC),Network ID',
    `${mark}a,9,,ann-${mark}@elsewhere.example,03/02/2026 10:00,03/02/2026 10:01,n1`,
    `${mark}b,3,,bob-${mark}@elsewhere.example,03/02/2026 11:00,03/02/2026 11:01,n2`,
    `${mark}c,12,,eve-${mark}@elsewhere.example,03/02/2026 12:00,03/02/2026 12:01,n3`,
  ].join('\n');

test('answers from another tool are looked at, imported, taken out again as a file, and taken back', async ({
  staff,
  api,
  demo,
}) => {
  const mark = `${Date.now()}`;
  const name = `Elsewhere ${mark}`;
  await api.publish('/v1/surveys', {
    name,
    slug: `elsewhere-${mark}`,
    audience: { type: 'trait', subject: 'contact', key: 'asked-elsewhere', op: 'is', value: mark },
    body: SURVEY,
  });
  const surveys = await api.list<{ id: string; name: string }>('/v1/surveys');
  const surveyId = surveys.find((survey) => survey.name === name)?.id ?? '';
  const answers = async () =>
    (await api.list<{ score: number; answeredAt: string }>('/v1/responses', { surveyId })).map(
      ({ score, answeredAt }) => [score, answeredAt],
    );

  const page = await staff('');
  await page.goto(new URL('/console/settings/data', demo.url).href);
  await page.getByRole('button', { name: 'Import answers' }).click();
  await page.getByLabel('From', { exact: true }).selectOption('Typeform');
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'results.csv', mimeType: 'text/csv', buffer: Buffer.from(fileOf(mark)) });
  await expectAccessible(page, 'the question for a file');
  await page.getByRole('button', { name: 'Continue' }).click();

  await page.getByLabel('Survey', { exact: true }).selectOption(name);
  await expect(page.getByLabel(/What “How likely/)).toHaveValue('q.score');
  await expect(page.getByLabel('What “Submit Date (UTC)” means')).toHaveValue('f.answeredAt');
  await expect(page.getByLabel('What “Email” means')).toHaveValue('f.email');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText('3 lines would be left out.')).toBeVisible();
  await page.getByRole('radio', { name: '3 April (day first)' }).click();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText('2 answers would be imported.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Line 4.*Not an answer to this question/ })).toBeVisible();
  await expectAccessible(page, 'an import that was checked');
  expect(await answers(), 'a look changes nothing').toEqual([]);

  await page.getByRole('button', { name: 'Import 2' }).click();
  await expect(page.getByText('The answers count in your scores now.')).toBeVisible();
  await expectAccessible(page, 'an import that is through');
  expect(await answers()).toEqual([
    [3, '2026-02-03T11:01:00.000Z'],
    [9, '2026-02-03T10:01:00.000Z'],
  ]);

  await page.getByRole('link', { name: 'Imports and exports' }).click();
  await page.getByRole('button', { name: 'Export', exact: true }).first().click();
  await page.getByLabel('Survey', { exact: true }).selectOption(name);
  const fetched = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).last().click();
  const lines = (await readFile(await (await fetched).path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain(`ann-${mark}@elsewhere.example`);

  await page.getByRole('link', { name: 'results.csv' }).first().click();
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click();
  await expect(page.getByText('Everything is as it was before this import.')).toBeVisible();
  expect(await answers()).toEqual([]);
  expect(await api.list('/v1/contacts', { search: mark }), 'nobody else knew them').toEqual([]);
});
