import type * as decision from '@banso/contract/decision';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { onPage } from '../accounts/testing/on-page.tsx';
import { anId } from '../accounts/testing/records.ts';
import { pageOf, problem, standIn } from '../accounts/testing/stand-in.ts';
import { WhyCard } from './why-card.tsx';

const contactId = anId('con');
const contact = { id: contactId, name: 'Mika', email: null, externalId: 'mika' };
const survey = { id: anId('srv'), name: 'How likely…', kind: 'survey' } as const;
const news = { id: 'ann_0195d000-0000-7000-8000-000000000009', name: 'News', kind: 'announcement' } as const;

const aDecision = (over: Partial<decision.Decision> = {}): decision.Decision => ({
  id: `dec_0195d000-0000-7000-8000-00000000000${over.content === news ? 2 : 1}`,
  at: '2026-03-12T10:04:00.000Z',
  until: '2026-03-16T10:04:00.000Z',
  contact,
  account: null,
  content: survey,
  source: 'offer',
  outcome: 'held',
  reason: 'person_budget',
  version: 1,
  because: {
    since: '2026-03-09T10:00:00.000Z',
    until: '2026-03-16T10:00:00.000Z',
    days: 7,
    contentId: news.id,
  },
  ...over,
});
const given = aDecision({ content: news, outcome: 'panel', reason: 'eligible', until: null, because: {} });
const verdict = (outcome: 'held' | 'popover', reason: 'audience' | 'eligible') => ({
  outcome,
  reason,
  because: {},
});

describe('WhyCard', () => {
  test('says why somebody was not asked, with what interrupted them, and how it changed', async () => {
    const asked = standIn({ 'GET /v1/decisions': () => pageOf([aDecision(), given]) });
    onPage(<WhyCard contactId={contactId} name="Mika" />, { path: '/console?when=2026-03-12T11:00:00.000Z' });
    await expect
      .element(
        page.getByText(/Mika was not asked “How likely…”, because “News” interrupted them 3 days before/),
      )
      .toBeVisible();
    await expect
      .element(page.getByText(/the workspace wants between two interruptions: 7 days/))
      .toBeVisible();
    await expect.element(page.getByText(/“News” waited in the panel for Mika/)).toBeVisible();
    expect(asked.find(({ path }) => path === '/v1/decisions')?.query.get('at')).toBe(
      '2026-03-12T11:00:00.000Z',
    );

    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Content' }), 'How likely…');
    await expect.element(page.getByRole('heading', { name: 'How it changed' })).toBeVisible();
    await expect.poll(() => location.search).toContain(`content=${survey.id}`);
  });

  test('what if: sends the facts that were changed and shows before and after', async () => {
    const asked = standIn({
      'POST /v1/decisions/what-if': () => ({
        body: {
          at: '2026-03-12T10:04:00.000Z',
          data: [
            {
              content: survey,
              now: verdict('held', 'audience'),
              supposed: verdict('popover', 'eligible'),
              differs: true,
              audience: { type: 'all', of: [], outcome: 'match' },
            },
            {
              content: news,
              now: verdict('popover', 'eligible'),
              supposed: verdict('popover', 'eligible'),
              differs: false,
              audience: { type: 'all', of: [], outcome: 'match' },
            },
          ],
        },
      }),
    });
    onPage(<WhyCard contactId={contactId} name="Mika" />);
    await page.getByRole('button', { name: 'What if…' }).click();
    await page.getByRole('textbox', { name: 'Value' }).fill('pro');
    await page.getByRole('button', { name: 'Work it out' }).click();
    await expect.element(page.getByText('1 content changes')).toBeVisible();
    await expect.element(page.getByText('Held back: they are not in its audience')).toBeVisible();
    await expect.element(page.getByText('1 content stays as it is')).toBeVisible();
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      contact: contactId,
      page: { url: '/', device: 'desktop' },
      changes: [{ fact: 'trait', subject: 'account', key: 'plan', value: 'pro' }],
    });
  });

  test('says when nothing was decided, and when it could not be loaded', async () => {
    standIn({ 'GET /v1/decisions': () => problem(500, 'internal') });
    const screen = onPage(<WhyCard contactId={contactId} name="Mika" />);
    await expect.element(page.getByText('The decisions could not be loaded')).toBeVisible();
    expect(screen.querySelector('[aria-busy="true"]')).toBeNull();
    standIn({ 'GET /v1/decisions': () => pageOf([]) });
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(page.getByText('Nothing was decided by then')).toBeVisible();
  });
});
