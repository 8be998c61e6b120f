import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { onPage } from '../accounts/testing/on-page.tsx';
import { anId } from '../accounts/testing/records.ts';
import { problem, standIn } from '../accounts/testing/stand-in.ts';
import { aSurveySummary } from './testing/surveys.ts';
import type { Figure, Kind, Report } from './report.ts';
import { ScorePage } from './score-page.tsx';

const SURVEY = anId('srv');
const DAYS = { from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' };

function aFigure(over: Partial<Figure> = {}): Figure {
  return {
    ...DAYS,
    n: 142,
    favourable: 69,
    neutral: 46,
    unfavourable: 27,
    score: 29.6,
    low: 16.4,
    high: 41.3,
    mean: null,
    confidence: 'score',
    ...over,
  };
}

const tooFew = aFigure({
  n: 4,
  favourable: 2,
  neutral: 1,
  unfavourable: 1,
  score: null,
  low: null,
  high: null,
  confidence: 'counts',
});

function aReport(kind: Kind, over: Partial<Report> = {}): Report {
  return {
    kind,
    survey: { id: SURVEY, name: 'Relationship' },
    question: { key: 'score', text: 'How likely?' },
    questions: [{ key: 'score', text: 'How likely?' }],
    scale: { low: 0, high: 10 },
    current: aFigure(),
    previous: aFigure({ n: 131, score: 21.4 }),
    change: { difference: 8.2, z: 0.87, detectable: false, paired: 40, answersNeeded: 1_391 },
    histogram: [1, 1, 2, 3, 4, 7, 9, 19, 27, 38, 31],
    trend: [aFigure({ to: '2026-01-25T00:00:00.000Z' }), aFigure()],
    window: { days: 31, every: 'week' },
    breaks: [{ version: 2, publishedAt: '2026-01-28T00:00:00.000Z' }],
    segments: [
      { by: 'plan', value: 'enterprise', name: null, ...aFigure({ n: 51, score: 47 }), verdict: 'higher' },
      { by: 'plan', value: '', name: null, ...tooFew, verdict: 'too_few' },
      {
        by: 'owner',
        value: anId('mem'),
        name: 'Mika',
        ...aFigure({ n: 17, confidence: 'low_sample' }),
        verdict: 'none',
      },
    ],
    comparisons: 2,
    waves: [
      { index: 0, ...aFigure({ score: 10 }), change: null },
      {
        index: 1,
        ...aFigure({ score: 30 }),
        change: { difference: 20, z: 2.9, detectable: true, paired: 3, answersNeeded: 90 },
      },
    ],
    rates: {
      from: '2026-01-01',
      to: '2026-01-31',
      shown: 611,
      started: 150,
      completed: 120,
      dismissed: 200,
      response: 150 / 611,
      completion: 0.8,
      completedShare: 120 / 611,
      dismissal: null,
    },
    ...over,
  };
}

const server = (kind: Kind, over: Partial<Report> = {}) =>
  standIn({
    'GET /v1/surveys': () => ({ body: { data: [aSurveySummary(SURVEY, kind)], nextCursor: null } }),
    [`GET /v1/reports/${kind}`]: () => ({ body: aReport(kind, over) }),
    'GET /v1/reports/nps/roll-ups': () => ({
      body: {
        ...DAYS,
        rollUps: [
          {
            method: 'respondents',
            score: 29.6,
            low: 16.4,
            high: 41.3,
            n: 142,
            accounts: 20,
            confidence: 'score',
          },
          { method: 'accounts', score: 34, low: 1, high: 60, n: 142, accounts: 20, confidence: 'low_sample' },
          { method: 'deciders', score: null, low: null, high: null, n: 0, accounts: 0, confidence: 'counts' },
          { method: 'revenue', score: -4, low: -40, high: 33, n: 90, accounts: 8, confidence: 'low_sample' },
        ],
        currency: 'JPY',
        withoutWeight: 12,
        withoutAccount: 3,
      },
    }),
  });
const row = (name: RegExp) => page.getByRole('row', { name });
const hrefOf = (element: Element) => new URL(element.getAttribute('href') ?? '', location.origin);

describe('the report of a score', () => {
  test('says score, interval and n, and that chance alone moves it so much', async () => {
    server('nps');
    onPage(<ScorePage kind="nps" />, { path: `/console/reports/nps?from=${DAYS.from}&to=${DAYS.to}` });
    await expect.element(page.getByText('95 % interval, n 142, shown 611 times')).toBeVisible();
    await expect.element(page.getByText(/No detectable change against the 31 days before/)).toBeVisible();
    await expect.element(page.getByText(/40 people answered in both/)).toBeVisible();
    await expect.element(page.getByText(/about 1,400 answers a period/)).toBeVisible();
    await expect.element(page.getByText('v2 wording')).toBeVisible();
    const door = hrefOf(page.getByRole('link', { name: '30', exact: true }).element());
    expect(Object.fromEntries(door.searchParams)).toEqual({
      survey: SURVEY,
      ...DAYS,
      counted: 'true',
      verified: 'true',
    });
    const csv = hrefOf(page.getByRole('link', { name: 'CSV' }).element());
    expect(Object.fromEntries(csv.searchParams)).toMatchObject({ surveyId: SURVEY, ...DAYS, format: 'csv' });
  });

  test('tells segments in words: which differs, which has too few answers, and how many are compared', async () => {
    server('nps');
    onPage(<ScorePage kind="nps" />);
    await expect.element(row(/^enterprise/).getByText('Higher than the rest')).toBeVisible();
    await expect
      .element(
        row(/^not known/).getByText('Under 5 answers: 2 promoters, 1 passives, 1 detractors. No score.'),
      )
      .toBeVisible();
    await expect.element(row(/^Mika low sample/)).toBeVisible();
    await expect.element(page.getByText(/2 comparisons at once, corrected by Holm/)).toBeVisible();
    await expect.element(row(/^Wave 2/).getByText(/A detectable rise/)).toBeVisible();
    await expect.element(row(/^Weighted by revenue/).getByText('−4')).toBeVisible();
    await expect.element(page.getByText(/12 accounts without revenue in JPY/)).toBeVisible();
    await expect.element(row(/^Response/).getByText('150 began, of 611 times shown')).toBeVisible();
  });

  test('narrowed to a segment asks for it, and leads to its rows', async () => {
    const asked = server('csat', { segments: [], scale: { low: 1, high: 5 }, histogram: [1, 2, 3, 4, 5] });
    onPage(<ScorePage kind="csat" />, { path: '/console/reports/csat?only_plan=-' });
    await page.getByRole('link', { name: 'See the 142 answers' }).click();
    const query = asked.find(({ path }) => path === '/v1/reports/csat')?.query;
    expect(query?.get('plan')).toBe('');
    expect(new URLSearchParams(location.search).get('segment')).toBe('plan:');
    expect(new URLSearchParams(location.search).get('question')).toBe('score');
  });

  test('has a way on without a survey', async () => {
    standIn({});
    onPage(<ScorePage kind="ces" />);
    await expect.element(page.getByRole('heading', { name: 'No CES survey yet' })).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Go to Surveys' })).toBeVisible();
  });

  test('says what happened without an answer, and can be tried again', async () => {
    standIn({ 'GET /v1/surveys': () => problem(503, 'unavailable') });
    onPage(<ScorePage kind="ces" />);
    await expect.element(page.getByText('The report could not be loaded')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
