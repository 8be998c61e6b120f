import { generateKeyPairSync } from 'node:crypto';
import { DIALECTS } from '@banso/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { activeIdentityKeys } from '../../identity-keys.ts';
import { openTestApp } from '../../testing.ts';
import type { TestApp, TestMember } from '../../testing.ts';

interface KeyBody {
  id: string;
  kind: string;
  key: string | null;
  value: string | null;
  hint: string;
}

describe.each(DIALECTS)('keys on %s', (dialect) => {
  let api: TestApp;
  let admin: TestMember;
  let workspaceId: string;

  beforeEach(async () => {
    api = await openTestApp(dialect);
    const own = await api.organisation();
    workspaceId = own.workspaceId;
    admin = await api.member(own.organisationId, 'admin', workspaceId);
  });
  afterEach(() => api.close());

  const create = (json: unknown) => api.request('/v1/keys', admin, { method: 'POST', json });
  const list = async () =>
    ((await (await api.request('/v1/keys', admin)).json()) as { data: KeyBody[] }).data;

  test('a secret key is answered once, works, and is stored as a hash only', async () => {
    const answer = await create({ kind: 'secret', name: 'CRM', scopes: ['read'] });
    expect(answer.status).toBe(201);
    const { key, id, hint, value } = (await answer.json()) as KeyBody;
    expect(key).toMatch(/^bsk_[\w-]{43}$/);
    expect(hint).toBe(key?.slice(-4));
    expect(value).toBeNull();
    expect(await list()).toMatchObject([{ id, kind: 'secret', scopes: ['read'], lastUsedAt: null }]);
    expect(JSON.stringify(await list())).not.toContain(key);

    const asKey = { headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` } };
    const check = { method: 'POST', json: { token: 'x' } };
    expect((await api.request('/v1/identity/check', asKey, check)).status).toBe(200);
  });

  test('a revoked key is refused from the next request on', async () => {
    const { id, value } = await api.secretKey(workspaceId);
    const asKey = { headers: { authorization: `Bearer ${value}` } };
    const check = { method: 'POST', json: { token: 'x' } };
    expect((await api.request('/v1/identity/check', asKey, check)).status).toBe(200);
    expect((await api.request(`/v1/keys/${id}`, admin, { method: 'DELETE' })).status).toBe(204);
    expect((await api.request('/v1/identity/check', asKey, check)).status).toBe(401);
    expect(await list()).toEqual([]);
    expect((await api.request(`/v1/keys/${id}`, admin, { method: 'DELETE' })).status).toBe(404);
  });

  test('a publishable key can be read again: it stands in every page', async () => {
    const { key, id } = (await (await create({ kind: 'publishable', name: 'Shop' })).json()) as KeyBody;
    expect(key).toMatch(/^bpk_/);
    expect(await list()).toMatchObject([{ id, value: key }]);
  });

  test('an identity secret is stored sealed, for its own row', async () => {
    const { key, id } = (await (
      await create({ kind: 'identity', name: 'Server', algorithm: 'HS256' })
    ).json()) as KeyBody;
    expect(key).toMatch(/^bis_/);
    const rows = await api.database
      .forWorkspace(workspaceId)
      .read((db) => db.selectFrom('key').selectAll().where('workspace_id', '=', workspaceId).execute());
    expect(JSON.stringify(rows)).not.toContain(key?.slice(4));
    expect(await activeIdentityKeys(api.deps, workspaceId)).toMatchObject([{ id, material: key }]);
  });

  test.each([
    {
      as: 'PEM',
      text: (key: ReturnType<typeof pair>) =>
        key.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    },
    {
      as: 'JWK',
      text: (key: ReturnType<typeof pair>) => JSON.stringify(key.publicKey.export({ format: 'jwk' })),
    },
  ])('an EdDSA public key is taken as $as', async ({ text }) => {
    const key = pair();
    const answer = await create({
      kind: 'identity',
      name: 'Server',
      algorithm: 'EdDSA',
      publicKey: text(key),
    });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      key: null,
      value: key.publicKey.export({ type: 'spki', format: 'pem' }),
    });
  });

  test.each([
    {
      what: 'a private key',
      publicKey: pair().privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
    { what: 'a private JWK', publicKey: JSON.stringify(pair().privateKey.export({ format: 'jwk' })) },
    {
      what: 'an RSA key',
      publicKey: generateKeyPairSync('rsa', { modulusLength: 2048 })
        .publicKey.export({ type: 'spki', format: 'pem' })
        .toString(),
    },
    { what: 'no key at all', publicKey: 'x'.repeat(60) },
  ])('refuses $what as public key', async ({ publicKey }) => {
    const answer = await create({ kind: 'identity', name: 'Server', algorithm: 'EdDSA', publicKey });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'invalid', errors: [{ path: 'publicKey' }] });
  });

  test('at most two identity keys, also when they are made at once', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) => create({ kind: 'identity', name: `Server ${n}`, algorithm: 'HS256' })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 201, 409, 409]);
  });

  test.each([
    { json: { kind: 'secret', name: 'CRM', scopes: [] }, because: 'a key without scopes can do nothing' },
    { json: { kind: 'secret', name: 'CRM', scopes: ['administer'] }, because: 'keys never administer' },
    { json: { kind: 'secret', name: '', scopes: ['read'] }, because: 'a key has a name' },
    { json: { kind: 'master', name: 'CRM' }, because: 'there is no such kind' },
    { json: { kind: 'publishable', name: 'x', hash: 'abc' }, because: 'unknown fields are refused' },
  ])('refuses bad input: $because', async ({ json }) => {
    expect((await create(json)).status).toBe(400);
    expect(await list()).toEqual([]);
  });

  test('another workspace and another organisation see and revoke nothing', async () => {
    const { id } = await api.secretKey(workspaceId);
    const other = await api.organisation('Other');
    const stranger = await api.member(other.organisationId, 'owner', other.workspaceId);
    expect((await api.request(`/v1/keys/${id}`, stranger, { method: 'DELETE' })).status).toBe(404);
    expect(await (await api.request('/v1/keys', stranger)).json()).toEqual({ data: [], nextCursor: null });
    const inOurs = { headers: { ...stranger.headers, 'banso-workspace': workspaceId } };
    expect((await api.request('/v1/keys', inOurs)).status).toBe(404);
    expect(await list()).toHaveLength(1);
  });

  test('what happened is in the audit log, without the key', async () => {
    const { key, id } = (await (
      await create({ kind: 'secret', name: 'CRM', scopes: ['read'] })
    ).json()) as KeyBody;
    const log = await (await api.request('/v1/audit-log', admin)).text();
    expect(JSON.parse(log)).toMatchObject({
      data: [{ action: 'key.create', target: id, actor: { id: admin.id } }],
    });
    expect(log).not.toContain(key);
  });
});

function pair() {
  return generateKeyPairSync('ed25519');
}
