import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { onPage } from '../accounts/testing/on-page.tsx';
import { aContact, anAccount, anId } from '../accounts/testing/records.ts';
import { pageOf, standIn } from '../accounts/testing/stand-in.ts';
import { ContactsPage } from './contacts-page.tsx';

const people = [
  aContact({ id: anId('con', 1), name: 'Mika', email: 'mika@example.com' }),
  aContact({ id: anId('con', 2), verified: false }),
  aContact({ id: anId('con', 3), externalId: null, verified: false }),
];

describe('ContactsPage', () => {
  test('names everybody, and says how sure it is who they are', async () => {
    standIn({ 'GET /v1/contacts': () => pageOf(people) });
    onPage(<ContactsPage />, { path: '/console/contacts' });
    await expect.element(page.getByRole('row', { name: /Mika.*Verified/ })).toBeVisible();
    await expect.element(page.getByRole('row', { name: /user-42.*Not verified/ })).toBeVisible();
    await expect.element(page.getByRole('row', { name: /Anonymous visitor.*Anonymous/ })).toBeVisible();
  });

  test('filters and sort of the address are what the server is asked; without them, who was seen last comes first', async () => {
    const asked = standIn({ 'GET /v1/contacts': () => pageOf(people) });
    const last = () => asked.findLast(({ path }) => path === '/v1/contacts');
    onPage(<ContactsPage />, { path: '/console/contacts' });
    await expect.poll(() => last()?.query.get('sort')).toBe('-lastSeenAt');
    await page.getByRole('button', { name: /^Identity/ }).click();
    await page.getByRole('option', { name: 'Anonymous' }).click();
    await expect.poll(() => last()?.query.get('identity')).toBe('anonymous');
    expect(new URLSearchParams(location.search).get('identity')).toBe('anonymous');
  });

  test('an account of the address that is far down the list has its name in the filter', async () => {
    const far = anAccount({ id: anId('acc', 9), name: 'Zephyr' });
    standIn({
      'GET /v1/contacts': () => pageOf(people),
      'GET /v1/accounts': () => pageOf([anAccount()]),
      'GET /v1/accounts/:id': () => ({ body: far }),
    });
    onPage(<ContactsPage />, { path: `/console/contacts?accountId=${far.id}` });
    await expect.element(page.getByRole('button', { name: /^Account Zephyr/ })).toBeVisible();
  });

  test('a new person is sent with the chosen account, and their page opens', async () => {
    const asked = standIn({
      'GET /v1/contacts': () => pageOf(people),
      'GET /v1/accounts': () => pageOf([anAccount({ name: 'Aoba' })]),
      'POST /v1/contacts': () => ({ status: 201, body: aContact({ id: anId('con', 7) }) }),
    });
    onPage(<ContactsPage />, { path: '/console/contacts?new=1' });
    await page.getByRole('button', { name: 'Add person' }).click();
    await expect.element(page.getByText('Enter the user id.')).toBeVisible();
    await userEvent.type(page.getByLabelText('User id of your product'), 'user-7');
    await page.getByRole('radio', { name: 'Aoba' }).click();
    await page.getByRole('button', { name: 'Add person' }).click();
    await expect.poll(() => location.pathname).toBe(`/console/contacts/${anId('con', 7)}`);
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      externalId: 'user-7',
      accountId: anId('acc'),
    });
  });
});
