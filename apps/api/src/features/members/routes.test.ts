import { DIALECTS } from '@banso/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp } from '../../testing.ts';
import type { Caller, TestApp, TestMember } from '../../testing.ts';

describe.each(DIALECTS)('members on %s', (dialect) => {
  let api: TestApp;
  let organisationId: string;
  let workspaceId: string;
  let owner: TestMember;
  let admin: TestMember;

  beforeEach(async () => {
    api = await openTestApp(dialect);
    ({ organisationId, workspaceId } = await api.organisation());
    owner = await api.member(organisationId, 'owner', workspaceId);
    admin = await api.member(organisationId, 'admin', workspaceId);
  });
  afterEach(() => api.close());

  const give = (by: Caller, id: string, role: string) =>
    api.request(`/v1/members/${id}`, by, { method: 'PATCH', json: { role } });
  const remove = (by: Caller, id: string) => api.request(`/v1/members/${id}`, by, { method: 'DELETE' });
  const roles = async () => {
    const rows = await api.database.control.selectFrom('member').select(['id', 'role']).execute();
    return new Map(rows.map((row) => [row.id, row.role]));
  };

  test('are listed page by page, who joined first comes first', async () => {
    const viewer = await api.member(organisationId, 'viewer');
    const first = (await (await api.request('/v1/members?limit=2', viewer)).json()) as {
      data: { id: string }[];
      nextCursor: string;
    };
    const rest = await (await api.request(`/v1/members?limit=2&cursor=${first.nextCursor}`, viewer)).json();
    expect(first.data.map(({ id }) => id)).toEqual([owner.id, admin.id]);
    expect(rest).toMatchObject({
      data: [{ id: viewer.id, role: 'viewer', email: viewer.email }],
      nextCursor: null,
    });
    expect((await api.request('/v1/members?cursor=abc', viewer)).status).toBe(400);
    expect((await api.request('/v1/members?limit=201', viewer)).status).toBe(400);
  });

  test('a changed role counts from the next request on', async () => {
    expect((await api.request('/v1/keys', admin)).status).toBe(200);
    expect((await give(owner, admin.id, 'viewer')).status).toBe(200);
    expect((await api.request('/v1/keys', admin)).status).toBe(403);
    expect((await give(admin, admin.id, 'admin')).status, 'and cannot be taken back by oneself').toBe(403);
  });

  test.each([
    { who: 'an admin', makes: 'an owner', status: 403, act: () => give(admin, admin.id, 'owner') },
    { who: 'an admin', makes: 'an owner less', status: 403, act: () => give(admin, owner.id, 'viewer') },
    {
      who: 'a member',
      makes: 'a viewer',
      status: 403,
      act: async () => give(await api.member(organisationId, 'member'), admin.id, 'viewer'),
    },
    {
      who: 'the last owner',
      makes: 'oneself an admin',
      status: 409,
      act: () => give(owner, owner.id, 'admin'),
    },
    { who: 'anybody', makes: 'a king', status: 400, act: () => give(owner, admin.id, 'king') },
    {
      who: 'anybody',
      makes: 'nothing at all',
      status: 400,
      act: () => api.request(`/v1/members/${admin.id}`, owner, { method: 'PATCH', json: {} }),
    },
  ])('$who cannot make $makes', async ({ act, status }) => {
    expect((await act()).status).toBe(status);
    const now = await roles();
    expect([now.get(owner.id), now.get(admin.id)]).toEqual(['owner', 'admin']);
  });

  test('two owners who demote each other at once leave one', async () => {
    const other = await api.member(organisationId, 'owner', workspaceId);
    const answers = await Promise.all([give(owner, other.id, 'admin'), give(other, owner.id, 'admin')]);
    const owners = [...(await roles()).values()].filter((role) => role === 'owner');
    expect(owners).toHaveLength(1);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)[0]).toBe(200);
  });

  test('a removed member is out at the next request, and their accounts have no owner', async () => {
    await api.database.forWorkspace(workspaceId).write((db) =>
      db
        .insertInto('account')
        .values({
          workspace_id: workspaceId,
          id: api.deps.newId('acc'),
          external_id: 'acme',
          name: 'Acme',
          owner_id: admin.id,
          plan: null,
          lifecycle: 'adopting',
          revenue_minor: null,
          revenue_currency: null,
          renewal_date: null,
          traits: '{}',
          last_seen_at: null,
          created_at: api.clock.now(),
          updated_at: api.clock.now(),
          revision: 1,
        })
        .execute(),
    );
    expect((await api.request('/v1/me', admin)).status).toBe(200);
    expect((await remove(owner, admin.id)).status).toBe(204);
    expect((await api.request('/v1/me', admin)).status).toBe(401);
    const account = await api.database
      .forWorkspace(workspaceId)
      .read((db) =>
        db
          .selectFrom('account')
          .select(['owner_id', 'revision'])
          .where('workspace_id', '=', workspaceId)
          .executeTakeFirst(),
      );
    expect(account).toEqual({ owner_id: null, revision: 2 });
    const users = await api.database.control.selectFrom('auth_user').select('id').execute();
    expect(users).toEqual([{ id: owner.userId }]);
    expect((await remove(owner, admin.id)).status).toBe(404);
  });

  test('the last owner cannot be removed', async () => {
    expect((await remove(owner, owner.id)).status).toBe(409);
    expect((await remove(admin, owner.id)).status).toBe(403);
    expect((await api.request('/v1/me', owner)).status).toBe(200);
  });

  test('another organisation finds and changes nobody here', async () => {
    const other = await api.organisation('Other');
    const stranger = await api.member(other.organisationId, 'owner', other.workspaceId);
    const absent = admin.id.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    for (const act of [
      (id: string) => api.request(`/v1/members/${id}`, stranger),
      (id: string) => give(stranger, id, 'viewer'),
      (id: string) => remove(stranger, id),
    ]) {
      const [foreign, none] = [await act(admin.id), await act(absent)];
      expect([foreign.status, none.status]).toEqual([404, 404]);
      expect({ ...((await foreign.json()) as object), requestId: '' }).toEqual({
        ...((await none.json()) as object),
        requestId: '',
      });
    }
    expect((await roles()).get(admin.id)).toBe('admin');
  });

  test('whoever belongs to two organisations acts in the one whose workspace is named', async () => {
    const other = await api.organisation('Other');
    await api.database.control
      .insertInto('member')
      .values({
        organisation_id: other.organisationId,
        id: api.deps.newId('mem'),
        user_id: owner.userId,
        role: 'viewer',
        language: null,
        created_at: api.clock.now(),
        last_seen_at: null,
      })
      .execute();
    const there = { headers: { ...owner.headers, 'banso-workspace': other.workspaceId } };
    expect((await api.request('/v1/keys', owner)).status).toBe(200);
    expect((await api.request('/v1/keys', there)).status, 'a viewer there').toBe(403);
    expect(await (await api.request('/v1/me', there)).json()).toMatchObject({
      organisation: { name: 'Other' },
    });
    expect((await remove(owner, admin.id)).status).toBe(204);
  });

  test('every change is in the log of the organisation', async () => {
    await give(owner, admin.id, 'member');
    await remove(owner, admin.id);
    const log = await (await api.request('/v1/audit-log?of=organisation', owner)).json();
    expect(log).toMatchObject({
      data: [
        { action: 'member.remove', target: admin.id, actor: { kind: 'member', id: owner.id } },
        { action: 'member.change_role', change: { from: 'admin', to: 'member' } },
      ],
    });
  });
});
