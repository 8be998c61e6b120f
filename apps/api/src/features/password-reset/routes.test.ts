import { users } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import { HOUR_MS } from '@banso/domain/time';
import type { TestMailServer } from '@banso/testkit/mail-server';
import { openMailServer } from '@banso/testkit/mail-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sendMails } from '../../jobs/mails.ts';
import { settingsOf } from '../../mail/testing.ts';
import type { Transport } from '../../mail/transport.ts';
import { createMailTransport } from '../../mail/transport.ts';
import { verifyPassword } from '../../password-hash.ts';
import type { TestApp } from '../../testing.ts';
import { openTestApp } from '../../testing.ts';

const PASSWORD = 'seven slow herons';

describe.each(DIALECTS)('a forgotten password on %s', { timeout: 30_000 }, (dialect) => {
  let api: TestApp;
  let server: TestMailServer;
  let transport: Transport;
  let organisationId: string;
  let workspaceId: string;
  let member: Awaited<ReturnType<TestApp['member']>>;

  beforeEach(async () => {
    server = await openMailServer();
    api = await openTestApp(dialect, { settings: { mail: settingsOf(server) } });
    ({ organisationId, workspaceId } = await api.organisation());
    member = await api.member(organisationId, 'member');
    transport = createMailTransport(settingsOf(server));
  });
  afterEach(async () => {
    transport.close();
    await server.close();
    await api.close();
  });

  const post = (path: string, json: unknown) => api.request(path, undefined, { method: 'POST', json });
  const ask = (email: string, language?: string) => post('/v1/auth/password-reset', { email, language });
  const use = (token: string, password = PASSWORD) =>
    post('/v1/auth/password-reset/use', { token, password });
  async function tokenInMail(): Promise<string> {
    await sendMails(api.deps, transport);
    return /new-password#(bpr_[\w-]+)/.exec(server.received.at(-1)?.words ?? '')?.[1] ?? '';
  }

  test('is changed once by the link of the mail, which ends every session', async () => {
    expect((await api.request('/v1/me', member)).status).toBe(200);
    expect((await ask(member.email.toUpperCase(), 'ja')).status).toBe(202);
    const token = await tokenInMail();
    expect(server.received[0]?.to).toEqual([member.email]);
    expect(server.received[0]?.header('subject')).toBe('Bansoのパスワード再設定');

    const common = await use(token, 'password');
    expect([common.status, ((await common.json()) as { errors: object[] }).errors]).toMatchObject([
      400,
      [{ path: 'password', code: 'too_common' }],
    ]);
    const answer = await use(token);
    expect(answer.status).toBe(204);
    expect((await use(token)).status, 'once').toBe(404);
    expect((await api.request('/v1/me', member)).status, 'the old session has ended').toBe(401);
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await api.request('/v1/me', { headers: { cookie } })).status).toBe(200);
    const hash = await users.findPasswordHash(api.database.control, member.userId);
    expect(await verifyPassword(hash ?? '', PASSWORD)).toBe(true);
    const owner = await api.member(organisationId, 'owner', workspaceId);
    const trail = await api.request('/v1/audit-log?limit=20&of=organisation', owner);
    const { data } = (await trail.json()) as { data: { action: string; target: string }[] };
    expect(data).toContainEqual(
      expect.objectContaining({ action: 'member.reset_password', target: member.id }),
    );
  });

  test('is not changed by a link that is too old, or was replaced, or is made up', async () => {
    await ask(member.email);
    const first = await tokenInMail();
    await ask(member.email);
    const second = await tokenInMail();
    expect(second).not.toBe(first);
    expect((await use(first)).status).toBe(404);
    api.clock.advance(HOUR_MS + 1);
    expect((await use(second)).status).toBe(404);
    expect((await use('bpr_aaaaaaaaaaaaaaaaaaaaaaaaaaaa')).status).toBe(404);
  });

  test('is answered alike for an address that nobody has, and mailed to nobody', async () => {
    const [known, unknown] = [await ask(member.email), await ask('nobody@example.com')];
    expect([known.status, unknown.status]).toEqual([202, 202]);
    expect([await known.text(), await unknown.text()]).toEqual(['', '']);
    await sendMails(api.deps, transport);
    expect(server.received.map(({ to }) => to)).toEqual([[member.email]]);
  });

  test('fills nobody’s mailbox', async () => {
    const answers = [];
    for (let n = 0; n < 7; n += 1) answers.push((await ask(member.email)).status);
    expect(answers.filter((status) => status === 202)).toHaveLength(5);
    expect(answers.at(-1)).toBe(429);
  });
});

test('without a mail server nobody is promised a mail', async () => {
  const api = await openTestApp('sqlite');
  const answer = await api.request('/v1/auth/password-reset', undefined, {
    method: 'POST',
    json: { email: 'a@example.com' },
  });
  expect(answer.status).toBe(409);
  await api.close();
});
