import type { Response } from '../demo/records.ts';
import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';

test('an answer is counted once', async ({ page, person, hostFor, api }) => {
  const { contactId, userId } = await person('asked');
  await page.goto(hostFor(userId));
  const widget = widgetOn(page);
  await widget.score(9);
  await widget.comment('It is quick.');
  await widget.survey.getByRole('button', { name: 'Send' }).click();
  await expect(widget.survey.getByText('Your answer has arrived.')).toBeVisible();
  const responses = await api.list<Response>('/v1/responses', { contactId });
  expect(responses[0]).toMatchObject({ score: 9, comment: 'It is quick.' });
});
