import type { Response } from '../demo/records.ts';
import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';

test('an answer that is given offline arrives once after reconnecting', async ({
  page,
  context,
  person,
  hostFor,
  api,
}) => {
  const { contactId, userId } = await person('asked');
  const answers = async () =>
    (await api.list<Response>('/v1/responses', { contactId })).filter(({ comment }) => comment === COMMENT);
  const COMMENT = 'Written on a train.';
  await page.goto(hostFor(userId));
  const widget = widgetOn(page);
  await expect(widget.survey.getByRole('radio').first()).toBeVisible();
  await expect(widget.survey.getByRole('button', { name: 'Ask me later' })).toBeVisible();
  await page.waitForLoadState('networkidle');

  await context.setOffline(true);
  await widget.score(4);
  await widget.comment(COMMENT);
  await widget.survey.getByRole('button', { name: 'Send' }).click();
  await expect(widget.survey.getByRole('status')).toHaveText(/saved on this device/);
  expect(await answers()).toEqual([]);

  await context.setOffline(false);
  await expect.poll(async () => (await answers()).length).toBe(1);
  await widget.sent();
  await page.reload();
  await widget.ready();
  await widget.sent();
  expect(await answers()).toMatchObject([{ score: 4, comment: COMMENT, status: 'complete', verified: true }]);
});

test('an answer whose receipt is lost on the way is counted once', async ({ page, person, hostFor, api }) => {
  const { contactId, userId } = await person('asked');
  const COMMENT = 'Sent twice, meant once.';
  let lost = 0;
  await page.route('**/sync', async (route) => {
    const isAnswer = route.request().postData()?.includes('survey_answered') ?? false;
    if (!isAnswer || lost >= 2) return route.continue();
    lost += 1;
    await route.fetch(); // the service has it, and its answer never arrives
    await route.abort('connectionreset');
  });
  await page.goto(hostFor(userId));
  const widget = widgetOn(page);
  await widget.score(7);
  await widget.comment(COMMENT);
  await widget.survey.getByRole('button', { name: 'Send' }).click();
  await expect.poll(() => lost).toBe(2);
  await expect
    .poll(
      () =>
        page.evaluate(() => {
          const { banso } = window;
          return banso && !Array.isArray(banso) ? banso.getState().pending : -1;
        }),
      { timeout: 30_000 },
    )
    .toBe(0);
  const [latest, ...others] = await api.list<Response>('/v1/responses', { contactId });
  expect(latest).toMatchObject({ score: 7, comment: COMMENT, status: 'complete' });
  expect(others.filter(({ comment }) => comment === COMMENT)).toEqual([]);
});
