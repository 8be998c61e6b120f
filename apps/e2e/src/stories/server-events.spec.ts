import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

const run = promisify(execFile);

interface Survey {
  id: string;
  draft: { delivery: Record<string, unknown> };
}

test('a server tells of a closed ticket, the team sees that it was heard, and the person is asked about it', async ({
  page,
  person,
  hostFor,
  api,
  staff,
  demo,
}) => {
  const someone = await person('asked');
  const made = await api.send<Survey>('POST', '/v1/surveys', {
    name: `Told by a server for ${someone.account.name}`,
    template: 'support-csat',
  });
  const { draft, id } = made.data;
  const audience = { type: 'trait', subject: 'account', key: 'name', op: 'is', value: someone.account.name };
  const transaction = { event: 'server_ticket_closed', property: 'ticketId', withinDays: 7 };
  const delivery = { ...draft.delivery, audience, transaction, delaySeconds: 0, priority: 950 };
  const changed = await api.send('PATCH', `/v1/surveys/${id}`, { draft: { ...draft, delivery } }, made.etag);
  await api.send('POST', `/v1/surveys/${id}/publish`, {}, changed.etag);

  const keys = await staff('/settings/keys');
  const code = keys.getByRole('group', { name: 'Server code' });
  await expect(code).toContainText('/v1/track');
  await expectAccessible(keys, 'keys, with the lines for a server');
  // the lines of the console, as a developer pastes them, about their own ticket
  const ticket = `S-${someone.contactId.slice(-6)}`;
  const lines = (await code.innerText())
    .replace('user-42', someone.userId)
    .replace('"ticket_closed"', '"server_ticket_closed"')
    .replace('"4711"', `"${ticket}"`)
    .replace('ticket-4711-closed', `${ticket}-closed`);
  const env = { PATH: process.env['PATH'], BANSO_SECRET_KEY: demo.secretKey };
  const tell = async () => JSON.parse((await run('sh', ['-c', lines], { env })).stdout) as unknown;
  expect(await tell()).toMatchObject({ accepted: [`${ticket}-closed`], refused: [] });
  expect(await tell()).toMatchObject({ accepted: [`${ticket}-closed`], refused: [] });
  await expect(keys.getByRole('heading', { name: /We heard your server/ })).toBeVisible();
  const told = keys.getByRole('table', { name: 'Last things your server told us' });
  await expect(told.getByRole('row', { name: /server_ticket_closed/ }).first()).toContainText(someone.name);
  await expectAccessible(keys, 'keys, after a server was heard');

  await page.goto(hostFor(someone.userId));
  const widget = widgetOn(page);
  await widget.ready();
  const question = widget.survey.getByRole('group', {
    name: 'How satisfied are you with the help that you got?',
  });
  await expect(question).toBeVisible();
  await question.getByRole('radio', { name: /^4/ }).click({ force: true });
  await widget.survey.getByRole('button', { name: /^(Next|Send)$/ }).click();
  await expect
    .poll(() => api.list<{ transactionId: string | null }>('/v1/responses', { transactionId: ticket }))
    .toMatchObject([{ transactionId: ticket }]);
});
