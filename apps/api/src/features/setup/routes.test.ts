import { createHash } from 'node:crypto';
import { DIALECTS } from '@banso/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp } from '../../testing.ts';
import type { TestApp } from '../../testing.ts';

const REQUEST = {
  organisation: 'Kitanaga',
  workspace: 'Production',
  name: 'Mika Ito',
  email: 'Mika@Example.com',
  password: 'three quiet lanterns',
  defaultLocale: 'ja',
  timeZone: 'Asia/Tokyo',
};

describe.each(DIALECTS)('setup on %s', { timeout: 30_000 }, (dialect) => {
  let api: TestApp;
  beforeEach(async () => void (api = await openTestApp(dialect)));
  afterEach(() => api.close());

  const setUp = (json: unknown = REQUEST) => api.request('/v1/setup', undefined, { method: 'POST', json });
  const state = async () => (await api.request('/v1/setup')).json();

  test('makes the owner, the organisation, a workspace and its publishable key, and signs in', async () => {
    expect(await state()).toEqual({ needed: true, demo: false, signedIn: false, mail: false });
    const answer = await setUp();
    expect(answer.status).toBe(201);
    const { organisationId, workspaceId, publishableKey } = (await answer.json()) as Record<string, string>;
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const owner = { headers: { cookie, 'banso-workspace': workspaceId ?? '' } };
    expect(await (await api.request('/v1/me', owner)).json()).toMatchObject({
      user: { name: 'Mika Ito', email: 'mika@example.com', language: null },
      member: {
        role: 'owner',
        permissions: ['read', 'write', 'publish', 'administer', 'own', 'read_texts', 'reply'],
      },
      organisation: { id: organisationId, name: 'Kitanaga' },
      workspaces: [
        {
          id: workspaceId,
          name: 'Production',
          defaultLocale: 'ja',
          locales: ['ja'],
          timeZone: 'Asia/Tokyo',
          identityMode: 'required',
        },
      ],
      demo: false,
    });
    expect(await (await api.request('/v1/keys', owner)).json()).toMatchObject({
      data: [{ kind: 'publishable', value: publishableKey }],
    });
    const found = await api.database.findKeyByHash(
      createHash('sha256')
        .update(publishableKey ?? '')
        .digest('hex'),
    );
    expect(found).toMatchObject({ workspaceId, kind: 'publishable' });
    expect(await state()).toEqual({ needed: false, demo: false, signedIn: false, mail: false });
  });

  test('happens once, however many try at the same moment', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map((n) => setUp({ ...REQUEST, email: `owner${n}@example.com` })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    const organisations = await api.database.control.selectFrom('organisation').selectAll().execute();
    const users = await api.database.control.selectFrom('auth_user').selectAll().execute();
    expect([organisations.length, users.length]).toEqual([1, 1]);
    expect((await setUp()).status, 'and never again').toBe(409);
  });

  test.each([
    { over: { password: 'password123' }, path: 'password', because: 'everybody tries that one' },
    { over: { password: 'MIKA@EXAMPLE.COM' }, path: 'password', because: 'it is the e-mail' },
    { over: { password: 'short' }, path: 'password', because: 'it is too short' },
    { over: { email: 'mika' }, path: 'email', because: 'it is no address' },
    { over: { organisation: ' ' }, path: 'organisation', because: 'it has no name' },
    { over: { timeZone: 'Mars/Olympus' }, path: 'timeZone', because: 'nobody knows this zone' },
    { over: { role: 'owner' }, path: 'role', because: 'unknown fields are refused' },
  ])('refuses bad input: $because', async ({ over, path }) => {
    const answer = await setUp({ ...REQUEST, ...over });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'invalid', errors: [{ path }] });
    expect(await state()).toEqual({ needed: true, demo: false, signedIn: false, mail: false });
  });

  test('the demo has no door in a real installation', async () => {
    const doors = [
      api.request('/v1/demo/sign-in', undefined, { method: 'POST' }),
      api.request('/v1/demo/identity-token', undefined, { method: 'POST', json: { userId: 'x' } }),
      api.request('/playground/config.json'),
    ];
    expect((await Promise.all(doors)).map(({ status }) => status)).toEqual([404, 404, 404]);
    await setUp();
    expect((await api.request('/v1/demo/sign-in', undefined, { method: 'POST' })).status).toBe(404);
  });

  test('nothing that was typed reaches the log', async () => {
    await setUp();
    await setUp({ ...REQUEST, password: 'short' });
    const log = api.logged.join('').toLowerCase();
    for (const secret of ['mika', 'lanterns', 'kitanaga', 'bpk_']) expect(log).not.toContain(secret);
  });
});
