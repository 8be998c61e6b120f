import type { response } from '@banso/contract';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type * as z from 'zod';
import { onPage, toast } from '../accounts/testing/on-page.tsx';
import { anId } from '../accounts/testing/records.ts';
import { problem, standIn } from '../accounts/testing/stand-in.ts';
import { MyDayPage } from './my-day-page.tsx';

const at = '2026-01-05T10:00:00.000Z';
const low = (n: number, name: string) => ({
  id: `w${n}`,
  kind: 'detractor',
  at,
  account: { id: anId('acc'), name: 'Aoba' },
  contact: { id: anId('con', n), name },
  responseId: anId('rsp', n),
  detail: { score: n, comment: null },
});
const install = {
  id: 'install',
  kind: 'install',
  at,
  account: null,
  contact: null,
  responseId: null,
  detail: {},
};
const book = { accounts: 3, onboarding: 1, renewals90Days: 1, unread: 2 };

function anAnswer(id: string, read: boolean): z.infer<typeof response.ResponseRecord> {
  return {
    id,
    survey: { id: anId('srv'), name: 'NPS', version: 1, variant: null },
    contact: { id: anId('con'), name: 'Mika', email: null, verified: true, erased: false },
    account: null,
    score: 3,
    band: 'detractor',
    comment: null,
    status: 'complete',
    answers: [],
    tags: [],
    locale: 'en',
    pageUrl: null,
    transactionId: null,
    verified: true,
    answeredAt: at,
    completedAt: at,
    readAt: read ? at : null,
    topics: [],
    importId: null,
    source: 'widget',
    test: false,
  };
}

/** A server with unread low scores. */
function aDay(items: readonly ReturnType<typeof low>[], { refuses = false } = {}) {
  const read = new Set<string>();
  const asked = standIn({
    'GET /v1/my-day': () => ({
      body: { items: items.filter(({ responseId }) => !read.has(responseId)), book },
    }),
    'PATCH /v1/responses/:id': ({ body }, id) => {
      if (refuses) return problem(500, 'internal');
      const to = (body as { read: boolean }).read;
      if (to) read.add(id);
      else read.delete(id);
      return { body: anAnswer(id, to) };
    },
  });
  return { asked, read };
}

const item = (name: string) => page.getByRole('listitem').filter({ hasText: name });

describe('MyDayPage', () => {
  test('x marks the answer as read, the next row takes the focus, and undo brings it back', async () => {
    const { read } = aDay([low(1, 'Ada'), low(2, 'Ben'), low(3, 'Cem')]);
    onPage(<MyDayPage />);
    await expect.element(page.getByText(/^3 things to do\./)).toBeVisible();
    await userEvent.keyboard('j');
    await expect.element(item('Ben')).toHaveFocus();
    await userEvent.keyboard('x');
    await expect.element(item('Ben')).not.toBeInTheDocument();
    await expect.element(item('Cem')).toHaveFocus();
    await expect.poll(() => [...read]).toEqual([anId('rsp', 2)]);
    await page.getByRole('button', { name: /Undo/ }).click();
    await expect.element(item('Ben')).toBeVisible();
    await expect.poll(() => read.size).toBe(0);
  });

  test('an answer that cannot be marked comes back and says so', async () => {
    aDay([low(1, 'Ada'), low(2, 'Ben')], { refuses: true });
    onPage(<MyDayPage />);
    await page.getByRole('button', { name: /^Mark as read: Ada/ }).click();
    await expect.element(toast('It is still in the list.')).toBeVisible();
    await expect.element(item('Ada')).toBeVisible();
  });

  test('Enter opens the answer', async () => {
    aDay([low(1, 'Ada'), low(2, 'Ben')]);
    onPage(<MyDayPage />);
    await expect.element(item('Ada')).toBeVisible();
    await userEvent.keyboard('j{Enter}');
    expect(`${location.pathname}${location.search}`).toBe(`/console/feedback?answer=${anId('rsp', 2)}`);
  });

  test('a viewer can open, and not mark as read', async () => {
    const { asked } = aDay([low(1, 'Ada')]);
    onPage(<MyDayPage />, { role: 'viewer' });
    await expect.element(item('Ada')).toBeVisible();
    await expect.element(page.getByRole('button', { name: /Mark as read/ })).not.toBeInTheDocument();
    await userEvent.keyboard('x');
    expect(asked.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('each number of the book opens its list', async () => {
    aDay([low(1, 'Ada')]);
    onPage(<MyDayPage />);
    await expect.element(page.getByRole('link', { name: '3' })).toHaveAttribute('href', '/console/accounts');
  });

  test.each([
    { installed: false, published: [], action: 'Open install', href: '/console/settings/install' },
    { installed: true, published: [], action: 'Make a checklist', href: '/console/checklists?new=1' },
    { installed: true, published: ['checklists'], action: 'Make a survey', href: '/console/surveys?new=1' },
    {
      installed: true,
      published: ['checklists', 'surveys'],
      action: 'Read feedback',
      href: '/console/feedback',
    },
  ])('without work it leads on: $action', async ({ installed, published, action, href }) => {
    const summary = (id: string) => ({
      id,
      slug: 's',
      name: 'N',
      status: 'published',
      version: 1,
      publishedAt: at,
      edited: false,
      defaultLocale: 'en',
      locales: ['en'],
      createdAt: at,
      updatedAt: at,
      updatedBy: null,
      draftedBy: null,
      lastVersion: 1,
      startsAt: null,
      endsAt: null,
      next: null,
      review: null,
      openComments: 0,
      tags: [],
      translations: [],
      last30Days: { shown: 0, opened: 0, answered: 0, completed: 0, dismissed: 0 },
    });
    const list = (noun: string, id: string) => () => ({
      body: { data: published.includes(noun) ? [summary(id)] : [], nextCursor: null },
    });
    standIn({
      'GET /v1/my-day': () => ({ body: { items: installed ? [] : [install], book } }),
      'GET /v1/workspaces/:id/installation': () => ({
        body: {
          lastSeenAt: installed ? at : null,
          lastPageUrl: null,
          sessions24h: 0,
          verifiedSessions24h: 0,
          contacts: 0,
          lastEvents: [],
          lastFromServers: [],
          eventNames: [],
        },
      }),
      'GET /v1/checklists': list('checklists', anId('srv').replace('srv', 'chk')),
      'GET /v1/surveys': list('surveys', anId('srv')),
    });
    onPage(<MyDayPage />);
    await expect.element(page.getByRole('link', { name: action })).toHaveAttribute('href', href);
  });
});
