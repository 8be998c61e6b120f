import { DIALECTS } from '@banso/database/testing';
import { users } from '@banso/database';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashPassword } from '../../password-hash.ts';
import { openTestApp } from '../../testing.ts';
import type { TestApp, TestMember } from '../../testing.ts';

const PASSWORD = 'three quiet lanterns';
const passwordHash = await hashPassword(PASSWORD);

describe.each(DIALECTS)('oneself on %s', { timeout: 30_000 }, (dialect) => {
  let api: TestApp;
  let member: TestMember;
  let organisationId: string;

  beforeEach(async () => {
    api = await openTestApp(dialect);
    ({ organisationId } = await api.organisation());
    member = await api.member(organisationId, 'member');
    await users.setPasswordHash(api.database.control, member.userId, passwordHash, api.clock.now());
  });
  afterEach(() => api.close());

  const me = async () => (await api.request('/v1/me', member)).json();
  const change = (json: unknown) => api.request('/v1/me', member, { method: 'PATCH', json });
  const setPassword = (json: unknown) => api.request('/v1/me/password', member, { method: 'POST', json });
  const signIn = (password: string) =>
    api.request('/v1/auth/sign-in/email', undefined, {
      method: 'POST',
      json: { email: member.email, password },
    });

  test('changes name and language', async () => {
    expect(await (await change({ name: ' 伊藤 美香 ', language: 'ja' })).json()).toMatchObject({
      user: { name: '伊藤 美香', language: 'ja' },
    });
    expect(await me()).toMatchObject({
      user: { name: '伊藤 美香', language: 'ja' },
      member: { role: 'member' },
    });
  });

  test.each([
    { json: { language: 'de' }, because: 'the console does not speak it' },
    { json: { name: '' }, because: 'everybody has a name' },
    { json: { role: 'owner' }, because: 'nobody promotes oneself' },
    { json: { email: 'other@example.com' }, because: 'the e-mail is who one is' },
  ])('refuses bad input: $because', async ({ json }) => {
    expect((await change(json)).status).toBe(400);
  });

  test('a new password ends every other session, and the old one opens nothing', async () => {
    const cookie = (await api.deps.auth.startSession(member.userId))
      .map((one) => one.split(';')[0])
      .join('; ');
    const elsewhere = { headers: { cookie } };
    expect((await api.request('/v1/me', elsewhere)).status).toBe(200);
    expect(
      (await setPassword({ currentPassword: PASSWORD, newPassword: 'four quiet lanterns' })).status,
    ).toBe(204);
    expect((await api.request('/v1/me', elsewhere)).status).toBe(401);
    expect((await api.request('/v1/me', member)).status).toBe(200);
    expect([(await signIn(PASSWORD)).status, (await signIn('four quiet lanterns')).status]).toEqual([
      401, 204,
    ]);
  });

  test.each([
    {
      json: { currentPassword: 'wrong wrong wrong', newPassword: 'four quiet lanterns' },
      path: 'currentPassword',
    },
    { json: { currentPassword: PASSWORD, newPassword: 'iloveyou1' }, path: 'newPassword' },
    { json: { currentPassword: PASSWORD, newPassword: 'short' }, path: 'newPassword' },
  ])('refuses a password change for $path', async ({ json, path }) => {
    const answer = await setPassword(json);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ path }] });
    expect((await signIn(PASSWORD)).status).toBe(204);
  });

  test('a key is nobody', async () => {
    const { workspaceId } = await api.organisation('Other');
    expect((await api.request('/v1/me', await api.secretKey(workspaceId))).status).toBe(403);
  });
});

describe.each(DIALECTS)('the organisation on %s', (dialect) => {
  let api: TestApp;
  beforeEach(async () => void (api = await openTestApp(dialect)));
  afterEach(() => api.close());

  test('is renamed by an owner only, and is nobody else’s', async () => {
    const own = await api.organisation();
    const other = await api.organisation('Other');
    const owner = await api.member(own.organisationId, 'owner');
    const admin = await api.member(own.organisationId, 'admin');
    const path = `/v1/organisations/${own.organisationId}`;
    const rename = (by: TestMember, to: string, name: unknown = 'Minami') =>
      api.request(to, by, { method: 'PATCH', json: { name } });
    expect((await rename(admin, path)).status).toBe(403);
    expect((await rename(owner, path, '')).status).toBe(400);
    expect(await (await rename(owner, path)).json()).toMatchObject({ name: 'Minami' });
    expect(await (await api.request(path, admin)).json()).toMatchObject({
      id: own.organisationId,
      name: 'Minami',
    });
    expect((await rename(owner, `/v1/organisations/${other.organisationId}`)).status).toBe(404);
    expect((await api.request(`/v1/organisations/${other.organisationId}`, owner)).status).toBe(404);
  });
});
