import { expect, test } from '../test.ts';
import { expectAccessible } from '../watch/accessibility.ts';

test('an account renews: its date moves on, what became of it is on record, and a mistake is taken back', async ({
  api,
  staff,
}) => {
  const { data: account } = await api.send<{ id: string }>('POST', '/v1/accounts', {
    name: 'Minato Print',
    lifecycle: 'established',
    renewalDate: '2026-03-31',
    recurringRevenue: { amountMinor: 1_200_000, currency: 'JPY' },
  });
  const page = await staff(`/accounts/${account.id}`);
  const card = page.getByRole('region', { name: 'Renewals' });
  await card.getByRole('button', { name: 'Renewed' }).click();
  const dialog = page.getByRole('dialog', { name: 'Minato Print renewed' });
  await dialog.getByLabel('Decided on').fill('2026-03-20');
  await dialog.getByLabel('Amount', { exact: true }).fill('1500000');
  await expectAccessible(page, 'what has to be known of a renewal');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(card.getByRole('listitem')).toContainText('Due Mar 31, 2026, decided Mar 20, 2026');
  await expect(card).toContainText('The contract ends on Mar 31, 2027');
  const renewals = await api.list<object>('/v1/renewals', { accountId: account.id });
  expect(renewals).toMatchObject([
    { outcome: 'renewed', amountAfter: { amountMinor: 1_500_000 }, nextDueDate: '2027-03-31' },
  ]);

  await card.getByRole('button', { name: 'Take back' }).click();
  await expect(card).toContainText('The contract ends on Mar 31, 2026');
  expect(await api.list('/v1/renewals', { accountId: account.id })).toEqual([]);
  expect(await api.get(`/v1/accounts/${account.id}`)).toMatchObject({
    renewalDate: '2026-03-31',
    recurringRevenue: { amountMinor: 1_200_000 },
  });
});
