import type * as topic from '@banso/contract/topic';
import { contents } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import { addMs, DAY_MS, dayOf } from '@banso/domain/time';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../clock.ts';
import { keepSearch } from '../../jobs/search-upkeep.ts';
import type { Source } from '../../recorder/recorder.ts';
import { openTestApp, type TestApp, type TestMember } from '../../testing.ts';

type Listed = { id: string; topics: { id: string; name: string; givenBy: string }[] };

describe.each(DIALECTS)('/v1/topics on %s', (dialect) => {
  let api: TestApp;
  let member: TestMember;
  let viewer: TestMember;
  let workspaceId: string;
  let surveyId: string;
  let mika: Source;
  let jun: Source;
  const said: Record<string, string> = {};

  beforeAll(async () => {
    api = await openTestApp(dialect);
    const own = await api.organisation();
    workspaceId = own.workspaceId;
    member = await api.member(own.organisationId, 'member', workspaceId);
    viewer = await api.member(own.organisationId, 'viewer', workspaceId);
    const created = await call('POST', '/v1/surveys', { name: 'NPS' });
    surveyId = ((await created.json()) as { id: string }).id;
    expect((await call('POST', `/v1/surveys/${surveyId}/publish`, {})).status).toBe(200);
    mika = await arrive('mika', 'kitanaga', 'ja');
    jun = await arrive('jun', 'daon', 'ko');
    said['export'] = await answer(mika, 3, 'CSV出力が遅くて困っています。');
    said['cancel'] = await answer(mika, 2, '来月で解約する予定です。');
    said['korean'] = await answer(jun, 6, '로그인이 자꾸 풀려요. 해지하고 싶어요.');
    said['silent'] = await answer(jun, 9);
  });
  afterAll(() => api.close());

  const call = (method: string, path: string, json?: unknown, as: TestMember = member) =>
    api.request(
      path,
      { headers: { ...as.headers, 'if-match': '*' } },
      { method, ...(json !== undefined && { json }) },
    );

  async function arrive(externalId: string, account: string, locale: string): Promise<Source> {
    const arrived = await api.deps.recorder.arrive({
      workspaceId,
      identity: 'verified',
      externalId,
      traits: { name: externalId },
      signedTraits: {},
      account: { externalId: account, traits: { name: account }, signed: true },
      locale,
      timeZone: undefined,
      pageUrl: 'https://app.example.com/',
      session: { tokenHash: newId(), expiresAt: '2027-01-01T00:00:00.000Z' },
    });
    return {
      workspaceId,
      contactId: arrived.contactId,
      accountId: arrived.accountId,
      verified: true,
      locale,
    };
  }

  /** Answers, or changes an answer: what is given last stands. */
  async function answer(source: Source, score: number, comment?: string, responseId = newId('rsp')) {
    api.clock.advance(1_500);
    const at = api.clock.now();
    const about = { contentId: surveyId, version: 1, responseId, at, type: 'survey_answered' as const };
    const given = [{ question: 'score', value: score as number | string }];
    if (comment !== undefined) given.push({ question: 'reason', value: comment });
    const verdicts = await api.deps.recorder.record(
      source,
      given.map((each) => ({ event: { ...about, ...each, id: newId() }, occurredAt: at })),
    );
    expect(verdicts.every(({ accepted }) => accepted)).toBe(true);
    return responseId;
  }

  const made = async (name: string, any: string[], over: object = {}) => {
    const created = await call('POST', '/v1/topics', {
      name,
      rules: [{ language: null, any, none: [] }],
      ...over,
    });
    expect(created.status).toBe(201);
    return (await created.json()) as topic.Topic;
  };
  const filled = async (id: string) => {
    for (;;) {
      const progress = (await (await call('POST', `/v1/topics/${id}/fill`)).json()) as { done: boolean };
      if (progress.done) return;
    }
  };
  const read = async (id: string) => (await (await call('GET', `/v1/topics/${id}`)).json()) as topic.Topic;
  const listed = async (query: string) =>
    ((await (await call('GET', `/v1/responses?${query}`)).json()) as { data: Listed[] }).data;
  const ids = async (query: string) => (await listed(query)).map(({ id }) => id);
  const nameOf = (responseId: string) => Object.keys(said).find((key) => said[key] === responseId);
  const names = async (query: string) => (await ids(query)).map(nameOf);

  test('answers are found by words of every language as soon as they are stored', async () => {
    expect(await names('words=解約')).toEqual(['cancel']);
    expect(await names('words=해지')).toEqual(['korean']);
    expect(await names('words=ＣＳＶ')).toEqual(['export']);
    expect(await names('words=解約&score=3')).toEqual([]);
    expect(await names(`words=${encodeURIComponent('…')}`)).toHaveLength(4);
    const first = (await (await call('GET', '/v1/responses?words=す&limit=1')).json()) as {
      data: Listed[];
      nextCursor: string;
    };
    expect(first.data.map(({ id }) => nameOf(id))).toEqual(['cancel']);
    expect(await names(`words=す&limit=1&cursor=${first.nextCursor}`)).toEqual(['export']);
  });

  test('so are messages of both sides', async () => {
    const { contactId } = mika;
    await call('POST', '/v1/messages', { contactId, text: '請求書をお送りします。' });
    const found = (await (await call('GET', '/v1/messages?words=請求')).json()) as {
      data: { text: string }[];
    };
    expect(found.data.map(({ text }) => text)).toEqual(['請求書をお送りします。']);
  });

  test('a topic is given to older answers in portions and to new ones at once, and follows what they say', async () => {
    const leaving = await made('Leaving', ['解約', '해지']);
    expect(leaving).toMatchObject({ filling: true, answers: 0 });
    await filled(leaving.id);
    expect(await names(`topicId=${leaving.id}`)).toEqual(['korean', 'cancel']);
    const late = await answer(jun, 1, '어제 해지했습니다.');
    expect(await ids(`topicId=${leaving.id}`)).toContain(late);
    await answer(jun, 1, '아직 쓰고 있습니다.', late);
    expect(await ids(`topicId=${leaving.id}`)).not.toContain(late);
    expect(await ids('words=해지했습니다')).toEqual([]);
    expect(await read(leaving.id)).toMatchObject({ filling: false, answers: 2, recent: { count: 2, n: 4 } });
  });

  test('what a person said of an answer stays, whatever the rules are', async () => {
    const slow = await made('Slow', ['遅', 'slow']);
    await filled(slow.id);
    expect(await names(`topicId=${slow.id}`)).toEqual(['export']);
    const path = (key: string) => `/v1/topics/${slow.id}/responses/${said[key]}`;
    expect((await call('DELETE', path('export'))).status).toBe(204);
    expect((await call('PUT', path('cancel'))).status).toBe(204);
    expect((await call('PUT', path('cancel'))).status).toBe(204);
    await call('PATCH', `/v1/topics/${slow.id}`, { rules: [{ language: 'ja', any: ['CSV'], none: [] }] });
    await filled(slow.id);
    expect(await names(`topicId=${slow.id}`)).toEqual(['cancel']);
    const [cancel] = await listed(`topicId=${slow.id}`);
    expect(cancel?.topics.find(({ id }) => id === slow.id)).toMatchObject({
      name: 'Slow',
      givenBy: 'person',
    });
    expect(await read(slow.id)).toMatchObject({ answers: 1 });
    const silent = await call('PUT', path('silent'));
    expect([silent.status, ((await silent.json()) as { code: string }).code]).toEqual([409, 'conflict']);
    expect((await call('PUT', path('cancel'), undefined, viewer)).status).toBe(403);
  });

  test('merging moves answers, what a person said there, and rules', async () => {
    const [one, two] = [await made('Exports', ['CSV']), await made('Sign-in', ['로그인'])];
    await filled(one.id);
    await filled(two.id);
    await call('DELETE', `/v1/topics/${two.id}/responses/${said['export']}`);
    const merged = await call('POST', `/v1/topics/${one.id}/merge`, { into: two.id });
    expect((await merged.json()) as topic.Topic).toMatchObject({ answers: 1, filling: true });
    await filled(two.id);
    expect(await names(`topicId=${two.id}`)).toEqual(['korean']);
    expect((await call('GET', `/v1/topics/${one.id}`)).status).toBe(404);
    const itself = await call('POST', `/v1/topics/${two.id}/merge`, { into: two.id });
    expect(((await itself.json()) as { errors: object[] }).errors).toMatchObject([{ path: 'into' }]);
  });

  test('a name is taken once, and a rule asks for words', async () => {
    await made('Only once', ['x']);
    const again = await call('POST', '/v1/topics', { name: 'Only once' });
    expect([again.status, await again.json()]).toMatchObject([
      409,
      { errors: [{ path: 'name', code: 'taken' }] },
    ]);
    const empty = await call('POST', '/v1/topics', {
      name: 'Empty',
      rules: [{ language: null, any: ['…'], none: [] }],
    });
    expect(await empty.json()).toMatchObject({ errors: [{ path: 'rules.0.any.0' }] });
  });

  test('the trend tells each week with its interval, and the accounts with what they pay', async () => {
    const { id } = await made('Trend', ['로그인', 'CSV']);
    await filled(id);
    const trend = (await (await call('GET', `/v1/topics/${id}/trend?weeks=3`)).json()) as topic.TopicTrend;
    expect(trend.data.map(({ share }) => share?.count ?? null)).toEqual([null, null, 2]);
    expect(trend.data.at(-1)?.to).toBe(dayOf(addMs(api.clock.now(), DAY_MS)));
    await call('PATCH', `/v1/accounts/${jun.accountId}`, {
      recurringRevenue: { amountMinor: 240_000, currency: 'KRW' },
    });
    const accounts = (await (await call('GET', `/v1/topics/${id}/accounts`)).json()) as topic.TopicAccounts;
    expect(accounts).toMatchObject({
      accounts: 2,
      people: 2,
      answers: 2,
      recurringRevenue: [{ amountMinor: 240_000, currency: 'KRW' }],
    });
  });

  test('suggests what is not known yet, with examples', async () => {
    for (let n = 0; n < 4; n++) await answer(mika, 5, `請求書の${n}月分が見つかりません。`);
    const suggest = async () =>
      ((await (await call('GET', '/v1/topics/suggested')).json()) as topic.SuggestedTopics).data;
    const found = (await suggest()).find(({ term }) => term === '請求書');
    expect(found).toMatchObject({ language: 'ja', recent: 4, keyness: null });
    expect(found?.examples[0]?.text).toContain('請求書');
    await made('請求書', ['請求書'], { status: 'dismissed' });
    expect((await suggest()).map(({ term }) => term)).not.toContain('請求書');
  });

  test('an announcement is drafted for those who said it, and nothing is published', async () => {
    const { id } = await made('Told', ['로그인']);
    expect((await call('POST', `/v1/topics/${id}/announcement`, {})).status).toBe(409);
    await filled(id);
    const drafted = await call('POST', `/v1/topics/${id}/announcement`, {});
    const { announcementId, people } = (await drafted.json()) as { announcementId: string; people: number };
    expect(people).toBe(1);
    const record = await api.database
      .forWorkspace(workspaceId)
      .read((db) => contents.find(db, workspaceId, 'announcement', announcementId));
    expect(record).toMatchObject({
      status: 'draft',
      version: null,
      draft: { delivery: { audience: { type: 'list', subject: 'contact', ids: [jun.contactId] } } },
    });
    expect((await call('GET', `/v1/announcements/${announcementId}`)).status).toBe(200);
  });

  test('the upkeep takes in what was written before there was a search, and packs terms', async () => {
    const clear = (table: 'search_block' | 'search_recent' | 'search_text' | 'topic_answer' | 'topic_day') =>
      api.database
        .forWorkspace(workspaceId)
        .write((db) => db.deleteFrom(table).where('workspace_id', '=', workspaceId).execute());
    const before = [
      await ids('words=請求書'),
      await names('words=해지'),
      (await call('GET', '/v1/messages?words=請求')).status,
    ];
    for (const table of [
      'search_block',
      'search_recent',
      'search_text',
      'topic_answer',
      'topic_day',
    ] as const)
      await clear(table);
    expect(await ids('words=請求書')).toEqual([]);
    const told = await made('Filled', ['請求書']);
    await keepSearch(api.deps);
    expect([await ids('words=請求書'), await names('words=해지'), 200]).toEqual(before);
    expect(await read(told.id)).toMatchObject({ filling: false, answers: 4 });
    // what is taken in is not taken in twice
    await keepSearch(api.deps);
    expect(await read(told.id)).toMatchObject({ answers: 4, recent: { count: 4, n: 8 } });
  });

  test('erasing somebody takes what they wrote out of search, topics and counts', async () => {
    const { id } = await made('Erased', ['請求書', '로그인']);
    await filled(id);
    expect(await read(id)).toMatchObject({ recent: { count: 5, n: 8 } });
    const owner = await api.member((await own()).organisationId, 'owner', workspaceId);
    expect((await call('POST', `/v1/contacts/${mika.contactId}/erase`, {}, owner)).status).toBeLessThan(300);
    expect(await ids('words=請求書')).toEqual([]);
    expect(await read(id)).toMatchObject({ answers: 1, recent: { count: 1, n: 2 } });
  });
  const own = async () =>
    api.database.control
      .selectFrom('workspace')
      .select('organisation_id as organisationId')
      .where('id', '=', workspaceId)
      .executeTakeFirstOrThrow();
});
