import type { Renewal } from '@banso/contract/renewal';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { AccountPage } from '../account-page.tsx';
import { onPage, toast } from '../testing/on-page.tsx';
import { anAccount, anId } from '../testing/records.ts';
import { problem, standIn } from '../testing/stand-in.ts';

const ID = anId('acc');
const yen = (amountMinor: number) => ({ amountMinor, currency: 'JPY' });
const aRenewal = (over: Partial<Renewal> = {}): Renewal => ({
  id: ID.replace('acc', 'ren'),
  account: { id: ID, name: 'Aoba' },
  dueDate: '2025-03-31',
  outcome: 'renewed',
  decidedOn: '2025-03-20',
  decidedAt: '2025-03-21T10:00:00.000Z',
  decidedBy: { id: anId('mem'), name: 'Mika' },
  amountBefore: yen(1_000_000),
  amountAfter: yen(1_200_000),
  nextDueDate: '2026-03-31',
  ...over,
});

/** @param routes - What the server does with a decision. */
function opened(routes: Parameters<typeof standIn>[0] = {}, role: 'owner' | 'viewer' = 'owner') {
  const record = anAccount({ renewalDate: '2026-03-31', recurringRevenue: yen(1_200_000) });
  const asked = standIn({
    ...routes,
    'GET /v1/accounts/:id': () => ({ body: record, etag: '"r1"' }),
    'GET /v1/renewals': () => ({ body: { data: [aRenewal()], nextCursor: null } }),
  });
  onPage(<AccountPage id={ID} />, { role });
  return asked.filter.bind(asked);
}
const card = () => page.getByRole('region', { name: 'Renewals' });

test('shows what is open and what became of those before', async () => {
  opened();
  await expect.element(card()).toMatchTextContent(/The contract ends on Mar 31, 2026/);
  await expect
    .element(card().getByRole('listitem'))
    .toMatchTextContent(/Renewed.*Due Mar 31, 2025, decided Mar 20, 2025, noted by Mika.*¥1M → ¥1.2M/);
});

test('a renewal is written down with its day, the new end and the new amount', async () => {
  const sent = opened({ 'POST /v1/accounts/:id/renewals': () => ({ status: 201, body: aRenewal() }) });
  await card().getByRole('button', { name: 'Renewed' }).click();
  const dialog = page.getByRole('dialog', { name: 'Aoba renewed' });
  await expect.element(dialog.getByLabelText('New contract ends on')).toHaveValue('2027-03-31');
  await dialog.getByLabelText('New contract ends on').fill('2026-03-31');
  await dialog.getByLabelText('Decided on').fill('2026-03-20');
  await dialog.getByLabelText('Amount', { exact: true }).fill('1500000');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect
    .element(dialog.getByLabelText('New contract ends on'))
    .toHaveAccessibleDescription('Enter a day after Mar 31, 2026.');
  await dialog.getByLabelText('New contract ends on').fill('2028-03-31');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.element(toast('Aoba: renewed.')).toBeVisible();
  expect(sent(({ method }) => method === 'POST')).toMatchObject([
    {
      etag: '"r1"',
      body: {
        outcome: 'renewed',
        decidedOn: '2026-03-20',
        nextDueDate: '2028-03-31',
        amountAfter: yen(1_500_000),
      },
    },
  ]);
});

test('who was overtaken sees that nothing was saved, and cannot send it again unseen', async () => {
  const sent = opened({ 'POST /v1/accounts/:id/renewals': () => problem(412, 'precondition_failed') });
  await card().getByRole('button', { name: 'Did not renew' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.element(dialog.getByRole('alert')).toMatchTextContent(/Nothing was saved/);
  expect(dialog.getByRole('button', { name: 'Save' }).elements()).toHaveLength(0);
  expect(sent(({ method }) => method === 'POST')).toHaveLength(1);
});

test('a mistake is taken back', async () => {
  const sent = opened({ 'DELETE /v1/renewals/:id': () => ({ status: 204 }) });
  await card().getByRole('button', { name: 'Take back' }).click();
  await expect.element(toast('Taken back. The renewal is open again.')).toBeVisible();
  expect(sent(({ method }) => method === 'DELETE')).toMatchObject([{ etag: '"r1"' }]);
});

test('who may only read decides nothing', async () => {
  opened({}, 'viewer');
  await expect.element(card().getByRole('listitem')).toBeVisible();
  expect(card().getByRole('button').elements()).toHaveLength(0);
});
