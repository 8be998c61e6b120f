import { content, type Role } from '@banso/contract';
import * as editorial from '@banso/contract/editorial';
import { DIALECTS } from '@banso/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { openTestApp, type TestApp, type TestMember } from '../testing.ts';

type Survey = z.infer<typeof content.survey.Record>;

describe.each(DIALECTS)('reviews on %s', (dialect) => {
  let api: TestApp;
  let organisationId: string;
  let workspaceId: string;
  let author: TestMember;
  let boss: TestMember;
  const person = (role: Role) => api.member(organisationId, role, workspaceId);

  beforeEach(async () => {
    api = await openTestApp(dialect);
    ({ organisationId, workspaceId } = await api.organisation());
    author = await person('member');
    boss = await person('supervisor');
  });
  afterEach(() => api.close());

  const requireApproval = () =>
    api.database.control
      .updateTable('workspace')
      .set({ require_approval: 1 })
      .where('id', '=', workspaceId)
      .execute();
  const newSurvey = async (by = author) => {
    const answer = await api.request('/v1/surveys', by, { method: 'POST', json: { name: 'Quarterly NPS' } });
    return content.survey.Record.parse(await answer.json());
  };
  const read = async (id: string) =>
    content.survey.Record.parse(await (await api.request(`/v1/surveys/${id}`, boss)).json());
  /** Acts on the latest state. */
  const act = (id: string, verb: string, by: TestMember, json: unknown = {}) =>
    api.request(`/v1/surveys/${id}/${verb}`, by, { method: 'POST', json, headers: { 'if-match': '*' } });
  const edit = ({ id, draft }: Survey, title: string, by = author) =>
    api.request(`/v1/surveys/${id}`, by, {
      method: 'PATCH',
      json: { draft: { ...draft, body: { ...draft.body, title: { en: title } } } },
      headers: { 'if-match': '*' },
    });
  const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

  test('a draft is asked about, answered and approved, and says who did it', async () => {
    const { id } = await newSurvey();
    expect((await read(id)).review).toBeNull();
    const asked = await act(id, 'request-review', author, { note: 'First one', reviewer: boss.id });
    expect(content.survey.Record.parse(await asked.json()).review).toMatchObject({
      state: 'requested',
      requestedBy: { id: author.id },
      reviewer: { id: boss.id },
      note: 'First one',
    });
    await act(id, 'request-changes', boss, { comment: 'Shorter, please' });
    expect((await read(id)).review).toMatchObject({ state: 'changes_requested', comment: 'Shorter, please' });
    await act(id, 'approve', boss, { comment: 'Good' });
    expect((await read(id)).review).toMatchObject({
      state: 'approved',
      requestedBy: { id: author.id },
      decidedBy: { id: boss.id },
      comment: 'Good',
    });
    const log = (await (await api.request(`/v1/surveys/${id}/log`, author)).json()) as {
      data: editorial.LogEntry[];
    };
    expect(log.data.map(({ act: what, note }) => [what, note])).toEqual([
      ['approve', 'Good'],
      ['request_changes', 'Shorter, please'],
      ['request_review', 'First one'],
    ]);
  });

  test('an approval is of one revision of the draft: the next change takes it back, a new name does not', async () => {
    await requireApproval();
    const survey = await newSurvey();
    await act(survey.id, 'approve', boss);
    await api.request(`/v1/surveys/${survey.id}`, author, {
      method: 'PATCH',
      json: { name: 'NPS' },
      headers: { 'if-match': '*' },
    });
    expect((await read(survey.id)).review?.state).toBe('approved');
    await edit(survey, 'Other');
    expect((await read(survey.id)).review?.state).toBe('outdated');
    const refused = await act(survey.id, 'publish', author);
    expect([refused.status, await codeOf(refused)]).toEqual([409, 'approval_required']);
  });

  test('where approval is required, nothing is published, scheduled or brought back without it', async () => {
    const survey = await newSurvey();
    expect((await act(survey.id, 'publish', author)).status).toBe(200);
    await requireApproval();
    await edit(survey, 'Other');
    for (const verb of ['publish', 'schedule'])
      for (const by of [author, boss]) {
        const refused = await act(survey.id, verb, by);
        expect([verb, refused.status, await codeOf(refused)]).toEqual([verb, 409, 'approval_required']);
      }
    const back = await act(survey.id, 'rollback', author, { version: 1 });
    expect([back.status, await codeOf(back)]).toEqual([409, 'approval_required']);
    expect((await act(survey.id, 'rollback', boss, { version: 1 })).status).toBe(200);

    await edit(survey, 'Third');
    await act(survey.id, 'approve', boss);
    expect(await (await act(survey.id, 'publish', author)).json()).toMatchObject({
      version: 3,
      edited: false,
    });
  });

  test('nobody approves their own last change, but an owner', async () => {
    await requireApproval();
    const survey = await newSurvey(boss);
    const refused = await act(survey.id, 'approve', boss);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ errors: [{ code: 'own_edit' }] });
    expect((await act(survey.id, 'approve', await person('admin'))).status).toBe(200);
    const owner = await person('owner');
    await edit(survey, 'Of the owner', owner);
    expect((await act(survey.id, 'approve', owner)).status).toBe(200);
  });

  test('approving takes a role, and an approver is who can be asked', async () => {
    const { id } = await newSurvey();
    expect((await act(id, 'approve', author)).status).toBe(403);
    expect((await act(id, 'request-changes', author, { comment: 'No' })).status).toBe(403);
    const refused = await act(id, 'request-review', author, { reviewer: author.id });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ errors: [{ path: 'reviewer', code: 'not_approver' }] });
    const other = await api.organisation('Elsewhere');
    const stranger = await api.member(other.organisationId, 'owner', other.workspaceId);
    expect((await act(id, 'request-review', author, { reviewer: stranger.id })).status).toBe(400);
    const empty = await act(id, 'request-changes', boss, { comment: ' ' });
    expect(await empty.json()).toMatchObject({ errors: [{ path: 'comment' }] });
  });

  test('what is approved is what was seen', async () => {
    const survey = await newSurvey();
    const seen = (await api.request(`/v1/surveys/${survey.id}`, boss)).headers.get('etag') ?? '';
    await edit(survey, 'Other');
    const late = await api.request(`/v1/surveys/${survey.id}/approve`, boss, {
      method: 'POST',
      json: {},
      headers: { 'if-match': seen },
    });
    expect(late.status).toBe(412);
  });

  test('a review waits in the day of whom was asked, until it is decided or published', async () => {
    const { id } = await newSurvey();
    const waiting = async (by: TestMember) => {
      const day = (await (await api.request('/v1/my-day', by)).json()) as {
        items: { kind: string; detail: object }[];
      };
      return day.items.filter(({ kind }) => kind === 'review').map(({ detail }) => detail);
    };
    const other = await person('admin');
    await act(id, 'request-review', author, { reviewer: boss.id });
    expect(await waiting(boss)).toMatchObject([
      { contentId: id, contentKind: 'survey', content: 'Quarterly NPS' },
    ]);
    expect(await waiting(other)).toEqual([]);
    await act(id, 'request-review', author);
    expect(await waiting(other)).toHaveLength(1);
    expect(await waiting(author)).toEqual([]);
    await act(id, 'publish', author);
    expect(await waiting(boss)).toEqual([]);
  });
});

describe.each(DIALECTS)('comments on %s', (dialect) => {
  let api: TestApp;
  let mika: TestMember;
  let ren: TestMember;
  let path: string;
  beforeEach(async () => {
    api = await openTestApp(dialect);
    const { organisationId, workspaceId } = await api.organisation();
    mika = await api.member(organisationId, 'member', workspaceId);
    ren = await api.member(organisationId, 'supervisor', workspaceId);
    const made = await api.request('/v1/resources', mika, { method: 'POST', json: { name: 'Guide' } });
    path = `/v1/resources/${((await made.json()) as { id: string }).id}`;
  });
  afterEach(() => api.close());

  const say = async (text: string, by: TestMember, field?: string) => {
    const answer = await api.request(`${path}/comments`, by, {
      method: 'POST',
      json: { text, ...(field && { path: field }) },
    });
    expect(answer.status).toBe(201);
    return editorial.Comment.parse(await answer.json());
  };
  const list = async (query = '') =>
    (await (await api.request(`${path}/comments${query}`, mika)).json()) as {
      data: editorial.Comment[];
      nextCursor: string | null;
    };
  const open = async () =>
    ((await (await api.request(path, mika)).json()) as { openComments: number }).openComments;

  test('are read newest first, page by page, with who said them about what', async () => {
    await say('First', mika);
    await say('Second', ren, 'title');
    const { data, nextCursor } = await list('?limit=1');
    expect(data).toMatchObject([{ text: 'Second', author: { id: ren.id }, path: 'title', resolvedAt: null }]);
    expect((await list(`?limit=1&cursor=${nextCursor}`)).data).toMatchObject([{ text: 'First', path: null }]);
    expect(await open()).toBe(2);
  });

  test('are settled and opened again by anybody of the team who writes', async () => {
    const { id } = await say('Too long', ren);
    const settled = await api.request(`${path}/comments/${id}/resolve`, mika, { method: 'POST', json: {} });
    expect(await settled.json()).toMatchObject({ resolvedBy: { id: mika.id } });
    expect(await open()).toBe(0);
    const opened = await api.request(`${path}/comments/${id}/reopen`, ren, { method: 'POST', json: {} });
    expect(await opened.json()).toMatchObject({ resolvedAt: null, resolvedBy: null });
  });

  test('are deleted by who wrote them', async () => {
    const { id } = await say('Oops', mika);
    const remove = (by: TestMember) => api.request(`${path}/comments/${id}`, by, { method: 'DELETE' });
    expect((await remove(ren)).status).toBe(403);
    expect((await remove(mika)).status).toBe(204);
    expect((await remove(mika)).status).toBe(404);
    expect((await list()).data).toEqual([]);
  });

  test('need words, and belong to one content', async () => {
    const empty = await api.request(`${path}/comments`, mika, { method: 'POST', json: { text: '  ' } });
    expect(await empty.json()).toMatchObject({ errors: [{ path: 'text' }] });
    const { id } = await say('Here', mika);
    const made = await api.request('/v1/resources', mika, { method: 'POST', json: { name: 'Other' } });
    const other = `/v1/resources/${((await made.json()) as { id: string }).id}`;
    expect((await api.request(`${other}/comments/${id}`, mika, { method: 'DELETE' })).status).toBe(404);
  });

  test('go with a draft that is deleted', async () => {
    await say('Here', mika);
    expect((await api.request(path, mika, { method: 'DELETE' })).status).toBe(204);
    expect((await api.request(`${path}/comments`, mika)).status).toBe(404);
  });
});
