import { gzipSync } from 'node:zlib';
import { account, tracking } from '@banso/contract';
import { DIALECTS } from '@banso/database/testing';
import { addMs, DAY_MS, MINUTE_MS } from '@banso/domain/time';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recounted, rowsOf, kept } from '../../recorder/testing/recount/recount.ts';
import { aChecklist, aStep, aSurvey } from '../../recorder/testing/rig.ts';
import type { TestMember } from '../../testing.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { openWidgetApp } from '../../widget-testing.ts';

const [SURVEY, CHECKLIST] = ['srv', 'chk'].map(
  (prefix) => `${prefix}_0195d000-0000-7000-8000-0000000000a1`,
) as [string, string];
const ANONYMOUS = 'anon_0195d000-0000-4000-8000-0000000000b1';

describe.each(DIALECTS)('the tracking API on %s', (dialect) => {
  let app: WidgetApp;
  let key: string;
  let keyId: string;
  beforeEach(async () => {
    app = await openWidgetApp(dialect);
    ({ value: key, id: keyId } = await app.secretKey(app.workspaceId, ['write']));
  });
  afterEach(() => app.close());

  const rows = (table: Parameters<typeof rowsOf>[2]) => rowsOf(app.database, app.workspaceId, table);
  const basic = (value = key) => ({
    authorization: `Basic ${Buffer.from(`${value}:`).toString('base64')}`,
    'content-type': 'application/json',
  });
  const send = (type: string, body: unknown, headers = basic()) =>
    app.app.request(`/v1/${type}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const batch = async (messages: readonly unknown[], more: object = {}) => {
    const answer = await send('batch', { batch: messages, ...more });
    expect(answer.status).toBe(200);
    return tracking.Received.parse(await answer.json());
  };
  const contactOf = async (externalId: string) =>
    (await rows('contact')).find((row) => row['external_id'] === externalId);

  test('makes people and companies and brings them up to date, as vouched for, and is no visit', async () => {
    expect(
      (await send('identify', { userId: 'mika', traits: { name: 'Mika', seats: 3, beta: true } })).status,
    ).toBe(200);
    await send('group', { userId: 'mika', groupId: 'acme', traits: { name: 'Acme', plan: 'pro', size: 40 } });
    await send('identify', {
      userId: 'mika',
      traits: { seats: 4, beta: null, email: 'mika@example.com' },
      context: { locale: 'ja-JP', timezone: 'Asia/Tokyo', ip: '203.0.113.9' },
    });
    const [acme] = await rows('account');
    expect(acme).toMatchObject({ external_id: 'acme', name: 'Acme', plan: 'pro', traits: '{"size":40}' });
    expect(await contactOf('mika')).toMatchObject({
      identity: 'verified',
      name: 'Mika',
      email: 'mika@example.com',
      locale: 'ja-JP',
      time_zone: 'Asia/Tokyo',
      account_id: acme?.['id'],
      traits: '{"seats":4}',
      visits: 0,
      first_seen_at: null,
      last_seen_at: null,
    });
    const all = JSON.stringify([await rows('event'), await rows('contact')]);
    expect(all).not.toContain('203.0.113.9');
    expect(app.logged.join('')).not.toMatch(/mika|Acme|203\.0\.113/i);
    // the person of the widget is the same one
    const { contact } = await app.person('mika', { claims: { account: 'acme' } });
    expect(contact.id).toBe((await contactOf('mika'))?.['id']);
  });

  test('moves a person with group, and says with context.groupId where something happened', async () => {
    await batch([
      { type: 'group', userId: 'mika', groupId: 'acme' },
      { type: 'track', userId: 'mika', event: 'saved' },
      { type: 'track', userId: 'mika', event: 'saved', context: { groupId: 'globex' } },
      { type: 'track', userId: 'jun', event: 'saved', context: { groupId: 'globex' } },
      { type: 'group', userId: 'mika', groupId: 'globex' },
    ]);
    const accounts = new Map((await rows('account')).map((row) => [row['id'], row['external_id']]));
    const people = (await rows('contact')).map((row) => [
      row['external_id'],
      accounts.get(row['account_id']),
    ]);
    expect(people.toSorted()).toEqual([
      ['jun', 'globex'],
      ['mika', 'globex'],
    ]);
    const counted = (await rows('event_count')).flatMap((row) => {
      const name = accounts.get(row['subject_id']);
      return name === undefined ? [] : [[name, row['count']]];
    });
    expect(counted.toSorted()).toEqual([
      ['acme', 1],
      ['globex', 2],
    ]);
    expect(await kept(app.database, app.workspaceId)).toEqual(
      await recounted(app.database, app.workspaceId, []),
    );
  });

  test('keeps the good messages of a batch, and says what is wrong with each of the others', async () => {
    const long = 'x'.repeat(33_000);
    const found = await batch([
      { type: 'track', messageId: 'good-1', userId: 'mika', event: 'saved' },
      { type: 'track', messageId: 'bad-1', userId: 'mika' },
      { type: 'track', event: 'saved' },
      { type: 'teleport', messageId: 'bad-2', userId: 'mika' },
      { messageId: 'bad-3', userId: 'mika', event: 'saved' },
      'text',
      { type: 'group', messageId: 'bad-4', userId: 'mika', groupId: 7 },
      { type: 'track', messageId: 'bad-5', userId: 'mika', event: 'saved', properties: { long } },
      { type: 'track', messageId: 'bad-6', userId: 'mika', event: 'saved', timestamp: 'yesterday' },
      { type: 'track', messageId: 'bad-7', userId: 'mika', event: 'saved', timestamp: '2020-01-01' },
      { type: 'alias', messageId: 'bad-8', userId: 'mika' },
      { type: 'track', messageId: 'x'.repeat(201), userId: 'mika', event: 'saved' },
      { type: 'page', messageId: 'good-2', userId: 'mika', name: 'Home' },
    ]);
    expect(found.accepted).toEqual(['good-1', 'good-2']);
    expect(found.refused.map(({ id, code, message }) => [id, code, message.split(':')[0]])).toEqual([
      ['bad-1', 'invalid', 'event'],
      ['#2', 'invalid', 'userId'],
      ['bad-2', 'unknown_type', 'type'],
      ['bad-3', 'invalid', 'type'],
      ['#5', 'invalid', 'message'],
      ['bad-4', 'invalid', 'groupId'],
      ['bad-5', 'too_large', 'message'],
      ['bad-6', 'invalid', 'timestamp'],
      ['bad-7', 'invalid', 'timestamp'],
      ['bad-8', 'invalid', 'previousId'],
      ['#11', 'invalid', 'messageId'],
    ]);
    expect((await rows('event')).map(({ type }) => type).toSorted()).toEqual(['page', 'track']);
  });

  test('counts a message once, however it comes again, and changes nothing by it', async () => {
    const ids = [uuidv7(), 'node-next-1668208232027-743be593', '4b74-8078-cbcc8894c586', 'Überweisung 7'];
    const messages = ids.map((messageId) => ({ type: 'track', messageId, userId: 'mika', event: 'saved' }));
    const named = { type: 'identify', messageId: 'first', userId: 'mika', traits: { seats: 1 } };
    await batch([...messages, named, ...messages]);
    await send('identify', { userId: 'mika', traits: { seats: 2 } });
    app.clock.advance(40 * DAY_MS);
    const again = await Promise.all(
      [1, 2, 3].map(() => batch([named, ...messages], { sentAt: app.clock.now() })),
    );
    for (const { accepted, refused } of again) expect([accepted, refused]).toEqual([['first', ...ids], []]);
    expect((await send('track', messages[0])).status).toBe(200);
    expect(await rows('event_count')).toMatchObject([{ name: 'saved', count: ids.length }]);
    expect((await contactOf('mika'))?.['traits']).toBe('{"seats":2}');
    const logged = (await rows('event')).filter(({ type }) => type === 'track');
    expect(logged).toHaveLength(ids.length);
    expect(logged.map(({ id }) => id)).toContain(ids[0]);
    expect(logged.every(({ sent_by }) => sent_by === keyId)).toBe(true);
  });

  test('gives an id to messages without one and says it', async () => {
    const { accepted } = await batch([
      { type: 'track', userId: 'mika', event: 'saved' },
      { type: 'track', userId: 'mika', event: 'saved' },
    ]);
    expect(new Set(accepted).size).toBe(2);
    expect((await rows('event')).map(({ id }) => id).toSorted()).toEqual(accepted.toSorted());
  });

  test('leaves out what cannot be kept and says so, and keeps the rest', async () => {
    const { accepted, ignored } = await batch([
      {
        type: 'identify',
        messageId: 'm',
        userId: 'mika',
        traits: JSON.parse(
          `{"seats":1,"address":{"city":"Nagoya"},"roles":["admin"],"bio":"${'x'.repeat(2_001)}","__proto__":{"a":1},"":1,"bad":"\\u0000!"}`,
        ) as object,
        integrations: { All: false },
        unheard: ['of'],
      },
    ]);
    expect(accepted).toEqual(['m']);
    expect(ignored.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['traits.address', 'traits.roles', 'traits.bio', 'traits.']),
    );
    expect((await contactOf('mika'))?.['traits']).toBe('{"seats":1,"bad":"\uFFFD!"}');
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  test('reads the person’s traits where RudderStack puts them', async () => {
    await send('identify', {
      userId: 'mika',
      context: { traits: { plan: 'pro', seats: 1 } },
      traits: { seats: 2 },
    });
    expect(JSON.parse(String((await contactOf('mika'))?.['traits']))).toEqual({ plan: 'pro', seats: 2 });
  });

  test('dates things by our clock, whatever that of the server says', async () => {
    const at = (timestamp: string, more: object = {}) => ({
      type: 'track',
      userId: 'mika',
      event: 'saved',
      timestamp,
      ...more,
    });
    await batch(
      [at('2031-05-05T11:50:00Z'), at('2031-05-05T11:55:00.000Z', { sentAt: '2031-05-05T11:56:00Z' })],
      {
        sentAt: '2031-05-05T12:00:00Z',
      },
    );
    await send('track', at('2025-12-24T18:00:00+09:00'));
    expect((await rows('event')).map((row) => row['at']).toSorted()).toEqual([
      '2025-12-24T09:00:00.000Z',
      addMs(app.clock.now(), -10 * MINUTE_MS),
      addMs(app.clock.now(), -MINUTE_MS),
    ]);
    expect((await rows('event_count')).map(({ day }) => day)).toContain('2025-12-24');
  });

  test('a step completes itself by what a server tells: an event, or a trait', async () => {
    const plan = { type: 'trait', subject: 'account', key: 'plan', op: 'is', value: 'pro' } as const;
    await app.publish({
      id: CHECKLIST,
      kind: 'checklist',
      body: aChecklist(
        [
          aStep('invite', {
            completeWhen: {
              type: 'event',
              subject: 'contact',
              name: 'invited',
              op: 'at_least',
              count: 2,
              withinDays: null,
            },
          }),
          aStep('upgrade', { completeWhen: plan }),
        ],
        { progressOf: 'account' },
      ),
    });
    await app.person('mika', { claims: { account: 'acme' } });
    await send('track', { userId: 'mika', event: 'invited' });
    expect(await rows('step_done')).toEqual([]);
    await send('track', { userId: 'mika', event: 'invited' });
    expect((await rows('step_done')).map(({ step }) => step)).toEqual(['invite']);
    await send('group', { userId: 'mika', groupId: 'acme', traits: { plan: 'pro' } });
    const [acme] = await rows('account');
    expect(await rows('step_done')).toMatchObject([
      { step: 'invite', via: 'event', subject_id: acme?.['id'] },
      { step: 'upgrade', via: 'event', subject_id: acme?.['id'] },
    ]);
  });

  test('a survey asks about what a server tells, with its id', async () => {
    await app.publish({
      id: SURVEY,
      kind: 'survey',
      body: aSurvey(),
      delivery: { transaction: { event: 'ticket_closed', property: 'ticketId', withinDays: 7 } },
    });
    await app.person('mika');
    app.clock.advance(DAY_MS);
    const { session, show } = await app.person('mika');
    expect(show).toEqual([]);
    for (const ticketId of ['T-1', 'T-1', 2])
      await send('track', {
        userId: 'mika',
        event: 'ticket_closed',
        properties: { ticketId, by: { name: 'Ai' } },
      });
    expect((await rows('survey_transaction')).map((row) => row['transaction_id']).toSorted()).toEqual([
      '2',
      'T-1',
    ]);
    const offered = (await (await app.sync(session, [])).json()) as { show: { contentId: string }[] };
    expect(offered.show.map(({ contentId }) => contentId)).toEqual([SURVEY]);
  });

  describe('alias', () => {
    const events = async () =>
      (await rows('event')).filter(({ type }) => type === 'track').map((row) => row['contact_id']);

    test('gives what comes later under the old name to the user, and moves nothing', async () => {
      await send('track', { anonymousId: ANONYMOUS, event: 'saved' });
      const alias = { type: 'alias', messageId: 'a', previousId: ANONYMOUS, userId: 'mika' };
      await batch([alias, { type: 'track', anonymousId: ANONYMOUS, event: 'saved' }]);
      await batch([alias]);
      await send('track', { anonymousId: ANONYMOUS, event: 'saved' });
      const [visitor, mika] = [await contactOf(ANONYMOUS), await contactOf('mika')];
      expect(visitor?.['identity']).toBe('anonymous');
      expect((await events()).toSorted()).toEqual([visitor?.['id'], mika?.['id'], mika?.['id']].toSorted());
      expect(await rows('contact_alias')).toMatchObject([{ contact_id: mika?.['id'] }]);
      expect(JSON.stringify(await rows('contact_alias'))).not.toContain(ANONYMOUS);
      expect(await kept(app.database, app.workspaceId)).toEqual(
        await recounted(app.database, app.workspaceId, []),
      );
    });

    test('lets no page in as the user: what a browser holds proves nothing', async () => {
      await send('alias', { previousId: ANONYMOUS, userId: 'mika' });
      const opened = await app.open({ anonymousId: ANONYMOUS });
      const { contact } = (await opened.json()) as { contact: { id: string; verified: boolean } };
      expect(contact.verified).toBe(false);
      expect(contact.id).not.toBe((await contactOf('mika'))?.['id']);
    });

    test('goes to whoever it was told of last', async () => {
      await batch(['mika', 'jun'].map((userId) => ({ type: 'alias', previousId: ANONYMOUS, userId })));
      await send('track', { anonymousId: ANONYMOUS, event: 'saved' });
      expect(await events()).toEqual([(await contactOf('jun'))?.['id']]);
    });

    test('does not make one of two users', async () => {
      await send('identify', { userId: 'mika' });
      const refused = await send('alias', { previousId: 'mika', userId: 'jun' });
      expect(refused.status).toBe(400);
      expect(await refused.json()).toMatchObject({ errors: [{ path: 'previousId' }] });
      expect((await rows('contact')).map((row) => row['external_id'])).toEqual(['mika']);
      expect((await send('alias', { previousId: 'mika', userId: 'mika' })).status).toBe(200);
    });
  });

  describe('somebody who was erased', () => {
    let admin: TestMember;
    beforeEach(async () => {
      admin = await app.member(app.organisationId, 'admin', app.workspaceId);
      await batch([
        { type: 'identify', userId: 'mika', traits: { name: 'Mika', secret: 'canary' } },
        { type: 'track', userId: 'mika', event: 'saved', properties: { note: 'canary' } },
        { type: 'page', userId: 'mika', name: 'Home', properties: { url: 'https://app.example/canary' } },
        { type: 'alias', previousId: ANONYMOUS, userId: 'mika' },
      ]);
      const path = `/v1/contacts/${String((await contactOf('mika'))?.['id'])}/erase`;
      expect((await app.request(path, admin, { method: 'POST', json: {} })).status).toBe(200);
    });

    test('leaves nothing of what the server told', async () => {
      const all = JSON.stringify([await rows('event'), await rows('contact'), await rows('contact_alias')]);
      expect(all).not.toMatch(/canary|mika|0000000000b1/i);
    });

    test('is not taken down again under any name, and the others of the batch are', async () => {
      const before = (await rows('event')).length;
      const { accepted, refused } = await batch([
        { type: 'track', messageId: '1', userId: 'mika', event: 'saved' },
        { type: 'track', messageId: '2', anonymousId: ANONYMOUS, event: 'saved' },
        { type: 'identify', messageId: '3', userId: 'mika', traits: { name: 'Mika' } },
        { type: 'track', messageId: '4', userId: 'jun', event: 'saved' },
      ]);
      expect([accepted, refused.map(({ code }) => code)]).toEqual([['4'], ['erased', 'erased', 'erased']]);
      expect((await send('track', { userId: 'mika', event: 'saved' })).status).toBe(410);
      expect(await rows('event')).toHaveLength(before + 1);
    });
  });

  describe('the door', () => {
    const message = { userId: 'mika', event: 'saved' };

    test('takes gzip, under whatever name of content the clients send it', async () => {
      const zip = (value: unknown) => new Uint8Array(gzipSync(JSON.stringify(value)));
      for (const [type, extra] of [
        ['application/json', {}],
        ['application/x-www-form-urlencoded', {}],
        ['application/json; charset=utf-8', { 'idempotency-key': 'abc' }],
      ] as const) {
        const answer = await app.app.request('/v1/batch', {
          method: 'POST',
          headers: { ...basic(), 'content-type': type, 'content-encoding': 'gzip', ...extra },
          body: zip({ batch: [{ type: 'track', ...message }] }),
        });
        expect([type, answer.status]).toEqual([type, 200]);
      }
      const bomb = await app.app.request('/v1/batch', {
        method: 'POST',
        headers: { ...basic(), 'content-encoding': 'gzip' },
        body: zip({ batch: ['x'.repeat(5_000_000)] }),
      });
      expect(bomb.status).toBe(413);
      const torn = await app.app.request('/v1/batch', {
        method: 'POST',
        headers: { ...basic(), 'content-encoding': 'gzip' },
        body: 'not gzip',
      });
      expect(torn.status).toBe(400);
      expect(await rows('event_count')).toMatchObject([{ count: 3 }]);
    });

    test.each([
      ['no key', {}, 403],
      ['a key that does not work', { authorization: 'Basic eDo=' }, 401],
    ])('refuses %s', async (_, headers, status) => {
      const answer = await send('track', message, {
        'content-type': 'application/json',
        ...headers,
      } as never);
      expect(answer.status).toBe(status);
      expect(await rows('event')).toEqual([]);
    });

    test('refuses a key that may only read, and a publishable one', async () => {
      const reading = await app.secretKey(app.workspaceId, ['read']);
      expect((await send('track', message, basic(reading.value))).status).toBe(403);
      expect((await send('track', message, basic(app.key))).status).toBe(401);
    });

    test.each([
      ['no JSON', 'nonsense', 400],
      ['no list', JSON.stringify({ batch: {} }), 400],
      ['501 messages', JSON.stringify({ batch: Array.from({ length: 501 }, () => message) }), 413],
      ['more than half a megabyte', JSON.stringify({ batch: ['x'.repeat(600_000)] }), 413],
    ])('refuses %s', async (_, body, status) => {
      const answer = await app.app.request('/v1/batch', { method: 'POST', headers: basic(), body });
      expect(answer.status).toBe(status);
    });

    test('names the field of a message that comes alone', async () => {
      const answer = await send('track', { userId: 'mika', event: '' });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ code: 'invalid', errors: [{ path: 'event' }] });
    });

    test('finds nobody of another workspace under the same name', async () => {
      const other = await app.workspace(app.organisationId, 'Staging');
      await send('identify', { userId: 'mika', traits: { name: 'Mika' } });
      const { value } = await app.secretKey(other, ['write']);
      await send('track', { messageId: 'same', ...message }, basic(value));
      await send('track', { messageId: 'same', ...message });
      const theirs = await rowsOf(app.database, other, 'contact');
      expect(theirs).toMatchObject([{ external_id: 'mika', name: null }]);
      expect(await rowsOf(app.database, other, 'event')).toHaveLength(1);
      expect((await rows('event')).filter(({ type }) => type === 'track')).toHaveLength(1);
    });
  });

  test('the console hears of it and reads what came last, and the contact reads as ever', async () => {
    const heard: unknown[] = [];
    app.deps.live.subscribe(app.workspaceId, (event) => heard.push(event));
    await send('track', { userId: 'mika', event: 'ticket_closed' });
    expect(heard).toContainEqual({ type: 'heard', at: app.clock.now() });
    const owner = await app.member(app.organisationId, 'owner', app.workspaceId);
    const answer = await app.request(`/v1/workspaces/${app.workspaceId}/installation`, owner);
    expect(await answer.json()).toMatchObject({
      lastSeenAt: null,
      lastFromServers: [
        { type: 'track', name: 'ticket_closed', contact: 'mika', receivedAt: app.clock.now() },
      ],
      eventNames: ['ticket_closed'],
    });
    const { data } = (await (await app.request('/v1/contacts', owner)).json()) as { data: unknown[] };
    expect(account.Contact.parse(data[0])).toMatchObject({ externalId: 'mika', verified: true });
  });
});
