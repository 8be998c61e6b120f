import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { onPage } from '../accounts/testing/on-page.tsx';
import { anId } from '../accounts/testing/records.ts';
import { pageOf, standIn } from '../accounts/testing/stand-in.ts';
import { CoveragePage } from './coverage-page.tsx';
import { PerformancePage } from './performance-page.tsx';

describe('CoveragePage', () => {
  test('tells the share of accounts and of revenue, and of whom nobody was heard', async () => {
    const asked = standIn({
      'GET /v1/reports/coverage': () => ({
        body: {
          from: '2026-01-01T00:00:00.000Z',
          to: '2026-04-01T00:00:00.000Z',
          accounts: { count: 6, n: 8, percent: 75, low: 41, high: 93 },
          revenue: [{ currency: 'USD', heardMinor: 300_000, allMinor: 1_200_000, percent: 25 }],
          withoutRevenue: 2,
        },
      }),
      'GET /v1/reports/coverage/unheard': () =>
        pageOf([
          {
            id: anId('acc'),
            name: 'Aoba',
            owner: null,
            plan: 'Team',
            recurringRevenue: { amountMinor: 900_000, currency: 'USD' },
            renewalDate: '2026-05-01',
            lastHeardAt: null,
            lastSeenAt: null,
          },
        ]),
    });
    onPage(<CoveragePage />, { path: '/console/reports/coverage?days=180&plan=Team' });
    await expect.element(page.getByText('75% (6 of 8)')).toBeVisible();
    await expect.element(page.getByText('$3K of $12K')).toBeVisible();
    await expect.element(page.getByText('2 accounts have no revenue')).toBeVisible();
    await expect
      .element(page.getByRole('row', { name: /Aoba.*nobody.*Team.*\$9K.*May 1, 2026.*never/ }))
      .toBeVisible();
    const [first] = asked.filter(({ path }) => path === '/v1/reports/coverage');
    expect(Object.fromEntries(first?.query ?? [])).toMatchObject({ days: '180', plan: 'Team' });
  });

  test('is glad when somebody of every account was heard', async () => {
    const body = {
      from: '2026-01-01T00:00:00.000Z',
      to: '2026-04-01T00:00:00.000Z',
      accounts: { count: 8, n: 8, percent: 100, low: 68, high: 100 },
      revenue: [],
      withoutRevenue: 0,
    };
    standIn({ 'GET /v1/reports/coverage': () => ({ body }) });
    onPage(<CoveragePage />);
    await expect.element(page.getByText('Somebody was heard of every account')).toBeVisible();
  });
});

test('PerformancePage tells rates with what they are of, sorted as the address says', async () => {
  const rates = { response: 0.5, completion: null, completed: 0, dismissal: 0.25, postponement: 0 };
  const of = (n: number, name: string, shown: number) => ({
    id: anId('srv', n),
    kind: 'survey',
    name,
    status: 'published',
    publishedAt: '2026-01-01T00:00:00.000Z',
    shown,
    started: 10,
    completed: 0,
    dismissed: 5,
    snoozed: 0,
    rates,
  });
  standIn({
    'GET /v1/reports/content': () => ({
      body: { from: '2026-01-01', to: '2026-01-31', contents: [of(1, 'One', 20), of(2, 'Two', 40)] },
    }),
  });
  onPage(<PerformancePage />, { path: '/console/reports/content?from=2026-01-01&to=2026-01-31' });
  await expect.element(page.getByRole('row', { name: /Two.*40.*10.*50%.*–.*25%/ })).toBeVisible();
  const names = () =>
    page
      .getByRole('rowheader')
      .elements()
      .map(({ textContent }) => textContent);
  expect(names()).toEqual(['Two', 'One']);
  await page.getByRole('button', { name: 'Shown' }).click();
  await expect.poll(names).toEqual(['One', 'Two']);
  expect(new URLSearchParams(location.search).get('order')).toBe('asc');
});
