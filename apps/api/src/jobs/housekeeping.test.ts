import { alertRules, alerts, decisionChanges } from '@banso/database';
import { aContact, aContent, DIALECTS } from '@banso/database/testing';
import type { DecisionReason } from '@banso/domain/decide';
import { DAY_MS } from '@banso/domain/time';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rowsOf } from '../recorder/testing/recount/recount.ts';
import { openTestApp } from '../testing.ts';
import type { TestApp, TestMember } from '../testing.ts';
import { keepHouse } from './housekeeping.ts';

const HOUR = 3_600_000;

describe.each(DIALECTS)('housekeeping on %s', (dialect) => {
  let api: TestApp;
  let admin: TestMember;
  let workspaceId: string;

  beforeEach(async () => {
    api = await openTestApp(dialect);
    const own = await api.organisation();
    workspaceId = own.workspaceId;
    admin = await api.member(own.organisationId, 'admin', workspaceId);
  });
  afterEach(() => api.close());

  const count = (table: 'idempotency' | 'widget_session') =>
    api.database
      .forWorkspace(workspaceId)
      .read((db) => db.selectFrom(table).selectAll().where('workspace_id', '=', workspaceId).execute())
      .then((rows) => rows.length);
  const invitations = async () =>
    (await api.database.control.selectFrom('invitation').selectAll().execute()).length;

  test('forgets what has expired, and nothing else', async () => {
    const key = () =>
      api.request('/v1/keys', admin, {
        method: 'POST',
        json: { kind: 'publishable', name: 'Shop' },
        headers: { 'idempotency-key': api.clock.now() },
      });
    const arrive = () =>
      api.deps.recorder.arrive({
        workspaceId,
        identity: 'anonymous',
        externalId: 'anon_1',
        traits: {},
        signedTraits: {},
        account: undefined,
        locale: 'en',
        timeZone: undefined,
        pageUrl: 'https://app.example/',
        session: { tokenHash: api.clock.now(), expiresAt: api.clock.now() },
      });
    const invite = (email: string) =>
      api.request('/v1/invitations', admin, { method: 'POST', json: { email, role: 'viewer' } });
    await key();
    await arrive();
    await invite('one@example.com');
    api.clock.advance(25 * HOUR);
    await key();
    await keepHouse(api.deps);
    expect([await count('idempotency'), await count('widget_session'), await invitations()]).toEqual([
      1, 1, 1,
    ]);

    api.clock.advance(24 * HOUR);
    await arrive();
    await keepHouse(api.deps);
    expect([await count('idempotency'), await count('widget_session')]).toEqual([1, 1]);

    api.clock.advance(36 * 24 * HOUR);
    await invite('two@example.com');
    await keepHouse(api.deps);
    expect([await count('idempotency'), await count('widget_session'), await invitations()]).toEqual([
      0, 0, 1,
    ]);
  });

  test('forgets decisions that were overtaken longer ago than the workspace keeps them', async () => {
    const contactId = await aContact(api.database, workspaceId);
    const contentId = await aContent(api.database, workspaceId);
    const decide = (reason: DecisionReason) =>
      api.database.forWorkspace(workspaceId).write((db) =>
        decisionChanges.keep(db, workspaceId, [
          {
            contactId,
            contentId,
            reason,
            accountId: null,
            at: api.clock.now(),
            source: 'offer',
            outcome: 'held',
            version: 1,
            because: {},
          },
        ]),
      );
    const kept = () =>
      rowsOf(api.database, workspaceId, 'decision').then((rows) => rows.map(({ reason }) => reason));
    const keepFor = (decisionRetentionDays: number) =>
      api.request(`/v1/workspaces/${workspaceId}`, admin, {
        method: 'PATCH',
        json: { decisionRetentionDays },
        headers: { 'if-match': '*' },
      });
    await decide('audience');
    api.clock.advance(DAY_MS);
    await decide('page');
    api.clock.advance(100 * DAY_MS);
    await decide('device');
    await keepHouse(api.deps);
    expect(await kept()).toEqual(['audience', 'page', 'device']);
    expect((await keepFor(29)).status).toBe(400);
    expect((await keepFor(1_101)).status).toBe(400);
    expect((await keepFor(100)).status).toBe(200);
    const audit = await api.request('/v1/audit-log', admin);
    expect(await audit.json()).toMatchObject({
      data: [{ action: 'workspace.update', change: { decisionRetentionDays: 100 } }],
    });
    await keepHouse(api.deps);
    expect(await kept(), 'the end of the first one is 100 days ago').toEqual(['audience', 'page', 'device']);
    api.clock.advance(1);
    await keepHouse(api.deps);
    expect(await kept()).toEqual(['page', 'device']);
    api.clock.advance(1_000 * DAY_MS);
    await keepHouse(api.deps);
    expect(await kept(), 'what is in force').toEqual(['device']);
  });

  test('forgets a year later what alert rules told, and nothing that they hold back', async () => {
    const own = api.database.forWorkspace(workspaceId);
    const at = api.clock.now();
    const rule = {
      id: 'alr_1',
      name: 'Low',
      status: 'active' as const,
      perHour: 1,
      hours: null,
      revision: 1,
    };
    await own.write(async (db) => {
      await alertRules.create(db, workspaceId, {
        ...rule,
        when: { type: 'answer', surveyId: null, score: null, words: ['x'], topicId: null, segmentId: null },
        receivers: { members: { type: 'all' }, webhookIds: [] },
        createdAt: at,
        updatedAt: at,
        updatedBy: null,
        lookedAt: null,
      });
      const alert = { ruleId: rule.id, contactId: null, about: {}, at };
      await alerts.add(db, workspaceId, { ...alert, subject: 'told' }, { sentAt: at });
      await alerts.add(
        db,
        workspaceId,
        { ...alert, subject: 'held' },
        { releaseAt: '2099-01-01T00:00:00.000Z' },
      );
    });
    const left = async () => (await rowsOf(api.database, workspaceId, 'alert')).map(({ subject }) => subject);
    api.clock.advance(365 * DAY_MS);
    await keepHouse(api.deps);
    expect((await left()).toSorted()).toEqual(['held', 'told']);
    api.clock.advance(1);
    await keepHouse(api.deps);
    expect(await left()).toEqual(['held']);
  });

  test('ends no session that still runs', async () => {
    await keepHouse(api.deps);
    expect((await api.request('/v1/me', admin)).status).toBe(200);
    api.clock.set('2099-01-01T00:00:00.000Z');
    await keepHouse(api.deps);
    expect((await api.request('/v1/me', admin)).status).toBe(401);
  });
});
