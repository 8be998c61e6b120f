import { readFile } from 'node:fs/promises';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

test('a coordinator sees everything that Korean lacks in all contents, has it translated in one file, and mends the last text by hand', async ({
  api,
  staff,
}) => {
  const make = async (path: string, name: string, texts: object) => {
    type Made = { id: string; draft: { body: object } };
    const { data, etag } = await api.send<Made>('POST', path, { name });
    const { body } = data.draft;
    const draft = { ...data.draft, defaultLocale: 'en', locales: ['en', 'ko'], body: { ...body, ...texts } };
    await api.send('PATCH', `${path}/${data.id}`, { draft }, etag);
  };
  await make('/v1/resources', 'Guide to moving', {
    type: 'link',
    url: 'https://example.com/guide',
    title: { en: 'Moving house' },
    summary: { en: 'What to do first' },
  });
  await make('/v1/announcements', 'Closed on Monday', { title: { en: 'Closed on Monday' } });

  const editor = await staff('/translations');
  await editor.getByRole('button', { name: 'Korean' }).first().click();
  const guide = editor.getByRole('region', { name: 'Guide to moving' });
  await expect(guide.getByRole('link', { name: /^Title Missing/ })).toBeVisible();
  await expect(editor).toHaveURL(/language=ko/);
  await expectAccessible(editor, 'everything that is open in one language');

  // out as one file, with one text left for later, and in again
  await editor.getByRole('button', { name: 'Translate Korean in a file' }).click();
  const downloading = editor.waitForEvent('download');
  await editor
    .getByRole('group', { name: /English|Take out/ })
    .getByRole('menuitem', { name: /For a spreadsheet/ })
    .click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('open.ko.csv');
  const translated = (await readFile(await download.path(), 'utf8'))
    .replace('"Moving house",""', '"Moving house","이사"')
    .replace('"Closed on Monday",""', '"Closed on Monday","월요일 휴무"');
  const row = editor.getByRole('row', { name: /Korean/ });
  await row
    .getByLabel('Translated file')
    .setInputFiles({ name: 'korean.csv', mimeType: 'text/csv', buffer: Buffer.from(translated) });
  const taking = editor.getByRole('dialog', { name: 'Take over “korean.csv”?' });
  await expect(taking).toContainText('2 texts would change in Korean.');
  await expectAccessible(editor, 'what a file would change in many contents');
  await taking.getByRole('button', { name: 'Take over 2 texts' }).click();
  await expect(taking).toBeHidden();
  await expect(editor.getByRole('region', { name: 'Closed on Monday' })).toBeHidden();

  // the last one in the editor, where the link leads
  await guide.getByRole('link', { name: /^Summary Missing/ }).click();
  const summary = editor.getByLabel('Summary, Korean');
  await expect(summary).toBeFocused();
  await expect(editor.getByLabel('Title, Korean')).toHaveValue('이사');
  await summary.fill('먼저 할 일');
  await expect(editor.getByText('Saved', { exact: false }).first()).toBeVisible();
  await editor.goBack();
  await expect(editor.getByRole('heading', { name: 'Translations', level: 1 })).toBeVisible();
  await expect(guide).toBeHidden();
});
