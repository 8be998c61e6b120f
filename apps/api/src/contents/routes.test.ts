import { content } from '@banso/contract';
import type { SurveyBody } from '@banso/domain/content';
import { DIALECTS } from '@banso/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { KINDS } from './kinds.ts';
import { freeSlug } from './lifecycle.ts';
import { openTestApp, type TestApp, type TestMember } from '../testing.ts';

type Survey = z.infer<typeof content.survey.Record>;
type Checklist = z.infer<typeof content.checklist.Record>;
interface Problem {
  code: string;
  errors?: { path: string; code: string }[];
}

describe.each(DIALECTS)('content on %s', (dialect) => {
  let api: TestApp;
  let editor: TestMember;
  let workspaceId: string;
  let organisationId: string;

  beforeEach(async () => {
    api = await openTestApp(dialect);
    ({ organisationId, workspaceId } = await api.organisation());
    editor = await api.member(organisationId, 'member', workspaceId);
  });
  afterEach(() => api.close());

  const post = (path: string, json: unknown = {}, etag?: string | null, caller = editor) =>
    api.request(path, caller, { method: 'POST', json, headers: etag ? { 'if-match': etag } : {} });
  const newSurvey = async (name = 'Quarterly NPS') => {
    const answer = await post('/v1/surveys', { name });
    expect(answer.status).toBe(201);
    return { survey: content.survey.Record.parse(await answer.json()), etag: answer.headers.get('etag') };
  };
  const problemOf = async (answer: Response) => (await answer.json()) as Problem;

  test('a new survey starts ready to be published, in the languages of the workspace', async () => {
    const { survey, etag } = await newSurvey();
    expect(survey).toMatchObject({
      name: 'Quarterly NPS',
      status: 'draft',
      version: null,
      edited: true,
      locales: ['en', 'ja', 'ko'],
    });
    const published = await post(`/v1/surveys/${survey.id}/publish`, { note: 'First' }, etag);
    expect(await published.json()).toMatchObject({ status: 'published', version: 1, edited: false });
  });

  test('the address that a name gives is made longer where another content has it', async () => {
    const [name, kind] = ['Team space', KINDS.survey] as const;
    const id = 'srv_0195d000-0000-7000-8000-00000000beef';
    const slugFor = () =>
      api.database.forWorkspace(workspaceId).read((db) => freeSlug(db, workspaceId, { name, kind, id }));
    expect(await slugFor()).toBe('team-space-beef');
    expect((await post('/v1/surveys', { name: 'Another', slug: 'team-space-beef' })).status).toBe(201);
    expect(await slugFor()).toBe('team-space-00000000beef');
  });

  test('a published version never changes, whatever the draft becomes', async () => {
    const { survey, etag } = await newSurvey();
    const first = await post(`/v1/surveys/${survey.id}/publish`, {}, etag);
    const body: SurveyBody = { ...survey.draft.body, title: { en: 'Other' } };
    const changed = await api.request(`/v1/surveys/${survey.id}`, editor, {
      method: 'PATCH',
      json: { draft: { ...survey.draft, body } },
      headers: { 'if-match': first.headers.get('etag') ?? '' },
    });
    expect(await changed.json()).toMatchObject({ edited: true, version: 1 });
    await post(`/v1/surveys/${survey.id}/publish`, {}, changed.headers.get('etag'));
    const versions = (await (await api.request(`/v1/surveys/${survey.id}/versions`, editor)).json()) as {
      data: { version: number; draft: Survey['draft'] }[];
    };
    expect(versions.data.map(({ version, draft }) => [version, draft.body.title['en']])).toEqual([
      [2, 'Other'],
      [1, 'Quarterly NPS'],
    ]);
  });

  test('rolling back publishes the earlier version as a new one', async () => {
    const { survey, etag } = await newSurvey();
    const first = await post(`/v1/surveys/${survey.id}/publish`, {}, etag);
    const changed = await api.request(`/v1/surveys/${survey.id}`, editor, {
      method: 'PATCH',
      json: { draft: { ...survey.draft, body: { ...survey.draft.body, title: { en: 'Other' } } } },
      headers: { 'if-match': first.headers.get('etag') ?? '' },
    });
    const second = await post(`/v1/surveys/${survey.id}/publish`, {}, changed.headers.get('etag'));
    const back = await post(`/v1/surveys/${survey.id}/rollback`, { version: 1 }, second.headers.get('etag'));
    expect(await back.json()).toMatchObject({
      version: 3,
      draft: { body: { title: { en: 'Quarterly NPS' } } },
    });
  });

  test('a change needs the state that was seen, and an old one overwrites nothing', async () => {
    const { survey, etag } = await newSurvey();
    const patch = (json: unknown, match?: string) =>
      api.request(`/v1/surveys/${survey.id}`, editor, {
        method: 'PATCH',
        json,
        headers: match ? { 'if-match': match } : {},
      });
    expect((await patch({ name: 'A' })).status).toBe(428);
    expect((await patch({ name: 'A' }, etag ?? '')).status).toBe(200);
    expect((await patch({ name: 'B' }, etag ?? '')).status).toBe(412);
    expect(await (await api.request(`/v1/surveys/${survey.id}`, editor)).json()).toMatchObject({ name: 'A' });
  });

  test('what cannot be published is refused with the path of every problem, and nothing is published', async () => {
    const { survey } = await newSurvey();
    const checklist = await post('/v1/checklists', { name: 'First week' });
    const { id } = (await checklist.json()) as Checklist;
    const refused = await post(`/v1/checklists/${id}/publish`, {}, checklist.headers.get('etag'));
    expect(refused.status).toBe(422);
    const problem = await problemOf(refused);
    expect(problem.code).toBe('not_publishable');
    expect(problem.errors?.map(({ path }) => path)).toContain('draft.steps');
    expect(await (await api.request(`/v1/checklists/${id}`, editor)).json()).toMatchObject({
      status: 'draft',
      version: null,
    });
    expect(survey.version).toBeNull();
  });

  test.each([
    { json: {}, path: 'name', because: 'a name is needed' },
    { json: { name: 'x', slug: 'Not A Slug' }, path: 'slug', because: 'slugs are plain' },
    {
      json: { name: 'x', draft: { nonsense: true } },
      path: 'draft.defaultLocale',
      because: 'a draft is whole',
    },
    { json: { name: 'x', id: 'srv_mine' }, path: 'id', because: 'unknown fields are refused' },
  ])('refuses $json: $because', async ({ json, path }) => {
    const answer = await post('/v1/surveys', json);
    expect(answer.status).toBe(400);
    expect((await problemOf(answer)).errors?.map((error) => error.path)).toContain(path);
    expect(await (await api.request('/v1/surveys', editor)).json()).toEqual({ data: [], nextCursor: null });
  });

  test('pause hides it from customers and resume shows the same version again', async () => {
    const { survey, etag } = await newSurvey();
    const published = await post(`/v1/surveys/${survey.id}/publish`, {}, etag);
    expect((await api.deps.published.of(workspaceId)).get(survey.id)?.candidate.status).toBe('published');
    const paused = await post(`/v1/surveys/${survey.id}/pause`, {}, published.headers.get('etag'));
    expect((await api.deps.published.of(workspaceId)).get(survey.id)?.candidate.status).toBe('paused');
    const resumed = await post(`/v1/surveys/${survey.id}/resume`, {}, paused.headers.get('etag'));
    expect(await resumed.json()).toMatchObject({ status: 'published', version: 1 });
  });

  test('a schedule in the future waits, and the file of customers is another one after each publication', async () => {
    const { survey, etag } = await newSurvey();
    const before = await api.deps.published.file(workspaceId, 'ja');
    const scheduled = await post(
      `/v1/surveys/${survey.id}/schedule`,
      { startsAt: '2026-02-01T00:00:00Z' },
      etag,
    );
    expect(await scheduled.json()).toMatchObject({ status: 'scheduled', version: 1 });
    const after = await api.deps.published.file(workspaceId, 'ja');
    expect(after.hash).not.toBe(before.hash);
    expect(await api.deps.published.byHash(workspaceId, before.hash)).toBe('{"locale":"ja","contents":[]}');
  });

  test('only a draft that was never published can be deleted', async () => {
    const { survey, etag } = await newSurvey();
    const copy = (await (await post(`/v1/surveys/${survey.id}/duplicate`)).json()) as Survey;
    await post(`/v1/surveys/${survey.id}/publish`, {}, etag);
    expect((await api.request(`/v1/surveys/${survey.id}`, editor, { method: 'DELETE' })).status).toBe(409);
    expect((await api.request(`/v1/surveys/${copy.id}`, editor, { method: 'DELETE' })).status).toBe(204);
    expect((await api.request(`/v1/surveys/${copy.id}`, editor)).status).toBe(404);
  });

  test('every write is written down with who did it', async () => {
    const { survey, etag } = await newSurvey();
    await post(`/v1/surveys/${survey.id}/publish`, { note: 'Go' }, etag);
    const admin = await api.member(organisationId, 'admin', workspaceId);
    const log = (await (await api.request('/v1/audit-log', admin)).json()) as {
      data: { action: string; target: string; actor: { id: string } }[];
    };
    expect(log.data.map(({ action, target, actor }) => [action, target, actor.id])).toEqual([
      ['survey.publish', survey.id, editor.id],
      ['survey.create', survey.id, editor.id],
    ]);
  });

  test('another workspace sees and changes nothing of it, as if it were not there', async () => {
    const { survey, etag } = await newSurvey();
    const other = await api.organisation('Somebody else');
    const stranger = await api.member(other.organisationId, 'owner', other.workspaceId);
    expect((await api.request(`/v1/surveys/${survey.id}`, stranger)).status).toBe(404);
    expect((await post(`/v1/surveys/${survey.id}/publish`, {}, etag, stranger)).status).toBe(404);
    expect(
      (await api.request('/v1/surveys', { headers: { ...stranger.headers, 'banso-workspace': workspaceId } }))
        .status,
    ).toBe(404);
  });

  test('a viewer reads and publishes nothing', async () => {
    const { survey, etag } = await newSurvey();
    const viewer = await api.member(organisationId, 'viewer', workspaceId);
    expect((await api.request(`/v1/surveys/${survey.id}`, viewer)).status).toBe(200);
    expect((await post(`/v1/surveys/${survey.id}/publish`, {}, etag, viewer)).status).toBe(403);
  });

  test('lists page by page in a stable order and refuses a cursor of its own making', async () => {
    const names = ['A', 'B', 'C'];
    for (const name of names) await newSurvey(name);
    const first = (await (await api.request('/v1/surveys?limit=2', editor)).json()) as {
      data: Survey[];
      nextCursor: string;
    };
    const second = (await (
      await api.request(`/v1/surveys?limit=2&cursor=${first.nextCursor}`, editor)
    ).json()) as { data: Survey[]; nextCursor: null };
    expect([...first.data, ...second.data].map(({ name }) => name)).toEqual(names.toReversed());
    expect(second.nextCursor).toBeNull();
    expect((await api.request('/v1/surveys?cursor=nonsense', editor)).status).toBe(400);
  });

  test('draws a draft in a language without storing anything', async () => {
    const { survey } = await newSurvey();
    const answer = await post('/v1/surveys/preview', { draft: survey.draft, locale: 'ja' });
    expect(await answer.json()).toMatchObject({
      content: { kind: 'survey', questions: [{ text: '同僚や知人にすすめたいと思いますか？' }] },
    });
  });
});
