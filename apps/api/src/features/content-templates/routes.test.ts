import { content, contentTemplate } from '@banso/contract';
import { DIALECTS } from '@banso/database/testing';
import { publishProblems } from '@banso/domain/content';
import { z } from '@hono/zod-openapi';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestMember } from '../../testing.ts';

const List = z.object({ data: z.array(contentTemplate.Template) });

describe.each(DIALECTS)('content templates on %s', (dialect) => {
  let api: TestApp;
  let editor: TestMember;

  beforeEach(async () => {
    api = await openTestApp(dialect);
    const { organisationId, workspaceId } = await api.organisation();
    editor = await api.member(organisationId, 'admin', workspaceId);
  });
  afterEach(() => api.close());

  const post = (path: string, json: unknown, etag?: string | null) =>
    api.request(path, editor, { method: 'POST', json, headers: etag ? { 'if-match': etag } : {} });

  test('are listed by kind in the reader’s language, with what a gallery says about them', async () => {
    const list = async (query: string) =>
      List.parse(await (await api.request(`/v1/content-templates${query}`, editor)).json()).data;
    expect(await list('')).toHaveLength(16);
    const surveys = await list('?kind=survey&locale=ko-KR');
    expect(surveys.map(({ id }) => id).slice(0, 2)).toEqual(['relationship-nps', 'support-csat']);
    expect(surveys[0]).toMatchObject({ name: '관계 NPS', questions: 1, branching: false, minutes: 1 });
    expect(surveys.find(({ id }) => id === 'churn-exit')).toMatchObject({ questions: 5, branching: true });
    expect((await list('?kind=announcement&locale=fr'))[0]).toMatchObject({
      name: 'New feature',
      mode: 'badge',
    });
    expect((await list('?kind=checklist'))[0]).toMatchObject({ name: 'First week', steps: 4 });
    expect((await list('?kind=resource'))[1]).toMatchObject({ type: 'webinar' });
  });

  test('one is read with its draft', async () => {
    const answer = await api.request('/v1/content-templates/churn-exit?locale=ja', editor);
    const { name, draft } = contentTemplate.TemplateWithDraft.parse(await answer.json());
    expect(name).toBe('解約時アンケート');
    expect(draft.locales).toEqual(['en', 'ja', 'ko']);
    expect((await api.request('/v1/content-templates/none', editor)).status).toBe(404);
  });

  test('a content made from one can be published at once, and the log says from which', async () => {
    const made = await post('/v1/surveys', { name: 'Leaving', template: 'churn-exit' });
    const survey = content.survey.Record.parse(await made.json());
    expect(publishProblems('survey', survey.draft)).toEqual([]);
    const published = await post(`/v1/surveys/${survey.id}/publish`, {}, made.headers.get('etag'));
    expect(published.status).toBe(200);
    const log = (await (await api.request('/v1/audit-log', editor)).json()) as { data: unknown[] };
    expect(log.data).toContainEqual(
      expect.objectContaining({
        action: 'survey.create',
        change: { name: 'Leaving', template: 'churn-exit' },
      }),
    );
  });

  test.each([
    { json: { name: 'A', template: 'none' }, because: 'an unknown one' },
    { json: { name: 'A', template: 'first-week' }, because: 'one of another kind' },
  ])('$because is refused by the name of the field', async ({ json }) => {
    const answer = await post('/v1/surveys', json);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { errors: { path: string }[] }).errors[0]?.path).toBe('template');
  });
});
