import { widgetApi } from '@banso/contract';
import { DIALECTS } from '@banso/database/testing';
import { addMs, DAY_MS, MINUTE_MS, SECOND_MS } from '@banso/domain/time';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rowsOf } from '../../recorder/testing/recount/recount.ts';
import { aBranchingSurvey, aChecklist, aResource, aStep, aSurvey } from '../../recorder/testing/rig.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { anEvent, openWidgetApp } from '../../widget-testing.ts';

const [SURVEY, CHECKLIST, GUIDE] = ['srv', 'chk', 'res'].map(
  (prefix) => `${prefix}_0195d000-0000-7000-8000-0000000000a1`,
) as [string, string, string];

describe.each(DIALECTS)('syncing on %s', (dialect) => {
  let app: WidgetApp;
  beforeEach(async () => {
    app = await openWidgetApp(dialect);
    await app.publish({ id: SURVEY, kind: 'survey', body: aSurvey() });
    await app.publish({
      id: CHECKLIST,
      kind: 'checklist',
      body: aChecklist([aStep('invite'), aStep('connect')], { progressOf: 'account' }),
    });
    await app.publish({ id: GUIDE, kind: 'resource', body: aResource() });
  });
  afterEach(() => app.close());
  const rows = (table: Parameters<typeof rowsOf>[2]) => rowsOf(app.database, app.workspaceId, table);
  const now = () => ({ at: app.clock.now() });
  const answered = async (answer: Response) => widgetApi.SyncResponse.parse(await answer.json());

  test('acknowledges what is kept, and answers what is on offer then', async () => {
    const { session } = await app.person('mika', { claims: { account: 'acme' } });
    const events = [
      anEvent('step_completed', { contentId: CHECKLIST, version: 1, step: 'invite' }, now()),
      anEvent('resource_opened', { contentId: GUIDE, version: 1 }, now()),
    ];
    const found = await answered(await app.sync(session, events));
    expect(found.accepted).toEqual(events.map(({ id }) => id));
    expect(found.refused).toEqual([]);
    expect(found.progress[CHECKLIST]).toMatchObject({ done: 1, total: 2 });
    expect(found.show.map(({ contentId }) => contentId)).toContain(CHECKLIST);
  });

  test('names the teammate who did a step, and nobody for one’s own', async () => {
    const [mika, jun] = [
      await app.person('mika', {
        claims: { account: 'acme' },
        body: {
          user: { id: 'mika', token: app.token('mika', { account: 'acme' }), traits: { name: 'Mika' } },
        },
      }),
      await app.person('jun', { claims: { account: 'acme' } }),
    ];
    const stepDone = anEvent('step_completed', { contentId: CHECKLIST, version: 1, step: 'invite' }, now());
    const own = await answered(await app.sync(mika.session, [stepDone]));
    const others = await answered(await app.sync(jun.session, []));
    expect(own.progress[CHECKLIST]?.steps[0]).toEqual({
      key: 'invite',
      state: 'done',
      current: false,
      lockedBy: [],
      doneAt: app.clock.now(),
    });
    expect(others.progress[CHECKLIST]?.steps[0]).toMatchObject({ state: 'done', doneBy: 'Mika' });
  });

  test('refuses answers that their question does not take, of every type, and says why', async () => {
    const contentId = 'srv_0195d000-0000-7000-8000-0000000000a2';
    await app.publish({ id: contentId, kind: 'survey', body: aBranchingSurvey() });
    const { session } = await app.person('mika');
    const responseId = `rsp_${uuidv7()}`;
    const answer = (question: string, value: unknown, more: object = {}) => ({
      ...anEvent(
        'survey_answered',
        { contentId, version: 1, responseId, question, value: null, ...more },
        now(),
      ),
      value,
    });
    const good = [
      answer('csat', 5),
      answer('uses', ['search', 'other'], { other: 'Our own tool' }),
      answer('effort', null),
    ];
    const bad: [object, RegExp][] = [
      [answer('csat', 6), /whole number from 1 to 5/],
      [answer('csat', 0), /whole number from 1 to 5/],
      [answer('csat', 4.5), /./],
      [answer('csat', '4'), /whole number from 1 to 5/],
      [answer('effort', 8), /whole number from 1 to 7/],
      [answer('why', ['gone']), /no option named gone/],
      [answer('why', ['price', 'speed']), /only one/],
      [answer('uses', ['search', 'search']), /twice/],
      [answer('uses', []), /./],
      [answer('uses', [1]), /./],
      [answer('uses', { search: true }), /./],
      [answer('uses', ['search'], { other: 'x' }), /other/],
      [answer('hello', 'read'), /nothing to answer/],
    ];
    const found = await answered(await app.sync(session, [...bad.map(([event]) => event), ...good]));
    const idOf = (event: object) => (event as { id: string }).id;
    expect(found.accepted).toEqual(good.map(idOf));
    expect(found.refused.map(({ code }) => code)).toEqual(bad.map(() => 'invalid'));
    for (const [event, why] of bad)
      expect(found.refused.find(({ id }) => id === idOf(event))?.message).toMatch(why);
    expect(
      (await rows('answer_hour')).map(({ question, value, count }) => `${question} ${value} ${count}`),
    ).toEqual(['csat  1', 'csat 5 1', 'uses  1', 'uses other 1', 'uses search 1']);
  });

  test('keeps the good events of a batch and says what is wrong with the others', async () => {
    const { session } = await app.person('mika');
    const good = anEvent('track', { name: 'saved' }, now());
    const answer = { contentId: SURVEY, version: 1, responseId: `rsp_${uuidv7()}`, question: 'score' };
    const bad: [unknown, string, string][] = [
      [{ ...good, id: 'not-a-uuid' }, 'not-a-uuid', 'invalid'],
      [{ ...good, id: uuidv7(), extra: 1 }, '', 'invalid'],
      [{ ...anEvent('track', { name: 'x' }, now()), type: 'teleport' }, '', 'unknown_type'],
      [{ id: uuidv7(), at: app.clock.now() }, '', 'invalid'],
      ['text', '#4', 'invalid'],
      [null, '#5', 'invalid'],
      [
        anEvent(
          'track',
          {
            name: 'big',
            properties: Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`p${n}`, 'あ'.repeat(700)])),
          },
          now(),
        ),
        '',
        'too_large',
      ],
      [
        anEvent(
          'content_opened',
          { contentId: 'srv_0195d000-0000-7000-8000-00000000dead', version: 1 },
          now(),
        ),
        '',
        'unknown_content',
      ],
      [anEvent('survey_answered', { ...answer, question: 'gone', value: 1 }, now()), '', 'unknown_question'],
      ...[11, -1, 7.5, '9'].map((value): [unknown, string, string] => [
        { ...anEvent('survey_answered', { ...answer, value: 0 }, now()), value },
        '',
        'invalid',
      ]),
    ];
    const found = await answered(await app.sync(session, [...bad.map(([event]) => event), good]));
    expect(found.accepted).toEqual([good['id']]);
    expect(new Map(found.refused.map(({ id, code }) => [id, code]))).toEqual(
      new Map(bad.map(([event, id, code]) => [id || (event as { id: string }).id, code])),
    );
    const scores = bad.slice(-4).map(([event]) => (event as { id: string }).id);
    const messages = found.refused.filter(({ id }) => scores.includes(id)).map(({ message }) => message);
    expect(messages).toHaveLength(4);
    for (const message of messages) expect(message).toMatch(/^value: /);
    expect(await rows('response')).toEqual([]);
  });

  test('accepts an id again and changes nothing', async () => {
    const { session } = await app.person('mika');
    const event = anEvent('track', { name: 'saved' }, now());
    for (let n = 0; n < 3; n += 1)
      expect((await answered(await app.sync(session, [event]))).accepted).toEqual([event['id']]);
    expect(await rows('event_count')).toMatchObject([{ count: 1 }]);
  });

  test('goes on with a session of another process', async () => {
    const { session } = await app.person('mika');
    const { createApp } = await import('../../app.ts');
    const elsewhere = createApp(app.deps);
    const answer = await elsewhere.request(`/v1/w/${app.key}/sync`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', authorization: `Bearer ${session}` },
      body: JSON.stringify({
        events: [],
        page: { url: 'https://app.example/', device: 'desktop' },
        sentAt: app.clock.now(),
      }),
    });
    expect(answer.status).toBe(200);
  });

  test('places events in our time, whatever the sender’s clock says', async () => {
    const { session } = await app.person('mika');
    app.clock.advance(40 * DAY_MS);
    const received = app.clock.now();
    const years = 10 * 365 * DAY_MS;
    const cases: [sentAt: string, at: string, happened: string][] = [
      [received, addMs(received, -5_000), addMs(received, -5_000)],
      [addMs(received, years), addMs(received, years - 5_000), addMs(received, -5_000)],
      [addMs(received, -years), addMs(received, -years - 5_000), addMs(received, -5_000)],
      [received, addMs(received, 60_000), received],
      [received, addMs(received, -years), addMs(received, -30 * DAY_MS)],
    ];
    const again = await app.person('mika');
    for (const [sentAt, at] of cases) {
      const answer = await answered(
        await app.sync(again.session, [anEvent('track', { name: 'saved' }, { at })], { sentAt }),
      );
      expect(answer.accepted).toHaveLength(1);
    }
    const kept = (await rows('event')).filter(({ type }) => type === 'track').map(({ at }) => String(at));
    expect(kept.toSorted()).toEqual(cases.map(([, , happened]) => happened).toSorted());
    expect(session).toBeDefined();
  });

  test('postpones by the sender’s duration, not by the sender’s date', async () => {
    const { session } = await app.person('mika');
    const theirs = '2031-01-01T00:00:00.000Z';
    const event = anEvent(
      'content_snoozed',
      { contentId: CHECKLIST, version: 1, until: addMs(theirs, 7 * DAY_MS) },
      { at: theirs },
    );
    const found = await answered(await app.sync(session, [event], { sentAt: theirs }));
    expect(found.held[CHECKLIST]).toBe('snoozed');
    expect(await rows('content_state')).toMatchObject([
      { snoozed_until: addMs(app.clock.now(), 7 * DAY_MS) },
    ]);
  });

  test('hears of a new publication by its address', async () => {
    const { session, content } = await app.person('mika');
    expect((await answered(await app.sync(session, []))).content).toEqual(content);
    await app.publish({ id: GUIDE, kind: 'resource', body: aResource({ title: { en: 'New' } }) });
    expect((await answered(await app.sync(session, []))).content).not.toEqual(content);
  });

  describe('refuses', () => {
    test.each([
      ['no session', () => ({})],
      ['another word', () => ({ authorization: 'Bearer nonsense-nonsense-nonsense' })],
      ['a key', () => ({ authorization: `Bearer ${app.key}` })],
      ['basic', () => ({ authorization: 'Basic eA==' })],
    ])('%s', async (_, headers) => {
      const body = {
        events: [],
        page: { url: 'https://app.example/', device: 'desktop' },
        sentAt: app.clock.now(),
      };
      const answer = await app.post(`/v1/w/${app.key}/sync`, body, headers());
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ code: 'session_expired' });
    });

    test('a session that has ended', async () => {
      const { session } = await app.person('mika');
      expect((await app.sync(session, [])).status).toBe(200);
      app.clock.advance(30 * MINUTE_MS + SECOND_MS);
      expect((await app.sync(session, [])).status).toBe(401);
    });

    test('a session of another workspace, also one of the same organisation', async () => {
      const { session } = await app.person('mika');
      const other = await app.workspace(app.organisationId, 'Staging');
      const { value: key } = await app.publishableKey(other);
      const body = {
        events: [anEvent('track', { name: 'saved' }, now())],
        page: { url: 'https://app.example/', device: 'desktop' },
        sentAt: app.clock.now(),
      };
      const answer = await app.post(`/v1/w/${key}/sync`, body, { authorization: `Bearer ${session}` });
      expect(answer.status).toBe(401);
      expect(await rowsOf(app.database, other, 'event')).toEqual([]);
    });

    test('content of another workspace', async () => {
      const other = await app.workspace(app.organisationId, 'Staging');
      const { value: key } = await app.publishableKey(other);
      const opened = await app.post(`/v1/w/${key}/session`, {
        anonymousId: 'anon_0195d000-0000-4000-8000-000000000001',
        page: { url: 'https://app.example/', device: 'desktop' },
        locale: 'en',
      });
      const { session, show } = widgetApi.SessionResponse.parse(await opened.json());
      expect(show).toEqual([]);
      const body = {
        events: [anEvent('content_opened', { contentId: GUIDE, version: 1 }, now())],
        page: { url: 'https://app.example/', device: 'desktop' },
        sentAt: app.clock.now(),
      };
      const answer = await app.post(`/v1/w/${key}/sync`, body, { authorization: `Bearer ${session}` });
      expect((await answered(answer)).refused).toMatchObject([{ code: 'unknown_content' }]);
    });

    test.each([
      ['501 events', 413, () => ({ events: Array.from({ length: 501 }, () => ({})) })],
      ['half a megabyte', 413, () => ({ events: ['x'.repeat(512 * 1024)] })],
      ['no list of events', 400, () => ({ events: {} })],
      ['no time of sending', 400, () => ({ events: [], sentAt: 'now' })],
    ])('%s, and keeps nothing', async (_, status, over) => {
      const { session } = await app.person('mika');
      const body = {
        page: { url: 'https://app.example/', device: 'desktop' },
        sentAt: app.clock.now(),
        ...over(),
      };
      const answer = await app.post(`/v1/w/${app.key}/sync`, body, { authorization: `Bearer ${session}` });
      expect(answer.status).toBe(status);
    });

    test('JSON that is nested too deeply or broken', async () => {
      const { session } = await app.person('mika');
      for (const body of [
        `{"events":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
        '{"events":[',
        String.raw`{"\u0000":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      ]) {
        const answer = await app.post(`/v1/w/${app.key}/sync`, body, { authorization: `Bearer ${session}` });
        expect(answer.status).toBe(400);
      }
    });
  });
});
