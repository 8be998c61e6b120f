import type { event } from '@banso/contract';
import { DIALECTS } from '@banso/database/testing';
import type { AnswerValue } from '@banso/domain/content';
import { defaultDelivery } from '@banso/domain/decide';
import { parseCsv } from '@banso/domain/text';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../clock.ts';
import { aBranchingSurvey } from '../../recorder/testing/rig.ts';
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
  contact: { id: string };
  answers: {
    question: string;
    text: string;
    type: string;
    value: unknown;
    chosen: unknown;
    other: unknown;
  }[];
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

  test('a test is in the inbox under its filter and in no number; called an answer, it counts, and back', async () => {
    const [mika, jun] = [await arrive('mika'), await arrive('jun', 'aoba')];
    const contact = await api.request(`/v1/contacts/${jun.contactId}`, member);
    const patched = await api.request(`/v1/contacts/${jun.contactId}`, member, {
      method: 'PATCH',
      json: { test: true },
      headers: { 'if-match': contact.headers.get('etag') ?? '' },
    });
    expect(await patched.json()).toMatchObject({ test: true });
    const counts = await answer(mika, 9);
    const tried = await answer(jun, 2, 'Only trying');
    const ids = async (query: string) => (await list(query)).data.map(({ id }) => id);
    const mark = (test: boolean, responses: string[]) =>
      api.request('/v1/responses/tests', member, { method: 'POST', json: { responses, test } });
    const numbers = async () => {
      const from = '2020-01-01T00:00:00.000Z';
      const query = `surveyId=${surveyId}&from=${from}&to=2030-01-01T00:00:00.000Z`;
      const cases = (await (await api.request('/v1/cases', member)).json()) as { data: unknown[] };
      const found = await api.request(`/v1/responses?counted=true&${query}`, member);
      const person = (await (await api.request(`/v1/contacts/${jun.contactId}`, member)).json()) as {
        lastScore: number | null;
      };
      return {
        counted: ((await found.json()) as Page).data.map(({ id }) => id),
        unread: await unread(),
        cases: cases.data.length,
        last: person.lastScore,
      };
    };
    const without = { counted: [counts], unread: 1, cases: 0, last: null };

    expect(await ids('')).toEqual([counts]);
    expect(await ids('?tests=only')).toEqual([tried]);
    expect(await ids('?tests=only&words=trying')).toEqual([tried]);
    expect(new Set(await ids('?tests=too'))).toEqual(new Set([counts, tried]));
    expect((await list('?tests=only')).data).toMatchObject([{ test: true, comment: 'Only trying' }]);
    expect(await numbers()).toEqual(without);

    expect(await (await mark(false, [tried, counts])).json()).toEqual({ data: [tried] });
    const withIt = await numbers();
    expect({ ...withIt, counted: withIt.counted.toSorted() }).toEqual({
      counted: [counts, tried].toSorted(),
      unread: 2,
      cases: 1,
      last: 2,
    });
    expect(await ids('?words=trying')).toEqual([tried]);
    expect(await (await mark(true, [tried])).json()).toEqual({ data: [tried] });
    // the case that nobody touched is taken back, as when a score is changed
    expect(await numbers()).toEqual(without);
    expect((await mark(true, [newId('rsp')])).status).toBe(404);
    const own = await api.organisation();
    const stranger = await api.member(own.organisationId, 'member', own.workspaceId);
    const foreign = { method: 'POST', json: { responses: [counts], test: true } };
    expect((await api.request('/v1/responses/tests', stranger, foreign)).status).toBe(404);
  });

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

  describe('to every type of question', () => {
    const survey = aBranchingSurvey();

    beforeEach(async () => {
      const created = await api.request('/v1/surveys', member, {
        method: 'POST',
        json: {
          name: 'CSAT',
          draft: {
            defaultLocale: 'en',
            locales: ['en'],
            delivery: defaultDelivery('survey'),
            body: { ...survey, ending: { en: 'Thanks' } },
          },
        },
      });
      ({ id: surveyId } = (await created.json()) as { id: string });
      const published = await api.request(`/v1/surveys/${surveyId}/publish`, member, {
        method: 'POST',
        json: {},
        headers: { 'if-match': created.headers.get('etag') ?? '' },
      });
      expect(await published.json()).toMatchObject({ version: 1, scales: ['csat', 'ces', 'nps'] });
    });

    async function say(
      source: Source,
      answers: [question: string, value: AnswerValue, other?: string][],
    ): Promise<void> {
      const responseId = newId('rsp');
      const events = answers.map(([question, value, other]): event.Event => {
        api.clock.advance(1_000);
        const about = { contentId: surveyId, version: 1, responseId, at: api.clock.now(), id: newId() };
        return { ...about, type: 'survey_answered', question, value, ...(other && { other }) };
      });
      const verdicts = await api.deps.recorder.record(
        source,
        events.map((each) => ({ event: each, occurredAt: each.at })),
      );
      expect(verdicts.every(({ accepted }) => accepted)).toBe(true);
    }

    test('answers are told in words, in the order of the questions', async () => {
      await say(await arrive('mika'), [
        ['csat', 2],
        ['why', ['speed']],
        ['uses', ['other', 'search'], 'Our own tool'],
        ['effort', null],
      ]);
      const { data } = await list();
      expect(data).toMatchObject([{ score: null, band: null, comment: null }]);
      expect(data[0]?.answers).toEqual([
        { question: 'csat', text: 'About csat?', type: 'csat', value: 2, chosen: null, other: null },
        {
          question: 'why',
          text: 'About why?',
          type: 'choice',
          value: ['speed'],
          chosen: [{ key: 'speed', text: 'The speed' }],
          other: null,
        },
        {
          question: 'uses',
          text: 'About uses?',
          type: 'choices',
          value: ['search', 'other'],
          chosen: [
            { key: 'search', text: 'The search' },
            { key: 'other', text: 'Something else' },
          ],
          other: 'Our own tool',
        },
        { question: 'effort', text: 'About effort?', type: 'ces', value: null, chosen: null, other: null },
      ]);
      const contactId = data[0]?.contact.id;
      const timeline = await api.request(`/v1/contacts/${contactId}/timeline`, member);
      const { data: told } = (await timeline.json()) as { data: { detail: object }[] };
      expect(told.map(({ detail }) => detail)).toMatchObject([
        { type: 'ces', value: null },
        { type: 'choices', chosen: 'Something else · The search', other: 'Our own tool' },
        { type: 'choice', chosen: 'The speed' },
        { type: 'csat', value: 2 },
      ]);
    });

    test('what stands on a way that was left is neither told nor counted', async () => {
      await say(await arrive('mika'), [
        ['csat', 1],
        ['why', ['price']],
        ['score', 2],
        ['reason', 'Dear'],
        ['csat', 5],
      ]);
      const { data } = await list();
      expect(data).toMatchObject([{ score: null, comment: null }]);
      expect(data[0]?.answers.map(({ question }) => question)).toEqual(['csat']);
      expect((await list('?band=detractor')).data).toEqual([]);
    });
  });

  test.each([
    { query: '?band=detractor', scores: [2] },
    { query: '?band=promoter', scores: [10, 9] },
    { query: '?score=7', scores: [7] },
    { query: '?hasComment=true', scores: [2] },
    { query: '?hasComment=false', scores: [10, 9, 7] },
    { query: '?locale=ko', scores: [] },
    { query: '?read=true', scores: [] },
    { query: '?scoreFrom=7&scoreTo=9', scores: [9, 7] },
    { query: '?band=promoter&scoreTo=9', scores: [9] },
    { query: '?words=SLOW', scores: [2] },
    { query: '?questionType=nps&sort=lowest', scores: [2, 7, 9, 10] },
    { query: '?questionType=csat', scores: [] },
    { query: '?sort=oldest&limit=2', scores: [2, 7] },
    { query: '?plan=Nobody', scores: [] },
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

  describe('changed together', () => {
    interface Changed {
      data: { id: string; tags: string[]; added: string[]; removed: string[]; marked: boolean }[];
    }
    const change = (json: object) => api.request('/v1/responses/changes', member, { method: 'POST', json });
    const tags = async () =>
      (
        (await (await api.request('/v1/tags', member)).json()) as {
          data: { id: string; name: string; responses: number }[];
        }
      ).data;

    test('a tag counts the answers that carry it, and no tests', async () => {
      const [one, other] = [await answer(await arrive('a'), 2), await answer(await arrive('b'), 9)];
      await change({ responses: [one, other], addTags: ['Permissions'] });
      const counted = async () => (await tags())[0]?.responses;
      const mark = (test: boolean) =>
        api.request('/v1/responses/tests', member, { method: 'POST', json: { responses: [one], test } });
      expect((await mark(true)).status).toBe(200);
      expect(await counted()).toBe(1);
      await change({ responses: [one], removeTags: ['Permissions'] });
      expect(await counted()).toBe(1);
      await change({ responses: [one], addTags: ['Permissions'] });
      expect(await counted()).toBe(1);
      await mark(false);
      expect(await counted()).toBe(2);
    });

    test('answers carry tags, tell what was changed in each, and can be found by them', async () => {
      const [one, other] = [await answer(await arrive('a'), 2), await answer(await arrive('b'), 9)];
      await change({ responses: [one], addTags: ['Permissions'] });
      const changed = (await (
        await change({ responses: [one, other], addTags: ['permissions', '検索'], read: true })
      ).json()) as Changed;
      expect(changed.data).toEqual([
        { id: one, tags: ['Permissions', '検索'], added: ['検索'], removed: [], marked: true },
        {
          id: other,
          tags: ['Permissions', '検索'],
          added: ['Permissions', '検索'],
          removed: [],
          marked: true,
        },
      ]);
      expect(await unread()).toBe(0);
      const [first] = await tags();
      expect(first).toMatchObject({ name: 'Permissions', responses: 2 });
      expect((await list(`?tagId=${first?.id}&sort=lowest`)).data.map(({ id }) => id)).toEqual([one, other]);
      await change({ responses: [other], removeTags: ['PERMISSIONS'] });
      expect((await list(`?tagId=${first?.id}`)).data).toMatchObject([
        { id: one, tags: ['Permissions', '検索'] },
      ]);
    });

    test('nothing is changed where one is not there or would carry too many', async () => {
      const id = await answer(await arrive('a'), 2);
      expect((await change({ responses: [id, newId('rsp')], addTags: ['x'] })).status).toBe(404);
      const ten = Array.from({ length: 10 }, (_, n) => `t${n}`);
      expect((await change({ responses: [id], addTags: ten })).status).toBe(200);
      const full = await change({ responses: [id], addTags: ['one more'] });
      expect([full.status, ((await full.json()) as { errors: { path: string }[] }).errors[0]?.path]).toEqual([
        400,
        'addTags',
      ]);
      expect(await tags()).toHaveLength(10);
      expect((await change({ responses: [id] })).status).toBe(400);
    });

    test('tags are renamed, merged and deleted; a name that another one has is refused', async () => {
      const id = await answer(await arrive('a'), 2);
      await change({ responses: [id], addTags: ['Rights', 'Permissions'] });
      const [permissions, rights] = await tags();
      const path = (of: string | undefined) => `/v1/tags/${of}`;
      const taken = await api.request(path(rights?.id), member, {
        method: 'PATCH',
        json: { name: 'PERMISSIONS' },
      });
      expect(taken.status).toBe(409);
      const own = { method: 'PATCH', json: { name: 'permissions' } };
      expect((await api.request(path(permissions?.id), member, own)).status).toBe(200);
      const merged = await api.request(`${path(rights?.id)}/merge`, member, {
        method: 'POST',
        json: { into: permissions?.id },
      });
      expect(await merged.json()).toMatchObject({ name: 'permissions', responses: 1 });
      expect((await list()).data).toMatchObject([{ tags: ['permissions'] }]);
      expect((await api.request(path(permissions?.id), member, { method: 'DELETE' })).status).toBe(204);
      expect((await list()).data).toMatchObject([{ tags: [] }]);
    });
  });

  test('the list as CSV has what the list has, in its order, and no formula', async () => {
    await answer(await arrive('a'), 2, '=HYPERLINK("https://evil.example")');
    api.clock.advance(60_000);
    await answer(await arrive('b'), 7);
    await answer(await arrive('c'), 9);
    const file = await api.request('/v1/responses/csv?scoreTo=7&sort=lowest', member);
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [head, ...rows] = parseCsv(await file.clone().text());
    const told = rows.map((row) => Object.fromEntries((head ?? []).map((name, at) => [name, row[at]])));
    expect(told).toMatchObject([
      { score: '2', contact: 'a', account: 'The acme', comment: '=HYPERLINK("https://evil.example")' },
      { score: '7', contact: 'b', comment: '', band: 'passive' },
    ]);
    expect(told).toHaveLength(2);
    expect(await file.text()).toContain(`"'=HYPERLINK`);
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
    // a slip in a filter's name would otherwise answer with everything
    '?survey=srv_00000000-0000-7000-8000-000000000000',
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
        favourable: number;
        unfavourable: number;
      };
      previous: { n: number };
      histogram: number[];
      change: unknown;
      trend: { n: number; to: string }[];
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
        current: { n: 2, score: null, confidence: 'counts', favourable: 2, unfavourable: 0 },
        previous: { n: 0 },
        change: null,
      });
    });

    test('gives score, interval, distribution from five answers on, and the rows behind them', async () => {
      for (const [index, score] of [9, 10, 9, 7, 3].entries())
        await answer(await arrive(`person-${index}`), score);
      const { current, histogram, trend } = await report();
      expect(current).toMatchObject({ n: 5, score: 40, confidence: 'low_sample' });
      expect(current.low).toBeLessThan(40);
      expect(histogram).toEqual([0, 0, 0, 1, 0, 0, 0, 1, 0, 2, 1]);
      expect(trend.at(-1)).toMatchObject({ n: 5, to: '2026-02-01T00:00:00.000Z' });
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

  test('my day begins with the unhappy person, and with their case once the answer was read', async () => {
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
    // read, and yet nobody has answered
    expect((await day()).items).toMatchObject([{ kind: 'case', responseId: id }]);
  });
});
