import { DIALECTS } from '@banso/database/testing';
import { users } from '@banso/database';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashPassword } from './password-hash.ts';
import { openTestApp } from './testing.ts';
import type { Caller, TestApp } from './testing.ts';

const PASSWORD = 'three quiet lanterns';
// one real hash for all tests: each costs a third of a second on purpose
const passwordHash = await hashPassword(PASSWORD);

describe.each(DIALECTS)('sign-in on %s', { timeout: 30_000 }, (dialect) => {
  let api: TestApp;
  let email: string;
  let userId: string;

  beforeEach(async () => {
    api = await openTestApp(dialect);
    const { organisationId } = await api.organisation();
    ({ email, userId } = await api.member(organisationId, 'admin'));
    await users.setPasswordHash(api.database.control, userId, passwordHash, api.clock.now());
  });
  afterEach(() => api.close());

  const signIn = (json: unknown, headers: Record<string, string> = {}) =>
    api.request('/v1/auth/sign-in/email', undefined, { method: 'POST', json, headers });
  const cookieOf = (answer: Response): Caller => ({
    headers: {
      cookie: answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; '),
    },
  });

  test('sets a cookie that scripts cannot read, and opens the API', async () => {
    const answer = await signIn({ email: email.toUpperCase(), password: PASSWORD });
    expect(answer.status).toBe(204);
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^banso_session=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).toMatch(/Path=\//i);
    expect(cookie).not.toMatch(/Domain/i);
    expect(await (await api.request('/v1/me', cookieOf(answer))).json()).toMatchObject({ user: { email } });
    expect(await (await api.request('/v1/auth/get-session', cookieOf(answer))).json()).toMatchObject({
      user: { id: userId },
    });
  });

  test('answers a wrong password and an unknown e-mail alike', async () => {
    const wrong = await signIn({ email, password: 'wrong wrong wrong' });
    const unknown = await signIn({ email: 'nobody@example.com', password: 'wrong wrong wrong' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const [one, other] = [(await wrong.json()) as object, (await unknown.json()) as object];
    expect({ ...one, requestId: '' }).toEqual({ ...other, requestId: '' });
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  test('works as much for an unknown e-mail as for a wrong password', async () => {
    /** Processor time of this process, threads that hash among it: other processes can not lengthen it. */
    const work = async (address: string) => {
      const before = process.cpuUsage();
      await signIn({ email: address, password: 'wrong wrong wrong' });
      return process.cpuUsage(before).user;
    };
    const known = await work(email);
    // without the hash it would be a hundredth
    expect((await work('nobody@example.com')) / known).toBeGreaterThan(0.5);
  });

  test('ends with signing out, at once', async () => {
    const caller = cookieOf(await signIn({ email, password: PASSWORD }));
    expect((await api.request('/v1/auth/sign-out', caller, { method: 'POST' })).status).toBe(204);
    expect((await api.request('/v1/me', caller)).status).toBe(401);
  });

  test('exposes nothing else of the library', async () => {
    for (const path of [
      'sign-up/email',
      'forget-password',
      'reset-password',
      'update-user',
      'delete-user',
      'list-sessions',
      'ok',
      'error',
    ])
      for (const method of ['GET', 'POST'])
        expect(
          (await api.request(`/v1/auth/${path}`, undefined, { method })).status,
          `${method} ${path}`,
        ).toBe(404);
  });

  test.each([
    { json: { email: 'no address', password: PASSWORD }, because: 'no address' },
    { json: { email: 'a@example.com' }, because: 'no password' },
    {
      json: { email: 'a@example.com', password: 'x'.repeat(129) },
      because: 'a password that is too long to hash',
    },
    { json: { email: { $ne: '' }, password: PASSWORD }, because: 'an object for an address' },
  ])('refuses bad input: $because', async ({ json }) => {
    expect((await signIn(json)).status).toBe(400);
  });
});

describe.each(DIALECTS)('a session on %s', (dialect) => {
  let api: TestApp;
  beforeEach(async () => void (api = await openTestApp(dialect)));
  afterEach(() => api.close());

  const age = async (userId: string, set: { createdAt?: string; expiresAt?: string }) => {
    await api.database.control.updateTable('auth_session').set(set).where('userId', '=', userId).execute();
  };
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

  test('ends after 12 hours without a request', async () => {
    const { organisationId } = await api.organisation();
    const member = await api.member(organisationId, 'owner');
    expect((await api.request('/v1/me', member)).status).toBe(200);
    await age(member.userId, { expiresAt: hoursAgo(0.01) });
    expect((await api.request('/v1/me', member)).status).toBe(401);
  });

  test('is prolonged by a request, and says so to the browser', async () => {
    const { organisationId } = await api.organisation();
    const member = await api.member(organisationId, 'owner');
    await age(member.userId, { expiresAt: hoursAgo(-6) });
    const answer = await api.request('/v1/me', member);
    expect(answer.headers.getSetCookie()[0]).toMatch(/Max-Age=43200/);
    const again = await api.request('/v1/auth/get-session', member);
    const { expiresAt } = (await again.json()) as { expiresAt: string };
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now() + 11.9 * 3_600_000);
  });

  test('ends after 14 days however busy', async () => {
    const { organisationId } = await api.organisation();
    const member = await api.member(organisationId, 'owner');
    await age(member.userId, { createdAt: hoursAgo(14 * 24 + 1) });
    expect((await api.request('/v1/me', member)).status).toBe(401);
    await age(member.userId, { createdAt: hoursAgo(0) });
    expect((await api.request('/v1/me', member)).status, 'and cannot be brought back').toBe(401);
  });

  test('means nothing with another signature', async () => {
    const { organisationId } = await api.organisation();
    const member = await api.member(organisationId, 'owner');
    const cookie = member.headers['cookie'] ?? '';
    const forged = `${cookie.slice(0, -6)}${cookie.slice(-6) === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA'}`;
    expect((await api.request('/v1/me', { headers: { cookie: forged } })).status).toBe(401);
    const bare = decodeURIComponent(cookie).split('.')[0] ?? '';
    expect((await api.request('/v1/me', { headers: { cookie: bare } })).status).toBe(401);
  });

  test('holds no address and no browser', async () => {
    const { organisationId } = await api.organisation();
    await api.member(organisationId, 'owner');
    const rows = await api.database.control
      .selectFrom('auth_session')
      .select(['ipAddress', 'userAgent'])
      .execute();
    expect(rows.every(({ ipAddress, userAgent }) => !ipAddress && !userAgent)).toBe(true);
  });
});

test('with https the cookie is kept to this host and to encrypted connections', async () => {
  const api = await openTestApp('sqlite', { settings: { publicUrl: 'https://banso.example.com' } });
  const { organisationId } = await api.organisation();
  const { userId } = await api.member(organisationId, 'owner');
  const [cookie] = await api.deps.auth.startSession(userId);
  expect(cookie).toMatch(/^__Host-banso_session=/);
  expect(cookie).toMatch(/; Secure/);
  expect(cookie).toMatch(/; Path=\//);
  await api.close();
});
