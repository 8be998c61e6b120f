import type { View } from '@banso/contract/view';
import { DIALECTS } from '@banso/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestMember } from '../../testing.ts';

describe.each(DIALECTS)('saved views on %s', (dialect) => {
  let api: TestApp;
  let mika: TestMember;
  let ren: TestMember;
  let owner: TestMember;

  beforeAll(async () => {
    api = await openTestApp(dialect);
    const { organisationId, workspaceId } = await api.organisation();
    owner = await api.member(organisationId, 'owner', workspaceId);
    mika = await api.member(organisationId, 'member', workspaceId);
    ren = await api.member(organisationId, 'member', workspaceId);
  });
  afterAll(() => api.close());

  const save = async (json: object, by = mika) =>
    (await (
      await api.request('/v1/views', by, { method: 'POST', json: { page: 'feedback', ...json } })
    ).json()) as View & { errors?: { path: string }[] };
  const seen = async (by: TestMember) =>
    ((await (await api.request('/v1/views?page=feedback', by)).json()) as { data: View[] }).data.map(
      ({ name }) => name,
    );

  test('are personal or shared; a shared one belongs to everybody, and leaves with nobody', async () => {
    const own = await save({ name: 'Mine', query: { band: 'detractor' } });
    const shared = await save({ name: 'Ours', query: { language: 'ja' }, shared: true });
    expect(own).toMatchObject({ query: { band: 'detractor' }, shared: false, owner: { id: mika.id } });
    expect([await seen(mika), await seen(ren)]).toEqual([['Mine', 'Ours'], ['Ours']]);

    const patch = (id: string, json: object, by: TestMember) =>
      api.request(`/v1/views/${id}`, by, { method: 'PATCH', json });
    expect((await patch(own.id, { name: 'Taken' }, ren)).status).toBe(404);
    expect(await (await patch(shared.id, { name: 'Japan', shared: false }, ren)).json()).toMatchObject({
      name: 'Japan',
      shared: true,
    });
    expect((await api.request(`/v1/members/${mika.id}`, owner, { method: 'DELETE' })).status).toBe(204);
    expect(await seen(ren)).toEqual(['Japan']);
    expect((await api.request(`/v1/views/${shared.id}`, ren, { method: 'DELETE' })).status).toBe(204);
    expect(await seen(ren)).toEqual([]);
  });

  test('are kept apart by their list', async () => {
    const { id } = await save({ page: 'cases', name: 'Urgent', query: { priority: 'urgent' } }, ren);
    const list = await api.request('/v1/views?page=cases', ren);
    expect(await list.json()).toMatchObject({ data: [{ id, page: 'cases', name: 'Urgent' }] });
    expect(await seen(ren)).toEqual([]);
  });

  test('are refused by the field', async () => {
    for (const [json, path] of [
      [{ page: 'elsewhere', name: 'x', query: {} }, 'page'],
      [{ name: ' ', query: {} }, 'name'],
      [{ name: 'x', query: { a: 'y'.repeat(501) } }, 'query.a'],
    ] as const)
      expect((await save(json, ren)).errors?.[0]?.path).toBe(path);
  });
});
