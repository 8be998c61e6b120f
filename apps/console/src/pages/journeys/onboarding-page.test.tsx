import type { OnboardingReport } from '@banso/contract/journey';
import { describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { onPage } from '../accounts/testing/on-page.tsx';
import { anId } from '../accounts/testing/records.ts';
import { problem, standIn } from '../accounts/testing/stand-in.ts';
import { OnboardingPage } from './onboarding-page.tsx';

const CHECKLIST = 'chk_0195d000-0000-7000-8000-000000000001';
const share = (count: number, n: number) => ({ count, n, percent: (100 * count) / n, low: 20, high: 70 });
const activation = {
  started: 20,
  hadGoal: 2,
  waiting: 3,
  rate: share(6, 15),
  reached: 8,
  p50: 5,
  p75: 9.5,
  median: { days: 12, low: 6, high: null, n: 18 },
};

function aReport(over: Partial<OnboardingReport> = {}): OnboardingReport {
  const step = { key: 'invite', title: { en: 'Invite two people' }, optional: false };
  return {
    from: '2026-01-01',
    to: '2026-03-31',
    asOf: '2026-03-31',
    unit: 'account',
    checklist: { id: CHECKLIST, name: 'Getting started', version: 2, isShared: true },
    goal: { event: 'exported', withinDays: 14 },
    goalFrom: 'workspace',
    funnel: {
      lines: [
        { stage: 'eligible', step: null, count: 25, share: null },
        { stage: 'started', step: null, count: 20, share: share(20, 25) },
        { stage: 'step', step, count: 9, share: share(9, 20) },
        { stage: 'done', step: null, count: 3, share: share(3, 4) },
      ],
      dismissed: share(2, 20),
      snoozed: share(1, 20),
    },
    activation,
    cohorts: [{ month: '2026-03', ...activation }],
    ...over,
  };
}

function aServer(over: Partial<OnboardingReport> = {}) {
  return standIn({
    'GET /v1/checklists': () => ({
      body: {
        data: [{ id: CHECKLIST, name: 'Getting started', version: 2 }],
        nextCursor: null,
      },
    }),
    'GET /v1/reports/onboarding': () => ({ body: aReport(over) }),
    'GET /v1/reports/onboarding/units': () => ({
      body: {
        data: [
          {
            id: anId('acc'),
            name: 'Aoba',
            startedAt: '2026-02-03T10:00:00.000Z',
            completedAt: null,
            steps: 2,
            activatedOn: '2026-02-09',
            hadGoal: false,
          },
        ],
        nextCursor: null,
      },
    }),
    'PUT /v1/reports/onboarding/goals': () => ({ body: { workspace: null, checklists: [] } }),
  });
}

describe('OnboardingPage', () => {
  test('tells every number with what it is of, and opens the rows behind it', async () => {
    const asked = aServer();
    onPage(<OnboardingPage />, { path: '/console/reports/onboarding?from=2026-01-01&to=2026-03-31' });
    const funnel = page.getByRole('table', { name: 'How far they come' });
    await expect
      .element(funnel.getByRole('row', { name: /Invite two people.*9.*45% \(9 of 20\)/ }))
      .toBeVisible();
    // three of four are too few for a rate
    await expect.element(funnel.getByRole('row', { name: /Done.*3 of 4$/ })).toBeVisible();
    await expect.element(page.getByText('40% (6 of 15)').first()).toBeVisible();
    await expect.element(page.getByText('5 days / 9.5 days')).toBeVisible();
    await expect.element(page.getByText('95 % interval: 6 – open')).toBeVisible();
    await funnel
      .getByRole('row', { name: /Invite two people/ })
      .getByRole('link')
      .click();
    const rows = page.getByRole('table', { name: 'Accounts: Invite two people' });
    await expect
      .element(rows.getByRole('link', { name: 'Aoba' }))
      .toHaveAttribute('href', `/console/accounts/${anId('acc')}`);
    expect(asked.findLast(({ path }) => path.endsWith('/units'))?.query.get('step')).toBe('invite');
    expect(new URLSearchParams(location.search).get('rows')).toBe('step:invite');
  });

  test('saves what is shown', async () => {
    aServer();
    onPage(<OnboardingPage />, { path: '/console/reports/onboarding?from=2026-01-01&to=2026-03-31' });
    const saved: Blob[] = [];
    const made = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob);
      return 'blob:none';
    });
    const card = page.getByRole('region', { name: 'How far they come' });
    await card.getByRole('button', { name: 'Save as CSV' }).click();
    made.mockRestore();
    const text = await saved[0]?.text();
    expect(text).toContain('"Invite two people"');
    expect(text).toContain('"45% (9 of 20)"');
    expect(text).toContain('Getting started · Accounts · began Jan 1, 2026 – Mar 31, 2026 · Days in UTC');
  });

  test('chooses what counts as activated', async () => {
    const asked = aServer({ goal: null, goalFrom: null, activation: null, cohorts: [] });
    onPage(<OnboardingPage />);
    await page.getByRole('button', { name: 'Choose the event' }).click();
    await page.getByLabelText('Event', { exact: true }).fill('exported');
    await page.getByRole('radio', { name: 'This checklist' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect
      .poll(() => asked.findLast(({ method }) => method === 'PUT')?.body)
      .toEqual({ checklistId: CHECKLIST, goal: { event: 'exported', withinDays: 14 } });
  });

  test('leaves the choice to those who may write, and says what is missing', async () => {
    aServer({ goal: null, goalFrom: null, activation: null, cohorts: [] });
    onPage(<OnboardingPage />, { role: 'viewer' });
    await expect.element(page.getByText('What counts as activated?')).toBeVisible();
    expect(page.getByRole('button', { name: 'Choose the event' }).elements()).toEqual([]);
  });

  test('says when nothing can be read', async () => {
    standIn({ 'GET /v1/checklists': () => problem(503, 'unavailable') });
    onPage(<OnboardingPage />);
    await expect.element(page.getByText('The onboarding could not be loaded')).toBeVisible();
  });
});
