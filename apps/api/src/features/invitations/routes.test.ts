import { DIALECTS } from '@banso/database/testing';
import { users } from '@banso/database';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashPassword } from '../../password-hash.ts';
import { openTestApp } from '../../testing.ts';
import type { Caller, TestApp, TestMember } from '../../testing.ts';

const PASSWORD = 'three quiet lanterns';
const passwordHash = await hashPassword(PASSWORD);
const DAY = 24 * 3_600_000;

describe.each(DIALECTS)('invitations on %s', { timeout: 30_000 }, (dialect) => {
  let api: TestApp;
  let admin: TestMember;
  let organisationId: string;

  beforeEach(async () => {
    api = await openTestApp(dialect);
    ({ organisationId } = await api.organisation());
    admin = await api.member(organisationId, 'admin');
  });
  afterEach(() => api.close());

  const invite = (json: unknown, by: Caller = admin) =>
    api.request('/v1/invitations', by, { method: 'POST', json });
  const tokenFor = async (email: string, role = 'member') => {
    const { url } = (await (await invite({ email, role })).json()) as { url: string };
    return new URL(url).hash.slice(1);
  };
  const look = (token: string) => api.request(`/v1/invitations/by-token/${token}`);
  const accept = (token: string, over: object = {}) =>
    api.request('/v1/invitations/accept', undefined, {
      method: 'POST',
      json: { token, name: 'Jun', password: PASSWORD, ...over },
    });

  test('a link says where it leads, is accepted once, and signs in', async () => {
    const token = await tokenFor('Jun@Example.com', 'supervisor');
    expect(await (await look(token)).json()).toMatchObject({
      organisation: 'Kitanaga',
      email: 'jun@example.com',
      role: 'supervisor',
      known: false,
    });
    const answer = await accept(token);
    expect(answer.status).toBe(204);
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    expect(await (await api.request('/v1/me', { headers: { cookie } })).json()).toMatchObject({
      user: { name: 'Jun', email: 'jun@example.com' },
      member: { role: 'supervisor' },
      organisation: { id: organisationId },
    });
    expect([(await accept(token)).status, (await look(token)).status]).toEqual([404, 404]);
  });

  test('two people who use one link at once: one gets in', async () => {
    const token = await tokenFor('jun@example.com');
    const answers = await Promise.all([accept(token, { name: 'One' }), accept(token, { name: 'Two' })]);
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses[0]).toBe(204);
    expect([404, 409]).toContain(statuses[1]);
    const members = await api.database.control.selectFrom('member').select('id').execute();
    expect(members).toHaveLength(2);
  });

  test('a link ends after seven days, when it is withdrawn, and when a newer one is made', async () => {
    const old = await tokenFor('jun@example.com');
    api.clock.advance(7 * DAY - 1);
    expect((await look(old)).status).toBe(200);
    api.clock.advance(1);
    expect([(await look(old)).status, (await accept(old)).status]).toEqual([404, 404]);

    const first = await tokenFor('jun@example.com');
    const second = await tokenFor('jun@example.com');
    expect([(await look(first)).status, (await look(second)).status]).toEqual([404, 200]);

    const { data } = (await (await api.request('/v1/invitations', admin)).json()) as {
      data: { id: string }[];
    };
    expect(data).toHaveLength(1);
    expect((await api.request(`/v1/invitations/${data[0]?.id}`, admin, { method: 'DELETE' })).status).toBe(
      204,
    );
    expect((await look(second)).status).toBe(404);
    expect((await api.request(`/v1/invitations/${data[0]?.id}`, admin, { method: 'DELETE' })).status).toBe(
      404,
    );
  });

  test('somebody who signs in here already joins with their own password, which stays', async () => {
    const other = await api.organisation('Other');
    const known = await api.member(other.organisationId, 'member');
    await users.setPasswordHash(api.database.control, known.userId, passwordHash, api.clock.now());
    const token = await tokenFor(known.email);
    expect(await (await look(token)).json()).toMatchObject({ known: true });
    expect((await accept(token, { password: 'another quiet lantern' })).status).toBe(400);
    expect((await accept(token)).status).toBe(204);
    const rows = await api.database.control
      .selectFrom('member')
      .select('organisation_id')
      .where('user_id', '=', known.userId)
      .execute();
    expect(rows.map((row) => row.organisation_id).toSorted()).toEqual(
      [organisationId, other.organisationId].toSorted(),
    );
  });

  test('a token is stored as a hash only', async () => {
    const token = await tokenFor('jun@example.com');
    const rows = await api.database.control.selectFrom('invitation').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token.slice(4));
    expect(await (await api.request('/v1/invitations', admin)).text()).not.toContain(token);
  });

  test.each([
    { json: { email: 'jun@example.com', role: 'owner' }, status: 400, because: 'owners are made of members' },
    { json: { email: 'jun', role: 'member' }, status: 400, because: 'no address' },
    {
      json: { email: 'jun@example.com', role: 'member', organisationId: 'org_x' },
      status: 400,
      because: 'unknown fields are refused',
    },
  ])('refuses bad input: $because', async ({ json, status }) => {
    expect((await invite(json)).status).toBe(status);
  });

  test('refuses somebody who is a member already, and a password that everybody tries', async () => {
    expect((await invite({ email: admin.email.toUpperCase(), role: 'viewer' })).status).toBe(409);
    const token = await tokenFor('jun@example.com');
    expect((await accept(token, { password: 'password1' })).status).toBe(400);
    expect((await look(token)).status, 'the link still works').toBe(200);
  });

  test('members below an admin invite nobody, and another organisation sees nothing', async () => {
    const member = await api.member(organisationId, 'supervisor');
    expect((await invite({ email: 'jun@example.com', role: 'viewer' }, member)).status).toBe(403);
    await invite({ email: 'jun@example.com', role: 'viewer' });
    const other = await api.organisation('Other');
    const stranger = await api.member(other.organisationId, 'owner');
    expect(await (await api.request('/v1/invitations', stranger)).json()).toEqual({
      data: [],
      nextCursor: null,
    });
    const { data } = (await (await api.request('/v1/invitations', admin)).json()) as {
      data: { id: string }[];
    };
    expect((await api.request(`/v1/invitations/${data[0]?.id}`, stranger, { method: 'DELETE' })).status).toBe(
      404,
    );
  });
});
