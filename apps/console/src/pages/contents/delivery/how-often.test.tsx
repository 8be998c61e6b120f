import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { chooseLanguage } from '../../../data/session.ts';
import { anAnnouncement, anId, aRecord, aSurvey } from '../testing/drafts.ts';
import { opened } from '../testing/opened.tsx';
import { StandIn } from '../testing/stand-in.ts';

let api: StandIn;
const stored = () => api.contents[0]!.record.draft.delivery;
/** Waits until the card says so. */
const says = (words: string) => expect.poll(() => often().element().textContent).toContain(words);
const often = () => page.getByRole('region', { name: 'How often it opens by itself' });

beforeEach(() => {
  api = new StandIn().install();
  api.add('survey', { ...aRecord(), id: anId('srv'), draft: aSurvey() });
});

test('the clocks are said in words, and the words follow', async () => {
  opened(`surveys/${anId('srv')}?tab=delivery`);
  await says(
    'it opens again 7 days after it was only seen, 30 days after it was closed, 90 days after an answer. It opens at most 3 times for one person until they answer.',
  );
  await page.getByLabelText('Again after an answer').fill('');
  await page.getByLabelText('Again after it was shown').fill('0');
  await page.getByLabelText('At most', { exact: true }).fill('1');
  await says('at any visit after it was only seen, 30 days after it was closed, never after an answer.');
  await says('at most once for one person');
});

test('nobody answers an announcement, and it has no waves', async () => {
  const draft = anAnnouncement({ mode: 'banner' });
  api.add('announcement', { ...aRecord(), id: anId('ann'), draft });
  opened(`announcements/${anId('ann')}?tab=delivery`);
  await says('7 days after it was only seen, never after it was closed.');
  expect(often().element().textContent).not.toContain('after an answer');
  await expect.element(page.getByRole('radio', { name: 'In waves' })).not.toBeInTheDocument();
});

test('waves take the place of the clocks, and back', async () => {
  opened(`surveys/${anId('srv')}?tab=delivery`);
  await page.getByRole('radio', { name: 'In waves' }).click();
  await expect.element(page.getByLabelText('Again after an answer')).not.toBeInTheDocument();
  await page.getByLabelText('First wave begins').fill('2027-01-01');
  await page.getByLabelText('A wave lasts').fill('1');
  await page.getByLabelText('Asked in each wave').fill('25');
  await says(
    '25 % of the audience take their turn every month, each on a day of their own: everybody about once every 4 months.',
  );
  await expect.poll(() => stored().waves).toEqual({ from: '2027-01-01', months: 1, percent: 25 });
  await page.getByRole('radio', { name: 'After some days' }).click();
  await expect.poll(() => stored().waves ?? 'none').toBe('none');
  expect(stored().recurrence.afterAnsweredDays).toBe(90);
});

test('an event needs its names, and says what waits', async () => {
  api.pacing = { ...api.pacing, openTransactions: 12 };
  opened(`surveys/${anId('srv')}?tab=delivery`);
  await page.getByRole('radio', { name: 'After an event' }).click();
  const event = page.getByLabelText('Event', { exact: true });
  await expect.element(event).toHaveAccessibleDescription(/^Fill this in\./);
  await event.fill('ticket_closed');
  await page.getByLabelText('Property with its id').fill('ticketId');
  await page.getByLabelText('Asked within').fill('3');
  await says(
    'each ticketId of “ticket_closed” is asked about once, at a visit within 3 days, the newest first.',
  );
  await says('12 waiting to be asked about.');
  await expect
    .poll(() => stored().transaction)
    .toEqual({ event: 'ticket_closed', property: 'ticketId', withinDays: 3 });
});

test('a quota stands beside the answers so far, in all or in a wave', async () => {
  api.pacing = { ...api.pacing, answered: { total: 412, inWave: 9 } };
  opened(`surveys/${anId('srv')}?tab=delivery`);
  await page.getByRole('switch', { name: /Stop when enough have answered/ }).click();
  await page.getByLabelText('Answers', { exact: true }).fill('500');
  await says('412 of 500 so far');
  await says('Nobody is asked any more once 500 have answered.');
  await page.getByRole('radio', { name: 'In waves' }).click();
  await page.getByRole('radio', { name: 'in each wave' }).click();
  await says('9 of 500 so far');
  await expect.poll(() => stored().quota).toEqual({ answers: 500, per: 'wave' });
  await page.getByRole('radio', { name: 'After some days' }).click();
  await expect.poll(() => stored().quota).toEqual({ answers: 500, per: 'total' });
});

test.each([
  ['ja', '再び開くのは、表示だけで終わったら7日後、閉じられたら30日後、回答があれば90日後。'],
  ['ko', '다시 열리는 때는 보기만 했으면 7일 뒤, 닫았으면 30일 뒤, 응답했으면 90일 뒤.'],
] as const)('the words are there in %s', async (language, words) => {
  chooseLanguage(language);
  opened(`surveys/${anId('srv')}?tab=delivery`);
  await expect.poll(() => document.querySelector('.lead-in')?.textContent).toContain(words);
});
