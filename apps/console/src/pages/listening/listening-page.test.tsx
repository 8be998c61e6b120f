import type { ListeningReport } from '@banso/contract/listening';
import { HOLD_REASONS } from '@banso/domain/decide';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { onPage } from '../accounts/testing/on-page.tsx';
import { anId } from '../accounts/testing/records.ts';
import { problem, standIn } from '../accounts/testing/stand-in.ts';
import { ListeningPage } from './listening-page.tsx';
import type { Ahead } from './outcomes.ts';
import { outcomeOf, OUTCOMES, reasonsIn, tallyOf, visitsIn } from './outcomes.ts';

const DAYS = Array.from({ length: 14 }, (_, index) => `2026-03-${11 + index}`);
const quiet = { asked: 0, held: {} };

function anAhead(over: Partial<Ahead> = {}): Ahead {
  return {
    id: anId('srv'),
    kind: 'survey',
    name: 'Relationship NPS',
    days: [
      { asked: 4, held: { person_budget: 3, audience: 2 } },
      { asked: 1, held: { recently_shown: 8 } },
      ...DAYS.slice(2).map(() => quiet),
    ],
    examples: [
      { contact: { id: anId('con'), name: 'Mika' }, at: '2026-03-11T10:00:00.000Z', reason: null },
      {
        contact: { id: anId('con', 2), name: null },
        at: '2026-03-11T11:00:00.000Z',
        reason: 'person_budget',
      },
    ],
    ...over,
  };
}

function aServer(over: Partial<ListeningReport> = {}) {
  const other = anAhead({
    id: anId('srv', 2),
    name: 'Support CSAT',
    days: DAYS.map(() => ({ asked: 0, held: { lower_priority: 1 } })),
    examples: [],
  });
  return standIn({
    'GET /v1/reports/listening': () => ({
      body: {
        from: '2026-03-11T09:30:00.000Z',
        to: '2026-03-25T00:00:00.000Z',
        people: { looked: 12, of: 12, expected: 12 },
        days: DAYS,
        visits: DAYS.map(() => 9),
        contents: [anAhead(), other],
        ...over,
      },
    }),
  });
}

const why = () => page.getByRole('region', { name: 'What becomes of the visits' });
const lines = () =>
  why()
    .getByRole('listitem')
    .elements()
    .map(({ textContent }) => textContent);

describe('ListeningPage', () => {
  test('says what opens and what is held back, most frequent first, with the way to the rule and the people', async () => {
    aServer();
    onPage(<ListeningPage />);
    await expect.element(page.getByText(/All 12 people who were here/)).toBeVisible();
    await expect
      .poll(() => lines().map((line) => line.replace(/For example.*/, '')))
      .toEqual([
        '5Opens',
        '8Shown a short time ago',
        '3Interrupted a short time ago',
        '2Not in the audience',
      ]);
    await expect
      .element(why().getByRole('link', { name: '3' }))
      .toHaveAttribute('href', '/console/settings/fatigue');
    await expect
      .element(why().getByRole('link', { name: '2' }))
      .toHaveAttribute('href', `/console/surveys/${anId('srv')}?tab=audience`);
    await expect
      .element(why().getByRole('link', { name: 'Mika' }))
      .toHaveAttribute('href', `/console/contacts/${anId('con')}`);
    await expect.element(why().getByRole('link', { name: 'An anonymous visitor' })).toBeVisible();
  });

  test('looks at one day, from the chart and back', async () => {
    aServer();
    onPage(<ListeningPage />);
    const day = page.getByRole('button', { name: /Mar 11, 2026: 4 open, 5 held back/ });
    await day.click();
    await expect.poll(() => lines()[0]).toMatch(/^4Opens/);
    await expect.element(day).toHaveAttribute('aria-pressed', 'true');
    expect(new URLSearchParams(location.search).get('day')).toBe('2026-03-11');
    await page.getByRole('button', { name: 'All days' }).click();
    await expect.poll(() => lines()[0]).toMatch(/^5Opens/);
  });

  test('shows another content, and keeps it in the address', async () => {
    aServer();
    onPage(<ListeningPage />);
    await page.getByRole('button', { name: 'Support CSAT' }).click();
    await expect.poll(lines).toEqual(['0Opens', '14Something else goes first']);
    expect(new URLSearchParams(location.search).get('content')).toBe(anId('srv', 2));
  });

  test('says that the numbers are an estimate, and of whom', async () => {
    aServer({ people: { looked: 1_000, of: 31_402, expected: 20_000 } });
    onPage(<ListeningPage />);
    await expect.element(page.getByText('Estimate')).toBeVisible();
    await expect.element(page.getByText(/1,000 of the 31,402 people/)).toBeVisible();
  });

  test.each([
    { of: 'contents', server: () => aServer({ contents: [] }), says: 'Nothing opens by itself' },
    {
      of: 'people',
      server: () => aServer({ people: { looked: 0, of: 0, expected: 0 } }),
      says: 'Nobody was here in the last 30 days',
    },
    {
      of: 'an answer',
      server: () => standIn({ 'GET /v1/reports/listening': () => problem(503, 'unavailable') }),
      says: 'The days ahead could not be loaded',
    },
  ])('says what is missing without $of', async ({ server, says }) => {
    server();
    onPage(<ListeningPage />);
    await expect.element(page.getByText(says)).toBeVisible();
  });
});

describe('outcomes', () => {
  test('every reason has one, and the parts are the whole', () => {
    const held = Object.fromEntries(HOLD_REASONS.map((reason, index) => [reason, index + 1]));
    const days = [
      { asked: 7, held },
      { asked: 1, held: { audience: 2 } },
    ];
    expect(new Set(HOLD_REASONS.map(outcomeOf)).size).toBe(OUTCOMES.length - 1);
    const whole = 8 + 2 + (HOLD_REASONS.length * (HOLD_REASONS.length + 1)) / 2;
    expect(visitsIn(days)).toBe(whole);
    expect(tallyOf(days).asked).toBe(8);
    expect(reasonsIn(days)[0]).toEqual([HOLD_REASONS.at(-1), HOLD_REASONS.length]);
  });
});
