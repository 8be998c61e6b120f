import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type * as history from '@banso/contract/history';
import { contents } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import type { AnswerValue } from '@banso/domain/content';
import { parseCsv } from '@banso/domain/text';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aBranchingSurvey, aSurvey } from '../../recorder/testing/rig.ts';
import type { TestMember } from '../../testing.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { anEvent, openWidgetApp } from '../../widget-testing.ts';

const SURVEY = 'srv_0195d000-0000-7000-8000-0000000000d1';
const OTHER = 'srv_0195d000-0000-7000-8000-0000000000d2';

describe.each(DIALECTS)('an export on %s', (dialect) => {
  let app: WidgetApp;
  let member: TestMember;
  beforeEach(async () => {
    app = await openWidgetApp(dialect);
    member = await app.member(app.organisationId, 'member', app.workspaceId);
    await app.publish({ id: SURVEY, kind: 'survey', body: aBranchingSurvey() });
    await app.publish({ id: OTHER, kind: 'survey', body: aSurvey() });
  });
  afterEach(() => app.close());

  const make = async (wish: object): Promise<history.Export> => {
    app.clock.advance(1_000);
    const answer = await app.request('/v1/exports', member, { method: 'POST', json: wish });
    expect(answer.status).toBe(201);
    return (await answer.json()) as history.Export;
  };
  const fetched = async (id: string, query = '') => {
    const answer = await app.request(`/v1/exports/${id}/file${query}`, member);
    // as it is: text() would take the byte order mark away
    const text = Buffer.from(await answer.arrayBuffer()).toString();
    return { status: answer.status, headers: answer.headers, text };
  };
  const answer = async (
    session: string,
    contentId: string,
    answers: readonly [string, AnswerValue, string?][],
    isComplete = false,
  ) => {
    const responseId = app.deps.newId('rsp');
    const at = app.clock.now();
    const about = { contentId, version: 1, responseId };
    const said = answers.map(([question, value, other]) =>
      anEvent('survey_answered', { ...about, question, value, ...(other && { other }) }, { at }),
    );
    const end = isComplete ? [anEvent('survey_completed', about, { at })] : [];
    const { refused } = (await (await app.sync(session, [...said, ...end])).json()) as { refused: object[] };
    expect(refused).toEqual([]);
    return responseId;
  };
  /** Rows by the names of their columns. */
  const table = (text: string): Record<string, string>[] => {
    const [head = [], ...rows] = parseCsv(text);
    return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
  };
  /** Many that were answered elsewhere, a minute after each other. */
  const bringMany = (count: number) =>
    app.deps.recorder.bring(
      app.workspaceId,
      'imp_0195d000-0000-7000-8000-0000000000e1',
      Array.from({ length: count }, (_, n) => ({
        line: n,
        who: { identity: 'verified' as const, externalId: `p${n}` },
        profile: { name: null, email: null },
        mayCreate: true,
        account: undefined,
        contentId: OTHER,
        version: 1,
        locale: 'en',
        answeredAt: new Date(Date.UTC(2025, 0, 1, 0, Math.floor(n / 3))).toISOString(),
        responseId: app.deps.newId('rsp'),
        answers: [{ question: 'score', value: n % 11, eventId: app.deps.newId() }],
        completedId: null,
      })),
    );

  test('has columns that no answer moves, and says of every question what was answered or why it was not', async () => {
    const { columns, id } = await make({ kind: 'responses', surveyId: SURVEY });
    const questions = columns.filter((name) => name.startsWith('q.'));
    expect(questions).toEqual(
      [
        'q.csat',
        'q.csat.skipped',
        'q.why',
        'q.why.skipped',
        'q.uses',
        'q.uses.other',
        'q.uses.skipped',
        'q.effort',
        'q.effort.skipped',
        'q.score',
        'q.score.skipped',
        'q.reason',
        'q.reason.skipped',
      ].filter((name) => questions.includes(name)),
    );
    expect(parseCsv((await fetched(id)).text)).toEqual([columns]);

    const mika = await app.person('mika', {
      claims: { account: 'acme', traits: { name: '=HYPERLINK("x")', email: 'mika@example.com' } },
    });
    await answer(
      mika.session,
      SURVEY,
      [
        ['csat', 5],
        ['uses', ['other', 'search'], 'Our own'],
        ['effort', null],
      ],
      true,
    );
    app.clock.advance(60_000);
    await answer(mika.session, SURVEY, [['csat', 1]]);
    const { text, headers } = await fetched((await make({ kind: 'responses', surveyId: SURVEY })).id);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(parseCsv(text)[0]).toEqual(columns);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    const [first, second] = table(text);
    expect(first).toMatchObject({
      status: 'complete',
      contact_external_id: 'mika',
      contact_email: 'mika@example.com',
      account_external_id: 'acme',
      version: '1',
      verified: 'true',
      'q.csat': '5',
      'q.csat.skipped': '',
      'q.why': '',
      'q.why.skipped': 'logic',
      'q.uses': 'search; other',
      'q.uses.other': 'Our own',
      'q.effort.skipped': 'person',
    });
    expect(second).toMatchObject({ status: 'partial', 'q.csat': '1', 'q.why.skipped': 'not_reached' });
    expect(parseCsv((await fetched(id)).text), 'an export holds what was there when it was made').toEqual([
      columns,
    ]);
  });

  test('of all surveys has the same columns for each; as JSON every value has its type', async () => {
    const mika = await app.person('mika');
    await answer(mika.session, OTHER, [
      ['score', 9],
      ['reason', 'Fast'],
    ]);
    await answer(mika.session, SURVEY, [['csat', 4]]);
    const { text, headers } = await fetched((await make({ kind: 'responses', format: 'jsonl' })).id);
    expect(headers.get('content-type')).toContain('application/jsonl');
    const rows = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(new Set(rows.map((row) => Object.keys(row).join())).size).toBe(1);
    expect(rows.find((row) => row['survey_id'] === OTHER)).toMatchObject({
      score: 9,
      band: 'promoter',
      comment: 'Fast',
      version: 1,
      verified: true,
      account_id: null,
      answers: { score: { value: 9, skipped: null }, more: { value: null, skipped: 'not_reached' } },
    });
  });

  test('holds contacts and accounts too, with a byte order mark where it is wished', async () => {
    await app.person('mika', { claims: { account: 'acme', traits: { name: '美香', plan: 'pro' } } });
    const people = await fetched((await make({ kind: 'contacts', byteOrderMark: true })).id);
    expect(people.text.startsWith('\uFEFF')).toBe(true);
    expect(table(people.text)).toMatchObject([
      { external_id: 'mika', name: '美香', account_external_id: 'acme', traits: '{"plan":"pro"}' },
    ]);
    expect(table((await fetched((await make({ kind: 'accounts' })).id)).text)).toMatchObject([
      { external_id: 'acme', lifecycle: 'onboarding' },
    ]);
  });

  test('goes on where the connection broke', async () => {
    await app.database.forWorkspace(app.workspaceId).write((db) =>
      db
        .insertInto('import')
        .values({
          workspace_id: app.workspaceId,
          id: 'imp_0195d000-0000-7000-8000-0000000000e1',
          source: 'csv',
          file_name: 'many.csv',
          encoding: 'utf-8',
          header: '[]',
          choices: null,
          status: 'done',
          rows: 0,
          report: null,
          created_at: app.clock.now(),
          created_by: null,
          started_at: null,
          finished_at: null,
          undone_at: null,
          failure: null,
          leased_until: null,
        })
        .execute(),
    );
    await bringMany(1_000);
    const { id } = await make({ kind: 'responses', surveyId: OTHER });
    const key = await app.secretKey(app.workspaceId);
    const server = serve({ fetch: app.app.fetch, port: 0, hostname: '127.0.0.1' });
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      const url = `http://127.0.0.1:${port}/v1/exports/${id}/file`;
      const cut = new AbortController();
      const broken = await fetch(url, { headers: key.headers, signal: cut.signal });
      let got = '';
      const reader = broken.body!.pipeThrough(new TextDecoderStream() as never).getReader();
      while (got.length < 30_000) got += ((await reader.read()) as { value: string }).value;
      cut.abort();
      // the last line may have arrived in part
      const whole = got.slice(0, got.lastIndexOf('\r\n') + 2);
      const last = parseCsv(whole).at(-1)?.[0] ?? '';
      const rest = await (await fetch(`${url}?after=${last}`, { headers: key.headers })).text();
      expect(rest.length).toBeGreaterThan(1_000);
      const all = await (await fetch(url, { headers: key.headers })).text();
      expect(whole + rest).toBe(all);
      expect(parseCsv(all)).toHaveLength(1_001);
      const told = await (await app.request(`/v1/exports/${id}`, member)).json();
      expect(told).toMatchObject({ rows: 1_000, downloads: 3 });
    } finally {
      server.close();
    }
  });

  test('is for those who may write, is limited, and is written down', async () => {
    const { id } = await make({ kind: 'contacts' });
    await fetched(id);
    const viewer = await app.member(app.organisationId, 'viewer', app.workspaceId);
    expect((await app.request(`/v1/exports/${id}/file`, viewer)).status).toBe(403);
    expect((await app.request(`/v1/exports/${id}`, viewer)).status).toBe(200);
    expect((await fetched(id, '?after=nobody')).status).toBe(400);
    for (const wish of [
      { kind: 'contacts', surveyId: SURVEY },
      { kind: 'responses', surveyId: SURVEY.replace('d1', 'd9') },
    ]) {
      const refused = await app.request('/v1/exports', member, { method: 'POST', json: wish });
      expect(await refused.json()).toMatchObject({ status: 400, errors: [{ path: 'surveyId' }] });
    }
    const admin = await app.member(app.organisationId, 'admin', app.workspaceId);
    const { data } = (await (await app.request('/v1/audit-log', admin)).json()) as {
      data: { action: string }[];
    };
    expect(data.map(({ action }) => action)).toEqual(['export.download', 'export.create']);
    const codes = new Set<number>();
    for (let n = 0; n < 120; n += 1) codes.add((await app.request(`/v1/exports/${id}/file`, member)).status);
    expect([...codes]).toEqual([200, 429]);
  });

  test('knows every question that any version asked', async () => {
    const before = await make({ kind: 'responses', surveyId: OTHER });
    const body = aSurvey();
    await app.publish({
      id: OTHER,
      kind: 'survey',
      body: { ...body, questions: body.questions.slice(0, 1) },
    });
    const version = await app.database
      .forWorkspace(app.workspaceId)
      .read((db) => contents.find(db, app.workspaceId, 'survey', OTHER));
    expect(version?.version).toBe(2);
    const after = await make({ kind: 'responses', surveyId: OTHER });
    expect(after.columns.toSorted()).toEqual(before.columns.toSorted());
  });
});
