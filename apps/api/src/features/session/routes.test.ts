import { widgetApi } from '@banso/contract';
import { DIALECTS } from '@banso/database/testing';
import { MINUTE_MS } from '@banso/domain/time';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rowsOf } from '../../recorder/testing/recount/recount.ts';
import { aChecklist, aResource, aStep, aSurvey } from '../../recorder/testing/rig.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { anEvent, openWidgetApp, sessionBody } from '../../widget-testing.ts';

const [SURVEY, CHECKLIST, GUIDE] = ['srv', 'chk', 'res'].map(
  (prefix) => `${prefix}_0195d000-0000-7000-8000-0000000000a1`,
) as [string, string, string];

describe.each(DIALECTS)('opening a session on %s', (dialect) => {
  let app: WidgetApp;
  beforeEach(async () => void (app = await openWidgetApp(dialect)));
  afterEach(() => app.close());
  const contacts = () => rowsOf(app.database, app.workspaceId, 'contact');

  test('answers who it is, what is on offer, and where the content is', async () => {
    await app.publish({ id: SURVEY, kind: 'survey', body: aSurvey() });
    await app.publish({
      id: CHECKLIST,
      kind: 'checklist',
      body: aChecklist([aStep('invite'), aStep('connect', { requires: ['invite'] })], { ordered: true }),
    });
    const answer = await app.open({
      user: {
        id: 'user-42',
        token: app.token('user-42', { traits: { plan: 'pro' } }),
        traits: { name: 'Mika' },
      },
      account: { id: 'acme', traits: { name: 'Acme' } },
    });
    expect(answer.status).toBe(200);
    const session = widgetApi.SessionResponse.parse(await answer.json());
    const [mika] = await contacts();
    expect(session).toMatchObject({
      contact: { id: mika?.['id'], verified: true },
      serverTime: app.clock.now(),
      show: [{ contentId: CHECKLIST, kind: 'checklist', surface: 'panel', reason: 'eligible' }],
      held: { [SURVEY]: 'first_session' },
      progress: {
        [CHECKLIST]: {
          done: 0,
          total: 2,
          steps: [
            { key: 'invite', state: 'open', current: true },
            { key: 'connect', state: 'locked', lockedBy: ['invite'] },
          ],
        },
      },
      unread: 0,
    });
    expect(mika).toMatchObject({ identity: 'verified', name: 'Mika', visits: 1 });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('set-cookie')).toBeNull();
    const file = await app.request(session.content.url);
    expect(((await file.json()) as { contents: unknown[] }).contents).toHaveLength(2);
  });

  describe('brings what opens by itself', () => {
    const delivery = (delaySeconds: number) => ({ delaySeconds });
    /** A session of somebody whose first visit is over. */
    async function returning() {
      await app.person('mika');
      app.clock.advance(31 * MINUTE_MS);
      return app.person('mika');
    }
    const publish = (delaySeconds: number) =>
      app.publish({ id: SURVEY, kind: 'survey', body: aSurvey(), delivery: delivery(delaySeconds) });

    test('with its content, kept for one page until another may have it', async () => {
      await publish(0);
      const { opens, content, session } = await returning();
      const file = (await (await app.request(content.url)).json()) as { contents: unknown[] };
      expect(opens).toEqual({ content: file.contents[0], keptMs: 5_000 });
      const another = await app.person('mika');
      expect(another.opens).toMatchObject({ content: { id: SURVEY }, keptMs: 0 });

      const claim = (at = app.clock.now()) =>
        anEvent('content_claimed', { contentId: SURVEY, version: 1 }, { at });
      const [late, first] = [await app.sync(another.session, [claim()]), await app.sync(session, [claim()])];
      expect(await late.json()).toMatchObject({ refused: [{ message: 'claimed_elsewhere' }] });
      expect(await first.json()).toMatchObject({ refused: [] });
      expect((await app.person('mika')).opens).toBeUndefined();
    });

    test('unkept where the person has to be on the page for a while', async () => {
      await publish(3);
      expect((await returning()).opens).toMatchObject({ content: { id: SURVEY }, keptMs: 0 });
    });

    test('and nothing where that is later, or never', async () => {
      await publish(4);
      expect((await returning()).opens).toBeUndefined();
      await app.publish({ id: SURVEY, kind: 'survey', body: aSurvey(), delivery: { interruptive: false } });
      expect((await app.person('mika')).opens).toBeUndefined();
    });
  });

  test('tells the console that the page was seen, once for a burst of them', async () => {
    const heard: unknown[] = [];
    app.deps.live.subscribe(app.workspaceId, (event) => heard.push(event));
    await app.open({ page: { url: 'https://app.example/a?secret=1#x', device: 'mobile' } });
    await app.open();
    app.clock.advance(4_000);
    await app.open();
    expect(heard).toHaveLength(2);
    expect(heard[0]).toMatchObject({ type: 'seen', url: 'https://app.example/a' });
  });

  test('takes the same request as text, which needs no question beforehand', async () => {
    const answer = await app.post(`/v1/w/${app.key}/session`, sessionBody(), {
      'content-type': 'text/plain;charset=UTF-8',
    });
    expect(answer.status).toBe(200);
  });

  test('answers the question that browsers ask beforehand', async () => {
    const answer = await app.request(`/v1/w/${app.key}/sync`, undefined, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('authorization');
  });

  test('counts resources that came after the person did and wait to be opened', async () => {
    await app.publish({ id: GUIDE, kind: 'resource', body: aResource() });
    expect((await app.person('mika')).unread).toBe(0);
    app.clock.advance(MINUTE_MS);
    await app.publish({
      id: `res_0195d000-0000-7000-8000-0000000000a2`,
      kind: 'resource',
      body: aResource(),
    });
    expect((await app.person('mika')).unread).toBe(1);
    expect((await app.person('new')).unread).toBe(0);
  });

  describe('where identity is required', () => {
    const refused: readonly (readonly [
      string,
      string,
      (app: WidgetApp) => widgetApi.SessionRequest['user'],
    ])[] = [
      ['a user without a token', 'identity_required', () => ({ id: 'user-42' })],
      ['an empty token', 'identity_invalid', () => ({ id: 'user-42', token: '' })],
      ['a token of somebody else', 'identity_invalid', () => ({ id: 'user-42', token: app.token('user-1') })],
      [
        'a forged token',
        'identity_invalid',
        () => ({ id: 'user-42', token: app.token('user-42', {}, 'guessed') }),
      ],
      [
        'a token of another workspace',
        'identity_invalid',
        () => ({ id: 'user-42', token: app.token('user-42', { aud: 'ws_other' }) }),
      ],
      [
        'an expired token',
        'identity_invalid',
        () => ({ id: 'user-42', token: app.token('user-42', { exp: 1_700_000_000 }) }),
      ],
      [
        'an unsigned token',
        'identity_invalid',
        () => ({ id: 'user-42', token: `${app.token('user-42').split('.').slice(0, 2).join('.')}.` }),
      ],
    ];

    test.each(refused)('refuses %s with %s, and keeps nothing', async (_, code, user) => {
      const answer = await app.open({ user: user(app) });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ code });
      expect(await contacts()).toEqual([]);
      expect(await rowsOf(app.database, app.workspaceId, 'widget_session')).toEqual([]);
    });

    test('lets anonymous visitors in, who cannot speak for an account', async () => {
      const answer = await app.open({ account: { id: 'acme' } });
      expect(await answer.json()).toMatchObject({ contact: { verified: false } });
      expect(await contacts()).toMatchObject([{ identity: 'anonymous', account_id: null }]);
    });
  });

  describe('where identity is measured', () => {
    beforeEach(() => app.setMode('measure'));

    test('keeps people without a valid token apart from the verified ones', async () => {
      const real = await app.person('user-42', {
        body: { account: { id: 'acme', traits: { plan: 'pro' } } },
      });
      for (const token of [undefined, '', app.token('user-42', {}, 'guessed'), app.token('somebody')]) {
        const answer = await app.open({
          user: { id: 'user-42', traits: { name: 'Mallory' }, ...(token !== undefined && { token }) },
          account: { id: 'acme', traits: { plan: 'free' } },
        });
        expect(await answer.json()).toMatchObject({ contact: { verified: false } });
      }
      expect(
        (await contacts()).toSorted((a, b) => (String(a['identity']) < String(b['identity']) ? -1 : 1)),
      ).toMatchObject([
        { identity: 'unverified', external_id: 'user-42', name: 'Mallory' },
        { id: real.contact.id, identity: 'verified', external_id: 'user-42', name: null },
      ]);
    });
  });

  test.each([
    ['nothing', ''],
    ['broken JSON', '{"anonymousId":'],
    ['a list', []],
    ['no anonymous id', { ...sessionBody(), anonymousId: undefined }],
    ['a user id as anonymous id', { ...sessionBody(), anonymousId: 'user-42' }],
    ['a field that is not ours', { ...sessionBody(), admin: true }],
    ['traits in traits', { ...sessionBody(), user: { id: 'a', traits: { x: { y: 1 } } } }],
    ['a numeric user id', { ...sessionBody(), user: { id: 42 } }],
    ['a language that is none', { ...sessionBody(), locale: 'the klingon' }],
    ['a time zone that is none', { ...sessionBody(), timeZone: 'Mars/Olympus' }],
  ])('refuses %s', async (_, body) => {
    const answer = await app.post(`/v1/w/${app.key}/session`, body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'invalid' });
    expect(await contacts()).toEqual([]);
  });

  test('refuses other types of body, and packed ones', async () => {
    for (const headers of [
      { 'content-type': 'application/xml' },
      { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    ])
      expect((await app.post(`/v1/w/${app.key}/session`, sessionBody(), headers)).status).toBe(415);
  });

  test('refuses keys that are not publishable keys of ours', async () => {
    const secret = await app.secretKey(app.workspaceId);
    for (const key of ['bpk_unknown', secret.value, '', 'x'.repeat(300), '..%2f..%2f', "'%20or%201=1"]) {
      const answer = await app.post(`/v1/w/${key}/session`, sessionBody());
      expect([401, 404]).toContain(answer.status);
    }
  });

  test('mends texts that a database cannot hold', async () => {
    const answer = await app.open({
      user: { id: 'mika', token: app.token('mika'), traits: { note: 'a\0b\ud800c' } },
    });
    expect(answer.status).toBe(200);
    const [mika] = await contacts();
    expect(JSON.parse(String(mika?.['traits']))).toEqual({ note: 'a\uFFFDb\uFFFDc' });
  });
});
