import type { message, widgetApi } from '@banso/contract';
import { DIALECTS } from '@banso/database/testing';
import { SECOND_MS } from '@banso/domain/time';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestMember } from '../../testing.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { anEvent, openWidgetApp } from '../../widget-testing.ts';

describe.each(DIALECTS)('messages on %s', (dialect) => {
  let app: WidgetApp;
  let haruka: TestMember;
  let mika: widgetApi.SessionResponse;
  beforeEach(async () => {
    app = await openWidgetApp(dialect);
    haruka = await app.member(app.organisationId, 'member', app.workspaceId);
    mika = await app.person('mika');
  });
  afterEach(() => app.close());

  const note = (text: string, more: { id?: string; about?: string } = {}) => {
    const { id, about } = more;
    const said = about === undefined ? { text } : { text, about };
    return anEvent('message_sent', said, { at: app.clock.now(), ...(id && { id }) });
  };
  const sync = async (events: unknown[], session = mika.session) =>
    (await (await app.sync(session, events)).json()) as widgetApi.SyncResponse;
  const own = (session = mika.session, query = '') =>
    app.request(`/v1/w/${app.key}/messages${query}`, { headers: { authorization: `Bearer ${session}` } });
  const thread = async (session?: string) => (await (await own(session)).json()) as message.OwnThread;
  const write = (json: unknown, headers = {}) =>
    app.request('/v1/messages', haruka, { method: 'POST', json, headers });
  const reply = async (text: string, contactId = mika.contact.id) => {
    app.clock.advance(SECOND_MS);
    return (await (await write({ contactId, text })).json()) as message.Message;
  };
  const mark = (json: unknown, contactId = mika.contact.id) =>
    app.request(`/v1/messages/threads/${contactId}`, haruka, { method: 'PATCH', json });
  const read = async <T>(path: string) => (await (await app.request(path, haruka)).json()) as T;
  const waiting = async () =>
    (await read<message.Thread & { waiting: number }>('/v1/messages/waiting')).waiting;

  test('a note arrives once, whole and in order, and waits for the team', async () => {
    const first = note('一行目\n二行目');
    const answer = await sync([first, note('and one more')]);
    expect(answer.accepted).toHaveLength(2);
    expect((await sync([first])).accepted).toEqual([first['id']]);
    expect((await thread()).messages.map(({ text, author, readAt }) => ({ text, author, readAt }))).toEqual([
      { text: '一行目\n二行目', author: 'contact', readAt: null },
      { text: 'and one more', author: 'contact', readAt: null },
    ]);
    const { data } = await read<{ data: message.Thread[] }>('/v1/messages/threads');
    expect(data).toMatchObject([
      { contact: { id: mika.contact.id }, unread: 2, last: { author: 'contact', text: 'and one more' } },
    ]);
    expect(await waiting()).toBe(1);
  });

  test('notes of one batch keep their order whatever their ids', async () => {
    const [early, late] = [uuidv7(), uuidv7()];
    await sync([note('first', { id: late }), note('second', { id: early })]);
    expect((await thread()).messages.map(({ text }) => text)).toEqual(['first', 'second']);
  });

  test.each([
    { what: 'blanks', said: { text: ' \n ' }, field: 'text' },
    { what: 'too much', said: { text: 'a'.repeat(10_001) }, field: 'text' },
    { what: 'an unknown response', said: { text: 'Hm', about: `rsp_${uuidv7()}` }, field: 'about' },
  ])('a note of $what is refused by its field', async ({ said, field }) => {
    const { refused } = await sync([anEvent('message_sent', said, { at: app.clock.now() })]);
    expect(refused).toMatchObject([{ message: expect.stringMatching(`^${field}: `) as string }]);
    expect((await thread()).messages).toEqual([]);
  });

  test('a reply is one more unread, until the person has read it; then the team sees that', async () => {
    await sync([note('Is there a template?')]);
    expect((await app.person('mika')).messages).toEqual({ unread: 0 });
    const sent = await reply('Yes: in shared folders.');
    expect(sent).toMatchObject({ by: { id: haruka.id, name: 'The member' }, readAt: null });
    expect(await waiting(), 'who answers has read').toBe(0);

    const { unread, messages } = await app.person('mika');
    expect({ unread, messages }).toEqual({ unread: 1, messages: { unread: 1 } });
    const seen = (await thread()).messages;
    expect(seen).toMatchObject([
      { author: 'contact', readAt: expect.any(String) as string },
      { author: 'team', by: 'The member', text: 'Yes: in shared folders.' },
    ]);
    const after = await sync([
      anEvent('messages_read', { upTo: sent.id }, { at: app.clock.now() }),
      anEvent('messages_read', { upTo: sent.id }, { at: app.clock.now() }),
    ]);
    expect(after).toMatchObject({ unread: 0, messages: { unread: 0 } });
    const { data } = await read<{ data: message.Message[] }>(`/v1/messages?contactId=${mika.contact.id}`);
    expect(data[0]).toMatchObject({ id: sent.id, readAt: app.clock.now() });
  });

  test('what the person has not seen stays unread', async () => {
    const first = await reply('one');
    await reply('two');
    expect(await sync([anEvent('messages_read', { upTo: first.id }, { at: app.clock.now() })])).toMatchObject(
      {
        messages: { unread: 1 },
      },
    );
  });

  test('the team marks what it has read, and no more', async () => {
    await sync([note('one')]);
    const [first] = (await thread()).messages;
    app.clock.advance(SECOND_MS);
    await sync([note('two')]);
    expect(await (await mark({ read: true, upTo: first?.id })).json()).toMatchObject({ unread: 1 });
    expect(await (await mark({ read: true })).json()).toMatchObject({ unread: 0 });
    expect(await waiting()).toBe(0);
    expect(await (await mark({ read: false })).json()).toMatchObject({ unread: 1 });
    expect(await (await mark({ read: false })).json()).toMatchObject({ unread: 1 });
    expect(await waiting()).toBe(1);
  });

  test('nobody reads the thread of somebody else', async () => {
    await sync([note('only mine')]);
    const jun = await app.person('jun');
    expect((await thread(jun.session)).messages).toEqual([]);
    const [mine] = (await thread()).messages;
    await sync([anEvent('messages_read', { upTo: mine?.id ?? '' }, { at: app.clock.now() })], jun.session);
    expect((await own('x'.repeat(43))).status).toBe(401);
    expect((await app.request(`/v1/w/${app.key}/messages`)).status).toBe(401);
  });

  test('under "measure" a user id without a token reads neither the verified thread nor any other', async () => {
    await app.setMode('measure');
    await sync([note('canary to the team')]);
    await reply('canary to you');
    const claimed = (await (await app.open({ user: { id: 'mika' } })).json()) as widgetApi.SessionResponse;
    expect(claimed.contact.verified).toBe(false);
    expect(claimed.messages).toBeUndefined();
    expect(claimed.unread).toBe(0);
    const answer = await own(claimed.session);
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain('canary');
  });

  test('an anonymous visitor reads their own: their id is known to their browser only', async () => {
    const visitor = (await (await app.open()).json()) as widgetApi.SessionResponse;
    await sync([note('Hello?')], visitor.session);
    await reply('Hello', visitor.contact.id);
    expect((await thread(visitor.session)).messages.map(({ text }) => text)).toEqual(['Hello?', 'Hello']);
  });

  test('whoever looks after the account has a name', async () => {
    const account = await app.request('/v1/accounts', haruka, {
      method: 'POST',
      json: { name: 'Aoba', externalId: 'aoba', ownerId: haruka.id },
    });
    expect(account.status).toBe(201);
    const of = await app.person('mika', { claims: { account: 'aoba' } });
    expect((await thread(of.session)).with).toEqual({ name: 'The member' });
    expect((await thread()).with).toBeNull();
  });

  test('a long thread is read backwards, each message once', async () => {
    for (let n = 1; n <= 60; n++) await sync([note(`${n}`)]);
    const latest = await thread();
    expect(latest.messages.map(({ text }) => text)).toEqual(
      Array.from({ length: 50 }, (_, n) => `${n + 11}`),
    );
    const earlier = (await (
      await own(mika.session, `?before=${encodeURIComponent(latest.before ?? '')}`)
    ).json()) as message.OwnThread;
    expect(earlier.messages.map(({ text }) => text)).toEqual(
      Array.from({ length: 10 }, (_, n) => `${n + 1}`),
    );
    expect(earlier.before).toBeNull();
    expect((await own(mika.session, '?before=nonsense')).status).toBe(400);
  });

  test.each([
    { what: 'to nobody', json: { contactId: `con_${uuidv7()}`, text: 'Hello' }, path: 'contactId' },
    { what: 'about nothing', json: { text: 'Hello', about: `rsp_${uuidv7()}` }, path: 'about' },
    { what: 'without words', json: { text: '' }, path: 'text' },
  ])('a reply $what is refused by its field', async ({ json, path }) => {
    const answer = await write({ contactId: mika.contact.id, ...json });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ path }] });
  });

  test('a reply sent twice under one key is one, and what it says is not in the audit log', async () => {
    const json = { contactId: mika.contact.id, text: 'canary words' };
    for (let n = 0; n < 2; n++) expect((await write(json, { 'idempotency-key': 'k' })).status).toBe(201);
    expect((await thread()).messages).toHaveLength(1);
    const owner = await app.member(app.organisationId, 'owner', app.workspaceId);
    const log = await (await app.request('/v1/audit-log', owner)).text();
    expect(log).toContain('message.create');
    expect(log).not.toContain('canary');
  });

  test('whatever both sides do, the sums of a thread are those of its messages', async () => {
    const acts = fc.array(
      fc.oneof(
        fc.constant({ act: 'note' } as const),
        fc.constant({ act: 'reply' } as const),
        fc.record({ act: fc.constant('seen' as const), which: fc.nat(20) }),
        fc.record({ act: fc.constant('read' as const), which: fc.nat(20) }),
        fc.constant({ act: 'unread' } as const),
      ),
      { maxLength: 12 },
    );
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(acts, async (done) => {
        const person = await app.person(`person-${(turn += 1)}`);
        const contactId = person.contact.id;
        for (const one of done) {
          app.clock.advance(SECOND_MS);
          const all = (await thread(person.session)).messages;
          const chosen = 'which' in one ? all[one.which % Math.max(all.length, 1)]?.id : undefined;
          if (one.act === 'note') await sync([note('n')], person.session);
          else if (one.act === 'reply') await reply('r', contactId);
          else if (one.act === 'unread') await mark({ read: false }, contactId);
          else if (chosen === undefined) continue;
          else if (one.act === 'read') await mark({ read: true, upTo: chosen }, contactId);
          else
            await sync([anEvent('messages_read', { upTo: chosen }, { at: app.clock.now() })], person.session);
        }
        const all = (await thread(person.session)).messages;
        const unread = (author: string) => all.filter((m) => m.author === author && m.readAt === null).length;
        expect((await sync([], person.session)).messages?.unread).toBe(unread('team'));
        const { data } = await read<{ data: message.Thread[] }>('/v1/messages/threads?limit=200');
        expect(data.find(({ contact }) => contact.id === contactId)?.unread ?? 0).toBe(unread('contact'));
        const ids = data.map(({ unread: n }) => n > 0);
        expect(ids, 'what waits comes first').toEqual(ids.toSorted((a, b) => Number(b) - Number(a)));
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});
