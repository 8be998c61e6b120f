import type { Import } from '@banso/contract/history';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { onPage } from '../../accounts/testing/on-page.tsx';
import { anId, aWorkspace } from '../../accounts/testing/records.ts';
import { pageOf, problem, standIn } from '../../accounts/testing/stand-in.ts';
import type { Answered } from '../../accounts/testing/stand-in.ts';
import { aSurveySummary } from '../../scores/testing/surveys.ts';
import { ImportPage } from './import-page.tsx';

const SURVEY = anId('srv', 1);
const AT = '2026-01-05T10:00:00.000Z';
const NONE = { waiting: 0, added: 0, changed: 0, known: 0, failed: 0, undone: 0 };

const anImport = (over: Partial<Import> = {}): Import => ({
  id: anId('imp', 1),
  source: 'delighted',
  fileName: 'delighted.csv',
  status: 'uploaded',
  rows: 3,
  counts: { ...NONE, waiting: 3 },
  createdAt: AT,
  createdBy: null,
  startedAt: null,
  finishedAt: null,
  undoneAt: null,
  failure: null,
  encoding: 'shift_jis',
  header: ['Email', 'When', 'Score', 'Internal'],
  preview: [
    ['mika@example.com', '03/04/2026', '9', 'x'],
    ['jun@example.com', '04/04/2026', '3', ''],
  ],
  suggestion: { fields: { answeredAt: 1, score: 2 }, questions: {} },
  questions: [],
  needsDayOrder: true,
  choices: null,
  report: null,
  ...over,
});

const REPORT: NonNullable<Import['report']> = {
  ready: 2,
  changed: 0,
  known: 0,
  failed: 1,
  newPeople: 2,
  newAccounts: 0,
  causes: [{ column: 'Score', code: 'bad_answer', lines: 1 }],
  problems: [{ line: 4, column: 'Score', code: 'bad_answer', value: 'eleven' }],
  samples: [],
  from: AT,
  to: AT,
};

function aServer(record: Import, check: () => Answered = () => ({ body: record })) {
  const now = { record };
  const asked = standIn({
    'GET /v1/imports/:id': () => ({ body: now.record }),
    'GET /v1/surveys': () => pageOf([aSurveySummary(SURVEY, 'nps')]),
    'GET /v1/workspaces/:id': () => ({ body: aWorkspace(), etag: '"w1"' }),
    'POST /v1/imports/:id/check': ({ body }) => {
      const answer = check();
      if (answer.status !== undefined) return answer;
      now.record = { ...record, status: 'checked', choices: body as Import['choices'], report: REPORT };
      return { body: now.record };
    },
    'POST /v1/imports/:id/run': () => {
      now.record = { ...now.record, status: 'running', counts: { ...NONE, waiting: 1, added: 2 } };
      return { body: now.record };
    },
    'POST /v1/imports/:id/undo': () => {
      now.record = { ...now.record, status: 'undone', counts: { ...NONE, undone: 2 }, undoneAt: AT };
      return { body: now.record };
    },
  });
  const sent = (path: RegExp) =>
    asked.filter((one) => one.method === 'POST' && path.test(one.path)).map(({ body }) => body);
  return { asked, sent };
}

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const shown = (role: 'owner' | 'member' | 'viewer' = 'owner') =>
  onPage(<ImportPage id={anId('imp', 1)} />, { role });
const meaning = (heading: string) => page.getByLabelText(`What “${heading}” means`);

describe('ImportPage', () => {
  test('asks for what the columns do not say, tries it, and imports what would come', async () => {
    const { sent } = aServer(anImport());
    shown();
    await expect.element(page.getByText('Shift_JIS (Japanese)')).toBeVisible();
    await expect.element(meaning('Score')).toHaveDisplayValue('Score');
    const check = button('Check');
    await expect.element(check).toHaveAccessibleDescription('Choose the survey first.');
    await page.getByLabelText('Survey', { exact: true }).selectOptions('Relationship');
    await expect.element(check).toHaveAccessibleDescription(/Say which column names the person/);
    await meaning('Email').selectOptions('E-mail address');
    await page.getByRole('radio', { name: '3 April (day first)' }).click();
    await check.click();

    await expect.element(page.getByText('2 answers would be imported.')).toBeVisible();
    await expect.element(page.getByText(/1 line would be left out/)).toBeVisible();
    await expect.element(page.getByRole('cell', { name: 'eleven' })).toBeVisible();
    expect(sent(/check$/)).toMatchObject([
      {
        surveyId: SURVEY,
        columns: { fields: { email: 0, answeredAt: 1, score: 2 } },
        dayOrder: 'dmy',
        people: 'create',
      },
    ]);
    await button('Import 2').click();
    await expect.element(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '2 of 3 lines');
  });

  test('what was tried is forgotten as soon as something else is chosen', async () => {
    aServer(
      anImport({
        status: 'checked',
        report: REPORT,
        choices: {
          surveyId: SURVEY,
          columns: { fields: { email: 0, answeredAt: 1, score: 2 }, questions: {} },
          dayOrder: 'dmy',
          timeZone: 'Asia/Tokyo',
          locale: 'ja',
          people: 'create',
        },
      }),
    );
    shown();
    await expect.element(button('Import 2')).toBeVisible();
    // the column of scores becomes the comment: a thing is one column, and a column one thing
    await meaning('Internal').selectOptions('Score');
    await expect.element(meaning('Score')).toHaveDisplayValue('Left out');
    await expect.element(button('Import 2')).not.toBeInTheDocument();
    await expect.element(page.getByText('2 answers would be imported.')).not.toBeInTheDocument();
  });

  test('says when it could not be tried, and keeps what was chosen', async () => {
    aServer(anImport({ suggestion: { fields: { email: 0, answeredAt: 1, score: 2 }, questions: {} } }), () =>
      problem(503, 'unavailable'),
    );
    shown();
    await page.getByLabelText('Survey', { exact: true }).selectOptions('Relationship');
    await button('Check').click();
    await expect.element(page.getByText('That did not work. Try again.')).toBeVisible();
    await expect.element(page.getByLabelText('Survey', { exact: true })).toHaveDisplayValue('Relationship');
  });

  test('an import that is done can be taken back, by whoever may publish', async () => {
    const done = anImport({ status: 'done', counts: { ...NONE, added: 2, failed: 1 }, finishedAt: AT });
    const { sent } = aServer(done);
    shown();
    await expect.element(page.getByText('The answers count in your scores now.')).toBeVisible();
    await expect.element(button('Download the line left out')).toBeVisible();
    await button('Undo the import').click();
    const dialog = page.getByRole('dialog', { name: 'Take 2 answers back?' });
    await dialog.getByRole('button', { name: 'Undo the import' }).click();
    await expect.element(page.getByText('Everything is as it was before this import.')).toBeVisible();
    expect(sent(/undo$/)).toHaveLength(1);
  });

  test('who may only read starts nothing', async () => {
    aServer(anImport());
    shown('viewer');
    await expect.element(button('Check')).toHaveAccessibleDescription('Your role does not allow this.');
    await expect.element(button('Discard the file')).not.toBeInTheDocument();
  });
});
