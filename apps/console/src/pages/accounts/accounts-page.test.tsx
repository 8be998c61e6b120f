import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AccountsPage } from './accounts-page.tsx';
import { onPage } from './testing/on-page.tsx';
import { anAccount, anId } from './testing/records.ts';
import { problem, standIn } from './testing/stand-in.ts';
import type { Asked } from './testing/stand-in.ts';

const MANY = Array.from({ length: 1_000 }, (_, index) =>
  anAccount({ id: anId('acc', index + 1), name: `Account-${index + 1}.` }),
);

/** A list in pages, as the real one. */
function pages({ query }: Asked) {
  const from = Number(query.get('cursor') ?? 0);
  const to = from + Number(query.get('limit'));
  return { body: { data: MANY.slice(from, to), nextCursor: to < MANY.length ? `${to}` : null } };
}

const row = (n: number) => page.getByRole('row', { name: new RegExp(`Account-${n}\\.`) });

describe('AccountsPage', () => {
  test('fills itself as one goes down, and draws only the rows near the window', async () => {
    const asked = standIn({ 'GET /v1/accounts': pages });
    onPage(<AccountsPage />, { path: '/console/accounts' });
    await expect.element(row(1)).toBeVisible();
    await userEvent.keyboard('j');
    await expect.element(row(1)).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.element(row(100)).toHaveFocus();
    await expect.poll(() => page.getByRole('table').element().getAttribute('aria-rowcount')).toBe('201');
    await userEvent.keyboard('{End}');
    await expect.element(row(200)).toHaveFocus();
    await userEvent.keyboard('k');
    await expect.element(row(199)).toHaveFocus();
    expect(document.querySelectorAll('tbody tr[data-row]').length).toBeLessThan(120);
    expect(
      asked.filter(({ path }) => path === '/v1/accounts').map(({ query }) => query.get('cursor')),
    ).toContain('100');
  });

  test('Enter opens the account of the row, and the address remembers the row', async () => {
    standIn({ 'GET /v1/accounts': pages });
    onPage(<AccountsPage />, { path: '/console/accounts' });
    await expect.element(row(1)).toBeVisible();
    await userEvent.keyboard('j');
    await expect.element(row(1)).toHaveFocus();
    await userEvent.keyboard('j');
    await expect.element(row(2)).toHaveFocus();
    expect(new URLSearchParams(location.search).get('at')).toBe(anId('acc', 2));
    await userEvent.keyboard('{Enter}');
    expect(location.pathname).toBe(`/console/accounts/${anId('acc', 2)}`);
  });

  test('filters and sort of the address are what the server is asked', async () => {
    const asked = standIn({ 'GET /v1/accounts': pages });
    onPage(<AccountsPage />, {
      path: `/console/accounts?search=foo&lifecycle=at_risk&plan=Pro&ownerId=${anId('mem')}&sort=-recurringRevenue`,
    });
    await expect.element(row(1)).toBeVisible();
    const { query } = asked.find(({ path }) => path === '/v1/accounts')!;
    expect(Object.fromEntries(query)).toMatchObject({
      search: 'foo',
      lifecycle: 'at_risk',
      plan: 'Pro',
      ownerId: anId('mem'),
      sort: '-recurringRevenue',
    });
  });

  test('a press on a header sorts, largest revenue first, and the address keeps it', async () => {
    standIn({ 'GET /v1/accounts': pages });
    onPage(<AccountsPage />, { path: '/console/accounts' });
    await page.getByRole('button', { name: 'Recurring revenue' }).click();
    await expect.poll(() => new URLSearchParams(location.search).get('sort')).toBe('-recurringRevenue');
  });

  test('a search goes into the address once, not in the middle of a composition', async () => {
    const asked = standIn({ 'GET /v1/accounts': pages });
    onPage(<AccountsPage />, { path: '/console/accounts' });
    await expect.element(row(1)).toBeVisible();
    const box = page.getByRole('searchbox', { name: 'Name or id' }).element();
    box.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    await userEvent.type(page.getByRole('searchbox', { name: 'Name or id' }), 'aoba');
    await expect.element(page.getByRole('searchbox', { name: 'Name or id' })).toHaveValue('aoba');
    box.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await expect.poll(() => new URLSearchParams(location.search).get('search')).toBe('aoba');
    await expect.poll(() => asked.map(({ query }) => query.get('search')).filter(Boolean)).toEqual(['aoba']);
  });

  test('a refused new account keeps what was typed and names the field', async () => {
    standIn({
      'GET /v1/accounts': pages,
      'POST /v1/accounts': () =>
        problem(409, 'conflict', [{ path: 'externalId', code: 'taken', message: 'another account has it' }]),
    });
    onPage(<AccountsPage />, { path: '/console/accounts?new=1' });
    await userEvent.type(page.getByLabelText('Name', { exact: true }), 'Aoba');
    await userEvent.type(page.getByLabelText(/Id in your systems/), 'SF-1');
    await page.getByRole('button', { name: 'Add account' }).click();
    await expect.element(page.getByText('Another account has this id.')).toBeVisible();
    await expect.element(page.getByLabelText('Name', { exact: true })).toHaveValue('Aoba');
  });

  test('without an account it shows how they arrive; with filters, how to take them off', async () => {
    standIn({});
    onPage(<AccountsPage />, { path: '/console/accounts?plan=Pro' });
    await page.getByRole('button', { name: 'Show all accounts' }).click();
    await expect.element(page.getByRole('heading', { name: 'Accounts arrive by themselves' })).toBeVisible();
  });

  test('a failure says what was kept and can be tried again', async () => {
    let fails = true;
    standIn({ 'GET /v1/accounts': (asked) => (fails ? problem(500, 'internal') : pages(asked)) });
    onPage(<AccountsPage />, { path: '/console/accounts' });
    await expect.element(page.getByRole('alert')).toMatchTextContent(/Your filters are kept/);
    fails = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(row(1)).toBeVisible();
  });
});
