import type { Segment } from '@banso/contract/segment';
import { audit } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import type { Condition } from '@banso/domain/targeting';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../testing.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { openWidgetApp } from '../../widget-testing.ts';

const EVERYBODY: Condition = { type: 'all', of: [] };
const isAdmin: Condition = { type: 'trait', subject: 'contact', key: 'role', op: 'is', value: 'admin' };
const inSegment = (segmentId: string): Condition => ({ type: 'segment', segmentId });
const all = (...of: Condition[]): Condition => ({ type: 'all', of });

describe.each(DIALECTS)('/v1/segments on %s', (dialect) => {
  let app: WidgetApp;
  let owner: Caller;
  let name = 0;
  beforeAll(async () => {
    app = await openWidgetApp(dialect);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    owner = await app.member(app.organisationId, 'owner', app.workspaceId);
  });

  const request = (method: string, path: string, json?: unknown, etag?: string, caller = owner) =>
    app.request(
      path,
      { headers: { ...caller.headers, ...(etag && { 'if-match': etag }) } },
      { method, ...(json !== undefined && { json }) },
    );
  const saved = async (condition: Condition, over: object = {}) => {
    name += 1;
    const answer = await request('POST', '/v1/segments', { name: `Segment ${name}`, condition, ...over });
    expect(answer.status).toBe(201);
    return { ...((await answer.json()) as Segment), etag: answer.headers.get('etag') ?? '' };
  };
  const problem = async (answer: Response) => {
    const { status, code, errors } = (await answer.json()) as {
      status: number;
      code: string;
      errors?: { path: string; code: string; message: string }[];
    };
    return { status, code, errors: errors?.map((each) => [each.path, each.code]) };
  };
  /** An announcement with this audience; it is live unless it is only a draft. */
  const aBanner = async (audience: Condition, isLive = true) => {
    const made = await request('POST', '/v1/announcements', { name: 'Banner' });
    const { id, draft } = (await made.json()) as { id: string; draft: { delivery: object; body: object } };
    const body = { ...draft.body, title: { en: 'Hello' }, body: { en: 'Hello' } };
    const changed = await request(
      'PATCH',
      `/v1/announcements/${id}`,
      {
        draft: {
          ...draft,
          locales: ['en'],
          defaultLocale: 'en',
          body,
          delivery: { ...draft.delivery, audience },
        },
      },
      '*',
    );
    expect(changed.status).toBe(200);
    if (isLive) expect((await request('POST', `/v1/announcements/${id}/publish`, {}, '*')).status).toBe(200);
    return id;
  };
  const offeredTo = async (id: string, role?: string) => {
    const { show, held } = await app.person(id, {
      body: { user: { id, traits: role ? { role } : {}, token: app.token(id) }, locale: 'en' },
    });
    return { show: show.map((one) => one.contentId), held };
  };

  test('saves, lists, reads and changes a segment', async () => {
    const made = await saved(isAdmin, { description: 'Who may invite.' });
    expect(made).toMatchObject({
      condition: isAdmin,
      description: 'Who may invite.',
      contents: [],
      segments: [],
    });
    const list = (await (await request('GET', '/v1/segments')).json()) as { data: Segment[] };
    expect(list.data.find(({ id }) => id === made.id)).toMatchObject({ name: made.name, contents: [] });
    const changed = await request(
      'PATCH',
      `/v1/segments/${made.id}`,
      { name: 'Admins', condition: EVERYBODY },
      made.etag,
    );
    expect(await changed.json()).toMatchObject({
      name: 'Admins',
      condition: EVERYBODY,
      description: 'Who may invite.',
    });
    const late = await request('PATCH', `/v1/segments/${made.id}`, { name: 'Late' }, made.etag);
    expect(await problem(late)).toMatchObject({ status: 412 });
    expect(await problem(await request('PATCH', `/v1/segments/${made.id}`, { name: 'No' }))).toMatchObject({
      status: 428,
    });
    const read = await request('GET', `/v1/segments/${made.id}`);
    expect([((await read.json()) as Segment).name, read.headers.get('etag')]).toEqual([
      'Admins',
      changed.headers.get('etag'),
    ]);
    const entries = await app.database.forWorkspace(app.workspaceId).read((db) =>
      audit.list(db, app.workspaceId, {
        limit: 9,
        before: undefined,
        about: { target: made.id, actions: ['segment.create', 'segment.update'] },
      }),
    );
    expect(entries.map(({ action, change }) => [action, change])).toEqual([
      ['segment.update', { fields: ['name', 'condition'], name: 'Admins' }],
      ['segment.create', { name: made.name }],
    ]);
  });

  test('acts at once on what customers see, and says whom it acts on', async () => {
    const segment = await saved(isAdmin);
    const outer = await saved(all(inSegment(segment.id)));
    const banner = await aBanner(inSegment(outer.id));
    const draft = await aBanner(inSegment(segment.id), false);
    expect((await offeredTo('ann', 'admin')).show).toContain(banner);
    expect((await offeredTo('ben', 'member')).show).not.toContain(banner);
    const read = (await (await request('GET', `/v1/segments/${segment.id}`)).json()) as Segment;
    expect(read.contents.map(({ id, isLive }) => [id, isLive]).toSorted()).toEqual(
      [
        [banner, true],
        [draft, false],
      ].toSorted(),
    );
    expect(read.segments).toEqual([{ id: outer.id, name: outer.name }]);
    await request(
      'PATCH',
      `/v1/segments/${segment.id}`,
      { condition: { ...isAdmin, value: 'member' } },
      segment.etag,
    );
    expect((await offeredTo('ann', 'admin')).show).not.toContain(banner);
    expect((await offeredTo('ben', 'member')).show).toContain(banner);
  });

  test('goes by answers that were given a moment ago, in the session itself', async () => {
    const made = await request('POST', '/v1/surveys', { name: 'NPS', template: 'relationship-nps' });
    const survey = (await made.json()) as {
      id: string;
      draft: { delivery: object; body: { questions: { key: string; type: string }[] } };
    };
    const question = survey.draft.body.questions.find(({ type }) => type === 'nps')?.key ?? '';
    await request('POST', `/v1/surveys/${survey.id}/publish`, {}, '*');
    const promoters = await saved({
      type: 'answer',
      surveyId: survey.id,
      question,
      op: 'band',
      value: 'promoter',
      withinDays: 90,
    });
    const banner = await aBanner(inSegment(promoters.id));
    const { session } = await app.person('cho');
    expect((await offeredTo('cho')).show).not.toContain(banner);
    const answer = await app.sync(session, [
      {
        id: app.deps.newId(),
        at: app.clock.now(),
        type: 'survey_answered',
        contentId: survey.id,
        version: 1,
        responseId: app.deps.newId('rsp'),
        question,
        value: 10,
      },
    ]);
    expect(await answer.json()).toMatchObject({ refused: [] });
    expect((await offeredTo('cho')).show).toContain(banner);
    const preview = await request('POST', '/v1/segments/preview', { condition: inSegment(promoters.id) });
    expect(await preview.json()).toMatchObject({
      matching: 1,
      matched: [
        { externalId: 'cho', explanation: { outcome: 'match', inside: { type: 'answer', found: 10 } } },
      ],
    });
  });

  test('is not deleted as long as something needs it, and names what does', async () => {
    const segment = await saved(isAdmin);
    const outer = await saved({ type: 'not', of: inSegment(segment.id) });
    const draft = await aBanner(all(isAdmin, inSegment(segment.id)), false);
    const refused = await request('DELETE', `/v1/segments/${segment.id}`, undefined, segment.etag);
    expect(await problem(refused)).toEqual({
      status: 409,
      code: 'conflict',
      errors: [
        [`contents.${draft}`, 'in_use'],
        [`segments.${outer.id}`, 'in_use'],
      ],
    });
    await request('DELETE', `/v1/announcements/${draft}`);
    expect((await request('DELETE', `/v1/segments/${outer.id}`, undefined, outer.etag)).status).toBe(204);
    expect((await request('DELETE', `/v1/segments/${segment.id}`, undefined, segment.etag)).status).toBe(204);
    expect((await request('GET', `/v1/segments/${segment.id}`)).status).toBe(404);
  });

  test('refuses circles, foreign segments and what is too large, naming the field', async () => {
    const one = await saved(EVERYBODY);
    const two = await saved(all(inSegment(one.id)));
    const patch = (condition: Condition) => request('PATCH', `/v1/segments/${one.id}`, { condition }, '*');
    expect(await problem(await patch(all(isAdmin, inSegment(two.id))))).toEqual({
      status: 400,
      code: 'invalid',
      errors: [['condition.of.1.segmentId', 'circle']],
    });
    expect(await problem(await patch(inSegment(one.id)))).toMatchObject({
      errors: [['condition.segmentId', 'circle']],
    });
    const { organisationId, workspaceId } = await app.organisation();
    const stranger = await app.member(organisationId, 'owner', workspaceId);
    const foreign = await request(
      'POST',
      '/v1/segments',
      { name: 'Theirs', condition: inSegment(one.id) },
      undefined,
      stranger,
    );
    expect(await problem(foreign)).toMatchObject({
      status: 400,
      errors: [['condition.segmentId', 'unknown_segment']],
    });
    const wide = await saved(all(...Array.from({ length: 90 }, () => isAdmin)));
    const six = all(...Array.from({ length: 6 }, () => inSegment(wide.id)));
    expect(await problem(await patch(six))).toMatchObject({
      status: 400,
      errors: [['condition', 'too_large']],
    });
    const preview = await request('POST', '/v1/segments/preview', { condition: six });
    expect(await problem(preview)).toMatchObject({ status: 400, errors: [['condition', 'too_large']] });
    const twice = await request('POST', '/v1/segments', { name: one.name, condition: EVERYBODY });
    expect(await problem(twice)).toMatchObject({ status: 409, errors: [['name', 'taken']] });
  });

  test('takes the permission to publish where customers see what needs it', async () => {
    const { headers } = await app.secretKey(app.workspaceId, ['read', 'write']);
    const segment = await saved(isAdmin);
    const change = (value: string) =>
      request('PATCH', `/v1/segments/${segment.id}`, { condition: { ...isAdmin, value } }, '*', { headers });
    expect((await change('member')).status).toBe(200);
    await aBanner(inSegment(segment.id));
    expect(await problem(await change('guest'))).toMatchObject({ status: 403 });
    const renamed = await request('PATCH', `/v1/segments/${segment.id}`, { description: 'Words' }, '*', {
      headers,
    });
    expect(renamed.status).toBe(200);
  });

  test('takes somebody who approves, where the workspace asks for approval', async () => {
    const segment = await saved(isAdmin);
    await aBanner(inSegment(segment.id));
    const workspace = `/v1/workspaces/${app.workspaceId}`;
    await request('PATCH', workspace, { requireApproval: true }, '*');
    const member = await app.member(app.organisationId, 'member', app.workspaceId);
    const change = (caller: Caller) =>
      request('PATCH', `/v1/segments/${segment.id}`, { condition: EVERYBODY }, '*', caller);
    expect(await problem(await change(member))).toMatchObject({ status: 409, code: 'approval_required' });
    expect((await change(owner)).status).toBe(200);
    await request('PATCH', workspace, { requireApproval: false }, '*');
  });

  test('forgets the id of a person who was erased, on every list', async () => {
    const created = await request('POST', '/v1/contacts', { externalId: 'gone', name: 'Gone' });
    const contact = (await created.json()) as { id: string };
    const list = (...ids: string[]): Condition => ({ type: 'list', subject: 'contact', ids });
    const segment = await saved(all(list('kept', 'gone', contact.id)));
    await aBanner(list('gone', 'kept'));
    const erased = await request('POST', `/v1/contacts/${contact.id}/erase`, {});
    expect([200, 202, 204]).toContain(erased.status);
    expect(
      ((await (await request('GET', `/v1/segments/${segment.id}`)).json()) as Segment).condition,
    ).toEqual(all(list('kept')));
    for (const table of ['content', 'content_version'] as const) {
      const rows = await app.database.forWorkspace(app.workspaceId).read((db) =>
        db
          .selectFrom(table as 'content')
          .select('draft')
          .where('workspace_id', '=', app.workspaceId)
          .execute(),
      );
      expect(rows.some(({ draft }) => draft.includes('"kept"'))).toBe(true);
      expect(rows.some(({ draft }) => draft.includes('"gone"'))).toBe(false);
    }
  });
});
