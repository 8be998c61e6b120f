import type { Case, CaseSettings, LoopReport } from '@banso/contract/cases';
import { DIALECTS } from '@banso/database/testing';
import { DEFAULT_CASE_SETTINGS } from '@banso/domain/cases';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@banso/domain/time';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aSurvey } from '../../recorder/testing/rig.ts';
import type { TestMember } from '../../testing.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { anEvent, openWidgetApp } from '../../widget-testing.ts';

type Counts = Record<'mine' | 'unassigned', number>;

const SURVEY = `srv_${uuidv7()}`;

describe.each(DIALECTS)('cases on %s', (dialect) => {
  let app: WidgetApp;
  let haruka: TestMember;
  let mina: TestMember;
  let viewer: TestMember;
  beforeAll(async () => {
    app = await openWidgetApp(dialect);
    haruka = await app.member(app.organisationId, 'admin', app.workspaceId);
    mina = await app.member(app.organisationId, 'member', app.workspaceId);
    viewer = await app.member(app.organisationId, 'viewer', app.workspaceId);
    await app.publish({ id: SURVEY, kind: 'survey', body: aSurvey() });
  });
  afterAll(() => app.close());

  const call = async <T = Case>(
    method: string,
    path: string,
    json?: unknown,
    more: { by?: TestMember; etag?: string } = {},
  ) => {
    const { by = haruka, etag = '*' } = more;
    const answer = await app.request(path, by, {
      method,
      ...(json !== undefined && { json }),
      headers: { 'if-match': etag },
    });
    return {
      status: answer.status,
      etag: answer.headers.get('etag') ?? '',
      data: (await answer.json()) as T,
    };
  };
  const list = async (query = '') => (await call<{ data: Case[] }>('GET', `/v1/cases${query}`)).data.data;
  /** Somebody new who gives a score; their case. */
  const unhappy = async (name: string, score = 3): Promise<Case> => {
    const person = await app.person(name);
    const event = anEvent(
      'survey_answered',
      { contentId: SURVEY, version: 1, responseId: `rsp_${uuidv7()}`, question: 'score', value: score },
      { at: app.clock.now() },
    );
    await app.sync(person.session, [event]);
    const [found] = await list(`?contactId=${person.contact.id}`);
    if (!found) throw new Error('No case was opened');
    return found;
  };
  const patch = (id: string, change: unknown, more: { by?: TestMember; etag?: string } = {}) =>
    call('PATCH', `/v1/cases/${id}`, change, more);

  test('a low score has an owner and a due time at once; the list says so, and everybody may read it', async () => {
    const made = await unhappy('ada');
    expect(made).toMatchObject({ status: 'open', cause: 'detractor', score: 3, overdue: false });
    expect([haruka.id, mina.id]).toContain(made.owner?.id);
    expect((await call('GET', `/v1/cases/${made.id}`, undefined, { by: viewer })).data).toEqual(made);
    const { data: refused, status } = await patch(made.id, { priority: 'low' }, { by: viewer });
    expect({ status, refused }).toMatchObject({ status: 403 });
  });

  test('a reply is the first touch, and answers the clock', async () => {
    const made = await unhappy('ben');
    app.clock.advance(HOUR_MS);
    await call('POST', '/v1/messages', { contactId: made.contact.id, text: 'Thank you. We look into it.' });
    const after = (await call('GET', `/v1/cases/${made.id}`)).data;
    const now = app.clock.now();
    expect(after).toMatchObject({ firstTouchAt: now, contactedAt: now, inTime: true, dueAt: null });
  });

  test('waiting stops the clock; closing needs an outcome; a mistake is put right without a trace', async () => {
    const made = await unhappy('cho');
    const until = new Date(Date.parse(app.clock.now()) + 2 * DAY_MS).toISOString();
    const waiting = (await patch(made.id, { snoozedUntil: until })).data;
    expect(waiting).toMatchObject({ status: 'waiting', snoozedUntil: until });
    expect((waiting.dueAt ?? '') > until).toBe(true);
    expect((await list('?view=waiting')).map(({ id }) => id)).toEqual([made.id]);
    expect((await patch(made.id, { snoozedUntil: null })).data).toMatchObject({ dueAt: made.dueAt });

    const wrong = await patch(made.id, { status: 'closed' });
    expect(wrong).toMatchObject({ status: 400, data: { errors: [{ path: 'outcome' }] } });
    const past = await patch(made.id, { snoozedUntil: '2020-01-01T00:00:00Z' });
    expect(past).toMatchObject({ status: 400, data: { errors: [{ path: 'snoozedUntil' }] } });

    const closed = (await patch(made.id, { status: 'closed', outcome: 'resolved' })).data;
    expect(closed).toMatchObject({ status: 'closed', outcome: 'resolved', dueAt: null, inTime: true });
    app.clock.advance(MINUTE_MS / 2);
    expect((await patch(made.id, { status: 'open' })).data).toEqual(made);
    await patch(made.id, { status: 'closed', outcome: 'no_answer' });
    app.clock.advance(DAY_MS);
    expect((await patch(made.id, { status: 'open' })).data).toMatchObject({ status: 'open', reopenings: 1 });
  });

  test('who gave a low score is asked again some days after the case was resolved, and the loop counts it', async () => {
    const again = `srv_${uuidv7()}`;
    const transaction = { event: 'helped', property: 'case', withinDays: 30 };
    await app.publish({ id: again, kind: 'survey', body: aSurvey(), delivery: { transaction } });
    const { data: settings } = await call<CaseSettings>('GET', '/v1/case-settings');
    const put = (recovery: object | null) => call('PUT', '/v1/case-settings', { ...settings, recovery });
    expect(await put({ surveyId: SURVEY, afterDays: 7 })).toMatchObject({
      status: 400,
      data: { errors: [{ path: 'recovery.surveyId' }] },
    });
    expect((await put({ surveyId: again, afterDays: 7 })).status).toBe(200);
    const made = await unhappy('uma');
    const from = new Date(Date.parse(app.clock.now()) + 7 * DAY_MS).toISOString();
    const closed = { status: 'closed', outcome: 'resolved' };
    expect((await patch(made.id, closed)).data.recovery).toEqual({ from, askedAt: null, score: null });
    expect((await patch(made.id, { status: 'open' })).data.recovery).toBeNull();
    expect((await patch(made.id, { status: 'closed', outcome: 'no_answer' })).data.recovery).toBeNull();
    expect((await patch(made.id, closed)).data.recovery).toMatchObject({ from });
    // they go on about it: nothing is asked before that is resolved too
    const { session: writing } = await app.person('uma');
    const message = anEvent('message_sent', { text: 'It is back' }, { at: app.clock.now() });
    await app.sync(writing, [message]);
    const back = { status: 'open', reopenings: 1, recovery: null };
    expect((await call('GET', `/v1/cases/${made.id}`)).data).toMatchObject(back);
    expect((await patch(made.id, closed)).data.recovery).toMatchObject({ from });

    const claim = async () => {
      const person = await app.person('uma');
      const event = anEvent('content_claimed', { contentId: again, version: 1 }, { at: app.clock.now() });
      const answer = await app.sync(person.session, [event]);
      const { accepted } = (await answer.json()) as { accepted: string[] };
      return { session: person.session, accepted: accepted.includes(String(event['id'])) };
    };
    expect((await claim()).accepted).toBe(false);
    app.clock.advance(8 * DAY_MS);
    const { session, accepted } = await claim();
    expect(accepted).toBe(true);
    const asked = (await call('GET', `/v1/cases/${made.id}`)).data.recovery;
    expect(asked).toEqual({ from, askedAt: app.clock.now(), score: null });
    await app.sync(session, [
      anEvent(
        'survey_answered',
        { contentId: again, version: 1, responseId: `rsp_${uuidv7()}`, question: 'score', value: 9 },
        { at: app.clock.now() },
      ),
    ]);
    expect((await call('GET', `/v1/cases/${made.id}`)).data).toMatchObject({
      score: 3,
      recovery: { score: 9 },
    });
    const query = new URLSearchParams({ from: made.openedAt, to: app.clock.now() });
    const { data: loop } = await call<LoopReport>('GET', `/v1/reports/loop?${query.toString()}`);
    expect(loop.recovered).toMatchObject({ count: 1 });
    expect((await put(null)).status).toBe(200);
  });

  test('an earlier case of the same person goes on in the open one, with its notes, until they are separated', async () => {
    const earlier = await unhappy('eri');
    const note = (id: string, text: string) =>
      call('POST', '/v1/notes', { subject: { kind: 'case', id }, text });
    const notesOn = async (id: string) =>
      (await call<{ data: { text: string }[] }>('GET', `/v1/notes?kind=case&id=${id}`)).data.data.map(
        ({ text }) => text,
      );
    await note(earlier.id, 'She called twice');
    const closed = { status: 'closed', outcome: 'resolved' };
    await patch(earlier.id, closed);
    app.clock.advance(8 * DAY_MS);
    const { contact } = earlier;
    const { data: open } = await call('POST', '/v1/cases', { contactId: contact.id });
    await note(open.id, 'Again');
    const merge = (id: string, mergedInto: string | null) => patch(id, { mergedInto });
    expect((await merge(open.id, earlier.id)).status).toBe(409);
    const foreign = await unhappy('fumi');
    expect(await merge(earlier.id, foreign.id)).toMatchObject({
      status: 400,
      data: { errors: [{ path: 'mergedInto' }] },
    });
    expect((await merge(earlier.id, open.id)).data).toMatchObject({ mergedInto: open.id, ...closed });
    expect(await notesOn(open.id)).toEqual(['Again', 'She called twice']);
    await patch(open.id, closed);
    expect((await patch(earlier.id, { status: 'open' })).status).toBe(409);
    expect((await merge(earlier.id, null)).data.mergedInto).toBeNull();
    expect(await notesOn(open.id)).toEqual(['Again']);
    expect(await notesOn(earlier.id)).toEqual(['She called twice']);
    const log = await call<{ data: { action: string; change: object }[] }>('GET', '/v1/audit-log');
    expect(log.data.data[0]).toMatchObject({ action: 'case.update', change: { mergedInto: null } });
  });

  test('somebody who has not seen the latest state is told so', async () => {
    const made = await unhappy('dai');
    const { etag } = await call('GET', `/v1/cases/${made.id}`);
    expect((await patch(made.id, { ownerId: null }, { etag })).data.owner).toBeNull();
    expect((await patch(made.id, { ownerId: mina.id }, { etag })).status).toBe(412);
    expect((await patch(made.id, { ownerId: mina.id })).data.owner?.id).toBe(mina.id);
    expect((await patch(made.id, {}, {})).status).toBe(400);
    expect(await patch(made.id, { ownerId: `mem_${uuidv7()}` })).toMatchObject({
      status: 400,
      data: { errors: [{ path: 'ownerId' }] },
    });
  });

  test('several are changed at once, and what does not fit is named', async () => {
    const [one, two] = [await unhappy('eve'), await unhappy('fay')];
    await patch(two.id, { status: 'closed', outcome: 'duplicate' });
    const snooze = { snoozedUntil: new Date(Date.parse(app.clock.now()) + DAY_MS).toISOString() };
    const gone = `cas_${uuidv7()}`;
    const { data } = await call<{ changed: string[]; refused: { id: string; code: string }[] }>(
      'POST',
      '/v1/cases/bulk',
      { cases: [one.id, two.id, gone], change: snooze },
    );
    expect(data).toMatchObject({
      changed: [one.id],
      refused: [
        { id: two.id, code: 'conflict' },
        { id: gone, code: 'not_found' },
      ],
    });
  });

  test('a person has one open case, by hand too', async () => {
    const made = await unhappy('gil');
    const again = await call('POST', '/v1/cases', { contactId: made.contact.id });
    expect(again).toMatchObject({ status: 409 });
    await patch(made.id, { status: 'closed', outcome: 'resolved' });
    const byHand = await call('POST', '/v1/cases', { contactId: made.contact.id, ownerId: mina.id });
    expect(byHand).toMatchObject({ status: 201, data: { cause: 'team', owner: { id: mina.id } } });
    expect((await patch(made.id, { status: 'open' })).status).toBe(409);
    expect(await call('POST', '/v1/cases', { contactId: `con_${uuidv7()}` })).toMatchObject({ status: 400 });
  });

  test('while it is open, nothing interrupts the person', async () => {
    await app.publish({ id: `srv_${uuidv7()}`, kind: 'survey', body: aSurvey() });
    const made = await unhappy('han');
    app.clock.advance(DAY_MS); // in a visit that is not the first
    const held = async () => {
      const json = {
        contact: made.contact.id,
        page: { url: 'https://app.example/', device: 'desktop' },
        changes: [],
      };
      const answer = await app.request('/v1/decisions/what-if', haruka, { method: 'POST', json });
      return answer.text();
    };
    expect(await held()).toContain('open_case');
    await patch(made.id, { status: 'closed', outcome: 'resolved' });
    expect(await held()).not.toContain('open_case');
  });

  test('lists are filtered and counted', async () => {
    const made = await unhappy('ines', 5);
    await patch(made.id, { ownerId: null, priority: 'urgent' });
    expect((await list('?ownerId=none&priority=urgent')).map(({ id }) => id)).toEqual([made.id]);
    const counts = async () => (await call<Counts>('GET', '/v1/cases/counts')).data;
    const before = await counts();
    await patch(made.id, { ownerId: haruka.id });
    expect(await counts()).toEqual({
      ...before,
      mine: before.mine + 1,
      unassigned: before.unassigned - 1,
    });
    app.clock.advance(30 * DAY_MS);
    expect((await list('?view=overdue')).some(({ id, overdue }) => id === made.id && overdue)).toBe(true);
    const day = await call<{ items: { id: string; kind: string; detail: { late: number } }[] }>(
      'GET',
      '/v1/my-day',
    );
    expect(day.data.items.filter(({ kind }) => kind === 'case').some(({ detail }) => detail.late === 1)).toBe(
      true,
    );
  });

  test('the report counts what was due, and what was closed after a word', async () => {
    app.clock.advance(DAY_MS);
    const from = app.clock.now();
    const made = await unhappy('jo');
    await patch(made.id, { contacted: true, status: 'closed', outcome: 'resolved' });
    await unhappy('kim');
    const to = new Date(Date.parse(from) + DAY_MS).toISOString();
    const { data } = await call<LoopReport>('GET', `/v1/reports/loop?from=${from}&to=${to}`);
    expect(data).toMatchObject({
      cases: 2,
      coverage: { count: 1, n: 1 },
      inside: { count: 1, n: 1 },
      recovered: null,
    });
    expect((await call('GET', `/v1/reports/loop?from=${to}&to=${from}`)).status).toBe(400);
  });

  test('settings are the admins’, and hold for what is heard from then on', async () => {
    const { data, etag } = await call<typeof DEFAULT_CASE_SETTINGS>('GET', '/v1/case-settings');
    expect(data).toEqual(DEFAULT_CASE_SETTINGS);
    const change = { ...data, assign: [], hours: { ...data.hours, timeZone: 'Asia/Tokyo' } };
    expect((await call('PUT', '/v1/case-settings', change, { by: mina, etag })).status).toBe(403);
    const backwards = { ...change, hours: { ...change.hours, to: '08:00' } };
    expect(await call('PUT', '/v1/case-settings', backwards, { etag })).toMatchObject({
      status: 400,
      data: { errors: [{ path: 'hours.to' }] },
    });
    expect((await call('PUT', '/v1/case-settings', change, { etag })).data).toEqual(change);
    expect((await call('PUT', '/v1/case-settings', change, { etag })).status).toBe(412);
    expect((await unhappy('lee')).owner).toBeNull();
  });
});
