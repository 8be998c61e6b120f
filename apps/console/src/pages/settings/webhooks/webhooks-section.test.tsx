import type { Delivery, Webhook } from '@banso/contract/webhook';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { onPage, toast } from '../../accounts/testing/on-page.tsx';
import { anId } from '../../accounts/testing/records.ts';
import { pageOf, problem, standIn } from '../../accounts/testing/stand-in.ts';
import { WebhooksSection } from './webhooks-section.tsx';

const AT = '2026-01-05T10:00:00.000Z';

const aWebhook = (over: Partial<Webhook> = {}): Webhook => ({
  id: anId('whk', 1),
  kind: 'webhook',
  name: 'Billing',
  url: 'https://billing.example/…',
  events: ['case.opened'],
  secrets: [{ id: 'sec_1', hint: '…9f3a', createdAt: AT }],
  status: 'active',
  failingSince: null,
  createdAt: AT,
  updatedAt: AT,
  ...over,
});

const aDelivery = (n: number, over: Partial<Delivery> = {}): Delivery => ({
  id: anId('dlv', n),
  eventId: anId('evt', n),
  type: 'case.opened',
  status: 'delivered',
  attempts: 1,
  nextAttemptAt: null,
  lastAttemptAt: AT,
  lastCode: 200,
  lastError: null,
  body: '{"type":"case.opened"}',
  createdAt: AT,
  ...over,
});

function aServer(webhooks: Webhook[], deliveries: Delivery[] = []) {
  const asked = standIn({
    'GET /v1/webhooks': () => ({ body: { data: webhooks } }),
    'GET /v1/webhook-settings': () => ({ body: { textsMayLeave: true }, etag: '"s1"' }),
    'PUT /v1/webhook-settings': ({ body }) => ({ body }),
    'POST /v1/webhooks': ({ body }) => {
      const { url, ...rest } = body as Pick<Webhook, 'url' | 'name' | 'kind' | 'events'>;
      if (url.includes('@'))
        return problem(400, 'invalid', [
          { path: 'url', code: 'custom', message: 'must hold no credentials' },
        ]);
      const made = aWebhook({ ...rest, id: anId('whk', webhooks.length + 1) });
      webhooks.push(made);
      return { status: 201, body: { ...made, secret: 'whsec_shown-once' } };
    },
    'GET /v1/webhooks/:id': (_, id) => ({ body: webhooks.find((one) => one.id === id), etag: '"w1"' }),
    'PATCH /v1/webhooks/:id': ({ body, etag }, id) => {
      if (etag !== '"w1"') return problem(412, 'precondition_failed');
      const at = webhooks.findIndex((one) => one.id === id);
      webhooks[at] = { ...webhooks[at]!, ...(body as Partial<Webhook>) };
      return { body: webhooks[at] };
    },
    'POST /v1/webhooks/:id/secrets': (_, id) => {
      const at = webhooks.findIndex((one) => one.id === id);
      const secrets = [...webhooks[at]!.secrets, { id: 'sec_2', hint: '…77c0', createdAt: AT }];
      webhooks[at] = { ...webhooks[at]!, secrets };
      return { status: 201, body: { id: 'sec_2', secret: 'whsec_second' } };
    },
    'DELETE /v1/webhooks/:id/old-secret': (_, id) => {
      const at = webhooks.findIndex((one) => one.id === id);
      webhooks[at] = { ...webhooks[at]!, secrets: webhooks[at]!.secrets.slice(1) };
      return { status: 204 };
    },
    'GET /v1/webhooks/:id/deliveries': () => pageOf(deliveries),
    'POST /v1/webhooks/:id/deliveries/resend': ({ body }) => ({
      body: { count: 'ids' in (body as object) ? 1 : 12 },
    }),
  });
  const sent = (method: string, path: RegExp) =>
    asked.filter((one) => one.method === method && path.test(one.path)).map(({ body }) => body);
  return { webhooks, sent };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('WebhooksSection', () => {
  test('makes one, says at the address what is wrong with it, and shows its secret once', async () => {
    const { webhooks } = aServer([]);
    onPage(<WebhooksSection />);
    await expect.element(page.getByText('No webhooks yet')).toBeVisible();
    await button('New webhook').click();
    await button('Create webhook').click();
    await expect.element(page.getByLabelText('Name')).toHaveAccessibleDescription(/Enter a name/);
    const address = page.getByLabelText('Address');
    await expect.element(address).toHaveAccessibleDescription(/Enter a web address/);

    await page.getByLabelText('Name').fill('Warehouse');
    await address.fill('https://me:secret@warehouse.example/in');
    await button('Create webhook').click();
    await expect.element(address).toHaveAccessibleDescription(/without a user name or password/);
    await address.fill('https://warehouse.example/in');
    await button('Create webhook').click();
    await expect.element(page.getByText('whsec_shown-once')).toBeVisible();
    await button('I have stored it').click();
    await expect.element(button('Edit: Warehouse')).toBeVisible();
    expect(webhooks).toMatchObject([{ name: 'Warehouse', events: ['response.completed', 'case.opened'] }]);
  });

  test('is paused and switched on again', async () => {
    const { webhooks } = aServer([aWebhook()]);
    onPage(<WebhooksSection />);
    await button('Pause: Billing').click();
    await expect.poll(() => webhooks[0]).toMatchObject({ status: 'paused' });
    await button('Switch on: Billing').click();
    await expect.poll(() => webhooks[0]).toMatchObject({ status: 'active' });
  });

  test('changes over to a new secret, and ends the old one', async () => {
    const { webhooks } = aServer([aWebhook()]);
    onPage(<WebhooksSection />);
    await button('Secrets: Billing').click();
    await button('Add a new secret').click();
    await expect.element(page.getByText('whsec_second')).toBeVisible();
    await button('I have stored it').click();
    await expect.element(page.getByText(/changing over to a new secret/)).toBeVisible();
    await button('Secrets: Billing').click();
    await button('Delete the old secret').click();
    await expect.poll(() => webhooks[0]?.secrets).toMatchObject([{ id: 'sec_2' }]);
  });

  test('tells what became of each message, and sends one or a period again', async () => {
    const { sent } = aServer(
      [aWebhook()],
      [
        aDelivery(1),
        aDelivery(2, { status: 'failed', attempts: 9, lastCode: 503, body: { withheld: true } }),
      ],
    );
    onPage(<WebhooksSection />);
    await button('Messages: Billing').click();
    const dialog = page.getByRole('dialog', { name: 'Messages to “Billing”' });
    await expect.element(dialog.getByText(/503/)).toBeVisible();
    const sentLast = dialog.getByText('What is sent', { exact: true }).nth(1);
    await sentLast.click();
    await expect.element(dialog.getByText('Text withheld')).toBeVisible();
    const again = dialog.getByRole('button', { name: 'Send again', exact: true });
    await again.nth(1).click();
    await expect.element(toast(/One message is on its way again/)).toBeVisible();
    await again.last().click();
    await expect.element(dialog.getByText(/Choose two moments/)).toBeVisible();
    await dialog.getByLabelText('From').fill('2026-01-05T08:00');
    await dialog.getByLabelText('To').fill('2026-01-05T12:00');
    await again.last().click();
    await expect.element(toast(/12 messages are on their way again/)).toBeVisible();
    expect(sent('POST', /resend$/)).toEqual([
      { ids: [anId('dlv', 2)] },
      {
        from: new Date('2026-01-05T08:00').toISOString(),
        to: new Date('2026-01-05T12:00').toISOString(),
        failedOnly: true,
      },
    ]);
  });

  test('keeps what customers wrote inside when it is told to', async () => {
    const { sent } = aServer([]);
    onPage(<WebhooksSection />);
    await page.getByRole('checkbox').click();
    await expect.poll(() => sent('PUT', /webhook-settings$/)).toEqual([{ textsMayLeave: false }]);
  });
});
