import type { event } from '@banso/contract';
import { DIALECTS } from '@banso/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../clock.ts';
import type { Source } from '../../recorder/recorder.ts';
import { openTestApp, type TestApp, type TestMember } from '../../testing.ts';

interface Answer {
  id: string;
  score: number | null;
  band: string | null;
  comment: string | null;
  readAt: string | null;
  status: string;
  account: { name: string } | null;
  answers: { question: string; text: string; value: unknown }[];
}
interface Page {
  data: Answer[];
  nextCursor: string | null;
}

describe.each(DIALECTS)('feedback on %s', (dialect) => {
  let api: TestApp;
  let member: TestMember;
  let workspaceId: string;
  let surveyId: string;

  beforeEach(async () => {
    api = await openTestApp(dialect);
    const own = await api.organisation();
    workspaceId = own.workspaceId;
    member = await api.member(own.organisationId, 'member', workspaceId);
    surveyId = await publishSurvey();
  });
  afterEach(() => api.close());

  async function publishSurvey(): Promise<string> {
    const created = await api.request('/v1/surveys', member, { method: 'POST', json: { name: 'NPS' } });
    const { id } = (await created.json()) as { id: string };
    await api.request(`/v1/surveys/${id}/publish`, member, {
      method: 'POST',
      json: {},
      headers: { 'if-match': created.headers.get('etag') ?? '' },
    });
    return id;
  }

  /** Somebody verified arrives with their company. */
  async function arrive(externalId: string, account = 'acme'): Promise<Source> {
    const arrived = await api.deps.recorder.arrive({
      workspaceId,
      identity: 'verified',
      externalId,
      traits: { name: externalId },
      signedTraits: {},
      account: { externalId: account, traits: { name: `The ${account}` }, signed: true },
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

  async function answer(source: Source, score: number, comment?: string): Promise<string> {
    const at = api.clock.now();
    const responseId = newId('rsp');
    const about = { contentId: surveyId, version: 1, responseId, at };
    const events: event.Event[] = [
      { ...about, id: newId(), type: 'survey_answered', question: 'score', value: score },
    ];
    if (comment !== undefined)
      events.push({ ...about, id: newId(), type: 'survey_answered', question: 'reason', value: comment });
    const verdicts = await api.deps.recorder.record(
      source,
      events.map((each) => ({ event: each, occurredAt: at })),
    );
    expect(verdicts.every(({ accepted }) => accepted)).toBe(true);
    return responseId;
  }

  const list = async (query = '') =>
    (await (await api.request(`/v1/responses${query}`, member)).json()) as Page;
  const unread = async () =>
    ((await (await api.request('/v1/responses/unread', member)).json()) as { unread: number }).unread;

  test('an answer stands in the list with its person, company, words and the question as it was asked', async () => {
    const id = await answer(await arrive('mika'), 3, '共有が難しい');
    const { data } = await list();
    expect(data).toMatchObject([
      {
        id,
        score: 3,
        band: 'detractor',
        comment: '共有が難しい',
        status: 'partial',
        account: { name: 'The acme' },
        readAt: null,
      },
    ]);
    expect(data[0]?.answers.map(({ text, value }) => [text, value])).toEqual([
      ['同僚や知人にすすめたいと思いますか？', 3],
      ['どのような点が変わるとよいですか？', '共有が難しい'],
    ]);
  });

  test.each([
    { query: '?band=detractor', scores: [2] },
    { query: '?band=promoter', scores: [10, 9] },
    { query: '?score=7', scores: [7] },
    { query: '?hasComment=true', scores: [2] },
    { query: '?hasComment=false', scores: [10, 9, 7] },
    { query: '?locale=ko', scores: [] },
    { query: '?read=true', scores: [] },
    { query: '?from=2026-01-07T00:00:00Z&to=2026-01-08T00:00:00Z', scores: [9] },
  ])('filters $query', async ({ query, scores }) => {
    await answer(await arrive('a'), 2, 'Too slow');
    api.clock.advance(86_400_000);
    await answer(await arrive('b'), 7);
    api.clock.advance(86_400_000);
    await answer(await arrive('c'), 9);
    api.clock.advance(86_400_000);
    await answer(await arrive('d'), 10);
    expect((await list(query)).data.map(({ score }) => score)).toEqual(scores);
  });

  test('reading is shared by the team, can be taken back, and the count of unread ones follows', async () => {
    const id = await answer(await arrive('mika'), 9);
    await answer(await arrive('yuki'), 4);
    expect(await unread()).toBe(2);
    const read = (value: boolean) =>
      api.request(`/v1/responses/${id}`, member, { method: 'PATCH', json: { read: value } });
    expect((await read(true)).status).toBe(200);
    expect((await read(true)).status).toBe(200);
    expect(await unread()).toBe(1);
    await read(false);
    expect(await unread()).toBe(2);
  });

  test('pages are stable', async () => {
    for (const name of ['a', 'b', 'c']) await answer(await arrive(name), 8);
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.nextCursor}`);
    expect(new Set([...first.data, ...second.data].map(({ id }) => id)).size).toBe(3);
    expect(second.nextCursor).toBeNull();
  });

  test.each([
    '?score=11',
    '?score=7.5',
    '?surveyId=srv_nonsense',
    '?from=yesterday',
    '?cursor=nonsense',
    '?limit=1000',
  ])('refuses %s', async (query) => {
    const refused = await api.request(`/v1/responses${query}`, member);
    expect(refused.status).toBe(400);
    expect(((await refused.json()) as { errors: { path: string }[] }).errors[0]?.path).toBe(
      `query.${query.slice(1).split('=')[0]}`,
    );
  });

  test('another workspace sees nothing of it', async () => {
    const id = await answer(await arrive('mika'), 9);
    const other = await api.organisation('Somebody else');
    const stranger = await api.member(other.organisationId, 'owner', other.workspaceId);
    expect((await api.request(`/v1/responses/${id}`, stranger)).status).toBe(404);
    expect(
      (await api.request(`/v1/responses/${id}`, stranger, { method: 'PATCH', json: { read: true } })).status,
    ).toBe(404);
    expect(await (await api.request('/v1/responses', stranger)).json()).toEqual({
      data: [],
      nextCursor: null,
    });
    expect(await unread()).toBe(1);
  });

  describe('the NPS report', () => {
    interface Report {
      current: {
        n: number;
        score: number | null;
        low: number | null;
        confidence: string;
        promoters: number;
        detractors: number;
      };
      previous: { n: number };
      histogram: number[];
      change: unknown;
      locales: { locale: string; n: number }[];
      trend: { n: number; to: string }[];
      versions: { version: number }[];
    }
    const report = async (query = '') =>
      (await (
        await api.request(
          `/v1/reports/nps?surveyId=${surveyId}&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z${query}`,
          member,
        )
      ).json()) as Report;

    test('counts one score per person, the latest in the period, and shows no score under five', async () => {
      const mika = await arrive('mika');
      await answer(mika, 2);
      api.clock.advance(3_600_000);
      await answer(mika, 9);
      await answer(await arrive('yuki'), 10);
      expect(await report()).toMatchObject({
        current: { n: 2, score: null, confidence: 'counts', promoters: 2, detractors: 0 },
        previous: { n: 0 },
        change: null,
      });
    });

    test('gives score, interval, distribution and languages from five answers on, and the rows behind them', async () => {
      for (const [index, score] of [9, 10, 9, 7, 3].entries())
        await answer(await arrive(`person-${index}`), score);
      const { current, histogram, locales, trend, versions } = await report();
      expect(current).toMatchObject({ n: 5, score: 40, confidence: 'low_sample' });
      expect(current.low).toBeLessThan(40);
      expect(histogram).toEqual([0, 0, 0, 1, 0, 0, 0, 1, 0, 2, 1]);
      expect(locales).toMatchObject([{ locale: 'ja', n: 5 }]);
      expect(trend.at(-1)).toMatchObject({ n: 5, to: '2026-02-01T00:00:00.000Z' });
      expect(versions).toMatchObject([{ version: 1 }]);
      const rows = await list(
        `?surveyId=${surveyId}&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z&counted=true`,
      );
      expect(rows.data).toHaveLength(5);
    });

    test('refuses a period that ends before it starts, and a foreign survey', async () => {
      expect(
        (
          await api.request(
            `/v1/reports/nps?surveyId=${surveyId}&from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z`,
            member,
          )
        ).status,
      ).toBe(400);
      expect(
        (
          await api.request(
            `/v1/reports/nps?surveyId=${newId('srv')}&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z`,
            member,
          )
        ).status,
      ).toBe(404);
    });
  });

  test('my day begins with the unhappy person and is empty once it was read', async () => {
    const id = await answer(await arrive('mika'), 1, 'Broken');
    const day = async () =>
      (await (await api.request('/v1/my-day', member)).json()) as {
        items: { kind: string; id: string }[];
        book: { unread: number };
      };
    expect(await day()).toMatchObject({
      items: [{ kind: 'detractor', id, detail: { score: 1, comment: 'Broken' } }],
      book: { accounts: 1, unread: 1 },
    });
    await api.request(`/v1/responses/${id}`, member, { method: 'PATCH', json: { read: true } });
    expect((await day()).items).toEqual([]);
  });
});
