import type { Page } from '@playwright/test';
import { PLAYGROUND_CUSTOMERS } from '../demo/cast.ts';
import type { Contact, Response } from '../demo/records.ts';
import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';

const SOON_MS = 1_000;
const COMMENT = '검색이 빨라져서 회의록을 다시 찾기 쉬워요.';

/** The time at which a text comes into a page, by the clock that this process has too; infinite when it does not come. */
function comingOf(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((came) => {
        const observer = new MutationObserver(() => {
          if (!document.body.innerText.includes(wanted)) return;
          observer.disconnect();
          came(Date.now());
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        setTimeout(() => came(Infinity), 10_000);
      }),
    text,
  );
}

interface Nps {
  current: { n: number; score: number; favourable: number; unfavourable: number };
}

test('a customer answers the question with a comment: it appears in the open console within a second, and the score moves', async ({
  page,
  demo,
  api,
  staff,
}) => {
  const { userId, name } = PLAYGROUND_CUSTOMERS.ko;
  const [surveys, contacts] = await Promise.all([
    api.list<{ id: string; slug: string }>('/v1/surveys'),
    api.list<Contact>('/v1/contacts', { search: name }),
  ]);
  const surveyId = surveys.find(({ slug }) => slug === 'relationship-nps')?.id ?? '';
  const contactId = contacts.find(({ externalId }) => externalId === userId)?.id ?? '';
  const day = 86_400_000;
  const period = {
    from: new Date(Date.now() - 90 * day).toISOString(),
    to: new Date(Date.now() + day).toISOString(),
  };
  const korean = () => api.get<Nps>('/v1/reports/nps', { surveyId, locale: 'ko', ...period });
  const before = (await korean()).current;

  const feedback = await staff('/feedback');
  const report = await staff(`/reports/nps?survey=${surveyId}`);
  const row = report.getByRole('row', { name: /Korean/ });
  await expect(row.getByRole('cell').nth(0)).toHaveText(`${before.n}`);
  await expect(feedback.getByText('Live', { exact: true })).toBeVisible();

  await page.goto(`${demo.playgroundUrl}?user=ko`);
  const widget = widgetOn(page);
  await widget.score(10);
  await widget.comment(COMMENT);
  const came = comingOf(feedback, COMMENT);
  const sentAt = Date.now();
  await widget.survey.getByRole('button', { name: '보내기' }).click();
  const tookMs = (await came) - sentAt;
  expect(tookMs).toBeLessThan(SOON_MS);

  const answer = feedback
    .getByRole('region', { name: 'Answers' })
    .getByRole('listitem')
    .filter({ hasText: COMMENT });
  await expect(answer.getByRole('button')).toHaveAccessibleName(
    new RegExp(`^Score 10 of 10, promoter ${name} `),
  );
  await expect(row.getByRole('cell').nth(0)).toHaveText(`${before.n + 1}`);
  const score = (100 * (before.favourable + 1 - before.unfavourable)) / (before.n + 1);
  expect((await korean()).current).toMatchObject({ n: before.n + 1, score });
  await expect(row.getByRole('cell').nth(2)).toContainText(`${Math.round(score)}`.replace('-', '−'));

  const stored = await api.list<Response>('/v1/responses', { contactId, ...period });
  expect(stored).toMatchObject([
    { score: 10, comment: COMMENT, locale: 'ko', verified: true, status: 'complete' },
  ]);
});
