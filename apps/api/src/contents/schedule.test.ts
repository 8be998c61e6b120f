import { content } from '@banso/contract';
import * as editorial from '@banso/contract/editorial';
import { DIALECTS } from '@banso/database/testing';
import { DAY_MS, HOUR_MS, addMs } from '@banso/domain/time';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestMember } from '../testing.ts';

describe.each(DIALECTS)('schedules on %s', (dialect) => {
  let api: TestApp;
  let editor: TestMember;
  let workspaceId: string;
  let id: string;
  const at = (days: number) => addMs(api.clock.now(), days * DAY_MS);

  beforeEach(async () => {
    api = await openTestApp(dialect);
    let organisationId: string;
    ({ organisationId, workspaceId } = await api.organisation());
    editor = await api.member(organisationId, 'member', workspaceId);
    const made = await api.request('/v1/surveys', editor, { method: 'POST', json: { name: 'NPS' } });
    ({ id } = (await made.json()) as { id: string });
  });
  afterEach(() => api.close());

  const act = async (verb: string, json: unknown = {}) => {
    const answer = await api.request(`/v1/surveys/${id}/${verb}`, editor, {
      method: 'POST',
      json,
      headers: { 'if-match': '*' },
    });
    if (!answer.ok) return { refused: ((await answer.json()) as { code: string }).code };
    return content.survey.Record.parse(await answer.json());
  };
  const read = async () =>
    content.survey.Record.parse(await (await api.request(`/v1/surveys/${id}`, editor)).json());
  const edit = async (title: string) => {
    const { draft } = await read();
    await api.request(`/v1/surveys/${id}`, editor, {
      method: 'PATCH',
      json: { draft: { ...draft, body: { ...draft.body, title: { en: title } } } },
      headers: { 'if-match': '*' },
    });
  };
  /** What customers see: version, and title. */
  const seen = async () => {
    const found = (await api.deps.published.of(workspaceId)).get(id);
    return found && [found.version, found.kind === 'survey' && found.body.title['en']];
  };

  test('a first publication is scheduled, live, and over in its time, in every list', async () => {
    const [startsAt, endsAt] = [at(1), at(3)];
    expect(await act('schedule', { startsAt, endsAt })).toMatchObject({
      status: 'scheduled',
      startsAt,
      endsAt,
    });
    const inList = async (status: string) => {
      const list = await api.request(`/v1/surveys?status=${status}`, editor);
      return ((await list.json()) as { data: object[] }).data.length;
    };
    const found = async () => [await inList('scheduled'), await inList('published'), await inList('ended')];
    expect(await found()).toEqual([1, 0, 0]);
    api.clock.advance(DAY_MS);
    expect(await read()).toMatchObject({ status: 'published' });
    expect(await found()).toEqual([0, 1, 0]);
    api.clock.advance(2 * DAY_MS);
    expect(await read()).toMatchObject({ status: 'ended' });
    expect(await found()).toEqual([0, 0, 1]);
  });

  test('customers see the live version until the scheduled one begins', async () => {
    await act('publish');
    await edit('Other');
    const startsAt = at(1);
    expect(await act('schedule', { startsAt, note: 'Monday' })).toMatchObject({
      status: 'published',
      version: 1,
      edited: false,
      next: { version: 2, startsAt, endsAt: null },
    });
    api.clock.advance(HOUR_MS);
    expect(await seen()).toEqual([1, 'NPS']);
    api.clock.advance(DAY_MS);
    expect(await seen()).toEqual([2, 'Other']);
    expect(await read()).toMatchObject({ status: 'published', version: 2, next: null });
  });

  test('a time is changed by scheduling again, and the version that waited is never shown', async () => {
    await act('publish');
    await edit('Other');
    await act('schedule', { startsAt: at(1) });
    expect(await act('schedule', { startsAt: at(2) })).toMatchObject({ version: 1, next: { version: 3 } });
    api.clock.advance(DAY_MS + HOUR_MS);
    expect(await seen()).toEqual([1, 'NPS']);
    api.clock.advance(DAY_MS);
    expect(await seen()).toEqual([3, 'Other']);
  });

  test('what is published at once takes the place of what waits', async () => {
    await act('publish');
    await edit('Other');
    await act('schedule', { startsAt: at(1) });
    expect(await act('schedule', {})).toMatchObject({ status: 'published', version: 3, next: null });
    api.clock.advance(2 * DAY_MS);
    expect(await seen()).toEqual([3, 'Other']);
  });

  test('a cancelled schedule leaves the live version, and the draft without its times', async () => {
    await act('publish');
    await edit('Other');
    await act('schedule', { startsAt: at(1), endsAt: at(2) });
    const cancelled = await act('unschedule');
    expect(cancelled).toMatchObject({ status: 'published', version: 1, next: null, edited: true });
    expect('draft' in cancelled && cancelled.draft.delivery).not.toHaveProperty('startsAt');
    expect('draft' in cancelled && cancelled.draft.delivery).not.toHaveProperty('endsAt');
    api.clock.advance(2 * DAY_MS);
    expect(await seen()).toEqual([1, 'NPS']);
    expect(await act('unschedule')).toEqual({ refused: 'conflict' });
  });

  test('what nobody has seen is a draft again when its schedule is cancelled', async () => {
    await act('schedule', { startsAt: at(1) });
    expect(await act('unschedule')).toMatchObject({ status: 'draft', version: 1, edited: true });
    expect(await seen()).toBeUndefined();
    expect(await act('publish')).toMatchObject({ status: 'published', version: 2, startsAt: null });
  });

  test('a version comes back at once, whatever its times were', async () => {
    await act('schedule', { endsAt: at(1) });
    await edit('Other');
    api.clock.advance(2 * DAY_MS);
    await act('schedule', {});
    expect(await act('rollback', { version: 1 })).toMatchObject({
      status: 'published',
      version: 3,
      endsAt: null,
    });
    expect(await act('schedule', { startsAt: at(2), endsAt: at(1) })).toEqual({ refused: 'not_publishable' });
  });

  test('the log names every publication, and what ended it', async () => {
    await act('schedule', { startsAt: at(1), note: 'Spring' });
    await act('unschedule');
    await act('publish', { note: 'Now' });
    await act('pause');
    await act('resume');
    await act('rollback', { version: 1 });
    await act('archive');
    const log = (await (await api.request(`/v1/surveys/${id}/log?limit=200`, editor)).json()) as {
      data: editorial.LogEntry[];
    };
    expect(log.data.map(({ act: what, version, note }) => [what, version, note]).reverse()).toEqual([
      ['schedule', 1, 'Spring'],
      ['unschedule', 1, ''],
      ['publish', 2, 'Now'],
      ['pause', null, ''],
      ['resume', null, ''],
      ['rollback', 3, 'v1'],
      ['archive', null, ''],
    ]);
  });
});

describe.each(DIALECTS)('checks before publishing on %s', (dialect) => {
  let api: TestApp;
  let editor: TestMember;
  beforeEach(async () => {
    api = await openTestApp(dialect);
    const { organisationId, workspaceId } = await api.organisation();
    editor = await api.member(organisationId, 'member', workspaceId);
  });
  afterEach(() => api.close());

  test('name what stops it, what to look at, and who is in the middle; nothing is blocked by a warning', async () => {
    const create = async (noun: string, name: string) =>
      (await (await api.request(`/v1/${noun}`, editor, { method: 'POST', json: { name } })).json()) as {
        id: string;
      };
    const [first, second] = [await create('surveys', 'First'), await create('surveys', 'Second')];
    const publish = (id: string) =>
      api.request(`/v1/surveys/${id}/publish`, editor, {
        method: 'POST',
        json: {},
        headers: { 'if-match': '*' },
      });
    await publish(first.id);
    const checksOf = async (path: string) =>
      editorial.Checks.parse(await (await api.request(`${path}/checks`, editor)).json());
    const checks = await checksOf(`/v1/surveys/${second.id}`);
    expect(checks).toMatchObject({ problems: [], midway: null });
    expect(checks.warnings).toContainEqual({
      path: 'delivery.audience',
      code: 'second_nps',
      about: { id: first.id, kind: 'survey', name: 'First' },
    });
    expect((await publish(second.id)).status).toBe(200);

    const checklist = await create('checklists', 'First week');
    expect(await checksOf(`/v1/checklists/${checklist.id}`)).toMatchObject({
      problems: expect.arrayContaining([{ path: 'steps', code: 'no_steps' }]) as unknown,
      midway: { unfinished: 0, finished: 0 },
    });
  });
});
