import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Response } from '../demo/records.ts';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

const OTHER = 'It forgets what I searched for yesterday';
const COMMENT = 'Keep my last searches.';

/** A survey that the host page has placed; another may open by itself beside it. */
const inline = (page: Page) => page.locator('banso-survey:not([floating])');
const asking = (page: Page, question: string) => inline(page).getByRole('group', { name: question });

test('a customer answers a branching survey by keyboard alone, goes back once, and the team reads every answer', async ({
  page,
  person,
  hostFor,
  api,
  staff,
}) => {
  const { userId, contactId, name } = await person('onboarded');
  // the network is slow while the first answer leaves: what is changed meanwhile stands
  let slow = true;
  await page.route('**/sync', async (route) => {
    if (slow && route.request().postData()?.includes('"survey_answered"')) {
      slow = false;
      await setTimeout(3_000);
    }
    await route.continue();
  });
  await page.goto(hostFor(userId, { body: '<banso-survey content="search-csat"></banso-survey>' }));
  const { keyboard } = page;
  await expect(asking(page, 'How satisfied are you with the search?')).toBeVisible();

  // a good mark leads past the reasons; a bad one asks for them
  await page.getByRole('button', { name: 'Write a note' }).focus();
  await keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Close' })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('Space');
  for (let presses = 0; presses < 4; presses++) await keyboard.press('ArrowRight');
  await expect(inline(page).getByRole('radio', { name: '5', exact: true })).toBeChecked();
  await keyboard.press('Enter');
  await expect(asking(page, 'What do you look for most?')).toBeVisible();
  const back = inline(page).getByRole('button', { name: 'Back' });
  while (!(await back.evaluate((button) => button.matches(':focus')))) await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(inline(page).getByRole('radio', { name: '5', exact: true })).toBeChecked();
  await keyboard.press('Tab');
  for (let presses = 0; presses < 3; presses++) await keyboard.press('ArrowLeft');
  await keyboard.press('Enter');

  await expect(asking(page, 'What was missing?')).toBeVisible();
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await keyboard.press('ArrowUp');
  await expect(inline(page).getByRole('radio', { name: 'Something else' })).toBeChecked();
  await keyboard.press('Tab');
  await keyboard.type(OTHER);
  await keyboard.press('Enter');

  await expect(inline(page).getByRole('textbox', { name: 'What would you change first?' })).toBeFocused();
  await keyboard.type(COMMENT);
  await keyboard.press('Control+Enter');
  await expect(inline(page).getByRole('heading', { name: 'Thank you' })).toBeFocused();
  await expect(inline(page).getByText('The people who build the search read this.')).toBeVisible();
  await expect(inline(page).getByText('Your answer has arrived.').first()).toBeVisible();

  // its last words arrive before the fact that it is complete
  const stored = () =>
    api
      .list<Response & { answers: { question: string; value: unknown; other: string | null }[] }>(
        '/v1/responses',
        { contactId },
      )
      .then((responses) =>
        responses
          .filter(
            // they may have answered it before
            ({ comment, answers }) =>
              comment === COMMENT && answers.some(({ question }) => question === 'search'),
          )
          .map(({ score, status, comment, answers }) => ({
            score,
            status,
            comment,
            answers: answers.map(({ value, other }) => [value, other]),
          })),
      );
  await expect.poll(stored).toEqual([
    {
      score: null,
      status: 'complete',
      comment: COMMENT,
      answers: [
        [2, null],
        [['other'], OTHER],
        [COMMENT, null],
      ],
    },
  ]);

  const inbox = await staff('/feedback');
  const row = inbox
    .getByRole('region', { name: 'Answers' })
    .getByRole('listitem')
    .filter({ hasText: COMMENT });
  await expect(row.getByRole('button')).toHaveAccessibleName(new RegExp(`^2 of 5 ${name} `));
  await row.getByRole('button').click();
  const answer = inbox.getByRole('article', { name });
  await expect(answer.getByRole('img', { name: '2 of 5' })).toBeVisible();
  await expect(answer.getByRole('listitem')).toHaveText(['Something else']);
  await expect(answer.getByText(OTHER)).toBeVisible();

  // and where people leave, question by question, with the answers behind each number
  const [survey] = (await api.list<{ id: string; slug: string }>('/v1/surveys')).filter(
    ({ slug }) => slug === 'search-csat',
  );
  await inbox.goto(new URL(`/console/surveys/${survey?.id}?tab=results`, inbox.url()).href);
  const outcomes = inbox.getByRole('table', { name: 'Where people leave' });
  const missing = outcomes.getByRole('row', { name: /^What was missing\?/ });
  await expect(missing).toBeVisible();
  await inbox.getByRole('button', { name: /^Period/ }).click();
  await inbox.getByRole('option', { name: 'last 90 days' }).click();
  await expect(inbox).toHaveURL(/tab=results.*days=90/);
  await expectAccessible(inbox, 'where people leave');
  const file = inbox.waitForEvent('download');
  await inbox.getByRole('button', { name: 'Save as CSV' }).click();
  expect((await file).suggestedFilename()).toBe('Where people leave.csv');
  await missing.getByRole('link').first().click();
  await expect(inbox.getByRole('listitem').filter({ hasText: name })).not.toHaveCount(0);
});

const labels = { low: { en: 'Not at all' }, high: { en: 'Very much' } };
const asked = (key: string) => ({ key, text: { en: `About ${key}` }, required: false });
const options = ['one', 'two', 'three'].map((key) => ({ key, text: { en: `Option ${key}` } }));
const EVERY_TYPE = [
  { ...asked('faces'), type: 'csat', labels },
  { ...asked('stars'), type: 'rating', labels },
  { ...asked('effort'), type: 'ces', labels },
  { ...asked('one'), type: 'choice', options, other: { en: 'Something else' }, random: false },
  { ...asked('several'), type: 'choices', options, other: null, random: true },
  { ...asked('reading'), type: 'statement' },
  { ...asked('words'), type: 'text' },
];
const NOBODY = {
  type: 'event',
  subject: 'contact',
  name: 'never_happens',
  op: 'at_least',
  count: 1,
  withinDays: null,
};

test('axe finds nothing in a question of any type, chosen and not', async ({
  page,
  person,
  hostFor,
  api,
}) => {
  const { userId } = await person('outsider');
  await api.publish('/v1/surveys', {
    name: 'Every type',
    slug: 'every-type',
    audience: NOBODY,
    body: {
      title: { en: 'Every type' },
      questions: EVERY_TYPE,
      followUps: { detractor: null, passive: null, promoter: null },
      endings: { detractor: {}, passive: {}, promoter: {} },
    },
  });
  await page.goto(hostFor(userId, { body: '<banso-survey content="every-type"></banso-survey>' }));
  const survey = inline(page);
  const go = (name: string) => survey.getByRole('button', { name }).click();

  for (const key of ['faces', 'stars', 'effort']) {
    await expect(asking(page, `About ${key}`)).toBeVisible();
    await expectAccessible(page, key);
    await survey.getByRole('radio', { name: '3', exact: true }).focus();
    await page.keyboard.press('Space');
    await expectAccessible(page, `${key}, chosen`);
    await go('Next');
  }
  await survey.getByRole('radio', { name: 'Something else' }).click();
  await survey.getByRole('textbox').fill('Neither');
  await expectAccessible(page, 'one choice in own words');
  await go('Next');
  await survey.getByRole('checkbox', { name: 'Option two' }).click();
  await expectAccessible(page, 'several choices');
  await go('Next');
  await expect(survey.getByText('About reading')).toBeVisible();
  await expectAccessible(page, 'statement');
  await go('Next');
  await expect(survey.getByRole('textbox', { name: 'About words' })).toBeVisible();
  await expectAccessible(page, 'words');
});
