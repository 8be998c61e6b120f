import { DIALECTS } from '@banso/database/testing';
import { HOUR_MS, MINUTE_MS } from '@banso/domain/time';
import type { TestMailServer } from '@banso/testkit/mail-server';
import { openMailServer } from '@banso/testkit/mail-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mailsOf, settingsOf } from '../mail/testing.ts';
import { createMailTransport } from '../mail/transport.ts';
import { openTestApp } from '../testing.ts';
import type { TestApp, TestMember } from '../testing.ts';
import { sendMails } from './mails.ts';
import { mailReplies } from './reply-mails.ts';

describe.each(DIALECTS)('replies by mail on %s', (dialect) => {
  let api: TestApp;
  let server: TestMailServer;
  let admin: TestMember;
  let workspaceId: string;
  let contactId: string;

  beforeEach(async () => {
    server = await openMailServer();
    api = await openTestApp(dialect, { settings: { mail: settingsOf(server) } });
    const own = await api.organisation('Kitanaga');
    workspaceId = own.workspaceId;
    admin = await api.member(own.organisationId, 'admin', workspaceId);
    contactId = await arrive('verified', 'sato');
  });
  afterEach(async () => {
    await server.close();
    await api.close();
  });

  /** @param signed - Whether the token names the address; the page says another one in any case. */
  const arrive = async (
    identity: 'verified' | 'anonymous',
    name: string,
    signed = identity === 'verified',
  ) => {
    const { contactId: id } = await api.deps.recorder.arrive({
      workspaceId,
      identity,
      externalId: name,
      traits: { email: `${name}@elsewhere.example` },
      signedTraits: signed ? { email: `${name}@customer.example` } : {},
      account: undefined,
      locale: 'ja',
      timeZone: undefined,
      pageUrl: 'https://app.example/',
      session: { tokenHash: name, expiresAt: '2030-01-01T00:00:00.000Z' },
    });
    return id;
  };
  const turn = (replyMail: object | null) =>
    api.request(`/v1/workspaces/${workspaceId}`, admin, {
      method: 'PATCH',
      json: { replyMail },
      headers: { 'if-match': '*' },
    });
  const reply = async (text: string, to = contactId) =>
    expect(
      (await api.request('/v1/messages', admin, { method: 'POST', json: { contactId: to, text } })).status,
    ).toBe(201);
  const read = () =>
    api.database.forWorkspace(workspaceId).write(async (db) => {
      const theirs = { workspace_id: workspaceId, contact_id: contactId };
      await db
        .updateTable('message')
        .set({ read_at: api.clock.now() })
        .where('workspace_id', '=', theirs.workspace_id)
        .where('contact_id', '=', theirs.contact_id)
        .where('read_at', 'is', null)
        .execute();
      await db
        .updateTable('thread')
        .set({ unread_by_contact: 0 })
        .where('workspace_id', '=', theirs.workspace_id)
        .where('contact_id', '=', theirs.contact_id)
        .execute();
    });
  const later = async (ms: number) => {
    api.clock.advance(ms);
    await mailReplies(api.deps);
    return (await mailsOf(api.database, workspaceId)).length;
  };

  const ON = { afterMinutes: 15, productUrl: 'https://app.kitanaga.example/home' };

  const mayLeave = async () => {
    const settings = await api.request('/v1/webhook-settings', admin);
    const answer = await api.request('/v1/webhook-settings', admin, {
      method: 'PUT',
      json: { textsMayLeave: true },
      headers: { 'if-match': settings.headers.get('etag') ?? '' },
    });
    expect(answer.status).toBe(200);
  };

  test('go once until somebody reads, in their language, and only to whom a token vouches for', async () => {
    await reply('before it was turned on');
    expect((await turn(ON)).status).toBe(200);
    await mayLeave();
    api.clock.advance(MINUTE_MS);
    const stranger = await arrive('anonymous', 'stranger');
    const unsigned = await arrive('verified', 'unsigned', false);
    await reply('お待たせしました。<直りました>');
    await reply('to nobody known', stranger);
    await reply('to an address that the page says', unsigned);
    expect(await later(14 * MINUTE_MS)).toBe(0);
    expect(await later(2 * MINUTE_MS)).toBe(1);
    await reply('one more');
    expect(await later(HOUR_MS), 'it was told that something waits').toBe(1);
    await read();
    await reply('after it was read');
    expect(await later(HOUR_MS)).toBe(2);
    const transport = createMailTransport(settingsOf(server));
    await sendMails(api.deps, transport);
    transport.close();
    const [first, second] = server.received.toSorted((a, b) => (a.words > b.words ? -1 : 1)).toReversed();
    const mail = first?.words.includes('お待たせ') ? first : second;
    expect(mail?.to).toEqual(['sato@customer.example']);
    expect(mail?.header('subject')).toBe('The adminさんから返信が届きました');
    expect(mail?.header('from')).toBe('"The admin (Kitanaga)" <banso@example.com>');
    expect(mail?.words).toContain('お待たせしました。&lt;直りました&gt;');
    expect(mail?.words).toContain(ON.productUrl);
    expect(mail?.words).not.toContain('before it was turned on');
  });

  test('wait for what was read in time, and for workspaces that want none', async () => {
    await reply('off');
    expect(await later(HOUR_MS)).toBe(0);
    await turn(ON);
    api.clock.advance(MINUTE_MS);
    await reply('soon read');
    api.clock.advance(5 * MINUTE_MS);
    await read();
    expect(await later(HOUR_MS)).toBe(0);
    expect((await turn({ ...ON, productUrl: 'javascript:alert(1)' })).status).toBe(400);
    expect((await turn({ ...ON, afterMinutes: 0 })).status).toBe(400);
  });

  test('end by a link that changes nothing until it is pressed', async () => {
    await turn(ON);
    api.clock.advance(MINUTE_MS);
    await reply('first');
    await later(HOUR_MS);
    const [queued] = await mailsOf(api.database, workspaceId);
    const path = new URL(queued?.unsubscribeUrl ?? '').pathname;
    const asked = await api.app.request(`${path}?lang=ja`);
    expect([asked.status, await asked.text()]).toEqual([200, expect.stringContaining('<form method="post"')]);
    await read();
    await reply('second');
    expect(await later(HOUR_MS), 'looking at it ended nothing').toBe(2);

    expect((await api.app.request(`${path.slice(0, -4)}AAAA`, { method: 'POST' })).status).toBe(404);
    const oneClick = await api.app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(oneClick.status).toBe(200);
    await read();
    await reply('third');
    expect(await later(HOUR_MS)).toBe(2);

    expect((await api.app.request(`${path}?lang=ja&now=on`, { method: 'POST' })).status).toBe(200);
    await reply('fourth');
    expect(await later(HOUR_MS), 'they want them again').toBe(3);
  });

  test('say not a word of what was written where no text may leave', async () => {
    await turn(ON);
    api.clock.advance(MINUTE_MS);
    await reply('a secret plan');
    await later(HOUR_MS);
    const transport = createMailTransport(settingsOf(server));
    await sendMails(api.deps, transport);
    transport.close();
    expect(server.received[0]?.words).toContain('Kitanaga');
    expect(server.received[0]?.words).not.toContain('secret plan');
  });

  test('an invitation is mailed with the link that stands in the console', async () => {
    const answer = await api.request('/v1/invitations', admin, {
      method: 'POST',
      json: { email: 'jun@example.com', role: 'viewer' },
    });
    const { url, mailed } = (await answer.json()) as { url: string; mailed: boolean };
    expect(mailed).toBe(true);
    const transport = createMailTransport(settingsOf(server));
    await sendMails(api.deps, transport);
    transport.close();
    expect(server.received.map(({ to }) => to)).toEqual([['jun@example.com']]);
    expect(server.received[0]?.words).toContain(url);
  });
});
