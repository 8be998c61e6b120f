import { FOLLOW_UP_KEY } from '@banso/domain/content';
import { members } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { passOn } from './outbox/pass-on.ts';
import type { Fact, RecordedEvent, Source } from './recorder/recorder.ts';
import { aBranchingSurvey, anArrival, aSurvey, publishContent } from './recorder/testing/rig.ts';
import { openTestApp } from './testing.ts';
import type { TestApp, TestMember } from './testing.ts';
import { EXAMPLES } from './testing/examples.ts';
import type { Example } from './testing/examples.ts';
import { callOf, operationsOf } from './testing/matrix.ts';
import type { Operation } from './testing/matrix.ts';
import { aSide } from './testing/world.ts';
import type { Side } from './testing/world.ts';

const CANARY = 'kanarienvogel';
/** What is exported of one person at their wish has a right of its own: `administer`. */
const OWN_RIGHT = ['GET /v1/contacts/{id}/export'];

describe.each(DIALECTS)('somebody who may not read what customers write, on %s', (dialect) => {
  let api: TestApp;
  let side: Side;
  let operations: Operation[];
  /** An owner, who may do everything else. */
  let reader: TestMember;
  let responseId: string;
  let contactId: string;
  let webhookId: string;

  beforeAll(async () => {
    api = await openTestApp(dialect);
    const made = await aSide(api, 'Own', CANARY);
    const { workspaceId, organisationId } = made;
    const surveyId = api.deps.newId('srv');
    const { questions: more, ...survey } = aSurvey();
    const body = { ...survey, questions: [...aBranchingSurvey().questions.slice(3, 4), ...more] };
    await publishContent(api.database, workspaceId, { id: surveyId, kind: 'survey', body }, api.clock.now());
    const webhook = { name: 'Ours', url: 'https://ours.example/in', events: ['message.received'] };
    const added = await api.request('/v1/webhooks', made.people.owner, { method: 'POST', json: webhook });
    webhookId = ((await added.json()) as { id: string }).id;
    await api.request('/v1/webhook-settings', made.people.owner, {
      method: 'PUT',
      json: { textsMayLeave: true },
      headers: { 'if-match': '*' },
    });
    const arrival = anArrival(workspaceId, 'mika', {
      account: { externalId: 'aoba', traits: { name: 'Aoba' }, signed: true },
      traits: { name: 'Mika' },
    });
    const arrived = await api.deps.recorder.arrive(arrival);
    ({ contactId } = arrived);
    responseId = api.deps.newId('rsp');
    const source: Source = { workspaceId, ...arrived, verified: true, locale: 'en' };
    const fact = (event: object): Fact => {
      api.clock.advance(1_000);
      const at = api.clock.now();
      return { event: { id: uuidv7(), at, ...event } as RecordedEvent, occurredAt: at };
    };
    const answered = (question: string, value: unknown, rest = {}) => ({
      type: 'survey_answered',
      contentId: surveyId,
      version: 1,
      responseId,
      question,
      value,
      ...rest,
    });
    const verdicts = await api.deps.recorder.record(source, [
      fact(answered('uses', ['export', 'other'], { other: `${CANARY} other` })),
      fact(answered('score', 2)),
      fact(answered(FOLLOW_UP_KEY, `${CANARY} comment`)),
      fact(answered('more', `${CANARY} more`)),
      fact({ type: 'content_dismissed', contentId: surveyId, version: 1, reason: `${CANARY} reason` }),
      fact({ type: 'message_sent', text: `${CANARY} question`, about: responseId }),
    ]);
    expect(
      verdicts.every(({ accepted }) => accepted),
      JSON.stringify(verdicts),
    ).toBe(true);
    await passOn(api.deps, workspaceId);
    side = {
      ...made,
      ids: {
        ...made.ids,
        contact: contactId,
        response: responseId,
        survey: surveyId,
        account: arrived.accountId ?? '',
      },
    };
    operations = operationsOf(
      (await (await api.request('/openapi.json')).json()) as Parameters<typeof operationsOf>[0],
    );
    const owner = made.people.owner;
    for (const kind of ['response', 'case', 'thread'] as const)
      expect(
        await post('/v1/notes', {
          subject: { kind, id: await subjectOf(kind) },
          text: `<@${owner.id}> ${CANARY} note`,
        }),
      ).toBe(201);
    reader = await api.member(organisationId, 'owner', workspaceId);
    await members.setOverrides(api.database.control, organisationId, reader.id, {
      read_texts: false,
      reply: null,
    });
    for (const who of [owner, reader])
      await post('/v1/notes', {
        subject: { kind: 'contact', id: contactId },
        text: `<@${who.id}> ${CANARY} call`,
      });
  }, 60_000);
  afterAll(() => api.close());

  const post = async (path: string, json: unknown, who = side.people.owner) =>
    (await api.request(path, who, { method: 'POST', json })).status;
  async function subjectOf(kind: 'response' | 'case' | 'thread'): Promise<string> {
    if (kind === 'response') return responseId;
    if (kind === 'thread') return contactId;
    const found = (await read(`/v1/cases?contactId=${contactId}`)) as { data: { id: string }[] };
    return found.data[0]?.id ?? '';
  }
  const textOf = async (path: string, who: TestMember) => (await api.request(path, who)).text();
  const read = async (path: string, who = side.people.owner): Promise<unknown> =>
    JSON.parse(await textOf(path, who));

  /** Paths that the examples of the matrix do not walk, each of which holds the text for whoever may read it. */
  const paths = async () => [
    '/v1/responses',
    '/v1/responses?words=kanarienvogel',
    `/v1/responses/${responseId}`,
    '/v1/responses/csv',
    '/v1/responses/csv?words=kanarienvogel',
    '/v1/messages',
    '/v1/messages?words=kanarienvogel',
    '/v1/messages/threads',
    '/v1/my-day',
    '/v1/cases',
    `/v1/cases/${await subjectOf('case')}`,
    `/v1/contacts/${contactId}/timeline`,
    `/v1/accounts/${side.ids.account}/timeline`,
    `/v1/imports/${side.ids.import}`,
    `/v1/webhooks/${webhookId}/deliveries`,
    ...['response', 'thread'].map(
      (kind) => `/v1/notes?kind=${kind}&id=${kind === 'response' ? responseId : contactId}`,
    ),
    `/v1/notes?kind=case&id=${await subjectOf('case')}`,
    ...(await Promise.all(
      ['csv', 'jsonl'].flatMap((format) =>
        [{}, { surveyId: side.ids.survey }].map(async (of) => {
          const answer = await api.request('/v1/exports', side.people.owner, {
            method: 'POST',
            json: { kind: 'responses', format, ...of },
          });
          return `/v1/exports/${((await answer.json()) as { id: string }).id}/file`;
        }),
      ),
    )),
  ];

  test('sees it nowhere, and whoever may sees it in each of these places', async () => {
    for (const path of await paths()) {
      expect(await textOf(path, side.people.owner), path).toContain(CANARY);
      const told = await textOf(path, reader);
      expect(told.includes(CANARY), path).toBe(false);
      if (!path.includes('words')) expect(told, path).toContain('withheld');
    }
  });

  test('finds nothing by words', async () => {
    for (const list of ['/v1/responses', '/v1/messages'])
      expect(await read(`${list}?words=kanarienvogel`, reader)).toEqual({ data: [], nextCursor: null });
    expect((await textOf('/v1/responses/csv?words=kanarienvogel', reader)).trim().split('\n')).toHaveLength(
      1,
    );
  });

  test('sees scores, choices and facts as everybody does', async () => {
    const told = await read(`/v1/responses/${responseId}`, reader);
    expect(told).toMatchObject({ score: 2, band: 'detractor', comment: { withheld: true } });
    const all = await read(`/v1/responses/${responseId}`);
    const isText = (value: unknown): boolean => typeof value === 'string' && value.includes(CANARY);
    expect(
      JSON.parse(JSON.stringify(all, (_, value: unknown) => (isText(value) ? { withheld: true } : value))),
    ).toEqual(told);
  });

  test('may not reply, make a key that reads, or find out by the rule of a topic; may do so again from the next request on', async () => {
    const reply = { contactId, text: 'Hello' };
    const rule = { name: 'Birds', rules: [{ language: null, any: [CANARY], none: [] }] };
    expect(await post('/v1/messages', reply, reader)).toBe(403);
    expect(await post('/v1/topics', rule, reader)).toBe(403);
    expect(await post('/v1/keys', { kind: 'secret', name: 'Mine', scopes: ['read'] }, reader)).toBe(403);
    const change = (who: TestMember, of: TestMember, overrides: object) =>
      api.request(`/v1/members/${of.id}`, who, { method: 'PATCH', json: { overrides } });
    expect((await change(reader, reader, { read_texts: true })).status).toBe(403);
    const given = await change(side.people.owner, reader, { read_texts: true, reply: false });
    expect(await given.json()).toMatchObject({
      overrides: { read_texts: true, reply: false },
      permissions: ['read', 'write', 'publish', 'administer', 'own', 'read_texts'],
    });
    expect(await read(`/v1/responses/${responseId}`, reader)).toMatchObject({ comment: `${CANARY} comment` });
    expect(await post('/v1/messages', reply, reader)).toBe(403);
    expect((await change(side.people.owner, reader, { read_texts: false, reply: null })).status).toBe(200);
    const written = await api.database
      .forWorkspace(side.organisationId)
      .read((db) =>
        db
          .selectFrom('audit_entry')
          .select('action')
          .where('workspace_id', '=', side.organisationId)
          .where('target', '=', reader.id)
          .execute(),
      );
    expect(written.map(({ action }) => action)).toContain('member.change_permissions');
  });

  test('a repeated request is answered as it may be read now', async () => {
    const headers = { 'idempotency-key': uuidv7() };
    const json = { subject: { kind: 'contact', id: contactId }, text: `${CANARY} again` };
    const send = () => api.request('/v1/notes', reader, { method: 'POST', json, headers });
    const [first, second] = [await send(), await send()];
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    for (const answer of [first, second]) expect(await answer.text()).not.toContain(CANARY);
  });

  test('sees it in no answer of any operation there is', async () => {
    const order = Object.keys(EXAMPLES);
    const shows: string[] = [];
    const inOrder = operations.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
    for (const operation of inOrder) {
      const example: Example | string | undefined = EXAMPLES[operation.name];
      if (typeof example !== 'object' || operation.name === 'GET /v1/live') continue;
      if (OWN_RIGHT.includes(operation.name)) continue;
      const { method, path, json, headers } = callOf(operation, example, side, reader);
      const answer = await api.request(path, { headers }, { method, json });
      if ((await answer.text()).includes(CANARY)) shows.push(operation.name);
    }
    expect(shows).toEqual([]);
  }, 60_000);
});
