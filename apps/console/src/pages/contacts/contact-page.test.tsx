import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { onPage } from '../accounts/testing/on-page.tsx';
import { aContact, anAccount, anId } from '../accounts/testing/records.ts';
import { pageOf, standIn } from '../accounts/testing/stand-in.ts';
import { ContactPage } from './contact-page.tsx';

const id = anId('con');
const aoba = anAccount({ name: 'Aoba' });

function aServer(over: Parameters<typeof aContact>[0] = {}) {
  let row = aContact({ name: 'Mika', ...over });
  const asked = standIn({
    'GET /v1/contacts/:id': () => ({ body: row, etag: '"r1"' }),
    'GET /v1/contacts/:id/progress': () => ({ body: { data: [] } }),
    'GET /v1/accounts': () => pageOf([aoba]),
    'PATCH /v1/contacts/:id': ({ body }) => {
      const { accountId, ...rest } = body as { accountId?: string | null };
      row = {
        ...row,
        ...rest,
        ...(accountId !== undefined && { account: accountId ? { id: aoba.id, name: aoba.name } : null }),
      };
      return { body: row, etag: '"r2"' };
    },
  });
  return { asked, row: () => row };
}

describe('ContactPage', () => {
  test('a person moves to another account; Enter in the search looks and does not save', async () => {
    const server = aServer();
    onPage(<ContactPage id={id} />);
    await page.getByRole('button', { name: /^Account: / }).click();
    await userEvent.type(page.getByRole('searchbox', { name: 'Find an account' }), 'Ao{Enter}');
    await page.getByRole('radio', { name: 'Aoba' }).click();
    expect(server.row().account).toBeNull();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => server.row().account?.name).toBe('Aoba');
    await expect
      .element(page.getByRole('link', { name: 'Open account' }))
      .toHaveAttribute('href', `/console/accounts/${aoba.id}`);
  });

  test('shows what the person has chosen themselves, as theirs', async () => {
    aServer({ preferences: { asking: 'less', locale: 'ja' } });
    onPage(<ContactPage id={id} />);
    await expect.element(page.getByText('Less: at most once in 90 days')).toBeVisible();
    await expect.element(page.getByText('Japanese')).toBeVisible();
    expect(page.getByText('The person’s own choice in the widget').elements()).toHaveLength(2);
    expect(page.getByRole('button', { name: /May be asked|Language in the widget/ }).elements()).toEqual([]);
  });

  test('an address that is none is not sent', async () => {
    const server = aServer();
    onPage(<ContactPage id={id} />);
    await page.getByRole('button', { name: /^E-mail: / }).click();
    await userEvent.type(page.getByRole('textbox', { name: 'E-mail' }), 'mika{Enter}');
    await expect.element(page.getByText('Enter an address such as mika@example.com.')).toBeVisible();
    expect(server.asked.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });

  test('a name that is taken away is sent as none', async () => {
    const server = aServer();
    onPage(<ContactPage id={id} />);
    await page.getByRole('button', { name: /^Name: / }).click();
    await userEvent.clear(page.getByRole('textbox', { name: 'Name' }));
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => server.row().name).toBeNull();
  });
});
