import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { onPage, toast } from '../../accounts/testing/on-page.tsx';
import { aKey, anId } from '../../accounts/testing/records.ts';
import { problem, standIn } from '../../accounts/testing/stand-in.ts';
import { KeysSection } from './keys-section.tsx';

const SECRET = 'bsk_Zs9x2kQ7m1aB4cD6eF8gH0iJ2kL4mN6oP8qR0sT2uVx';

/** A server that answers a key once, as the real one does. */
function aServer() {
  const keys = [aKey()];
  const asked = standIn({
    'GET /v1/keys': () => ({ body: { data: keys, nextCursor: null } }),
    'GET /v1/workspaces/:id/installation': () => ({
      body: {
        lastSeenAt: null,
        lastPageUrl: null,
        sessions24h: 0,
        verifiedSessions24h: 0,
        contacts: 0,
        lastEvents: [],
        lastFromServers: [],
        eventNames: [],
      },
    }),
    'POST /v1/keys': ({ body }) => {
      const {
        kind,
        name,
        scopes = [],
        algorithm = null,
      } = body as { kind: 'secret' | 'identity'; name: string; scopes?: ['write']; algorithm?: 'EdDSA' };
      if (name === 'Third') return problem(409, 'conflict');
      const key = aKey({ id: anId('key', 2), kind, name, scopes, algorithm, hint: '2uVx', value: null });
      keys.push(key);
      return { status: 201, body: { ...key, key: algorithm === 'EdDSA' ? null : SECRET } };
    },
    'DELETE /v1/keys/:id': (_, id) => {
      keys.splice(
        keys.findIndex((key) => key.id === id),
        1,
      );
      return { status: 204 };
    },
  });
  return { asked, keys };
}

async function makeSecretKey(name = 'Warehouse'): Promise<void> {
  await page.getByRole('button', { name: 'New key' }).click();
  await userEvent.type(page.getByLabelText('Name', { exact: true }), name);
  await page.getByRole('button', { name: 'Create key' }).click();
}

describe('KeysSection', () => {
  test('shows a new key once; after closing it is nowhere on the page', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    aServer();
    onPage(<KeysSection />);
    await makeSecretKey();
    await expect.element(page.getByText(SECRET)).toBeVisible();
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    expect(writeText).toHaveBeenCalledExactlyOnceWith(SECRET);
    await page.getByRole('button', { name: 'I have stored it' }).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(document.body.innerHTML).not.toContain(SECRET);
    await expect.element(page.getByRole('row', { name: /Warehouse/ })).toBeVisible();
  });

  test('Esc without a copy warns once, and only then lets the key go', async () => {
    aServer();
    onPage(<KeysSection />);
    await makeSecretKey();
    await expect.element(page.getByText(SECRET)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('alert')).toMatchTextContent(/You have not copied it yet/);
    await expect.element(page.getByText(SECRET)).toBeVisible();
    await page.getByRole('button', { name: 'Close without copying' }).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(document.body.innerHTML).not.toContain(SECRET);
  });

  test('sends only the rights that were chosen, and none is refused here', async () => {
    const { asked } = aServer();
    onPage(<KeysSection />);
    await page.getByRole('button', { name: 'New key' }).click();
    await userEvent.type(page.getByLabelText('Name', { exact: true }), 'CRM');
    await page.getByRole('checkbox', { name: /^Read/ }).click();
    await page.getByRole('button', { name: 'Create key' }).click();
    await expect.element(page.getByText('Choose at least one right.')).toBeVisible();
    await page.getByRole('checkbox', { name: /^Write/ }).click();
    await page.getByRole('button', { name: 'Create key' }).click();
    await expect.element(page.getByText(SECRET)).toBeVisible();
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      kind: 'secret',
      name: 'CRM',
      scopes: ['write'],
    });
  });

  test('a private key is not sent', async () => {
    const { asked } = aServer();
    onPage(<KeysSection />);
    await page.getByRole('button', { name: 'New key' }).click();
    await page.getByRole('radio', { name: /^Identity/ }).click();
    await page.getByRole('radio', { name: /EdDSA/ }).click();
    await userEvent.type(page.getByLabelText('Name', { exact: true }), 'Rails');
    await page
      .getByLabelText('Public key')
      .fill('-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAAA\n-----END PRIVATE KEY-----');
    await page.getByRole('button', { name: 'Create key' }).click();
    await expect.element(page.getByText('This is a private key.', { exact: false })).toBeVisible();
    expect(asked.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('a refusal keeps the form as it was', async () => {
    aServer();
    onPage(<KeysSection />);
    await makeSecretKey('Third');
    await expect.element(page.getByRole('alert')).toMatchTextContent(/two identity keys already/);
    await expect.element(page.getByLabelText('Name', { exact: true })).toHaveValue('Third');
  });

  test('revokes only after saying what stops working', async () => {
    const { keys } = aServer();
    onPage(<KeysSection />);
    await page.getByRole('button', { name: 'Revoke: Production' }).click();
    await expect.element(page.getByRole('dialog')).toMatchTextContent(/show no widget any more/);
    expect(keys).toHaveLength(1);
    await page.getByRole('button', { name: 'Revoke', exact: true }).click();
    await expect.element(toast('“Production” was revoked.')).toBeVisible();
    expect(keys).toHaveLength(0);
  });

  test('a member is told whom to ask, and the server is not asked', async () => {
    const { asked } = aServer();
    onPage(<KeysSection />, { role: 'member' });
    await expect.element(page.getByText('Keys are shown to admins only.')).toBeVisible();
    expect(asked.filter(({ path }) => path === '/v1/keys')).toEqual([]);
  });
});
