import type { Topic } from '@banso/contract/topic';
import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { onPage, toast } from '../accounts/testing/on-page.tsx';
import { anId } from '../accounts/testing/records.ts';
import { problem, standIn } from '../accounts/testing/stand-in.ts';
import { TopicPage } from './topic-page.tsx';
import { TopicsPage } from './topics-page.tsx';

const TOPIC = anId('top');
const at = '2026-11-20T09:00:00.000Z';
const aTopic = (over: Partial<Topic> = {}): Topic => ({
  id: TOPIC,
  name: 'Search',
  status: 'active',
  pinned: false,
  rules: [{ language: 'ja', any: ['検索'], none: [] }],
  filling: false,
  answers: 12,
  recent: { percent: 25, low: 11.9, high: 44.9, count: 6, n: 24 },
  before: null,
  createdAt: at,
  updatedAt: at,
  updatedBy: null,
  ...over,
});
const suggestion = {
  term: '請求書',
  language: 'ja',
  recent: 5,
  recentAll: 10,
  past: 0,
  pastAll: 36,
  keyness: 16.9,
  examples: [{ id: anId('rsp'), text: '請求書が見つかりません。', locale: 'ja', answeredAt: at }],
};
const suggested = { data: [suggestion], since: at, recentAll: 10, pastAll: 36 };

let sent: { method: string; body: unknown }[];
const server = (topics: Topic[], routes: Parameters<typeof standIn>[0] = {}) =>
  standIn({
    'GET /v1/topics': () => ({ body: { data: topics } }),
    'GET /v1/topics/suggested': () => ({ body: suggested }),
    'POST /v1/topics': ({ body }) => {
      sent.push({ method: 'POST', body });
      return { status: 201, body: aTopic() };
    },
    'POST /v1/topics/:id/fill': () => ({ body: { looked: 3, done: true } }),
    ...routes,
  });
beforeEach(() => (sent = []));

describe('TopicsPage', () => {
  test('tells each topic with its share and interval, and makes one of a suggestion', async () => {
    server([aTopic()]);
    onPage(<TopicsPage />, { path: '/console/topics' });
    const row = page.getByRole('row', { name: /Search/ });
    await expect.element(row).toMatchTextContent(/25%12% to 45%.*nothing written.*12/);
    await expect.element(page.getByText('請求書が見つかりません。')).toBeVisible();
    await page.getByRole('button', { name: 'Make it a topic' }).click();
    await expect.element(page.getByLabelText('Name')).toHaveValue('請求書');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(toast('Saved. Older answers follow.')).toBeVisible();
    expect(sent).toEqual([
      { method: 'POST', body: { name: '請求書', rules: [{ language: 'ja', any: ['請求書'], none: [] }] } },
    ]);
  });

  test('asks for what a topic cannot be without, and says whose name is taken', async () => {
    server([], {
      'POST /v1/topics': () =>
        problem(409, 'conflict', [{ path: 'name', code: 'taken', message: 'another topic has it' }]),
    });
    onPage(<TopicsPage />, { path: '/console/topics' });
    await page.getByRole('button', { name: 'New topic' }).first().click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByText('Give it a name.')).toBeVisible();
    await expect.element(page.getByText('Give at least one word.')).toBeVisible();
    await page.getByLabelText('Name').fill('Search');
    await page.getByLabelText('The answer holds one of these words').fill('検索');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByText('Another topic has this name.')).toBeVisible();
  });

  test('lets readers look and change nothing', async () => {
    server([aTopic()]);
    onPage(<TopicsPage />, { path: '/console/topics', role: 'viewer' });
    await expect.element(page.getByRole('link', { name: 'Search' })).toBeVisible();
    await expect.element(page.getByText('請求書', { exact: true })).toBeVisible();
    expect(page.getByRole('button', { name: 'New topic' }).elements()).toEqual([]);
    expect(page.getByRole('button', { name: 'Dismiss' }).elements()).toEqual([]);
  });
});

test('TopicPage tells the trend, the accounts with what they pay, and whom nobody can be told of', async () => {
  server([aTopic()], {
    'GET /v1/topics/:id': () => ({ body: aTopic() }),
    'GET /v1/topics/:id/trend': () => ({
      body: { data: [{ from: '2026-11-14', to: '2026-11-21', share: aTopic().recent }] },
    }),
    'GET /v1/topics/:id/accounts': () => ({
      body: {
        data: [
          {
            account: {
              id: anId('acc'),
              name: '青葉製作所',
              recurringRevenue: { amountMinor: 1_440_000, currency: 'JPY' },
              renewalDate: null,
            },
            answers: 2,
            people: 1,
            lastAt: at,
          },
          { account: null, answers: 1, people: 1, lastAt: at },
        ],
        accounts: 1,
        people: 2,
        answers: 3,
        recurringRevenue: [{ amountMinor: 1_440_000, currency: 'JPY' }],
      },
    }),
    'GET /v1/responses': () => ({ body: { data: [], nextCursor: null } }),
    'POST /v1/topics/:id/announcement': () => problem(409, 'conflict'),
  });
  onPage(<TopicPage id={TOPIC} />, { path: `/console/topics/${TOPIC}` });
  await expect.element(page.getByText('1 account, ¥1.4M · last 84 days')).toBeVisible();
  await expect.element(page.getByRole('row', { name: /青葉製作所/ })).toBeVisible();
  await expect.element(page.getByText('No account known').first()).toBeVisible();
  await page.getByRole('button', { name: 'Tell those who said it' }).click();
  await expect.element(toast('Nobody talked of it in the last 180 days.')).toBeVisible();
});
