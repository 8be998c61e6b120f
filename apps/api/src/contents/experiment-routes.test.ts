import type { ExperimentReport, HoldoutReport } from '@banso/contract/experiment';
import type { Dialect } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import type { Experiment } from '@banso/domain/experiment';
import { DAY_MS, MINUTE_MS } from '@banso/domain/time';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../app.ts';
import { createDecisionMemory } from '../offer/decision-memory.ts';
import { publishedContents } from '../published-contents.ts';
import { createRecorder } from '../recorder/create-recorder.ts';
import { rowsOf } from '../recorder/testing/recount/recount.ts';
import { aChecklist, aResource, aStep, aSurvey } from '../recorder/testing/rig.ts';
import type { Caller } from '../testing.ts';
import type { WidgetApp } from '../widget-testing.ts';
import { anEvent, openWidgetApp, sessionBody } from '../widget-testing.ts';

const CHECKLIST = 'chk_0195d000-0000-7000-8000-0000000000e1';
const SURVEY = 'srv_0195d000-0000-7000-8000-0000000000e2';
const GUIDE = 'res_0195d000-0000-7000-8000-0000000000e3';
const PLAN: Experiment = {
  unit: 'account',
  controlPercent: 50,
  goal: { event: 'exported', withinDays: 7 },
  plannedPerArm: 2,
};
// So many that chance leaves an arm without any in one of 16 million runs, not in one of 4,000.
const ACCOUNTS = Array.from({ length: 24 }, (_, n) => `company-${n}`);

async function opened(dialect: Dialect): Promise<{ app: WidgetApp; staff: Caller; admin: Caller }> {
  const app = await openWidgetApp(dialect);
  return {
    app,
    staff: await app.member(app.organisationId, 'viewer', app.workspaceId),
    admin: await app.member(app.organisationId, 'admin', app.workspaceId),
  };
}

describe.each(DIALECTS)('experiments on %s', (dialect) => {
  let app: WidgetApp;
  let staff: Caller;
  let admin: Caller;
  beforeEach(async () => void ({ app, staff, admin } = await opened(dialect)));
  afterEach(() => app.close());

  const publish = (experiment: Experiment | undefined, body = aChecklist([aStep('invite')])) =>
    app.publish({
      id: CHECKLIST,
      kind: 'checklist',
      body,
      delivery: { interruptive: false, ...(experiment && { experiment }) },
    });
  const come = (user: string, account?: string) =>
    app.person(user, account === undefined ? {} : { claims: { account } });
  const assignments = async () => {
    await app.deps.memory.settled();
    return rowsOf(app.database, app.workspaceId, 'assignment');
  };
  const report = async (): Promise<ExperimentReport> => {
    await app.deps.memory.settled();
    const answer = await app.request(`/v1/checklists/${CHECKLIST}/experiment`, staff);
    expect(answer.status).toBe(200);
    return (await answer.json()) as ExperimentReport;
  };
  const holdout = async (to: Experiment | null): Promise<HoldoutReport> => {
    const { headers } = await app.request('/v1/holdout', admin);
    const answer = await app.request('/v1/holdout', admin, {
      method: 'PUT',
      json: { holdout: to },
      headers: { 'if-match': headers.get('etag') ?? '' },
    });
    expect(answer.status).toBe(200);
    return (await answer.json()) as HoldoutReport;
  };

  test('a company is in one arm with all of its people, and stays there', async () => {
    await publish(PLAN);
    const first = new Map<string, string | undefined>();
    for (const account of ACCOUNTS) {
      const { held } = await come(`${account}-one`, account);
      first.set(account, held[CHECKLIST]);
    }
    expect(new Set(first.values())).toEqual(new Set(['control', undefined]));
    app.clock.advance(40 * DAY_MS);
    for (const account of ACCOUNTS)
      expect((await come(`${account}-two`, account)).held[CHECKLIST], account).toBe(first.get(account));
    const rows = await assignments();
    expect(rows).toHaveLength(ACCOUNTS.length);
    expect(rows.filter(({ arm }) => arm === 'control')).toHaveLength(
      [...first.values()].filter((held) => held === 'control').length,
    );
    const { readout } = await report();
    expect(readout?.arms.control?.exposed).toBe(0);
  });

  test('both arms are read by how they were assigned: exposed, goal in time, days, planned size', async () => {
    await publish(PLAN);
    const sessions = new Map<string, Awaited<ReturnType<typeof come>>>();
    for (const account of ACCOUNTS) sessions.set(account, await come(account, account));
    const treated = ACCOUNTS.filter((account) => sessions.get(account)?.held[CHECKLIST] === undefined);
    const [seen = '', late = ''] = treated;
    const early = await report();
    expect(early).toMatchObject({
      experiment: PLAN,
      endedAt: null,
      readout: { state: 'too_early', comparisons: [{ activation: null }] },
    });
    app.clock.advance(MINUTE_MS);
    await app.sync(sessions.get(seen)?.session ?? '', [
      anEvent(
        'content_shown',
        { contentId: CHECKLIST, version: 1, surface: 'panel' },
        { at: app.clock.now() },
      ),
    ]);
    app.clock.advance(3 * DAY_MS);
    const track = async (account: string) => {
      const { session } = await come(account, account);
      await app.sync(session, [anEvent('track', { name: 'exported' }, { at: app.clock.now() })]);
    };
    await track(seen);
    app.clock.advance(5 * DAY_MS);
    await track(late);
    const { readout } = await report();
    expect(readout?.arms.content).toMatchObject({
      assigned: treated.length,
      exposed: 1,
      waiting: 0,
      activated: { count: 1, n: treated.length },
      days: { median: 3, low: null, high: null, n: 1 },
      timeToValue: { mean: (3 + 7 * (treated.length - 1)) / treated.length, n: treated.length },
      lost: { count: 0, n: treated.length },
    });
    expect(readout?.arms.control).toMatchObject({
      assigned: ACCOUNTS.length - treated.length,
      exposed: 0,
      activated: { count: 0 },
    });
    expect(readout?.state).toBe('ready');
  });

  test('who would not get it is in no arm: another page, no account, no token, begun before', async () => {
    await publish(undefined);
    const { session } = await come('begun', 'company-0');
    await app.sync(session, [
      anEvent(
        'content_shown',
        { contentId: CHECKLIST, version: 1, surface: 'panel' },
        { at: app.clock.now() },
      ),
    ]);
    await publish({ ...PLAN, controlPercent: 50 });
    expect((await come('begun', 'company-0')).held[CHECKLIST]).toBeUndefined();
    expect((await come('alone')).held[CHECKLIST]).toBeUndefined();
    await app.setMode('measure');
    await app.open({ user: { id: 'somebody' }, account: { id: 'company-1' } });
    expect(await assignments()).toEqual([]);
  });

  test('a survey is not granted to its control group, and the claim of the others is an assignment, too', async () => {
    await app.publish({
      id: SURVEY,
      kind: 'survey',
      body: aSurvey(),
      delivery: { experiment: { ...PLAN, unit: 'contact' } },
    });
    const users = Array.from({ length: 8 }, (_, n) => `user-${n}`);
    for (const user of users) await come(user);
    await assignments();
    app.clock.advance(DAY_MS);
    // from now on nothing but the recorder writes, as if the process were killed before it wrote what it offered
    await app.deps.memory.close();
    const late = Array.from({ length: 8 }, (_, n) => `late-${n}`);
    for (const user of late) await come(user);
    app.clock.advance(DAY_MS);
    const verdicts: string[] = [];
    for (const user of [...users, ...late]) {
      const { session } = await come(user);
      const answer = await app.sync(session, [
        anEvent('content_claimed', { contentId: SURVEY, version: 1 }, { at: app.clock.now() }),
      ]);
      const { refused } = (await answer.json()) as { refused: { message: string }[] };
      verdicts.push(refused[0]?.message ?? 'granted');
    }
    expect(new Set(verdicts)).toEqual(new Set(['granted', 'control']));
    const rows = await rowsOf(app.database, app.workspaceId, 'assignment');
    const granted = verdicts.slice(users.length).filter((verdict) => verdict === 'granted').length;
    // first sessions are spared, so nobody was in the experiment on the first day
    expect(rows.filter(({ arm }) => arm === 'content').length).toBeGreaterThanOrEqual(granted);
  });

  test('an end is read until then, and what follows is another one', async () => {
    await publish(PLAN);
    for (const account of ACCOUNTS) await come(account, account);
    await assignments();
    app.clock.advance(30 * DAY_MS);
    await publish(undefined, aChecklist([aStep('other')]));
    app.clock.advance(30 * DAY_MS);
    const ended = await report();
    expect(ended.endedAt).not.toBeNull();
    expect(ended.isMixed).toBe(false);
    expect(ended.readout?.arms.content?.assigned).toBeGreaterThan(0);
    expect((await come('company-3', 'company-3')).held[CHECKLIST]).toBeUndefined();
    await publish(PLAN);
    expect((await report()).readout?.state).toBe('nobody');
  });

  test('what a publication does to it is said before', async () => {
    await publish(PLAN);
    const url = `/v1/checklists/${CHECKLIST}`;
    const { headers, ...answer } = await app.request(url, admin).then(async (found) => ({
      headers: found.headers,
      ...((await found.json()) as { draft: { delivery: object } }),
    }));
    const draft = { ...answer.draft, delivery: { ...answer.draft.delivery, experiment: undefined } };
    await app.request(url, admin, {
      method: 'PATCH',
      json: { draft },
      headers: { 'if-match': headers.get('etag') ?? '' },
    });
    const checks = await app.request(`${url}/checks`, staff);
    const { warnings } = (await checks.json()) as { warnings: object[] };
    expect(warnings).toContainEqual({ path: 'delivery.experiment', code: 'experiment_ends' });
  });

  test('the control group of the workspace gets nothing but what is for everyone', async () => {
    await app.publish({ id: GUIDE, kind: 'resource', body: aResource() });
    await publish(undefined);
    expect(await holdout(PLAN)).toMatchObject({ holdout: PLAN, readout: { state: 'nobody' } });
    const apart = new Set<string>();
    for (const account of ACCOUNTS) {
      const { held } = await come(account, account);
      expect(held[GUIDE]).toBe(held[CHECKLIST]);
      if (held[GUIDE] === 'holdout') apart.add(account);
    }
    expect(apart.size).toBeGreaterThan(0);
    expect(apart.size).toBeLessThan(ACCOUNTS.length);
    expect(await assignments()).toHaveLength(ACCOUNTS.length);
    await app.publish({ id: GUIDE, kind: 'resource', body: aResource(), delivery: { everyone: true } });
    const [one = ''] = apart;
    expect((await come(one, one)).held[GUIDE]).toBeUndefined();
    const told = (await (await app.request('/v1/holdout', staff)).json()) as HoldoutReport;
    expect(told.readout?.arms.control?.assigned).toBe(apart.size);
    await holdout(null);
    expect((await come(one, one)).held[CHECKLIST]).toBeUndefined();
  });

  test('the control group of the workspace is an administrator’s, guarded by what they saw, and needs a goal', async () => {
    const put = (caller: Caller, json: object, etag = '*') =>
      app.request('/v1/holdout', caller, { method: 'PUT', json, headers: { 'if-match': etag } });
    expect((await put(staff, { holdout: null })).status).toBe(403);
    expect((await put(admin, { holdout: null }, '"r1"')).status).toBe(412);
    const nameless = await put(admin, { holdout: { ...PLAN, goal: { event: ' ', withinDays: 7 } } });
    expect(nameless.status).toBe(400);
    expect(await nameless.json()).toMatchObject({ errors: [{ path: 'holdout.goal.event' }] });
    expect((await put(admin, { holdout: { ...PLAN, controlPercent: 60 } })).status).toBe(400);
  });

  test('a person is exported with their experiments, and erased from them', async () => {
    await publish({ ...PLAN, unit: 'contact' });
    const { contact } = await come('mika');
    await assignments();
    const exported = await app.request(`/v1/contacts/${contact.id}/export`, admin);
    expect(await exported.json()).toMatchObject({ assignments: [{ experiment: CHECKLIST }] });
    await app.request(`/v1/contacts/${contact.id}/erase`, admin, { method: 'POST', json: {} });
    expect(await rowsOf(app.database, app.workspaceId, 'assignment')).toEqual([]);
  });

  test('two processes assign once', async () => {
    await publish(PLAN);
    const { database, clock, deps } = app;
    const published = publishedContents({ database, live: deps.live, clock });
    const recorder = createRecorder({ ...deps, database, published, secret: deps.settings.secret });
    const memory = createDecisionMemory({ database, log: deps.log, pauseMs: 0 });
    const other = createApp({ ...deps, recorder, published, memory });
    const answers = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        const body = { user: { id: `u-${n}`, token: app.token(`u-${n}`, { account: `company-${n % 3}` }) } };
        return n % 2 === 0
          ? app.open(body)
          : other.request(`/v1/w/${app.key}/session`, {
              method: 'POST',
              headers: { 'content-type': 'application/json', origin: 'https://app.example' },
              body: JSON.stringify(sessionBody(body)),
            });
      }),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await memory.settled();
    expect(await assignments()).toHaveLength(3);
    await recorder.close();
    await memory.close();
  });
});
