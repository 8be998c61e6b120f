import type { TranslationReport } from '@banso/contract/translation-report';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { onPage, toast } from '../accounts/testing/on-page.tsx';
import { anId } from '../accounts/testing/records.ts';
import { problem, standIn } from '../accounts/testing/stand-in.ts';
import { TranslationsPage } from './translations-page.tsx';

const SURVEY = anId('srv');
const NEWS = anId('srv', 2).replace('srv', 'ann');

function aReport(over: Partial<TranslationReport> = {}): TranslationReport {
  const figures = { contents: 2, of: 3, written: 8, total: 10, outdated: 1, sources: ['en', 'ja'] };
  return {
    languages: [
      { ...figures, locale: 'en', written: 10, outdated: 0, sources: [] },
      { ...figures, locale: 'ko' },
    ],
    contents: [
      {
        id: SURVEY,
        kind: 'survey',
        name: 'Relationship NPS',
        defaultLocale: 'en',
        texts: [
          { locale: 'ko', key: 'title', path: 'title', state: 'missing', source: 'One question' },
          { locale: 'ko', key: 'q.text', path: 'questions.0.text', state: 'outdated', source: 'How likely?' },
        ],
        absent: [],
      },
      { id: NEWS, kind: 'announcement', name: 'News', defaultLocale: 'en', texts: [], absent: ['ko'] },
    ],
    open: 2,
    ...over,
  };
}

const server = (over: Partial<TranslationReport> = {}, routes: Parameters<typeof standIn>[0] = {}) =>
  standIn({ 'GET /v1/reports/translations': () => ({ body: aReport(over) }), ...routes });

const opened = (path = '/console/translations', role: 'owner' | 'viewer' = 'owner') =>
  onPage(<TranslationsPage />, { path, role });

/** A press on the file field would open the chooser of the browser; the file is put there as the chooser does. */
async function bring(text: string) {
  await page
    .getByLabelText('Translated file')
    .first()
    .upload(new File([text], 'ko.csv'));
}

describe('TranslationsPage', () => {
  test('tells how complete each language is, and leads from each open text to its field', async () => {
    server();
    opened();
    const korean = page.getByRole('row', { name: /Korean/ });
    await expect.element(korean).toMatchTextContent(/8 of 10.*2.*1.*2 of 3/);
    await expect.element(page.getByText('2 texts are open.')).toBeVisible();
    const links = page.getByRole('region', { name: 'Relationship NPS' }).getByRole('link');
    await expect
      .poll(() => links.elements().map((link) => [link.textContent, link.getAttribute('href')]))
      .toEqual([
        ['Relationship NPS', `/console/surveys/${SURVEY}?tab=languages`],
        ['TitleKoreanMissing', `/console/surveys/${SURVEY}?tab=languages&lang=ko&field=title`],
        [
          'Question 1, questionKoreanSource has changed',
          `/console/surveys/${SURVEY}?tab=languages&lang=ko&field=questions.0.text`,
        ],
      ]);
    await expect.element(page.getByRole('link', { name: 'Korean not added' })).toBeVisible();
  });

  test('keeps what is filtered in the address, and asks for that', async () => {
    const asked = server();
    opened('/console/translations?kind=survey&state=lost');
    await page.getByRole('button', { name: 'Korean' }).first().click();
    await expect.poll(() => location.search).toContain('language=ko');
    await expect
      .poll(() =>
        asked
          .filter(({ path }) => path === '/v1/reports/translations')
          .at(-1)
          ?.query.toString(),
      )
      .toBe('kind=survey&locale=ko');
    // one language is on the screen: the texts do not say it each
    await expect.element(page.getByRole('link', { name: 'Title Missing' })).toBeVisible();
  });

  test.each([
    { over: { contents: [], open: 0 }, path: '', says: 'Every text is there' },
    { over: { contents: [], open: 0 }, path: '?kind=survey', says: 'Nothing of this is open' },
    {
      over: { contents: [], open: 0, languages: [] },
      path: '',
      says: 'There is nothing to translate yet',
    },
  ])('says so when nothing is open: $says', async ({ over, path, says }) => {
    server(over);
    opened(`/console/translations${path}`);
    await expect.element(page.getByRole('heading', { name: says })).toBeVisible();
  });

  test('says when it cannot be read, and reads it again', async () => {
    let failures = 1;
    standIn({
      'GET /v1/reports/translations': () =>
        (failures -= 1) < 0 ? { body: aReport() } : problem(500, 'internal'),
    });
    opened();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(page.getByText('2 texts are open.')).toBeVisible();
  });

  test('says that there is more than is listed', async () => {
    server({ open: 812 });
    opened();
    await expect
      .element(page.getByText('812 texts are open. The first 2 are listed; a file has all of them.'))
      .toBeVisible();
  });

  test('a file is looked at first, content by content, and taken over as it was looked at', async () => {
    const text = (key: string, outcome: string) => ({ key, path: key, outcome, before: '', after: '하나' });
    const report = (applied: boolean) => ({
      locale: 'ko',
      applied,
      counts: { filled: 1, changed: 0, unchanged: 0, empty: 0, unknown: 1, source_changed: 0 },
      contents: [
        {
          id: SURVEY,
          kind: 'survey',
          name: 'Relationship NPS',
          problem: null,
          texts: [text('title', 'filled')],
        },
        {
          id: 'gone',
          kind: null,
          name: 'Old',
          problem: 'unknown_content',
          texts: [text('title', 'unknown')],
        },
      ],
    });
    const asked = server(
      {},
      {
        'POST /v1/translations': ({ query }) => ({
          body: report(query.get('dryRun') !== 'true'),
          etag: '"m1"',
        }),
      },
    );
    opened();
    await expect.element(page.getByText('2 texts are open.')).toBeVisible();
    await bring('content,key,source en,target ko');
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByText('1 text would change in Korean.')).toBeVisible();
    await expect.element(dialog.getByText('Left out: the workspace has no such content.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Take over 1 text' }).click();
    await expect.element(toast('1 text in Korean taken over.')).toBeVisible();
    expect(
      asked.filter(({ method }) => method === 'POST').map(({ query, etag }) => [query.toString(), etag]),
    ).toEqual([
      ['dryRun=true', null],
      ['skip=true', '"m1"'],
    ]);
  });

  test('who may only read takes files out and brings none in', async () => {
    server();
    opened('/console/translations', 'viewer');
    await page.getByRole('button', { name: 'Translate Korean in a file' }).click();
    // two source languages: two files
    await expect.element(page.getByRole('menuitem', { name: /spreadsheet/ }).nth(1)).toBeVisible();
    await expect.element(page.getByRole('menuitem', { name: /Bring/ })).not.toBeInTheDocument();
  });
});
