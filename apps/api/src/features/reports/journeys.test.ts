import { common, response } from '@banso/contract';
import {
  ActivationGoals,
  CoverageReport,
  JourneyUnit,
  OnboardingReport,
  PerformanceReport,
  UnheardAccount,
} from '@banso/contract/journey';
import { QuestionReport } from '@banso/contract/question-report';
import { accounts } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import { parseCsv } from '@banso/domain/text';
import { DAY_MS } from '@banso/domain/time';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { aChecklist, aStep, aSurvey } from '../../recorder/testing/rig.ts';
import type { TestMember } from '../../testing.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { anEvent, openWidgetApp } from '../../widget-testing.ts';

const OWN = 'chk_0195d000-0000-7000-8000-0000000000a1';
const SHARED = 'chk_0195d000-0000-7000-8000-0000000000a2';
const SURVEY = 'srv_0195d000-0000-7000-8000-0000000000a3';
const [FROM, TO] = ['2026-01-01', '2026-06-30'];
const onEvent = {
  type: 'event',
  subject: 'contact',
  name: 'imported',
  op: 'at_least',
  count: 1,
  withinDays: null,
} as const;

/** Seven people of three companies and one of none, over three months; the test below counts them by hand. */
describe.each(DIALECTS)('reports on journeys on %s', (dialect) => {
  let app: WidgetApp;
  let staff: TestMember;
  const sessions = new Map<string, string>();

  beforeAll(async () => {
    app = await openWidgetApp(dialect);
    staff = await app.member(app.organisationId, 'member', app.workspaceId);
    await app.publish({
      id: OWN,
      kind: 'checklist',
      body: aChecklist([
        aStep('invite'),
        aStep('import', { completeWhen: onEvent }),
        aStep('extra', { optional: true }),
      ]),
      delivery: {
        audience: { type: 'trait', subject: 'contact', key: 'role', op: 'is_not', value: 'guest' },
      },
    });
    await app.publish({
      id: SHARED,
      kind: 'checklist',
      body: aChecklist([aStep('connect')], { progressOf: 'account' }),
    });
    await app.publish({ id: SURVEY, kind: 'survey', body: aSurvey() });

    // 5 January: everybody comes, and four of them are shown the checklist
    for (const [who, account, role] of [
      ['ann', 'acme', 'admin'],
      ['bob', 'acme', 'admin'],
      ['cho', 'bolt', 'admin'],
      ['dai', 'bolt', 'admin'],
      ['eva', 'cube', 'guest'],
      ['fay', 'cube', 'admin'],
      ['gus', undefined, 'admin'],
    ] as const)
      await come(who, account, role);
    await say('ann', shown(OWN), opened(OWN), step(OWN, 'invite'), track('imported'), track('exported'));
    await say('bob', shown(OWN), snoozed(OWN));
    await say('cho', track('exported'));
    await say('gus', shown(OWN), dismissed(OWN), track('imported'), shown(SHARED));
    await say('ann', shown(SHARED), step(SHARED, 'connect'));
    await pass(10);
    // 15 January: cho begins, after the goal; dai begins and gets there on the 14th day after
    await say('cho', shown(OWN));
    await say('dai', shown(OWN), opened(OWN), step(OWN, 'extra'), shown(SHARED));
    await say('bob', shown(SHARED));
    await pass(14);
    await say('dai', track('exported'));
    await answer('dai', 9);
    await pass(30);
    // 28 February
    await say('fay', shown(OWN), opened(OWN), shown(SURVEY), dismissed(SURVEY));
    await app.database.forWorkspace(app.workspaceId).write(async (db) => {
      for (const [externalId, plan, amountMinor, lifecycle, renewalDate] of [
        ['acme', 'pro', 30_000, 'adopting', '2026-05-01'],
        ['bolt', 'pro', 10_000, 'adopting', '2026-04-01'],
        ['cube', 'free', null, 'adopting', null],
        ['gone', 'pro', 5_000, 'churned', null],
      ] as const)
        await accounts.putByExternalId(db, app.workspaceId, externalId, {
          id: app.deps.newId('acc'),
          at: app.clock.now(),
          plan,
          lifecycle,
          renewalDate,
          recurringRevenue: amountMinor === null ? null : { amountMinor, currency: 'USD' },
          ...(plan === 'pro' && { ownerId: staff.id }),
        });
    });
  });
  afterAll(() => app.close());

  async function come(who: string, account: string | undefined, role: string) {
    const token = app.token(who, account === undefined ? {} : { account });
    const { session } = await app.person(who, { body: { user: { id: who, traits: { role }, token } } });
    sessions.set(who, session);
  }
  async function say(who: string, ...events: ((at: string) => unknown)[]) {
    const sent = await app.sync(
      sessions.get(who) ?? '',
      events.map((event) => event(app.clock.now())),
    );
    expect(await sent.json()).toMatchObject({ refused: [] });
  }
  /** Sessions end after a while: everybody comes again. */
  async function pass(days: number) {
    app.clock.advance(days * DAY_MS);
    for (const who of sessions.keys()) {
      const { session } = await app.person(who, {
        body: { user: { id: who, token: app.token(who, claims(who)) } },
      });
      sessions.set(who, session);
    }
  }
  const claims = (who: string) => {
    const account = { ann: 'acme', bob: 'acme', cho: 'bolt', dai: 'bolt', eva: 'cube', fay: 'cube' }[who];
    return account === undefined ? {} : { account };
  };
  const answer = (who: string, value: number) =>
    say(who, shown(SURVEY), (at) =>
      anEvent(
        'survey_answered',
        { contentId: SURVEY, version: 1, responseId: app.deps.newId('rsp'), question: 'score', value },
        { at },
      ),
    );
  const shown = (contentId: string) => (at: string) =>
    anEvent('content_shown', { contentId, version: 1, surface: 'panel' }, { at });
  const opened = (contentId: string) => (at: string) =>
    anEvent('content_opened', { contentId, version: 1 }, { at });
  const dismissed = (contentId: string) => (at: string) =>
    anEvent('content_dismissed', { contentId, version: 1 }, { at });
  const snoozed = (contentId: string) => (at: string) =>
    anEvent('content_snoozed', { contentId, version: 1, until: '2026-12-01T00:00:00.000Z' }, { at });
  const step = (contentId: string, key: string) => (at: string) =>
    anEvent('step_completed', { contentId, version: 1, step: key }, { at });
  const track = (name: string) => (at: string) => anEvent('track', { name, properties: {} }, { at });

  async function read<S extends z.ZodType>(
    schema: S,
    path: string,
    query: Record<string, string> = {},
  ): Promise<z.infer<S>> {
    const answered = await app.request(`${path}?${new URLSearchParams(query).toString()}`, staff);
    expect(answered.status, await answered.clone().text()).toBe(200);
    return schema.parse(await answered.json());
  }
  const onboarding = (query: Record<string, string>) =>
    read(OnboardingReport, '/v1/reports/onboarding', { checklistId: OWN, from: FROM, to: TO, ...query });
  const units = async (query: Record<string, string>) => {
    const found = await read(common.page(JourneyUnit), '/v1/reports/onboarding/units', {
      checklistId: OWN,
      from: FROM,
      to: TO,
      ...query,
    });
    return found.data.map(({ name, id }) => name ?? id);
  };
  const lines = ({ funnel }: OnboardingReport) =>
    Object.fromEntries(funnel.lines.map(({ stage, step: of, count }) => [of?.key ?? stage, count]));

  test('count people by how far they have come', async () => {
    const report = await onboarding({ unit: 'contact' });
    // eva is a guest, so that nobody waits; gus has a step by an event
    expect(lines(report)).toEqual({
      eligible: 6,
      started: 6,
      seen: 6,
      opened: 3,
      stepped: 3,
      invite: 1,
      import: 2,
      extra: 1,
      done: 1,
    });
    expect(report.funnel.dismissed).toMatchObject({ count: 1, n: 6 });
    expect(report.funnel.snoozed).toMatchObject({ count: 1, n: 6 });
    expect(report).toMatchObject({ activation: null, goal: null, goalFrom: null, cohorts: [] });
    expect(await units({ unit: 'contact', stage: 'dismissed' })).toHaveLength(1);
    expect(await units({ unit: 'contact', stage: 'opened', reached: 'no' })).toHaveLength(3);
    expect(await units({ unit: 'contact', step: 'import' })).toHaveLength(2);
  });

  test('count accounts by what any of their people did', async () => {
    const report = await onboarding({});
    expect(lines(report)).toEqual({
      eligible: 3,
      started: 3,
      seen: 3,
      opened: 3,
      stepped: 2,
      invite: 1,
      import: 1,
      extra: 1,
      done: 1,
    });
    expect(await units({ stage: 'done' })).toEqual(['acme']);
    expect(await units({ stage: 'stepped', reached: 'no' })).toEqual(['cube']);
    // those who began in the month
    expect(lines(await onboarding({ from: '2026-02-01', to: '2026-02-28' })).started).toBe(1);
  });

  test('count a shared checklist by its accounts, and by their people who met it', async () => {
    const byAccount = await onboarding({ checklistId: SHARED });
    expect(lines(byAccount)).toMatchObject({ eligible: 3, started: 2, connect: 1, done: 1 });
    const byPerson = await onboarding({ checklistId: SHARED, unit: 'contact' });
    // bob met what ann had begun and done; gus has no account, and progress of his own
    expect(lines(byPerson)).toMatchObject({ eligible: 7, started: 4, seen: 4, connect: 2, done: 2 });
  });

  test('tell the activation of those whose days are over, by a goal that is chosen once', async () => {
    const path = '/v1/reports/onboarding/goals';
    const put = (json: unknown) => app.request(path, staff, { method: 'PUT', json });
    const goal = { event: 'exported', withinDays: 14 };
    expect((await put({ checklistId: null, goal })).status).toBe(200);
    expect(await read(ActivationGoals, path)).toEqual({ workspace: goal, checklists: [] });

    const people = await onboarding({ unit: 'contact' });
    expect(people).toMatchObject({ goal, goalFrom: 'workspace', asOf: '2026-02-28' });
    // cho had exported before; fay began today. ann on the first day, dai on the 14th, bob and gus not so far
    expect(people.activation).toMatchObject({
      started: 6,
      hadGoal: 1,
      waiting: 1,
      reached: 2,
      p50: 7,
      p75: 14,
    });
    expect(people.activation?.rate).toMatchObject({ count: 2, n: 4, percent: 50 });
    // at risk 5, 3 (fay is censored on day 0): S = 4/5, then 4/5 · 2/3
    expect(people.activation?.median).toMatchObject({ days: null, n: 5 });
    expect(people.cohorts.map(({ month, started, rate }) => [month, started, rate?.n ?? null])).toEqual([
      ['2026-02', 1, null],
      ['2026-01', 5, 4],
    ]);
    expect(await units({ unit: 'contact', stage: 'activated' })).toHaveLength(2);
    expect(await units({ unit: 'contact', stage: 'activated', reached: 'no' })).toHaveLength(3);

    // an account exports with the first of its people: bolt had before it began
    const companies = await onboarding({});
    expect(companies.activation).toMatchObject({ started: 3, hadGoal: 1, waiting: 1, reached: 1, p50: 0 });

    // a goal of its own, and one of the question, come first
    const own = { event: 'imported', withinDays: 3 };
    await put({ checklistId: OWN, goal: own });
    expect(await onboarding({})).toMatchObject({ goal: own, goalFrom: 'checklist' });
    expect(await onboarding({ event: 'exported', withinDays: '7' })).toMatchObject({ goalFrom: 'question' });
    const later = await onboarding({ unit: 'contact', event: 'exported', withinDays: '7' });
    expect(later.activation?.rate).toMatchObject({ count: 1, n: 4 });
    await put({ checklistId: OWN, goal: null });
    expect(await read(ActivationGoals, path)).toEqual({ workspace: goal, checklists: [] });
    const log = await app.request(
      '/v1/audit-log',
      await app.member(app.organisationId, 'owner', app.workspaceId),
    );
    expect(await log.text()).toContain('activation_goal.update');
  });

  test('tell of whom nobody was heard, and what they pay', async () => {
    const coverage = await read(CoverageReport, '/v1/reports/coverage', { days: '90' });
    expect(coverage.accounts).toMatchObject({ count: 1, n: 3 });
    expect(coverage.revenue).toEqual([
      { currency: 'USD', heardMinor: 10_000, allMinor: 40_000, percent: 25 },
    ]);
    expect(coverage.withoutRevenue).toBe(1);
    const unheard = await read(common.page(UnheardAccount), '/v1/reports/coverage/unheard', {
      days: '90',
      limit: '1',
    });
    expect(unheard.data).toMatchObject([
      { name: 'acme', plan: 'pro', owner: { id: staff.id }, renewalDate: '2026-05-01', lastHeardAt: null },
    ]);
    const rest = await read(common.page(UnheardAccount), '/v1/reports/coverage/unheard', {
      days: '90',
      cursor: unheard.nextCursor ?? '',
    });
    expect(rest.data.map(({ name }) => name)).toEqual(['cube']);
    // in the last month nobody was; a note is heard as an answer is
    const lately = () => read(CoverageReport, '/v1/reports/coverage', { days: '7' });
    expect((await lately()).accounts).toMatchObject({ count: 0, n: 3 });
    await say('bob', (at) => anEvent('message_sent', { text: 'Hello' }, { at }));
    expect((await lately()).accounts).toMatchObject({ count: 1, n: 3 });
    const nobody = await read(CoverageReport, '/v1/reports/coverage', { days: '90', owner: 'none' });
    expect(nobody.accounts).toMatchObject({ n: 1 });
  });

  test('tell how often contents were shown, and what came of it', async () => {
    const { contents } = await read(PerformanceReport, '/v1/reports/content', { from: FROM, to: TO });
    const of = (id: string) => contents.find((content) => content.id === id);
    expect(of(OWN)).toMatchObject({
      kind: 'checklist',
      shown: 6,
      started: 3,
      completed: 1,
      dismissed: 1,
      snoozed: 1,
    });
    expect(of(OWN)?.rates).toMatchObject({ response: 0.5, dismissal: 1 / 6, postponement: 1 / 6 });
    expect(of(SURVEY)).toMatchObject({ shown: 2, started: 1, completed: 0, dismissed: 1 });
    const january = await read(PerformanceReport, '/v1/reports/content', {
      from: FROM,
      to: '2026-01-31',
      kind: 'checklist',
    });
    expect(january.contents.map(({ shown: times }) => times).toSorted()).toEqual([4, 5]);
  });

  test('tell what became of each question of a survey, of the days on which responses began', async () => {
    const query = { surveyId: SURVEY, from: FROM, to: TO };
    const found = await read(QuestionReport, '/v1/reports/questions', query);
    const [score] = found.questions;
    expect(found).toMatchObject({ survey: { id: SURVEY }, version: null, versions: [1] });
    expect(score).toMatchObject({ key: 'score', reached: 1, answered: 1, skipped: 0, left: 0, notAsked: 0 });
    const before = await read(QuestionReport, '/v1/reports/questions', { ...query, to: '2026-01-28' });
    expect(before.questions.map(({ reached }) => reached)).toEqual(found.questions.map(() => 0));
    const csvAnswer = await app.request(
      `/v1/reports/questions?${new URLSearchParams({ ...query, format: 'csv' }).toString()}`,
      staff,
    );
    const lines = parseCsv(await csvAnswer.text());
    const [head, line] = [lines[3], lines[4]];
    expect(head?.slice(0, 4)).toEqual(['key', 'question', 'type', 'reached']);
    expect(line?.slice(2, 10)).toEqual(['nps', '1', '1', '0', '0', '0', '100', '0']);

    // every number leads to its rows, by when the response began
    const [from, to] = [`${FROM}T00:00:00.000Z`, `${TO}T00:00:00.000Z`];
    for (const { question, outcome, rows } of [
      { question: 'score', outcome: 'answered', rows: 1 },
      { question: 'score', outcome: 'left', rows: 0 },
      { question: 'reason', outcome: 'left', rows: 1 },
      { question: 'more', outcome: 'not_asked', rows: 0 },
    ]) {
      const behind = { surveyId: SURVEY, question, outcome, from, to };
      const { data } = await read(common.page(response.ResponseRecord), '/v1/responses', behind);
      expect(data.length, `${question} ${outcome}`).toBe(rows);
    }
  });

  test.each([
    { path: '/v1/reports/questions', query: { from: FROM, to: TO, surveyId: OWN }, wrong: 'query.surveyId' },
    { path: '/v1/responses', query: { outcome: 'left' }, wrong: 'query.outcome' },
    { path: '/v1/reports/onboarding', query: { from: TO, to: FROM, checklistId: OWN }, wrong: 'query.to' },
    {
      path: '/v1/reports/onboarding',
      query: { from: FROM, to: TO, checklistId: OWN, event: 'x' },
      wrong: 'query.withinDays',
    },
    {
      path: '/v1/reports/onboarding',
      query: { from: FROM, to: TO, checklistId: SURVEY },
      wrong: 'query.checklistId',
    },
    { path: '/v1/reports/coverage', query: { days: '0' }, wrong: 'query.days' },
    { path: '/v1/reports/content', query: { from: 'soon', to: TO }, wrong: 'query.from' },
  ])('refuse $wrong of $path by its name', async ({ path, query, wrong }) => {
    const answered = await app.request(
      `${path}?${new URLSearchParams(query as Record<string, string>).toString()}`,
      staff,
    );
    expect(answered.status).toBe(400);
    expect(((await answered.json()) as { errors: { path: string }[] }).errors[0]?.path).toBe(wrong);
  });
});
