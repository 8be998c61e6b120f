import { DIALECTS } from '@banso/database/testing';
import { parseCsv } from '@banso/domain/text';
import { defaultDelivery } from '@banso/domain/decide';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../clock.ts';
import type { Source } from '../../recorder/recorder.ts';
import { aBranchingSurvey } from '../../recorder/testing/rig.ts';
import { openTestApp, type TestApp, type TestMember } from '../../testing.ts';
import type { RollUps } from './roll-ups.ts';
import type { Report } from './score-report.ts';

const MONTH = 'from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z';

/** Who answers, of which company, and what. */
interface Said {
  who: string;
  account?: string;
  plan?: string;
  role?: string;
  score: number;
}

describe.each(DIALECTS)('score reports on %s', (dialect) => {
  let api: TestApp;
  let member: TestMember;
  let workspaceId: string;
  let surveyId: string;
  let branchingId: string;

  beforeAll(async () => {
    api = await openTestApp(dialect);
    const own = await api.organisation();
    workspaceId = own.workspaceId;
    member = await api.member(own.organisationId, 'member', workspaceId);
    surveyId = await published({ name: 'NPS' });
    const { waves: _, ...delivery } = defaultDelivery('survey');
    branchingId = await published({
      name: 'CSAT',
      draft: {
        defaultLocale: 'en',
        locales: ['en'],
        delivery: {
          ...delivery,
          recurrence: { afterShownDays: 0, afterDismissedDays: 0, afterAnsweredDays: 0, maxAttempts: null },
        },
        body: { ...aBranchingSurvey(), ending: { en: 'Thanks' } },
      },
    });
    // eleven people of six companies; the enterprise is happy
    for (let one = 0; one < 30; one++)
      await answer({
        who: `happy-${one}`,
        account: `big-${one % 3}`,
        plan: 'enterprise',
        role: one % 10 === 0 ? 'admin' : 'viewer',
        score: one % 10 === 0 ? 2 : 10,
      });
    for (let one = 0; one < 30; one++)
      await answer({
        who: `sad-${one}`,
        account: `small-${one % 3}`,
        plan: 'starter',
        score: one % 2 === 0 ? 3 : 8,
      });
    await answer({ who: 'alone', account: 'lone', plan: 'team', score: 9 });
  });
  afterAll(() => api.close());

  async function published(json: object): Promise<string> {
    const created = await api.request('/v1/surveys', member, { method: 'POST', json });
    const { id } = (await created.json()) as { id: string };
    const done = await api.request(`/v1/surveys/${id}/publish`, member, {
      method: 'POST',
      json: {},
      headers: { 'if-match': created.headers.get('etag') ?? '' },
    });
    expect(done.status, await done.clone().text()).toBeLessThan(300);
    return id;
  }

  async function arrive({ who, account, plan, role }: Omit<Said, 'score'>): Promise<Source> {
    const arrived = await api.deps.recorder.arrive({
      workspaceId,
      identity: 'verified',
      externalId: who,
      traits: {},
      signedTraits: { name: who, ...(role !== undefined && { role }) },
      account:
        account === undefined
          ? undefined
          : { externalId: account, traits: plan === undefined ? {} : { plan }, signed: true },
      locale: 'ja',
      timeZone: undefined,
      pageUrl: 'https://app.example.com/notes',
      session: { tokenHash: newId(), expiresAt: '2027-01-01T00:00:00.000Z' },
    });
    return {
      workspaceId,
      contactId: arrived.contactId,
      accountId: arrived.accountId,
      verified: true,
      locale: 'ja',
    };
  }

  async function answer(said: Said, { of = surveyId, question = 'score' } = {}): Promise<void> {
    const at = api.clock.now();
    const verdicts = await api.deps.recorder.record(await arrive(said), [
      {
        event: {
          contentId: of,
          version: 1,
          responseId: newId('rsp'),
          at,
          id: newId(),
          type: 'survey_answered',
          question,
          value: said.score,
        },
        occurredAt: at,
      },
    ]);
    expect(verdicts).toMatchObject([{ accepted: true }]);
  }

  const get = (path: string) => api.request(path, member);
  const read = async <T = Report>(query = '', of = `nps?surveyId=${surveyId}`) =>
    (await (await get(`/v1/reports/${of}&${MONTH}${query}`)).json()) as T;
  const rowsOf = async (query: string, counted = true) => {
    const answered = await get(
      `/v1/responses?surveyId=${counted ? surveyId : branchingId}&${MONTH}${query}&limit=100`,
    );
    return ((await answered.json()) as { data: { contact: { id: string } }[] }).data;
  };

  test('tell each plan from everybody else, corrected for all comparisons, with the rows behind each', async () => {
    const { current, segments, comparisons, breaks } = await read();
    expect(current).toMatchObject({ n: 61, favourable: 28, neutral: 15, unfavourable: 18 });
    expect(breaks).toEqual([]);
    const plans = segments.filter(({ by }) => by === 'plan');
    expect(plans).toMatchObject([
      { value: 'enterprise', n: 30, score: 80, verdict: 'higher' },
      { value: 'starter', n: 30, score: -50, verdict: 'lower' },
      { value: 'team', n: 1, score: null, verdict: 'too_few', confidence: 'counts' },
    ]);
    expect(comparisons).toBe(2);
    expect(await rowsOf('&counted=true&segment=plan:enterprise')).toHaveLength(30);
    expect(await rowsOf('&counted=true&segment=lifecycle:onboarding&score=9')).toHaveLength(1);
    const narrow = await read('&plan=enterprise');
    expect(narrow).toMatchObject({ current: { n: 30, score: 80 }, segments: [], comparisons: 0 });
    expect(narrow.trend.at(-1)).toMatchObject({ n: 30, score: 80 });
  });

  test('stay with the plan that the account had, whatever becomes of it', async () => {
    const answered = await arrive({ who: 'happy-0', account: 'big-0', plan: 'starter' });
    expect((await read('&plan=enterprise')).current.n).toBe(30);
    expect(answered.accountId).not.toBeNull();
  });

  test('count by account in four ways, each under its name', async () => {
    const { rollUps, withoutWeight, withoutAccount } = await read<RollUps>(
      '',
      `nps/roll-ups?surveyId=${surveyId}`,
    );
    expect(rollUps).toMatchObject([
      { method: 'respondents', n: 61, score: expect.closeTo((100 * 10) / 61, 6) as unknown },
      // three times 80, three times about −50, once 100
      { method: 'accounts', n: 61, accounts: 7, score: expect.closeTo((240 - 150 + 100) / 7, 0) as unknown },
      // the admins of the enterprise are not happy at all
      { method: 'deciders', n: 34, accounts: 7, score: expect.closeTo((-300 - 150 + 100) / 7, 0) as unknown },
      { method: 'revenue', n: 0, accounts: 0, score: null, confidence: 'counts' },
    ]);
    expect({ withoutWeight, withoutAccount }).toEqual({ withoutWeight: 7, withoutAccount: 0 });
  });

  test('of satisfaction and effort count every answer to the question, with the rows behind', async () => {
    for (const [who, score] of Object.entries({ a: 5, b: 4, c: 4, d: 2, e: 5 }))
      await answer({ who, account: 'big-0', plan: 'starter', score }, { of: branchingId, question: 'csat' });
    await answer({ who: 'guest', score: 1 }, { of: branchingId, question: 'csat' });
    const report = await read('', `csat?surveyId=${branchingId}`);
    expect(report).toMatchObject({
      kind: 'csat',
      question: { key: 'csat' },
      current: {
        n: 6,
        favourable: 4,
        unfavourable: 2,
        score: expect.closeTo(66.667, 2) as unknown,
        mean: 3.5,
      },
      histogram: [1, 1, 0, 2, 2],
      scale: { low: 1, high: 5 },
    });
    expect(await rowsOf('&question=csat&numberFrom=4', false)).toHaveLength(4);
    expect(await rowsOf('&question=csat&segment=plan:', false)).toHaveLength(1);
    expect(await read('', `ces?surveyId=${branchingId}`)).toMatchObject({
      question: { key: 'effort' },
      current: { n: 0, score: null },
    });
    expect(await read('', `ces?surveyId=${surveyId}`)).toMatchObject({ question: null, current: { n: 0 } });
    const other = await get(`/v1/reports/csat?surveyId=${branchingId}&${MONTH}&question=score`);
    expect(await other.json()).toMatchObject({ status: 400, errors: [{ path: 'query.question' }] });
  });

  test('as CSV have the numbers of the report', async () => {
    const answered = await get(`/v1/reports/nps?surveyId=${surveyId}&${MONTH}&format=csv&every=month`);
    expect(answered.headers.get('content-disposition')).toContain('nps-2026-01-01-2026-02-01.csv');
    const [header = [], ...rows] = parseCsv(await answered.text());
    const records = rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
    const { current, segments, trend } = await read('&every=month');
    const decimal = (value: number | null) => (value === null ? '' : `${Math.round(value * 10) / 10}`);
    expect(records.find(({ part }) => part === 'current')).toMatchObject({
      n: `${current.n}`,
      score: decimal(current.score),
      low: decimal(current.low),
      high: decimal(current.high),
    });
    expect(
      records
        .filter(({ part }) => part === 'segment')
        .map(({ value, score, verdict }) => [value, score, verdict]),
    ).toEqual(segments.map(({ value, score, verdict }) => [value, decimal(score), verdict]));
    expect(records.filter(({ part }) => part === 'trend')).toHaveLength(trend.length);
    expect(trend).toHaveLength(18);
    expect(records.filter(({ part }) => part === 'roll-up').map(({ by }) => by)).toEqual([
      'respondents',
      'accounts',
      'deciders',
      'revenue',
    ]);
  });

  test('refuse two filters at once, by their names', async () => {
    const refused = await get(`/v1/reports/nps?surveyId=${surveyId}&${MONTH}&plan=team&locale=ja`);
    expect(await refused.json()).toMatchObject({ status: 400, errors: [{ path: 'query.plan' }] });
  });
});
