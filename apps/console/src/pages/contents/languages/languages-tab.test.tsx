import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { aChecklist, anId, aRecord, aStep } from '../testing/drafts.ts';
import { opened } from '../testing/opened.tsx';
import { StandIn } from '../testing/stand-in.ts';

let api: StandIn;
const stored = () => api.contents[0]!.record.draft as ReturnType<typeof aChecklist>;

beforeEach(() => {
  api = new StandIn().install();
  api.add(
    'checklist',
    aRecord(
      aChecklist(
        {
          title: { en: 'Start', ja: '始める' },
          steps: [aStep('a', { title: { en: 'Invite', ja: '招待' } })],
        },
        { locales: ['en', 'ja'] },
      ),
    ),
  );
  opened(`checklists/${anId('chk')}?tab=languages`);
});

test('a language is added with marks where texts are missing, and translated in the table', async () => {
  await page.getByLabelText('Add language').selectOptions('Korean');
  await expect.element(page.getByRole('columnheader', { name: /Korean/ })).toMatchTextContent(/2 missing/);
  const title = page.getByLabelText('Title, Korean', { exact: true });
  await expect.element(title).toHaveAttribute('placeholder', 'Start');
  await title.fill('시작하기');
  await expect.element(page.getByRole('columnheader', { name: /Korean/ })).toMatchTextContent(/1 missing/);
  await expect
    .poll(() => [stored().locales, stored().body.title['ko']])
    .toEqual([['en', 'ja', 'ko'], '시작하기']);
});

test('a language goes with its texts and comes back with them', async () => {
  await page.getByRole('button', { name: 'Actions for Japanese' }).click();
  await page.getByRole('menuitem', { name: 'Remove with its texts' }).click();
  await expect.poll(() => [stored().locales, stored().body.title]).toEqual([['en'], { en: 'Start' }]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(() => [stored().locales, stored().body.title, stored().body.steps[0]?.title['ja']])
    .toEqual([['en', 'ja'], { en: 'Start', ja: '始める' }, '招待']);
});

test('who comes for one text stands in its translation, and the address forgets that', async () => {
  opened(`checklists/${anId('chk')}?tab=languages&lang=ja&field=steps.0.title`);
  await expect.element(page.getByLabelText(/Step 1, title, Japanese/)).toHaveFocus();
  await expect.poll(() => location.search).not.toContain('field');
});

test('another default language: what it lacks keeps from publishing', async () => {
  await page.getByLabelText('Title, Japanese', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Actions for Japanese' }).click();
  await page.getByRole('menuitem', { name: 'Make it the default language' }).click();
  await expect
    .element(page.getByLabelText('Title, Japanese', { exact: true }))
    .toHaveAccessibleDescription('Needed before you publish.');
  await expect
    .element(page.getByRole('button', { name: 'Publish v1' }))
    .toHaveAccessibleDescription('Mend the problems first.');
});

test('shows only what is open; what is written meanwhile stays where it is', async () => {
  const was = stored();
  const { steps } = was.body;
  api.contents = [];
  api.add(
    'checklist',
    aRecord(
      { ...was, body: { ...was.body, title: { en: 'Begin', ja: '始める' }, intro: { en: 'Hello' } } },
      {
        version: 3,
        status: 'published',
      },
    ),
    { ...was, body: { ...was.body, steps } },
  );
  opened(`checklists/${anId('chk')}?tab=languages&lang=ja`);
  const row = (name: RegExp) => page.getByRole('row', { name });
  await expect.element(row(/^Title source has changed/)).toBeVisible();
  await expect
    .element(page.getByLabelText('Title, Japanese', { exact: true }))
    .toHaveAccessibleDescription(/changed after version 3/);
  await expect.element(page.getByRole('columnheader', { name: /Japanese/ })).toMatchTextContent(/2 of 3/);
  await page.getByRole('switch', { name: 'Only what is open (2)' }).click();
  await expect.element(row(/Invite/)).not.toBeInTheDocument();
  await page.getByLabelText('Introduction, Japanese').fill('こんにちは');
  await expect.element(page.getByRole('switch', { name: 'Only what is open (1)' })).toBeChecked();
  await expect.element(page.getByLabelText('Introduction, Japanese')).toHaveValue('こんにちは');
  await page.getByLabelText('Title, Japanese', { exact: true }).fill('始めましょう');
  await expect.element(page.getByRole('columnheader', { name: /Japanese/ })).toMatchTextContent(/3 of 3/);
});

describe('a translated file', () => {
  const report = (over: object) => ({
    locale: 'ja',
    applied: false,
    counts: { filled: 0, changed: 0, unchanged: 0, empty: 0, unknown: 0, source_changed: 0 },
    texts: [],
    ...over,
  });
  const bring = (words: string) =>
    page.getByLabelText('Translated file').upload(new File([words], 'start.ja.csv', { type: 'text/csv' }));

  test('says what it would change, names what is left out, and is taken over with what was typed before', async () => {
    const texts = [
      { key: 'title', path: 'title', outcome: 'changed', before: '始める', after: 'はじめに' },
      { key: 'steps.gone.title', path: null, outcome: 'unknown', before: '', after: '消えた' },
    ];
    api.imported = (kept, file, query) => {
      expect(file).toBe('key,source en,target ja');
      if (query.get('dryRun') !== 'true')
        kept.record = {
          ...kept.record,
          draft: {
            ...kept.record.draft,
            body: { ...kept.record.draft.body, title: { en: 'Go', ja: 'はじめに' } },
          },
        };
      return report({ counts: { ...report({}).counts, changed: 1, unknown: 1 }, texts });
    };
    await page.getByLabelText('Title, English', { exact: true }).fill('Go');
    await bring('key,source en,target ja');
    const dialog = page.getByRole('dialog', { name: 'Take over “start.ja.csv”?' });
    await expect.element(dialog.getByText('1 text would change in Japanese.')).toBeVisible();
    await expect.element(dialog.getByText('1 text is left out')).toBeVisible();
    await expect
      .element(dialog.getByRole('listitem').first())
      .toMatchTextContent(/Title.*changed.*始める.*はじめに/);
    await dialog.getByRole('button', { name: 'Take over 1 text' }).click();
    await expect.element(page.getByText('1 text in Japanese taken over.')).toBeVisible();
    await expect.element(page.getByLabelText('Title, Japanese', { exact: true })).toHaveValue('はじめに');
    await expect.element(page.getByLabelText('Title, English', { exact: true })).toHaveValue('Go');
  });

  test('that cannot be read is refused in the words of the server, and nothing changes', async () => {
    api.imported = () =>
      Response.json(
        {
          type: 'x',
          title: 'x',
          status: 400,
          code: 'invalid',
          detail: 'text.line 1: no columns',
          requestId: 'r',
        },
        { status: 400 },
      );
    await bring('<nonsense');
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByText(/could not be read: text.line 1: no columns/)).toBeVisible();
    expect(dialog.getByRole('button', { name: /Take over/ }).elements()).toHaveLength(0);
  });

  test('goes out with what was typed a moment ago', async () => {
    const clicked = Promise.withResolvers<string>();
    HTMLAnchorElement.prototype.click = function click() {
      clicked.resolve(this.getAttribute('href') ?? '');
    };
    onTestFinished(() => {
      delete (HTMLAnchorElement.prototype as { click?: unknown }).click;
    });
    await page.getByLabelText('Title, Japanese', { exact: true }).fill('すぐ');
    await page.getByRole('button', { name: 'Translate Japanese in a file' }).click();
    await page.getByRole('menuitem', { name: /For a spreadsheet/ }).click();
    expect(await clicked.promise).toMatch(
      /^\/v1\/checklists\/chk_[^/]+\/translations\?format=csv&locale=ja&workspace=ws_/,
    );
    expect(stored().body.title['ja']).toBe('すぐ');
  });
});
