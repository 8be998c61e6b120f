import { DIALECTS } from '@banso/database/testing';
import { keys } from '@banso/database';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { found } from '../../founding.ts';
import type { Founded } from '../../founding.ts';
import { identitySecretPlace, seal } from '../../sealing.ts';
import { openTestApp } from '../../testing.ts';
import type { TestApp } from '../../testing.ts';

describe.each(DIALECTS)('the demo on %s', (dialect) => {
  let api: TestApp;
  let demo: Founded;
  beforeEach(async () => {
    api = await openTestApp(dialect);
    demo = await found(api.deps, {
      organisation: 'Kitanaga',
      workspace: { name: 'Production', defaultLocale: 'en', locales: ['en', 'ja', 'ko'], timeZone: 'UTC' },
      owner: { name: 'Mika Ito', email: 'mika@example.com', passwordHash: 'none' },
      demo: true,
    });
    const id = api.deps.newId('key');
    await api.database.forWorkspace(demo.workspaceId).write((db) =>
      keys.create(db, demo.workspaceId, {
        id,
        kind: 'identity',
        name: 'Demo',
        hash: null,
        hint: '0000',
        scopes: [],
        algorithm: 'HS256',
        material: seal(
          api.deps.settings.secret,
          identitySecretPlace(id),
          'bis_of-the-demo-0123456789-0123456789',
        ),
        createdAt: api.clock.now(),
      }),
    );
  });
  afterEach(() => api.close());

  test('signs in with one click', async () => {
    const answer = await api.request('/v1/demo/sign-in', undefined, { method: 'POST' });
    expect(answer.status).toBe(204);
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    expect(await (await api.request('/v1/me', { headers: { cookie } })).json()).toMatchObject({
      user: { name: 'Mika Ito' },
      demo: true,
    });
  });

  test('tells the playground its key', async () => {
    expect(await (await api.request('/playground/config.json')).json()).toEqual({
      workspaceId: demo.workspaceId,
      publishableKey: demo.publishableKey,
    });
  });

  test('signs tokens that hold, as the customer’s product would', async () => {
    const answer = await api.request('/v1/demo/identity-token', undefined, {
      method: 'POST',
      json: { userId: 'user-42', accountId: 'acme' },
    });
    const { token } = (await answer.json()) as { token: string };
    const owner = await api.member(demo.organisationId, 'owner', demo.workspaceId);
    const check = await api.request('/v1/identity/check', owner, { method: 'POST', json: { token } });
    expect(await check.json()).toMatchObject({
      verdict: 'valid',
      subject: 'user-42',
      account: 'acme',
      keyName: 'Demo',
    });
  });

  test('is not there for another site', async () => {
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await api.request('/v1/demo/sign-in', undefined, { method: 'POST', headers })).status).toBe(403);
  });
});
