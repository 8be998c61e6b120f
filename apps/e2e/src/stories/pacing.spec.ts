import type { Page } from '@playwright/test';
import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

interface Survey {
  id: string;
  slug: string;
  draft: { delivery: Record<string, unknown> };
}

const closeTicket = (page: Page, ticketId: string) =>
  page.evaluate((id) => {
    const { banso } = window;
    return banso && !Array.isArray(banso) ? banso.track('ticket_closed', { ticketId: id }) : undefined;
  }, ticketId);

test('a closed ticket is asked about once, on whatever device, and the team sees which one it was', async ({
  page,
  person,
  hostFor,
  api,
  staff,
  device,
}) => {
  const someone = await person('asked');
  const name = `CSAT for ${someone.account.name}`;
  const made = await api.send<Survey>('POST', '/v1/surveys', { name, template: 'support-csat' });
  const { draft, slug } = made.data;
  const audience = { type: 'trait', subject: 'account', key: 'name', op: 'is', value: someone.account.name };
  const delivery = { ...draft.delivery, audience, delaySeconds: 0, priority: 900 };
  const path = `/v1/surveys/${made.data.id}`;
  await api.send('PATCH', path, { draft: { ...draft, delivery } }, made.etag);

  const editor = await staff(`/surveys/${made.data.id}?tab=delivery`);
  const often = editor.getByRole('region', { name: 'How often it opens by itself' });
  await often.getByRole('radio', { name: 'In waves' }).click();
  await expect(often).toContainText('everybody in the audience is asked once every 3 months');
  await expectAccessible(editor, 'waves');
  await often.getByRole('radio', { name: 'After an event' }).click();
  await often.getByLabel('Event', { exact: true }).fill('ticket_closed');
  await often.getByLabel('Property with its id').fill('ticketId');
  await often.getByRole('switch', { name: /Stop when enough have answered/ }).click();
  await expect(often).toContainText('each ticketId of “ticket_closed” is asked about once');
  await expect(often).toContainText('0 of 200 so far');
  await expectAccessible(editor, 'transactions');
  await editor.getByRole('button', { name: 'Publish v1' }).click();
  await editor
    .getByRole('dialog', { name: 'Publish version 1?' })
    .getByRole('button', { name: 'Publish', exact: true })
    .click();
  await expect(editor.getByText('Version 1 is live.', { exact: true })).toBeVisible();

  const ticket = `T-${someone.contactId.slice(-6)}`;
  await page.goto(hostFor(someone.userId));
  const widget = widgetOn(page);
  await widget.ready();
  await closeTicket(page, ticket);
  const question = widget.survey.getByRole('group', {
    name: 'How satisfied are you with the help that you got?',
  });
  await expect(question).toBeVisible();
  await question.getByRole('radio', { name: /^5/ }).click({ force: true });
  await widget.survey.getByRole('button', { name: /^(Next|Send)$/ }).click();
  await expect
    .poll(() => api.list<{ transactionId: string | null }>('/v1/responses', { transactionId: ticket }))
    .toMatchObject([{ transactionId: ticket }]);

  const phone = await device();
  await phone.goto(hostFor(someone.userId));
  await widgetOn(phone).ready();
  await closeTicket(phone, ticket);
  await widgetOn(phone).sent();
  await expect
    .poll(() =>
      phone.evaluate(async (of) => {
        const { banso } = window;
        if (!banso || Array.isArray(banso)) return '';
        return (await banso.why(of)).map(({ reason }) => reason).join();
      }, slug),
    )
    .toBe('no_transaction');

  const inbox = await staff(`/feedback?about=${ticket}`);
  const row = inbox.getByRole('region', { name: 'Answers' }).getByRole('listitem');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(`About ${ticket}`);
  await row.getByRole('button').click();
  await expect(inbox.getByRole('complementary', { name: 'Context' })).toContainText(ticket);
  await expectAccessible(inbox, 'feedback about a ticket');
});
