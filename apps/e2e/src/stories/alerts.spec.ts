import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHmac } from 'node:crypto';
import { widgetOn } from '../host/widget.ts';
import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

interface Received {
  body: string;
  headers: Record<string, string | string[] | undefined>;
}

test('somebody unhappy is noticed at once: at the bell, in the mailbox, and by a server of the team', async ({
  page,
  hostFor,
  staff,
  mailTo,
  demo,
}) => {
  // somebody new: nobody else of the demo is asked less for it
  const [userId, name] = [`kn-alerts-${Date.now()}`, 'the day'];
  const received: Received[] = [];
  const receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ body, headers: request.headers });
      response.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const { port } = receiver.address() as AddressInfo;

  const console = await staff('/settings/webhooks');
  await console.getByRole('button', { name: 'New webhook' }).click();
  await console.getByLabel('Name').fill(`Desk of ${name}`);
  await console.getByLabel('Address').fill(`http://127.0.0.1:${port}/banso`);
  for (const told of ['Completed answers', 'Opened cases']) await console.getByLabel(told).uncheck();
  await console.getByRole('button', { name: 'Create webhook' }).click();
  const shown = console.getByRole('dialog', { name: 'Copy the secret now' });
  const secret = await shown.getByRole('code').innerText();
  await console.getByRole('button', { name: 'I have stored it' }).click();

  await console.goto(new URL('/console/settings/alerts', demo.url).href);
  await console.getByRole('button', { name: 'New rule' }).click();
  const form = console.getByRole('dialog', { name: 'New rule' });
  await form.getByRole('button', { name: 'Create rule' }).click();
  await expect(form.getByText('Give the rule a name.')).toBeVisible();
  const word = `gizmo${userId.replaceAll(/\W/g, '')}`;
  await form.getByLabel('Name').fill(`About ${name}`);
  await form.getByLabel('Words').fill(word);
  await form.getByLabel('Mail it to them too').check();
  await form.getByLabel(`Desk of ${name}`).check();
  await expectAccessible(console, 'the form of an alert rule');
  await form.getByRole('button', { name: 'Create rule' }).click();
  await expect(console.getByText(`NPS 0–6 · with “${word}”`)).toBeVisible();

  await page.goto(hostFor(userId, { body: '<banso-survey content="relationship-nps"></banso-survey>' }));
  const inline = page.locator('banso-survey:not([floating])');
  await inline.getByRole('radio', { name: '2', exact: true }).click({ force: true });
  await inline.getByRole('textbox').fill(`The ${word} broke again.`);
  await inline.getByRole('button', { name: 'Send' }).click();
  await widgetOn(page).sent();

  await expect.poll(() => received.length, { timeout: 20_000 }).toBe(1);
  const { body, headers } = received[0] ?? { body: '', headers: {} };
  const signed = `${headers['webhook-id'] as string}.${headers['webhook-timestamp'] as string}.${body}`;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', key).update(signed).digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${signature}`);
  expect(JSON.parse(body)).toMatchObject({ type: 'alert.fired', data: { rule: { name: `About ${name}` } } });

  await console.goto(new URL('/console/notices', demo.url).href);
  await expect(console.getByText(`About ${name}`).first()).toBeVisible();
  const mail = await mailTo('mika.hayashi@kumo-notes.example', new RegExp(`^About ${name}`));
  expect(mail.words, 'customers’ words stay where they may not leave').not.toContain(word);

  await console.goto(new URL('/console/settings/alerts', demo.url).href);
  await console.getByRole('button', { name: `Edit: About ${name}` }).click();
  await console.getByRole('radio', { name: 'A score falls' }).check();
  await console.getByRole('dialog').getByLabel('Survey').selectOption({ index: 1 });
  await console.getByRole('button', { name: 'Save' }).click();
  await expect(console.getByText(/falls within a week/).first()).toBeVisible();
  await console.getByRole('button', { name: `Delete: About ${name}` }).click();
  await console.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(console.getByRole('button', { name: `Edit: About ${name}` })).toHaveCount(0);

  await console.goto(new URL('/console/settings/webhooks', demo.url).href);
  await console.getByRole('button', { name: `Messages: Desk of ${name}` }).click();
  await expect(console.getByText('Delivered').first()).toBeVisible();
  await expectAccessible(console, 'the messages to a webhook');
  await console.getByRole('button', { name: 'Send again', exact: true }).first().click();
  await expect.poll(() => received.length, { timeout: 20_000 }).toBe(2);
  expect(received[1]?.headers['webhook-id']).toBe(headers['webhook-id']);
  receiver.close();
});
