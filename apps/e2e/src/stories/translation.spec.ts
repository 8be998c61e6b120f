import { readFile } from 'node:fs/promises';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

const NAME = 'NPS of the spring';
const QUESTION = 'How likely are you to recommend us to a colleague?';
const KOREAN = '동료에게 얼마나 추천하고 싶으신가요?';

test('a coordinator starts a survey from a template, has the missing Korean translated in a spreadsheet, looks at it and publishes: a Korean customer reads Korean', async ({
  page,
  person,
  hostFor,
  api,
  staff,
}) => {
  const editor = await staff('/surveys?new=1');
  const gallery = editor.getByRole('dialog', { name: 'New survey' });
  await expect(gallery.getByRole('radio', { name: 'Blank' })).toBeChecked();
  await gallery.getByRole('radio', { name: 'Relationship NPS' }).check();
  await expect(gallery.getByRole('group', { name: QUESTION })).toBeVisible();
  await expectAccessible(editor, 'a gallery with a preview');
  await gallery.getByLabel('Name').fill(NAME);
  await gallery.getByRole('button', { name: 'Create' }).click();
  await expect(editor.getByRole('heading', { name: NAME, level: 1 })).toBeVisible();

  // the words change, and Korean is not there any more
  await editor.getByRole('link', { name: /^Languages/ }).click();
  await editor.getByRole('tab', { name: /Korean/ }).click();
  const question = editor.getByLabel('Question 1, question, Korean');
  await question.fill('');
  await editor.getByLabel('Title, Korean').fill('');
  const korean = editor.getByRole('columnheader', { name: /Korean/ });
  await expect(korean).toContainText('8 of 10');
  await expect(question).toHaveAttribute('placeholder', QUESTION);
  await editor.getByRole('switch', { name: 'Only what is open (2)' }).click();
  await expect(editor.getByRole('row')).toHaveCount(4);
  await expectAccessible(editor, 'translation side by side');

  // out as a file, translated, and in again
  await editor.getByRole('button', { name: 'Translate Korean in a file' }).click();
  const downloading = editor.waitForEvent('download');
  await editor.getByRole('menuitem', { name: /For a spreadsheet/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^nps-of-the-spring-\w+\.ko\.csv$/);
  const csv = await readFile(await download.path(), 'utf8');
  const translated = csv
    .replace(`"${QUESTION}",""`, `"${QUESTION}","${KOREAN}"`)
    .replace('"One question about us",""', '"One question about us","한 가지 질문"');
  await editor
    .getByLabel('Translated file')
    .setInputFiles({ name: 'korean.csv', mimeType: 'text/csv', buffer: Buffer.from(translated) });
  const taking = editor.getByRole('dialog', { name: 'Take over “korean.csv”?' });
  await expect(taking).toContainText('2 texts would change in Korean.');
  await taking.getByRole('button', { name: 'Take over 2 texts' }).click();
  await expect(korean).toContainText('10 of 10');
  await expect(question).toHaveValue(KOREAN);

  // an invented language shows what would not fit
  await editor.getByRole('link', { name: 'Content', exact: true }).click();
  const preview = editor.getByRole('region', { name: 'Preview' });
  await preview.getByLabel('Language of the preview').selectOption('Pseudo');
  await expect(preview.getByRole('group', { name: /^⟦Ĥöŵ ļîķéļý/ })).toBeVisible();
  await preview.getByLabel('Language of the preview').selectOption('Pseudo, right to left');
  await expect(preview.locator('[part~=base]').first()).toHaveAttribute('dir', 'rtl');

  await editor.getByRole('button', { name: 'Publish v1' }).click();
  await editor.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(editor.getByText('Version 1 is live.', { exact: true })).toBeVisible();
  const surveys = await api.list<{ name: string; slug: string; translations: unknown }>('/v1/surveys');
  const survey = surveys.find(({ name }) => name === NAME);
  expect(survey?.translations).toContainEqual({ locale: 'ko', written: 10, total: 10 });

  const { userId } = await person('onboarded');
  const inline = `<banso-survey content="${survey?.slug}"></banso-survey>`;
  await page.goto(hostFor(userId, { locale: 'ko', body: inline }));
  await expect(page.getByRole('group', { name: KOREAN })).toBeVisible();
});
