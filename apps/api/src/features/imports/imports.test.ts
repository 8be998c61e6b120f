import type * as history from '@banso/contract/history';
import type { Db, Dialect } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import type { ImportSource } from '@banso/domain/history';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runImport } from '../../imports/run-import.ts';
import { resumeImports } from '../../jobs/abandoned-imports.ts';
import { compare, isClean } from '../../rebuild/compare.ts';
import { kept } from '../../recorder/testing/recount/kept.ts';
import { aSurvey } from '../../recorder/testing/rig.ts';
import type { TestMember } from '../../testing.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { anEvent, openWidgetApp } from '../../widget-testing.ts';

const SURVEY = 'srv_0195d000-0000-7000-8000-0000000000c1';
const HEAD = 'id,email,name,company,score,comment,date,language';
const FIELDS = {
  rowId: 0,
  email: 1,
  name: 2,
  accountName: 3,
  score: 4,
  text: 5,
  answeredAt: 6,
  locale: 7,
};

/** Opens the service with a survey and somebody who brings files. */
async function open(dialect: Dialect) {
  const app: WidgetApp = await openWidgetApp(dialect);
  const member: TestMember = await app.member(app.organisationId, 'member', app.workspaceId);
  await app.publish({ id: SURVEY, kind: 'survey', body: aSurvey() });
  const call = async <T>(path: string, json?: unknown, method = json === undefined ? 'GET' : 'POST') => {
    const answer = await app.request(`/v1/imports${path}`, member, {
      method,
      ...(json !== undefined && { json }),
    });
    return { status: answer.status, body: (await answer.json()) as T };
  };
  const upload = (text: string | Buffer, more: { source?: ImportSource; encoding?: string } = {}) =>
    call<history.Import & { errors: object[] }>('', {
      source: 'csv',
      fileName: 'history.csv',
      file: Buffer.from(text).toString('base64'),
      ...more,
    });
  const choices = (over: object = {}) => ({
    surveyId: SURVEY,
    columns: { fields: FIELDS, questions: {} },
    dayOrder: null,
    timeZone: 'UTC',
    locale: 'en',
    people: 'create',
    ...over,
  });
  const check = (id: string, over: object = {}) =>
    call<history.Import & { errors: object[]; detail: string }>(`/${id}/check`, choices(over));
  /** Waits until an import has come to its end. */
  const through = (id: string) =>
    new Promise<string>((resolve) => {
      const stop = app.deps.live.subscribe(app.workspaceId, (event) => {
        if (event.type !== 'import' || event.id !== id || event.status === 'running') return;
        stop();
        resolve(event.status);
      });
    });
  const act = async (id: string, what: 'run' | 'undo') => {
    const end = through(id);
    const answer = await call<{ detail: string }>(`/${id}/${what}`, {});
    expect(answer.status, answer.body.detail).toBe(202);
    await end;
    return (await call<history.Import>(`/${id}`)).body;
  };
  const bring = async (text: string, over: object = {}) => {
    const { body } = await upload(text);
    await check(body.id, over);
    return act(body.id, 'run');
  };
  const responses = async () =>
    (
      (await (await app.request('/v1/responses', member)).json()) as {
        data: {
          score: number;
          comment: string;
          answeredAt: string;
          contact: { email: string };
          readAt: string;
        }[];
      }
    ).data;
  const rows = (table: 'contact' | 'account' | 'event' | 'response' | 'exposure' | 'content_state') =>
    app.database
      .forWorkspace(app.workspaceId)
      .read((db) => db.selectFrom(table).selectAll().where('workspace_id', '=', app.workspaceId).execute());
  return { app, member, call, upload, check, act, bring, responses, rows, choices };
}

const THREE = [
  HEAD,
  '1,mika@example.com,Mika,Acme,9,Fast,2025-11-02 10:00:00,ja',
  '2,jun@example.com,Jun,Acme,3,Slow,2025-11-03 10:00:00,en',
  '3,mika@example.com,Mika,Acme,6,Worse,2025-12-02 10:00:00,ja',
].join('\n');

describe.each(DIALECTS)('an import of survey history on %s', (dialect) => {
  let it: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => void (it = await open(dialect)));
  afterEach(() => it.app.close());

  test('is uploaded, checked without changing anything, and run; a second time it adds nothing', async () => {
    const { body: file, status } = await it.upload(THREE);
    expect(status).toBe(201);
    expect(file).toMatchObject({
      status: 'uploaded',
      rows: 3,
      encoding: 'utf-8',
      suggestion: { fields: FIELDS },
      needsDayOrder: false,
      counts: { waiting: 3 },
    });
    const before = await kept(it.app.database, it.app.workspaceId);
    const checked = (await it.check(file.id)).body;
    expect(checked).toMatchObject({
      status: 'checked',
      report: {
        ready: 3,
        known: 0,
        failed: 0,
        newPeople: 2,
        newAccounts: 1,
        from: '2025-11-02T10:00:00.000Z',
      },
    });
    expect(checked.report?.samples[0]).toMatchObject({
      line: 2,
      person: 'Mika',
      isNew: true,
      account: 'Acme',
    });
    expect(await kept(it.app.database, it.app.workspaceId)).toEqual(before);

    expect(await it.act(file.id, 'run')).toMatchObject({ status: 'done', counts: { added: 3, waiting: 0 } });
    const told = await it.responses();
    expect(
      told.map(({ score, comment, answeredAt, contact }) => [score, comment, answeredAt, contact.email]),
    ).toEqual([
      [6, 'Worse', '2025-12-02T10:00:00.000Z', 'mika@example.com'],
      [3, 'Slow', '2025-11-03T10:00:00.000Z', 'jun@example.com'],
      [9, 'Fast', '2025-11-02T10:00:00.000Z', 'mika@example.com'],
    ]);
    expect(
      told.every(({ readAt }) => readAt !== null),
      'nobody has to read history',
    ).toBe(true);
    const people = await it.rows('contact');
    expect(people.map((row) => [row.name, row.external_id, row.last_score]).toSorted()).toEqual([
      ['Jun', 'jun@example.com', 3],
      ['Mika', 'mika@example.com', 6],
    ]);

    const after = await kept(it.app.database, it.app.workspaceId);
    expect(after['metrics'], 'no share without its other half').toEqual([]);
    expect(await it.bring(`${THREE}\n4,new@example.com,New,,10,,2025-12-05,ko`)).toMatchObject({
      counts: { added: 1, known: 3 },
    });
    const again = await kept(it.app.database, it.app.workspaceId);
    expect(again['responses']).toHaveLength(4);
    expect(again['scoreHours']).toEqual(expect.arrayContaining([...(after['scoreHours'] ?? [])]));
  });

  test('is taken back whole, and everything is counted as if it had never come', async () => {
    const mika = await it.app.person('mika-1', {
      claims: { traits: { email: 'mika@example.com' }, account: 'acme' },
    });
    const at = it.app.clock.now();
    const responseId = it.app.deps.newId('rsp');
    const said = { contentId: SURVEY, version: 1, responseId, question: 'score', value: 7 };
    await it.app.sync(mika.session, [
      anEvent('survey_answered', said, { at }),
      anEvent('survey_completed', { contentId: SURVEY, version: 1, responseId }, { at }),
    ]);
    const other = await it.bring(`${HEAD}\n9,jun@example.com,Jun,,8,,2025-10-01,en`);
    const tables = ['contact', 'account', 'event', 'response', 'exposure', 'content_state'] as const;
    const ids = async () =>
      Object.fromEntries(
        await Promise.all(tables.map(async (table) => [table, (await it.rows(table)).length] as const)),
      );
    const [before, counted] = [await kept(it.app.database, it.app.workspaceId), await ids()];

    const later = '5,mika@example.com,Mika,Acme,2,Later,2026-01-05 10:00:00,ja';
    const brought = await it.bring(`${THREE}\n${later}\n6,yuki@example.com,Yuki,Umi,5,,2025-09-01,ja`);
    expect(brought.counts).toMatchObject({ added: 5, failed: 0 });
    expect(await kept(it.app.database, it.app.workspaceId)).not.toEqual(before);
    expect(await it.act(brought.id, 'undo')).toMatchObject({
      status: 'undone',
      counts: { undone: 5, added: 0 },
    });
    expect(await kept(it.app.database, it.app.workspaceId)).toEqual(before);
    expect(await ids()).toEqual(counted);

    // what was taken back can come again; what another import brought is still there
    expect((await it.bring(THREE)).counts).toMatchObject({ added: 3 });
    expect((await it.act(other.id, 'undo')).counts).toMatchObject({ undone: 1 });
    const people = await it.rows('contact');
    expect(people.map((row) => row.external_id).toSorted(), 'Jun is known by the other import').toEqual([
      'jun@example.com',
      'mika-1',
    ]);
  });

  test('taken back leaves the numbers of the tags that its answers carried', async () => {
    const brought = await it.bring(THREE);
    const ids = (await it.rows('response')).map(({ id }) => id);
    const json = { responses: ids, addTags: ['Speed'] };
    await it.app.request('/v1/responses/changes', it.member, { method: 'POST', json });
    const tags = async () =>
      ((await (await it.app.request('/v1/tags', it.member)).json()) as { data: { responses: number }[] })
        .data;
    expect(await tags()).toMatchObject([{ name: 'Speed', responses: 3 }]);
    await it.act(brought.id, 'undo');
    expect(await tags()).toMatchObject([{ name: 'Speed', responses: 0 }]);
  });

  describe('of lines that came before, with other words', () => {
    const line = (id: number, score: number, comment: string, date = '2025-11-02 10:00:00') =>
      `${id},mika@example.com,Mika,Acme,${score},${comment},${date},ja`;
    const told = async () =>
      (await it.responses()).map(({ score, comment, answeredAt }) => [
        score,
        comment,
        answeredAt.slice(0, 10),
      ]);
    const inData = <T>(work: (db: Db) => Promise<T>) =>
      it.app.database.forWorkspace(it.app.workspaceId).read(work);
    const counted = async () => {
      expect(isClean(await inData((db) => compare(db, it.app.workspaceId))), 'as recounted').toBe(true);
      const found = await kept(it.app.database, it.app.workspaceId);
      const tables = ['contact', 'account', 'event', 'response', 'exposure'] as const;
      const rows = await Promise.all(tables.map(async (table) => [table, (await it.rows(table)).length]));
      return { ...found, rows: Object.fromEntries(rows) as object };
    };

    test('takes their place, and leaves what the team did with the answer; undone, they say what they said', async () => {
      const first = await it.bring([HEAD, line(1, 9, 'Fast'), line(2, 4, 'Slow', '2025-12-02')].join('\n'));
      const before = await counted();
      const [, answer] = (await it.rows('response')).toSorted((a, b) =>
        a.answered_at < b.answered_at ? 1 : -1,
      );
      const tagged = await it.app.request('/v1/responses/changes', it.member, {
        method: 'POST',
        json: { responses: [answer?.id], addTags: ['Speed'] },
      });
      expect(tagged.status).toBe(200);

      const { body: file } = await it.upload(
        [HEAD, line(1, 3, 'Fast'), line(2, 4, 'Slow', '2025-12-02'), line(3, 8, '', '2026-01-04')].join('\n'),
      );
      expect((await it.check(file.id)).body.report).toMatchObject({
        ready: 1,
        changed: 1,
        known: 1,
        failed: 0,
      });
      const second = await it.act(file.id, 'run');
      expect(second.counts).toMatchObject({ added: 1, changed: 1, known: 1, failed: 0 });
      expect(await told()).toEqual([
        [8, null, '2026-01-04'],
        [4, 'Slow', '2025-12-02'],
        [3, 'Fast', '2025-11-02'],
      ]);
      expect(await it.rows('exposure')).toHaveLength(3);
      await counted();
      const tags = await it.app.request(`/v1/responses/${answer?.id}`, it.member);
      expect(((await tags.json()) as { tags: string[] }).tags).toEqual(['Speed']);

      expect((await it.act(second.id, 'undo')).counts).toMatchObject({ undone: 2 });
      expect(await told()).toEqual([
        [4, 'Slow', '2025-12-02'],
        [9, 'Fast', '2025-11-02'],
      ]);
      expect(await counted()).toEqual(before);
      expect((await it.act(first.id, 'undo')).counts).toMatchObject({ undone: 2 });
      expect(await it.rows('event')).toEqual([]);
      expect(await it.rows('contact')).toEqual([]);
    });

    test('with another time, another end or an answer less, and back again', async () => {
      const once = `${HEAD},finished\n`;
      const over = { columns: { fields: { ...FIELDS, finished: 8 }, questions: {} } };
      const says = async (score: string, comment: string, date: string, end: string) => {
        const done = await it.bring(`${once}1,m@e.co,,,${score},${comment},${date},en,${end}`, over);
        await counted();
        return done;
      };
      await says('9', 'Fast', '2025-11-02', 'yes');
      const before = await counted();
      const later = await says('9', 'Fast', '2025-12-24', 'yes');
      expect(await told()).toEqual([[9, 'Fast', '2025-12-24']]);
      const [state] = await it.rows('content_state');
      expect(state?.last_answered_at).toBe('2025-12-24T12:00:00.000Z');
      const partial = await says('9', '', '2025-12-24', 'no');
      expect(await told()).toEqual([[9, null, '2025-12-24']]);
      expect(await it.rows('response')).toMatchObject([{ completed_at: null }]);
      expect((await says('9', 'Fast', '2025-11-02', 'yes')).counts).toMatchObject({ changed: 1 });
      expect(await told()).toEqual([[9, 'Fast', '2025-11-02']]);

      // undone out of their order: what stands is what the latest import says that still stands
      await it.act(later.id, 'undo');
      expect(await told()).toEqual([[9, 'Fast', '2025-11-02']]);
      const [latest] = (await it.call<{ data: history.Import[] }>('')).body.data;
      await it.act(latest?.id ?? '', 'undo');
      await counted();
      expect(await told()).toEqual([[9, null, '2025-12-24']]);
      await it.act(partial.id, 'undo');
      expect(await told()).toEqual([[9, 'Fast', '2025-11-02']]);
      expect(await counted()).toEqual(before);
    });

    test('is refused twice in one file, and for somebody else', async () => {
      await it.bring([HEAD, line(1, 9, 'Fast')].join('\n'));
      const { body: file } = await it.upload(
        [HEAD, line(1, 3, 'Slow'), line(1, 4, 'Slower'), '1,jun@example.com,,,4,,2025-11-02,en'].join('\n'),
      );
      const report = { ready: 0, changed: 1, failed: 2, causes: [{ code: 'differs', lines: 2 }] };
      expect((await it.check(file.id)).body.report).toMatchObject(report);
      expect((await it.act(file.id, 'run')).counts).toMatchObject({ changed: 1, failed: 2 });
      expect(await told()).toEqual([[3, 'Slow', '2025-11-02']]);
      const { body: other } = await it.upload([HEAD, '1,jun@example.com,,,4,,2025-11-02,en'].join('\n'));
      expect((await it.check(other.id)).body.report).toMatchObject({ ready: 0, changed: 0, failed: 1 });
      expect((await it.call(`/${other.id}/run`, {})).status).toBe(409);
      expect((await it.rows('contact')).map((row) => row.external_id)).toEqual(['mika@example.com']);
    });

    test('keeps what it was for its person: handed out with their data, gone when they are erased', async () => {
      await it.bring([HEAD, line(1, 9, 'Former words')].join('\n'));
      const second = await it.bring([HEAD, line(1, 9, 'New words')].join('\n'));
      const [contact] = await it.rows('contact');
      const admin = await it.app.member(it.app.organisationId, 'admin', it.app.workspaceId);
      const own = await it.app.request(`/v1/contacts/${contact?.id}/export`, admin);
      expect(await own.text()).toContain('Former words');
      const kept = async () => JSON.stringify([await it.rows('event'), await it.rows('response')]);
      expect(await kept()).toContain('Former words');
      await it.app.request(`/v1/contacts/${contact?.id}/erase`, admin, { method: 'POST', json: {} });
      expect(await kept()).not.toContain('words');
      expect((await it.act(second.id, 'undo')).counts).toMatchObject({ undone: 1 });
      expect(await it.rows('response')).toEqual([]);
    });
  });

  test('somebody who answered elsewhere is not asked again here', async () => {
    await it.bring(`${HEAD}\n1,mika@example.com,Mika,,9,,2026-01-04,ja`);
    const [state] = await it.rows('content_state');
    expect(state).toMatchObject({
      attempts: 0,
      last_answered_at: '2026-01-04T12:00:00.000Z',
      completed_at: '2026-01-04T12:00:00.000Z',
    });
    expect(await it.rows('exposure')).toMatchObject([{ granted_at: '2026-01-04T12:00:00.000Z' }]);
    const people = ['mika@example.com', 'stranger'];
    for (const id of people) await it.app.person(id);
    it.app.clock.advance(86_400_000);
    const claims = await Promise.all(
      people.map(async (id) => {
        const { session } = await it.app.person(id);
        const claim = anEvent(
          'content_claimed',
          { contentId: SURVEY, version: 1 },
          { at: it.app.clock.now() },
        );
        const { refused } = (await (await it.app.sync(session, [claim])).json()) as {
          refused: { message: string }[];
        };
        return refused.map(({ message }) => message);
      }),
    );
    expect(claims, 'the other one is asked').toEqual([['already_answered'], []]);
  });

  test('whom a user of the product is meant by is found by the address, if it is one user alone', async () => {
    for (const id of ['mika-1', 'twin-1', 'twin-2'])
      await it.app.person(id, {
        claims: { traits: { email: id.startsWith('twin') ? 'twin@example.com' : 'Mika@Example.com' } },
      });
    const done = await it.bring(
      `${HEAD}\n1,mika@example.com,,,9,,2025-11-02,\n2,twin@example.com,,,9,,2025-11-02,`,
    );
    expect(done.counts).toMatchObject({ added: 1, failed: 1 });
    const [answer] = await it.responses();
    expect(answer?.contact.email).toBe('Mika@Example.com');
    expect(done.report?.problems).toMatchObject([{ line: 3, column: 'email', code: 'several_people' }]);
  });

  test('tells the line and the column of what is wrong, and gives these lines back as a file', async () => {
    const wrong = [
      '5,mika,,,9,,2025-11-02,',
      '6,a@example.com,,,11,"Has a ""quote"", and a comma",02/11/2025,',
      '7,b@example.com,,,9,,2025-11-02,',
      '7,b@example.com,,,8,,2025-11-02,',
    ];
    const { body: file } = await it.upload([HEAD, ...wrong].join('\n'));
    const { body: checked } = await it.check(file.id);
    expect(checked.report).toMatchObject({ ready: 1, failed: 3 });
    expect(checked.report?.problems).toEqual([
      { line: 2, column: 'email', code: 'bad_email', value: 'mika' },
      { line: 3, column: 'date', code: 'ambiguous_time', value: '02/11/2025' },
      { line: 3, column: 'score', code: 'bad_answer', value: '11' },
      { line: 5, column: null, code: 'differs', value: null },
    ]);
    const done = await it.act(file.id, 'run');
    expect(done.counts).toMatchObject({ added: 1, failed: 3 });
    const errors = await it.app.request(`/v1/imports/${file.id}/errors`, it.member);
    expect(errors.headers.get('content-disposition')).toContain('attachment');
    expect((await errors.text()).split('\r\n').slice(0, 3)).toEqual([
      '"line","problem","id","email","name","company","score","comment","date","language"',
      '"2","email: bad_email","5","mika","","","9","","2025-11-02",""',
      '"3","date: ambiguous_time; score: bad_answer","6","a@example.com","","","11","Has a ""quote"", and a comma","02/11/2025",""',
    ]);
    expect((await it.check(file.id)).status, 'it was imported').toBe(409);
  });

  test('goes on where it was when the process was stopped in the middle', async () => {
    const many = Array.from({ length: 120 }, (_, n) => `${n},p${n}@example.com,,,${n % 11},,2025-11-02,`);
    const { body: file } = await it.upload([HEAD, ...many].join('\n'));
    await it.check(file.id);
    const stopping = new AbortController();
    const { workspaceId, deps } = it.app;
    await it.app.database
      .forWorkspace(workspaceId)
      .write((db) =>
        db
          .updateTable('import')
          .set({ status: 'running' })
          .where('workspace_id', '=', workspaceId)
          .where('id', '=', file.id)
          .execute(),
      );
    await runImport({ ...deps, stopping: stopping.signal }, workspaceId, file.id, {
      pause: () => Promise.resolve(stopping.abort()),
    });
    expect((await it.call<history.Import>(`/${file.id}`)).body).toMatchObject({
      status: 'running',
      counts: { added: 50, waiting: 70 },
      failure: 'The service was stopped.',
    });
    await resumeImports(deps);
    expect((await it.call<history.Import>(`/${file.id}`)).body).toMatchObject({
      status: 'done',
      counts: { added: 120 },
      failure: null,
    });
    expect((await it.rows('response')).length).toBe(120);
  });

  test('who was erased does not come back by a file', async () => {
    const { contact } = await it.app.person('gone@example.com');
    const admin = await it.app.member(it.app.organisationId, 'admin', it.app.workspaceId);
    const { body: waiting } = await it.upload(`${HEAD}\n1,gone@example.com,,,9,Their words,2025-11-02,\n`);
    expect(JSON.stringify(waiting.preview)).toContain('Their words');
    const erased = await it.app.request(`/v1/contacts/${contact.id}/erase`, admin, {
      method: 'POST',
      json: {},
    });
    expect(erased.status).toBeLessThan(300);
    expect(
      (await it.call<history.Import>(`/${waiting.id}`)).body,
      'nor stays in one that waits',
    ).toMatchObject({
      preview: [],
      counts: { failed: 1 },
    });
    const { body: file } = await it.upload(
      `${HEAD}\n1,gone@example.com,,,9,,2025-11-02,\n2,a@b.co,,,9,,2025-11-02,`,
    );
    expect((await it.check(file.id)).body.report).toMatchObject({
      ready: 1,
      problems: [{ line: 2, code: 'erased' }],
    });
    expect((await it.act(file.id, 'run')).counts).toMatchObject({ added: 1, failed: 1 });
  });
});

describe('what is refused of a file', () => {
  let it: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => void (it = await open('sqlite')));
  afterEach(() => it.app.close());

  test('is said with the field', async () => {
    for (const [text, code] of [
      ['email\n', 'empty'],
      ['a,b\n"c', 'not_csv'],
      [Buffer.from([0, 1, 2, 3]), 'not_text'],
      [Array.from({ length: 501 }, (_, n) => `c${n}`).join(',') + '\n1', 'too_big'],
    ] as const) {
      const { status, body } = await it.upload(text);
      expect([status, body.errors[0]]).toMatchObject([400, { path: 'file', code }]);
    }
    const half = Buffer.from('email\n\xe9', 'latin1');
    expect((await it.upload(half, { encoding: 'utf-8' })).body.errors).toMatchObject([
      { path: 'file', code: 'not_text' },
    ]);
    const { body: file } = await it.upload(THREE);
    const refused = async (over: object) => {
      const { status, body } = await it.check(file.id, over);
      return [status, body.errors.map((error) => (error as { path: string }).path)];
    };
    const columns = (fields: object) => ({ columns: { fields, questions: {} } });
    expect(await refused(columns({ ...FIELDS, name: 99 }))).toEqual([400, ['columns.fields.name']]);
    expect(await refused(columns({ score: 4 }))).toEqual([
      400,
      ['columns.fields.email', 'columns.fields.answeredAt'],
    ]);
    expect(await refused({ surveyId: null })).toEqual([400, ['surveyId']]);
    expect(await refused({ surveyId: SURVEY.replace('c1', 'c9') })).toEqual([400, ['surveyId']]);
    expect((await it.call(`/${file.id}/run`, {})).status, 'nobody has checked it').toBe(409);
    expect((await it.call(`/${file.id}/undo`, {})).status).toBe(409);
    const viewer = await it.app.member(it.app.organisationId, 'viewer', it.app.workspaceId);
    const peek = await it.app.request(`/v1/imports/${file.id}/errors`, viewer);
    expect(peek.status).toBe(403);
  });

  test.each([
    [
      'shift_jis',
      'メールアドレス,スコア\nmika@example.com,9\n',
      'g4GBW4OLg0GDaIOMg1gsg1iDUoNBCm1pa2FAZXhhbXBsZS5jb20sOQo=',
    ],
    ['euc-kr', '이메일,점수\nmina@example.com,9\n', 'wMy43sDPLMGhvPYKbWluYUBleGFtcGxlLmNvbSw5Cg=='],
    ['utf-16le', 'email\tscore\r\na@b.co\t9\r\n', undefined],
  ])('but what Excel saves is read: %s', async (encoding, text, base64) => {
    const bytes = base64
      ? Buffer.from(base64, 'base64')
      : Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    const { body } = await it.upload(bytes);
    expect(body).toMatchObject({
      encoding,
      header: text.split(/\r?\n/)[0]?.split(/[,\t]/),
      suggestion: { fields: { email: 0, score: 1 } },
    });
  });
});
