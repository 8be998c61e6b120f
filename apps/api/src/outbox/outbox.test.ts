import type { IncomingHttpHeaders, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AlertRule, Notices } from '@banso/contract/alert';
import type { Delivery, Webhook } from '@banso/contract/webhook';
import { followUps, outbox, webhooks } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import { DAY_MS, HOUR_MS, MINUTE_MS, msBetween } from '@banso/domain/time';
import { Webhook as Reference } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEgress } from '../egress.ts';
import type { OutboxLanes } from '../jobs/outbox.ts';
import { outboxLanes } from '../jobs/outbox.ts';
import type { TestApp, TestMember } from '../testing.ts';
import { openTestApp } from '../testing.ts';

interface Heard {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

describe.each(DIALECTS)('what happens is told outside, on %s', (dialect) => {
  let api: TestApp;
  let admin: TestMember;
  let workspaceId: string;
  let contactId: string;
  let lanes: OutboxLanes;
  let receiver: Server;
  let heard: Heard[];
  let answers: (path: string) => { status: number; headers?: Record<string, string> } | 'silence';
  const secretsOf = new Map<string, string>();

  const newLanes = () =>
    outboxLanes(api.deps, {
      egress: createEgress({ allow: () => true, timeoutMs: 500 }),
      chance: () => 0,
    });
  beforeEach(async () => {
    heard = [];
    answers = () => ({ status: 204 });
    receiver = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        heard.push({
          path: request.url ?? '',
          headers: request.headers,
          body: Buffer.concat(chunks).toString(),
        });
        const answer = answers(request.url ?? '');
        if (answer !== 'silence') response.writeHead(answer.status, answer.headers).end('anything');
      });
    });
    await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
    api = await openTestApp(dialect);
    const organisation = await api.organisation();
    ({ workspaceId } = organisation);
    admin = await api.member(organisation.organisationId, 'admin', workspaceId);
    contactId = (await post<{ id: string }>('/v1/contacts', { externalId: 'mika', name: 'Mika' })).id;
    lanes = newLanes();
  });
  afterEach(async () => {
    await lanes.close();
    receiver.closeAllConnections();
    await new Promise((done) => receiver.close(done));
    await api.close();
  });

  const read = async <T>(path: string): Promise<T> => (await api.request(path, admin)).json() as Promise<T>;
  async function post<T>(path: string, json: unknown = {}, method = 'POST'): Promise<T> {
    const answer = await api.request(path, admin, { method, json, headers: { 'if-match': '*' } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }
  const url = (path: string) => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}${path}`;
  async function aWebhook(path: string, over: object = {}): Promise<Webhook> {
    const json = { name: path, url: url(path), events: ['case.opened'], ...over };
    const made = await post<Webhook & { secret: string }>('/v1/webhooks', json);
    secretsOf.set(path, made.secret);
    return made;
  }
  const openCase = async () => {
    const [open] = (await read<{ data: { id: string }[] }>('/v1/cases')).data;
    if (open) await post(`/v1/cases/${open.id}`, { status: 'closed', outcome: 'resolved' }, 'PATCH');
    return post<{ id: string }>('/v1/cases', { contactId });
  };
  const ledger = async ({ id }: { id: string }) =>
    (await read<{ data: Delivery[] }>(`/v1/webhooks/${id}/deliveries`)).data;

  test('signed as the reference library verifies it, with both secrets while one is changed for the other', async () => {
    const made = await aWebhook('/good');
    const second = await post<{ id: string; secret: string }>(`/v1/webhooks/${made.id}/secrets`);
    const opened = await openCase();
    await lanes.run(workspaceId);
    expect(heard).toHaveLength(1);
    const [{ body, headers } = { body: '', headers: {} }] = heard;
    const signed = headers as Record<string, string>;
    // the library holds the time against its own clock; the message was signed by the test's
    const late = { ...signed, 'webhook-timestamp': `${Math.floor(Date.now() / 1_000)}` };
    for (const secret of [secretsOf.get('/good') ?? '', second.secret]) {
      const reference = new Reference(secret);
      const at = new Date(Number(signed['webhook-timestamp']) * 1_000);
      const own = reference.sign(signed['webhook-id'] ?? '', at, body);
      expect(signed['webhook-signature']?.split(' ')).toContain(own);
      expect(() => reference.verify(body, late)).toThrow('No matching signature');
    }
    expect(JSON.parse(body)).toMatchObject({
      type: 'case.opened',
      data: { case: { id: opened.id, status: 'open' }, contact: { id: contactId, externalId: 'mika' } },
    });
    expect(body).not.toContain('Mika');
    expect(await ledger(made)).toMatchObject([{ status: 'delivered', attempts: 1, lastCode: 204 }]);
  });

  test('again after a failure, with the same id, later each time, for three days', async () => {
    const made = await aWebhook('/bad');
    answers = () => ({ status: 500 });
    await openCase();
    const start = api.clock.now();
    await lanes.run(workspaceId);
    for (let attempt = 1; attempt < 30; attempt += 1) {
      const [delivery] = await ledger(made);
      if (!delivery?.nextAttemptAt) break;
      api.clock.advance(msBetween(api.clock.now(), delivery.nextAttemptAt));
      await lanes.run(workspaceId);
    }
    const [given] = await ledger(made);
    expect(given).toMatchObject({ status: 'failed', attempts: 15, lastCode: 500 });
    expect(msBetween(start, api.clock.now())).toBeGreaterThanOrEqual(72 * HOUR_MS);
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    answers = () => ({ status: 200 });
    await post(`/v1/webhooks/${made.id}/deliveries/resend`, { ids: [given?.id] });
    await lanes.run(workspaceId);
    expect((await ledger(made))[0]).toMatchObject({ status: 'delivered' });
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  test('when the receiver asks for it, and never to where it redirects', async () => {
    const made = await aWebhook('/busy');
    answers = () => ({ status: 429, headers: { 'retry-after': '600' } });
    await openCase();
    await lanes.run(workspaceId);
    const [busy] = await ledger(made);
    expect(msBetween(api.clock.now(), busy?.nextAttemptAt ?? '')).toBe(10 * MINUTE_MS);
    const resend = async (from: string, to: string) => {
      const path = `/v1/webhooks/${made.id}/deliveries/resend`;
      const json = { from, to, failedOnly: false };
      const answer = await api.request(path, admin, { method: 'POST', json });
      return [answer.status, (await answer.json()) as object];
    };
    const [past, future] = ['2020-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z'];
    expect(await resend(past, future), 'what waits may be on its way').toEqual([200, { count: 0 }]);
    expect((await ledger(made))[0]).toEqual(busy);
    expect(await resend(future, past)).toMatchObject([400, { errors: [{ path: 'to' }] }]);
    answers = () => ({ status: 302, headers: { location: url('/elsewhere') } });
    api.clock.advance(10 * MINUTE_MS);
    await lanes.run(workspaceId);
    expect(heard.map(({ path }) => path)).toEqual(['/busy', '/busy']);
    expect((await ledger(made))[0]).toMatchObject({ status: 'waiting', lastCode: 302 });
  });

  test('to everybody else while one is silent', async () => {
    await aWebhook('/silent');
    const good = await aWebhook('/good');
    answers = (path) => (path === '/silent' ? 'silence' : { status: 200 });
    await openCase();
    const run = lanes.run(workspaceId);
    await expect.poll(async () => (await ledger(good))[0]?.status).toBe('delivered');
    await run;
  });

  test('no more after five days of failures or a 410, and admins find a notice', async () => {
    const made = await aWebhook('/dead');
    const gone = await aWebhook('/gone');
    answers = (path) => ({ status: path === '/gone' ? 410 : 503 });
    await openCase();
    await lanes.run(workspaceId);
    expect(await read(`/v1/webhooks/${gone.id}`)).toMatchObject({ status: 'gone' });
    api.clock.advance(5 * DAY_MS);
    await lanes.run(workspaceId);
    expect(await read(`/v1/webhooks/${made.id}`)).toMatchObject({ status: 'failing' });
    const notices = await read<Notices>('/v1/notices');
    expect(notices.unread).toBe(2);
    expect(notices.data).toMatchObject([
      { kind: 'webhook', reason: 'failing' },
      { kind: 'webhook', reason: 'gone' },
    ]);
    const before = heard.length;
    await openCase();
    await lanes.run(workspaceId);
    expect(heard).toHaveLength(before);
    await post(`/v1/webhooks/${made.id}`, { status: 'active' }, 'PATCH');
    answers = () => ({ status: 200 });
    await openCase();
    await lanes.run(workspaceId);
    expect(heard.length).toBeGreaterThan(before);
  });

  test('by two processes once, and again where one died on the way', async () => {
    const made = await aWebhook('/good');
    await openCase();
    const other = newLanes();
    await Promise.all([lanes.run(workspaceId), other.run(workspaceId)]);
    expect(heard).toHaveLength(1);
    await openCase();
    const dying = outboxLanes(api.deps, { egress: () => new Promise(() => undefined), chance: () => 0 });
    void dying.run(workspaceId);
    await expect.poll(async () => (await ledger(made)).map(({ attempts }) => attempts)).toEqual([1, 1]);
    await other.run(workspaceId);
    expect(heard).toHaveLength(1);
    api.clock.advance(2 * MINUTE_MS);
    await other.run(workspaceId);
    expect(heard).toHaveLength(2);
  });

  test('nothing is put down where nobody wants to be told', async () => {
    await openCase();
    const { database } = api;
    expect(await database.forWorkspace(workspaceId).read((db) => outbox.list(db, workspaceId, 10))).toEqual(
      [],
    );
  });

  test('a test of a rule finds its way to the bell, Slack and Teams', async () => {
    const chats = [
      await aWebhook('/slack', { kind: 'slack', events: [] }),
      await aWebhook('/teams', { kind: 'teams', events: [] }),
    ];
    const rule = await post<AlertRule>('/v1/alert-rules', {
      name: 'Detractors <now>',
      when: { type: 'answer', score: { kind: 'nps', low: 0, high: 6 } },
      receivers: { members: { type: 'roles', roles: ['admin'] }, webhookIds: chats.map(({ id }) => id) },
    });
    await post(`/v1/alert-rules/${rule.id}/test`);
    await lanes.run(workspaceId);
    const notices = await read<Notices>('/v1/notices');
    expect(notices).toMatchObject({ unread: 1, data: [{ kind: 'answer', isTest: true, rule: rule.name }] });
    const slack = heard.find(({ path }) => path === '/slack')?.body ?? '';
    expect(JSON.parse(slack)).toMatchObject({
      text: expect.stringContaining('Detractors &lt;now&gt;') as string,
    });
    const teams = heard.find(({ path }) => path === '/teams')?.body ?? '';
    expect(JSON.parse(teams)).toMatchObject({ attachments: [{ content: { type: 'AdaptiveCard' } }] });
    await post('/v1/notices/read', { ids: 'all' });
    expect(await read<Notices>('/v1/notices')).toMatchObject({ unread: 0 });
  });

  test('secrets and addresses are sealed in the database', async () => {
    const made = await aWebhook('/secret-place');
    const { database } = api;
    const record = await database
      .forWorkspace(workspaceId)
      .read((db) => webhooks.find(db, workspaceId, made.id));
    expect(JSON.stringify(record)).not.toContain(secretsOf.get('/secret-place')?.slice(6));
    expect(record?.sealedUrl).not.toContain('secret-place');
    const people = await database
      .forWorkspace(workspaceId)
      .read((db) => followUps.people(db, workspaceId, [contactId]));
    expect(people.get(contactId)).toMatchObject({ externalId: 'mika' });
  });
});
