import { DIALECTS } from '@banso/database/testing';
import { HOUR_MS, MINUTE_MS } from '@banso/domain/time';
import type { TestMailServer } from '@banso/testkit/mail-server';
import { openMailServer } from '@banso/testkit/mail-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mailBody } from '../mail/mail-body.ts';
import type { OutgoingMail } from '../mail/queue-mail.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { mailsOf, settingsOf } from '../mail/testing.ts';
import type { Transport } from '../mail/transport.ts';
import { createMailTransport } from '../mail/transport.ts';
import { openTestApp } from '../testing.ts';
import type { TestApp } from '../testing.ts';
import { sendMails } from './mails.ts';

describe.each(DIALECTS)('mails on %s', (dialect) => {
  let api: TestApp;
  let server: TestMailServer;
  let transport: Transport;
  let workspaceId: string;

  beforeEach(async () => {
    server = await openMailServer();
    api = await openTestApp(dialect, { settings: { mail: settingsOf(server) } });
    ({ workspaceId } = await api.organisation());
    transport = createMailTransport(settingsOf(server));
  });
  afterEach(async () => {
    transport.close();
    await server.close();
    await api.close();
  });

  const queue = (over: Partial<OutgoingMail> = {}) => {
    const mail: OutgoingMail = {
      workspaceId,
      to: 'sato@example.com',
      locale: 'ja',
      subject: '山田さんからの返信 – “Hello”',
      ...mailBody({
        locale: 'ja',
        sender: 'Kitanaga',
        title: 'お返事が届いています',
        blocks: [{ type: 'quote', by: '山田', text: '<b>こんにちは</b> & "ok"' }],
        footer: 'Kitanagaからのお知らせです。',
      }),
      purpose: 'test',
      dedupeKey: 'one',
      ...over,
    };
    return api.database.forWorkspace(workspaceId).write((db) => queueMail(db, mail, api.deps));
  };
  const send = () => sendMails(api.deps, transport);
  const states = async () => (await mailsOf(api.database, workspaceId)).map(({ state }) => state);

  test('arrive once, with text and HTML that say the same, and leave no words behind', async () => {
    expect(await queue({ unsubscribeUrl: 'https://banso.example/off/1' })).toBe(true);
    expect(await queue()).toBe(false);
    const [before] = await mailsOf(api.database, workspaceId);
    expect(before?.body, 'sealed').not.toContain('こんにちは');
    await send();
    await send();
    expect(server.received).toHaveLength(1);
    const [mail] = server.received;
    expect(mail?.to).toEqual(['sato@example.com']);
    expect(mail?.header('subject')).toBe('山田さんからの返信 – “Hello”');
    expect(mail?.header('from')).toBe('Banso <banso@example.com>');
    expect(mail?.header('message-id')).toBe(`<${before?.id}@example.com>`);
    expect(mail?.header('list-unsubscribe')).toBe('<https://banso.example/off/1>');
    expect(mail?.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(mail?.words).toContain('> <b>こんにちは</b> & "ok"');
    expect(mail?.words).toContain('&lt;b&gt;こんにちは&lt;/b&gt; &amp; &quot;ok&quot;');
    expect(await mailsOf(api.database, workspaceId)).toMatchObject([
      { state: 'sent', body: null, attempts: 1, sentAt: api.clock.now() },
    ]);
  });

  test('let nobody write a header or a further recipient', async () => {
    await queue({
      to: 'a@example.com\r\nBcc: evil@example.com',
      subject: 'Hi\r\nBcc: evil@example.com\r\n\r\nbody',
      senderName: 'Eve" <eve@example.com>\r\nX-Evil: yes',
      dedupeKey: 'evil',
    });
    await queue({ to: 'b@example.com, evil@example.com', dedupeKey: 'list' });
    await queue({
      subject: 'Hi\r\nX-Evil: yes\u2028X-Evil: yes',
      senderName: 'Eve\nX-Evil: yes',
      dedupeKey: 'headers',
    });
    await send();
    for (const mail of server.received) {
      expect(mail.to.join(' ')).not.toBe('evil@example.com');
      expect([mail.header('bcc'), mail.header('x-evil')]).toEqual([undefined, undefined]);
      expect(mail.header('from')).toMatch(/<banso@example.com>$/);
      expect(mail.to).toHaveLength(1);
    }
    const last = server.received.at(-1);
    expect(last?.header('subject')).toBe('Hi X-Evil: yes X-Evil: yes');
  });

  test('wait while the server is away, are tried again, and are given up after three to four days', async () => {
    const away = settingsOf(server).port;
    await server.close();
    await queue();
    await queue({ dedupeKey: 'two' });
    await send();
    expect(await states()).toEqual(['waiting', 'waiting']);
    const attempts = (await mailsOf(api.database, workspaceId)).map((mail) => mail.attempts);
    expect(attempts.toSorted(), 'nobody loses an attempt to a server that is away').toEqual([0, 1]);
    server = await openMailServer(away);
    api.clock.advance(MINUTE_MS);
    await send();
    expect([server.received.length, ...(await states())]).toEqual([2, 'sent', 'sent']);

    await queue({ dedupeKey: 'three' });
    server.refuse = { code: 451, times: Number.POSITIVE_INFINITY };
    let waited = 0;
    for (; (await states())[0] === 'waiting' && waited < 10 * 24; waited += 1) {
      await send();
      api.clock.advance(HOUR_MS);
    }
    expect(waited / 24).toBeGreaterThan(2.9);
    expect(waited / 24).toBeLessThan(4);
    const [givenUp] = await mailsOf(api.database, workspaceId);
    expect(givenUp).toMatchObject({ state: 'failed', body: null });
    expect(givenUp?.lastError).toContain('451');
  });

  test('are given up at once when the server will never take them', async () => {
    server.refuse = { code: 550, times: 1 };
    await queue();
    await queue({ dedupeKey: 'two' });
    await send();
    expect((await states()).toSorted()).toEqual(['failed', 'sent']);
  });

  test('wait when the server takes nothing from the sender: that says nothing of the mail', async () => {
    server.refuse = { code: 550, times: 1, what: 'sender' };
    await queue();
    await send();
    expect(await states()).toEqual(['waiting']);
    api.clock.advance(MINUTE_MS);
    await send();
    expect(await states()).toEqual(['sent']);
  });

  test('are sent by one of many processes, and by another one when that died', async () => {
    for (let n = 0; n < 25; n += 1) await queue({ dedupeKey: `${n}` });
    const others = [1, 2, 3].map(() => createMailTransport(settingsOf(server)));
    await Promise.all(others.map((other) => sendMails(api.deps, other)));
    for (const other of others) other.close();
    expect(new Set(server.received.map((mail) => mail.header('message-id'))).size).toBe(25);
    expect(server.received).toHaveLength(25);

    await queue({ dedupeKey: 'last' });
    const died: Transport = { send: () => new Promise(() => {}), close: () => {} };
    void sendMails(api.deps, died);
    await expect.poll(async () => (await mailsOf(api.database, workspaceId))[0]?.attempts).toBe(1);
    await send();
    expect(server.received).toHaveLength(25);
    api.clock.advance(11 * MINUTE_MS);
    await send();
    expect(server.received).toHaveLength(26);
  });

  test('are not queued where there is no mail server', async () => {
    const without = { ...api.deps, settings: { ...api.deps.settings, mail: undefined } };
    const queued = await api.database.forWorkspace(workspaceId).write((db) =>
      queueMail(
        db,
        {
          workspaceId,
          to: 'a@example.com',
          locale: 'en',
          subject: '',
          text: '',
          purpose: 'test',
          dedupeKey: 'x',
        },
        without,
      ),
    );
    expect([queued, await mailsOf(api.database, workspaceId)]).toEqual([false, []]);
  });
});
