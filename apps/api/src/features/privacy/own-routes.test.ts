import { erasure, widgetApi } from '@banso/contract';
import type { PERSONAL } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestMember } from '../../testing.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { anEvent, openWidgetApp } from '../../widget-testing.ts';
import type { Told } from './testing/canaries.ts';
import { publishAll, tellEverything } from './testing/canaries.ts';

describe.each(DIALECTS)('what is known about me on %s', (dialect) => {
  let app: WidgetApp;
  let admin: TestMember;
  beforeEach(async () => {
    app = await openWidgetApp(dialect);
    admin = await app.member(app.organisationId, 'admin', app.workspaceId);
    await publishAll(app);
  });
  afterEach(() => app.close());

  const get = (path: string, session: string) =>
    app.request(`/v1/w/${app.key}/${path}`, { headers: { authorization: `Bearer ${session}` } });
  const me = async (session: string) => widgetApi.MeResponse.parse(await (await get('me', session)).json());
  const wish = (session: string, type: 'erasure_requested' | 'erasure_withdrawn') =>
    app
      .sync(session, [anEvent(type, {}, { at: app.clock.now() })])
      .then((answer) => answer.json() as Promise<widgetApi.SyncResponse>);

  test('is who they are, their company, and how much is kept', async () => {
    const told = await tellEverything(app, admin);
    const { session } = await app.person(told.userId, { claims: { account: 'acme' } });
    const answer = await get('me', session);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const known = widgetApi.MeResponse.parse(await answer.json());
    expect(known).toMatchObject({
      contact: { userId: told.userId, timeZone: 'Antarctica/Troll', lastSeenAt: app.clock.now() },
      account: { name: 'acme' },
      kept: [
        { what: 'visits', count: 1 },
        { what: 'events', count: 12 },
        { what: 'answers', count: 2 },
        { what: 'messages', count: 3 },
        { what: 'steps', count: 0 },
        { what: 'exposures', count: 0 },
      ],
      erasureRequestedAt: null,
    });
    expect(Object.keys(known.contact.traits)).toHaveLength(4);
  });

  test('an anonymous visitor sees their own: their id is known to their browser only', async () => {
    const { anonymous } = await tellEverything(app, admin);
    expect(await me(anonymous.session)).toMatchObject({
      contact: { userId: null, name: null },
      account: null,
    });
    expect((await get('me/export', anonymous.session)).status).toBe(200);
  });

  test('nobody sees anything in the name of an id that nobody vouches for', async () => {
    await app.setMode('measure');
    const claimed = (await (await app.open({ user: { id: 'mika' } })).json()) as widgetApi.SessionResponse;
    for (const path of ['me', 'me/export']) {
      const answer = await get(path, claimed.session);
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ code: 'not_verified' });
    }
    expect((await wish(claimed.session, 'erasure_requested')).refused).toMatchObject([
      { code: 'not_verified' },
    ]);
    expect((await get('me', 'x'.repeat(43))).status).toBe(401);
    expect((await app.request(`/v1/w/${app.key}/me/export`)).status).toBe(401);
  });

  test('a wish to be erased stands until it is taken back, and is told to the console', async () => {
    const { session, contact } = await app.person('mika');
    const heard: unknown[] = [];
    app.deps.live.subscribe(app.workspaceId, (event) => heard.push(event));
    expect((await wish(session, 'erasure_withdrawn')).refused).toMatchObject([{ code: 'not_requested' }]);
    expect(heard).toEqual([]);
    const requestedAt = app.clock.now();
    await wish(session, 'erasure_requested');
    expect(heard).toEqual([{ type: 'erasure', contactId: contact.id }]);
    app.clock.advance(60_000);
    expect((await wish(session, 'erasure_requested')).refused, 'asked again').toEqual([]);
    expect(await me(session)).toMatchObject({ erasureRequestedAt: requestedAt });
    await wish(session, 'erasure_withdrawn');
    expect((await me(session)).erasureRequestedAt).toBeNull();
    app.clock.advance(60_000);
    await wish(session, 'erasure_requested');
    expect((await me(session)).erasureRequestedAt).toBe(app.clock.now());
    const { data } = (await (await app.request('/v1/erasures', admin)).json()) as { data: erasure.Erasure[] };
    expect(data.map(({ status, source }) => `${status} ${source}`)).toEqual([
      'open contact',
      'withdrawn contact',
    ]);
  });

  test('wished, taken back and wished anew in one batch: one wish is open', async () => {
    const { session } = await app.person('mika');
    const types = ['erasure_requested', 'erasure_withdrawn', 'erasure_requested'] as const;
    const at = app.clock.now();
    const answer = await app.sync(
      session,
      types.map((type) => anEvent(type, {}, { at })),
    );
    expect(((await answer.json()) as widgetApi.SyncResponse).refused).toEqual([]);
    expect((await me(session)).erasureRequestedAt).toBe(at);
    const open = await app.request('/v1/erasures?status=open', admin);
    expect(((await open.json()) as { data: unknown[] }).data).toHaveLength(1);
  });

  describe('the export', () => {
    const rowsIn = (table: keyof typeof PERSONAL) =>
      app.database
        .forWorkspace(app.workspaceId)
        .read((db) => db.selectFrom(table).selectAll().where('workspace_id', '=', app.workspaceId).execute());
    const fetched = async (session: string) => {
      const answer = await get('me/export', session);
      expect(answer.headers.get('content-type')).toContain('application/json');
      const text = await answer.text();
      return { text, data: erasure.PersonalExport.parse(JSON.parse(text)) };
    };
    let told: Told;
    beforeEach(async () => void (told = await tellEverything(app, admin)));

    test('holds every word of the person, and none of anybody else', async () => {
      const other = await tellEverything(app, admin);
      const { text } = await fetched(told.session.session);
      const { text: anonymously } = await fetched(told.anonymous.session);
      // what was said first and then otherwise, what no row keeps, and what never leaves the page
      const isKept = (one: string) =>
        !/canary-(idempotency-key|put-name|put-email|signed-name|told-email|session-page|session-query)/.test(
          one,
        );
      const absent = told.canaries.all.filter((one) => isKept(one) && !`${text}${anonymously}`.includes(one));
      expect(absent.filter((one) => !one.startsWith('anon_'))).toEqual([]);
      expect(other.canaries.all.filter((one) => `${text}${anonymously}`.includes(one))).toEqual([]);
      expect(told.canaries.all.filter((one) => text.includes(one) && anonymously.includes(one))).toEqual([]);
    });

    test('says what the rows say', async () => {
      await wish(told.session.session, 'erasure_requested');
      const { data } = await fetched(told.session.session);
      const contactId = told.session.contact.id;
      const own = async (table: 'event' | 'message' | 'exposure' | 'response' | 'widget_session') =>
        (await rowsIn(table)).filter((row) => 'contact_id' in row && row.contact_id === contactId).length;
      expect({
        events: data.events.length,
        messages: data.messages.length,
        responses: data.responses.length,
        sessions: data.sessions.length,
        erasures: data.erasures.length,
      }).toEqual({
        events: await own('event'),
        messages: await own('message'),
        responses: await own('response'),
        sessions: await own('widget_session'),
        erasures: 1,
      });
      expect(data.contact).toMatchObject({
        id: contactId,
        identity: 'verified',
        timeZone: 'Antarctica/Troll',
      });
      expect(data.eventCounts).toMatchObject([{ subjectId: contactId, name: 'created', count: 1 }]);
      expect(data.responses.flatMap((one) => one['answers'])).toEqual(
        expect.arrayContaining([expect.objectContaining({ question: 'score', number: 9, walked: true })]),
      );
      expect(JSON.stringify(data)).not.toMatch(/workspaceId|tokenHash|tombstone|revision|authorId/);
    });

    test('of somebody with thousands of facts is whole', async () => {
      const at = app.clock.now();
      for (let batch = 0; batch < 3; batch += 1)
        await app.sync(
          told.session.session,
          Array.from({ length: 400 }, () => anEvent('track', { name: 'much' }, { at })),
        );
      const { data } = await fetched(told.session.session);
      const ids = data.events.map(({ id }) => id);
      expect(ids).toHaveLength(1_200 + 12);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });
});
