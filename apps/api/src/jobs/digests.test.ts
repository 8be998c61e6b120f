import type { scoreReport } from '@banso/contract';
import { DIALECTS } from '@banso/database/testing';
import { FOLLOW_UP_KEY } from '@banso/domain/content';
import { DAY_MS, HOUR_MS } from '@banso/domain/time';
import type { TestMailServer } from '@banso/testkit/mail-server';
import { openMailServer } from '@banso/testkit/mail-server';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { mailsOf, settingsOf } from '../mail/testing.ts';
import { createMailTransport } from '../mail/transport.ts';
import { aSurvey } from '../recorder/testing/rig.ts';
import type { TestMember } from '../testing.ts';
import type { WidgetApp } from '../widget-testing.ts';
import { anEvent, openWidgetApp } from '../widget-testing.ts';
import { mailDigests } from './digests.ts';
import { sendMails } from './mails.ts';

const SURVEY = `srv_${uuidv7()}`;

describe.each(DIALECTS)('weekly digests on %s', { timeout: 60_000 }, (dialect) => {
  let app: WidgetApp;
  let server: TestMailServer;
  let lead: TestMember;
  let member: TestMember;
  let accountId: string;

  beforeEach(async () => {
    server = await openMailServer();
    app = await openWidgetApp(dialect, { settings: { mail: settingsOf(server) } });
    lead = await app.member(app.organisationId, 'supervisor', app.workspaceId);
    member = await app.member(app.organisationId, 'member', app.workspaceId);
    await app.publish({ id: SURVEY, kind: 'survey', body: aSurvey() });
    const made = await call('POST', '/v1/accounts', {
      externalId: 'kita',
      name: 'Kitanaga',
      ownerId: member.id,
      renewalDate: new Date(Date.parse(app.clock.now()) + 20 * DAY_MS).toISOString().slice(0, 10),
      recurringRevenue: { amountMinor: 120_000, currency: 'JPY' },
    });
    accountId = ((await made.json()) as { id: string }).id;
  });
  afterEach(async () => {
    await server.close();
    await app.close();
  });

  const call = (method: string, path: string, json?: unknown, by = lead) =>
    app.request(path, by, { method, ...(json !== undefined && { json }), headers: { 'if-match': '*' } });
  const answer = async (name: string, score: number, comment: string) => {
    const person = await app.person(name, { claims: { account: 'kita' } });
    const about = { contentId: SURVEY, version: 1, responseId: `rsp_${uuidv7()}` };
    const facts = [
      anEvent('survey_answered', { ...about, question: 'score', value: score }, { at: app.clock.now() }),
      anEvent(
        'survey_answered',
        { ...about, question: FOLLOW_UP_KEY, value: comment },
        { at: app.clock.now() },
      ),
    ];
    await app.sync(person.session, facts);
  };
  const choose = (who: TestMember, change: object) => call('PATCH', '/v1/me', change, who);
  /** Until the clock shows this at the earliest. */
  const until = (at: string) => {
    const left = Date.parse(at) - Date.parse(app.clock.now());
    if (left > 0) app.clock.advance(left);
  };
  const nextMondayAt = (hour: number) => {
    const now = new Date(app.clock.now());
    const days = (8 - (now.getUTCDay() || 7)) % 7 || 7;
    const day = new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
    return `${day}T${`${hour}`.padStart(2, '0')}:00:00.000Z`;
  };
  const deliver = async () => {
    await mailDigests(app.deps);
    const transport = createMailTransport(settingsOf(server));
    await sendMails(app.deps, transport);
    transport.close();
    return server.received;
  };
  const mailOf = (who: TestMember) => server.received.find(({ to }) => to.includes(who.email));

  test('say what the reports say, to each by their role, in their language, once a week', async () => {
    for (const [who, score] of [2, 3, 9, 10, 10, 4, 6, 8, 9, 10, 10, 9].entries())
      await answer(`person-${who}`, score, `word of ${who}`);
    await choose(lead, { language: 'ja' });
    until(nextMondayAt(7));
    expect(await deliver(), 'not before its hour').toEqual([]);
    app.clock.advance(HOUR_MS);
    await Promise.all([mailDigests(app.deps), mailDigests(app.deps)]);
    expect(await deliver()).toHaveLength(2);
    app.clock.advance(2 * HOUR_MS);
    expect(await deliver(), 'once').toHaveLength(2);

    const whole = mailOf(lead);
    expect(whole?.header('subject')).toMatch(/^今週のまとめ/);
    const link = /http\S+\/console\/reports\/nps\?\S+/.exec(whole?.words ?? '')?.[0] ?? '';
    const { searchParams } = new URL(link);
    const period = `from=${searchParams.get('from')}&to=${searchParams.get('to')}`;
    const report = await call('GET', `/v1/reports/nps?surveyId=${searchParams.get('survey')}&${period}`);
    const { current } = (await report.json()) as z.infer<typeof scoreReport.ScoreReport>;
    expect(current.n).toBe(12);
    expect(whole?.words).toContain(`${Math.round(current.score ?? 0)}`);
    expect(whole?.words).toContain(`n = ${current.n}`);
    expect(whole?.words, 'the accounts are not theirs').not.toContain('Kitanaga');

    const own = mailOf(member);
    expect(own?.header('subject')).toMatch(/^Your week in /);
    expect(own?.words).toMatch(/Unhappy answers in 7 days: 4/);
    expect(own?.words).toContain('Kitanaga');
    expect(own?.words).toContain('renews');
    expect(own?.words).toContain(`/console/accounts/${accountId}`);
    expect(own?.words, 'texts may not leave').not.toMatch(/word of|person-/);
    expect(own?.words, 'the workspace is not theirs to answer for').not.toContain('n = 12');
  });

  test('hold names and words where texts may leave, and none for who may not read them', async () => {
    const settings = await call('GET', '/v1/webhook-settings');
    const admin = await app.member(app.organisationId, 'admin', app.workspaceId);
    const put = await app.request('/v1/webhook-settings', admin, {
      method: 'PUT',
      json: { textsMayLeave: true },
      headers: { 'if-match': settings.headers.get('etag') ?? '' },
    });
    expect(put.status).toBe(200);
    await answer('mika', 1, '解約したい');
    await call('POST', '/v1/me/digest', {}, member);
    await deliver();
    expect(server.received.at(-1)?.words).toContain('解約したい');
    await app.request(`/v1/members/${member.id}`, admin, {
      method: 'PATCH',
      json: { overrides: { read_texts: false } },
      headers: { 'if-match': '*' },
    });
    await call('POST', '/v1/me/digest', {}, member);
    await deliver();
    expect(server.received).toHaveLength(2);
    expect(server.received.at(-1)?.words).not.toContain('解約');
  });

  test('come at the chosen day and hour by the member’s own clock, and never late', async () => {
    await choose(member, { timeZone: 'Asia/Tokyo', digest: { on: true, weekday: 3, hour: 7 } });
    const monday = nextMondayAt(0);
    const wednesday = new Date(Date.parse(monday) + 2 * DAY_MS - 2 * HOUR_MS).toISOString();
    until(new Date(Date.parse(wednesday) - 1).toISOString());
    await deliver();
    expect(mailOf(member)).toBeUndefined();
    app.clock.advance(1);
    await deliver();
    expect(mailOf(member)).toBeDefined();
    const sent = server.received.length;
    app.clock.advance(8 * DAY_MS + HOUR_MS);
    await deliver();
    expect(
      server.received.slice(sent).filter(({ to }) => to.includes(member.email)),
      'a day late',
    ).toEqual([]);
  });

  test('end by one click without signing in, and can be turned on again', async () => {
    await call('POST', '/v1/me/digest', {}, member);
    const [queued] = await mailsOf(app.database, app.workspaceId);
    const path = new URL(queued?.unsubscribeUrl ?? '').pathname;
    const digestOf = async () => {
      const me = await call('GET', '/v1/me', undefined, member);
      return ((await me.json()) as { member: { digest: object } }).member.digest;
    };
    expect(await digestOf()).toEqual({ on: true, weekday: 1, hour: 8 });
    expect((await app.app.request(path)).status).toBe(200);
    expect(await digestOf(), 'looking changes nothing').toMatchObject({ on: true });
    const off = await app.app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect([off.status, await off.text()]).toEqual([200, expect.stringContaining('no more weekly digests')]);
    expect(await digestOf()).toMatchObject({ on: false });
    until(nextMondayAt(8));
    await deliver();
    expect(server.received.filter(({ to }) => to.includes(member.email))).toHaveLength(1);
    await app.app.request(`${path}?now=on`, { method: 'POST' });
    expect(await digestOf()).toMatchObject({ on: true });
  });

  test('are not mailed where there is nothing to say', async () => {
    const viewer = await app.member(app.organisationId, 'viewer', app.workspaceId);
    const asked = await call('POST', '/v1/me/digest', {}, viewer);
    expect([asked.status, await asked.json()]).toEqual([200, { mailed: false }]);
    expect(await mailsOf(app.database, app.workspaceId)).toEqual([]);
  });
});
