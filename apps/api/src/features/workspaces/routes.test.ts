import { DIALECTS } from '@banso/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp } from '../../testing.ts';
import type { TestApp, TestMember } from '../../testing.ts';

describe.each(DIALECTS)('workspaces on %s', (dialect) => {
  let api: TestApp;
  let admin: TestMember;
  let organisationId: string;
  let workspaceId: string;

  beforeEach(async () => {
    api = await openTestApp(dialect);
    ({ organisationId, workspaceId } = await api.organisation());
    admin = await api.member(organisationId, 'admin', workspaceId);
  });
  afterEach(() => api.close());

  const read = (id = workspaceId) => api.request(`/v1/workspaces/${id}`, admin);
  const etag = async () => (await read()).headers.get('etag') ?? '';
  const change = (json: unknown, ifMatch: string | undefined, by = admin) =>
    api.request(`/v1/workspaces/${workspaceId}`, by, {
      method: 'PATCH',
      json,
      headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
    });

  test('a new one has a publishable key and asks for identities', async () => {
    const answer = await api.request('/v1/workspaces', admin, {
      method: 'POST',
      json: { name: 'Staging', defaultLocale: 'ko', locales: ['en'] },
    });
    expect(answer.status).toBe(201);
    const created = (await answer.json()) as { id: string };
    expect(created).toMatchObject({
      name: 'Staging',
      defaultLocale: 'ko',
      locales: ['ko', 'en'],
      identityMode: 'required',
      theme: {},
    });
    const there = { headers: { ...admin.headers, 'banso-workspace': created.id } };
    expect(await (await api.request('/v1/keys', there)).json()).toMatchObject({
      data: [{ kind: 'publishable' }],
    });
    expect(await (await api.request('/v1/workspaces', admin)).json()).toMatchObject({
      data: [{ id: workspaceId }, { id: created.id }],
    });
  });

  test('changes what is said and nothing else', async () => {
    const answer = await change(
      { theme: { accent: '#3350a8', side: 'left' }, timeZone: 'Asia/Seoul' },
      await etag(),
    );
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      name: 'Production',
      timeZone: 'Asia/Seoul',
      theme: { accent: '#3350a8', side: 'left' },
      locales: ['en', 'ja', 'ko'],
    });
    expect(answer.headers.get('etag')).toBe(await etag());
  });

  test('does not overwrite what somebody else changed meanwhile', async () => {
    const seen = await etag();
    expect((await change({ name: 'One' }, undefined)).status).toBe(428);
    expect((await change({ name: 'One' }, seen)).status).toBe(200);
    expect((await change({ name: 'Two' }, seen)).status, 'within the same millisecond too').toBe(412);
    expect(await (await read()).json()).toMatchObject({ name: 'One' });
  });

  test('one of two changes at the same moment is refused', async () => {
    const seen = await etag();
    const answers = await Promise.all([change({ name: 'One' }, seen), change({ name: 'Two' }, seen)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  test.each([
    { json: { theme: { accent: 'red' } }, because: 'no colour' },
    { json: { theme: { accent: '#3350a8', css: 'x' } }, because: 'an unknown part of the look' },
    { json: { identityMode: 'off' }, because: 'no such mode' },
    { json: { locales: [] }, because: 'no language at all' },
    { json: { timeZone: 'Tokyo' }, because: 'no such zone' },
    { json: { organisationId: 'org_x' }, because: 'a workspace stays where it is' },
  ])('refuses bad input: $because', async ({ json }) => {
    expect((await change(json, '*')).status).toBe(400);
  });

  test('what arrived from the pages is counted', async () => {
    expect(await (await api.request(`/v1/workspaces/${workspaceId}/installation`, admin)).json()).toEqual({
      lastSeenAt: null,
      lastPageUrl: null,
      sessions24h: 0,
      verifiedSessions24h: 0,
      contacts: 0,
      lastEvents: [],
    });
    await api.deps.recorder.arrive({
      workspaceId,
      identity: 'verified',
      externalId: 'user-42',
      traits: { name: 'Mika' },
      signedTraits: {},
      account: undefined,
      locale: 'ja',
      timeZone: undefined,
      pageUrl: 'https://app.example/projects',
      session: { tokenHash: 'a'.repeat(64), expiresAt: '2026-01-05T10:30:00.000Z' },
    });
    const seen = await (await api.request(`/v1/workspaces/${workspaceId}/installation`, admin)).json();
    expect(seen).toMatchObject({
      sessions24h: 1,
      verifiedSessions24h: 1,
      contacts: 1,
      lastSeenAt: api.clock.now(),
    });
  });

  test('another organisation reads and changes nothing', async () => {
    const other = await api.organisation('Other');
    const stranger = await api.member(other.organisationId, 'owner', other.workspaceId);
    const foreign = [
      await api.request(`/v1/workspaces/${workspaceId}`, stranger),
      await api.request(`/v1/workspaces/${workspaceId}/installation`, stranger),
      await change({ name: 'Mine' }, '*', stranger),
    ];
    expect(foreign.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(await (await api.request('/v1/workspaces', stranger)).json()).toMatchObject({
      data: [{ id: other.workspaceId }],
      nextCursor: null,
    });
    expect(await (await read()).json()).toMatchObject({ name: 'Production' });
  });

  test('a viewer reads and changes nothing; a key does neither', async () => {
    const viewer = await api.member(organisationId, 'viewer', workspaceId);
    expect((await api.request(`/v1/workspaces/${workspaceId}`, viewer)).status).toBe(200);
    expect((await change({ name: 'Mine' }, '*', viewer)).status).toBe(403);
    const key = await api.secretKey(workspaceId);
    expect((await api.request(`/v1/workspaces/${workspaceId}`, key)).status).toBe(403);
  });
});
