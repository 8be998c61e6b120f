import { DIALECTS } from '@banso/database/testing';
import { DEFAULT_BUDGET } from '@banso/domain/decide';
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

  test('changes the rules of the budget that are named, in the audit log and for every process', async () => {
    expect(await (await read()).json()).toMatchObject({ fatigue: DEFAULT_BUDGET });
    const heard: string[] = [];
    api.deps.live.subscribe(workspaceId, ({ type }) => heard.push(type));
    const before = await api.deps.published.of(workspaceId);
    const fatigue = {
      minDaysBetween: null,
      perKind: { survey: { count: 1, days: 14 }, checklist: null, announcement: { count: 2, days: 7 } },
      quietHours: { from: '20:00', to: '08:00' },
      quietDays: [6, 7],
      perTag: [{ tag: 'Feedback', count: 1, days: 30 }],
    };
    const answer = await change({ fatigue }, await etag());
    expect(await answer.json()).toMatchObject({ fatigue: { ...DEFAULT_BUDGET, ...fatigue } });
    expect(before.budget).toEqual(DEFAULT_BUDGET);
    expect((await api.deps.published.of(workspaceId)).budget).toEqual({ ...DEFAULT_BUDGET, ...fatigue });
    expect(heard).toContain('workspace');
    const log = await (await api.request('/v1/audit-log', admin)).json();
    expect(log).toMatchObject({ data: [{ action: 'workspace.update', change: { fatigue } }] });

    await change({ fatigue: { quietHours: null } }, await etag());
    const { quietHours: _none, ...rest } = fatigue;
    expect(await (await read()).json()).toMatchObject({ fatigue: { ...rest, quietHours: null } });
  });

  test.each([
    { fatigue: { minDaysBetween: 0 }, path: 'fatigue.minDaysBetween' },
    { fatigue: { perPerson: { count: 0, days: 7 } }, path: 'fatigue.perPerson.count' },
    { fatigue: { perKind: { survey: null } }, path: 'fatigue.perKind.checklist' },
    { fatigue: { accountDailyPercent: 101 }, path: 'fatigue.accountDailyPercent' },
    { fatigue: { quietHours: { from: '24:00', to: '08:00' } }, path: 'fatigue.quietHours.from' },
    { fatigue: { quietHours: { from: '08:00', to: '08:00' } }, path: 'fatigue.quietHours.to' },
    { fatigue: { quietDays: [0] }, path: 'fatigue.quietDays.0' },
    { fatigue: { quietDays: [6, 6] }, path: 'fatigue.quietDays' },
    { fatigue: { quietDays: [1, 2, 3, 4, 5, 6, 7] }, path: 'fatigue.quietDays' },
    { fatigue: { tags: [] }, path: 'fatigue.tags' },
    { fatigue: { perTag: [{ tag: ' ', count: 1, days: 30 }] }, path: 'fatigue.perTag.0.tag' },
    {
      fatigue: {
        perTag: [
          { tag: 'News', count: 1, days: 30 },
          { tag: 'news', count: 2, days: 7 },
        ],
      },
      path: 'fatigue.perTag',
    },
  ])('refuses a budget that says $fatigue, and names $path', async ({ fatigue, path }) => {
    const answer = await change({ fatigue }, '*');
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as { errors: { path: string }[] };
    expect(errors.map((error) => error.path)).toContain(path);
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
      lastFromServers: [],
      eventNames: [],
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
