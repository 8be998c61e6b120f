import type { KnownTags, TaggedContents } from '@banso/contract/tags';
import { audit } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aSurvey, changeBudget } from '../../recorder/testing/rig.ts';
import type { Caller, TestMember } from '../../testing.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { openWidgetApp } from '../../widget-testing.ts';

const LIVE = 'srv_0195d000-0000-7000-8000-0000000000d1';
const path = '/v1/content-tags';

describe.each(DIALECTS)('tags of contents on %s', (dialect) => {
  let app: WidgetApp;
  let editor: TestMember;
  beforeEach(async () => {
    app = await openWidgetApp(dialect);
    editor = await app.member(app.organisationId, 'member', app.workspaceId);
  });
  afterEach(() => app.close());

  async function made(noun: string, json: object): Promise<{ id: string; tags: string[] }> {
    const answer = await app.request(`/v1/${noun}`, editor, { method: 'POST', json });
    expect(answer.status).toBe(201);
    return (await answer.json()) as { id: string; tags: string[] };
  }
  const change = (json: object, by: Caller = editor) => app.request(path, by, { method: 'POST', json });
  const known = async () => ((await (await app.request(path, editor)).json()) as KnownTags).data;
  const listed = async (noun: string, query: string) =>
    (
      (await (await app.request(`/v1/${noun}?${query}`, editor)).json()) as { data: { name: string }[] }
    ).data.map(({ name }) => name);
  const errorsOf = async (answer: Response) =>
    ((await answer.json()) as { errors?: { path: string; code: string }[] }).errors?.map(
      ({ path: at }) => at,
    );

  test('are carried by every kind, found by them, and copied along', async () => {
    const survey = await made('surveys', { name: 'NPS', tags: [' Feedback ', '四半期'] });
    expect(survey.tags).toEqual(['Feedback', '四半期']);
    const list = await made('checklists', { name: 'Start', tags: ['Onboarding'] });
    for (const [noun, tag] of [
      ['resources', 'Feedback'],
      ['announcements', 'feedback'],
    ] as const)
      expect((await made(noun, { name: noun, tags: [tag] })).tags).toEqual([tag]);
    const copy = await app.request(`/v1/surveys/${survey.id}/duplicate`, editor, { method: 'POST' });
    expect(((await copy.json()) as { tags: string[] }).tags).toEqual(['Feedback', '四半期']);
    expect(await known()).toEqual([
      { tag: 'Feedback', contents: 4 },
      { tag: '四半期', contents: 2 },
      { tag: 'Onboarding', contents: 1 },
    ]);
    expect(await listed('surveys', 'tag=FEEDBACK')).toEqual(['NPS (2)', 'NPS']);
    expect(await listed('surveys', 'tag=FEEDBACK&limit=1')).toEqual(['NPS (2)']);
    expect(await listed('checklists', 'tag=feedback')).toEqual([]);

    const changed = await change({ contents: [survey.id, list.id], add: ['Q3'], remove: ['FEEDBACK'] });
    expect(((await changed.json()) as TaggedContents).data).toEqual([
      { id: survey.id, tags: ['四半期', 'Q3'] },
      { id: list.id, tags: ['Onboarding', 'Q3'] },
    ]);
    const written = await app.database
      .forWorkspace(app.workspaceId)
      .read((db) => audit.list(db, app.workspaceId, { limit: 2 }));
    expect(written.map(({ action, change: said }) => [action, said['tags']])).toEqual(
      expect.arrayContaining([
        ['survey.update', ['四半期', 'Q3']],
        ['checklist.update', ['Onboarding', 'Q3']],
      ]),
    );
  });

  test('are refused by the field where they are none, too many, or named twice', async () => {
    const { id } = await made('surveys', {
      name: 'NPS',
      tags: Array.from({ length: 10 }, (_, n) => `t${n}`),
    });
    const cases: [object, string][] = [
      [{ contents: [id], add: ['one more'] }, 'add'],
      [{ contents: [id] }, 'add'],
      [{ contents: [], add: ['a'] }, 'contents'],
      [{ contents: [id], add: ['x'.repeat(51)] }, 'add.0'],
      [{ contents: [id], add: ['a', 'A'] }, 'add'],
      [{ contents: [id], remove: ['  '] }, 'remove.0'],
    ];
    for (const [json, at] of cases) {
      const answer = await change(json);
      expect(answer.status, JSON.stringify(json)).toBe(400);
      expect(await errorsOf(answer)).toContain(at);
    }
    const twice = await app.request('/v1/surveys', editor, {
      method: 'POST',
      json: { name: 'A', tags: ['ﾀｸﾞ', 'タグ'] },
    });
    expect([twice.status, await errorsOf(twice)]).toEqual([400, ['tags']]);
  });

  test('of somebody else are absent, and then nothing is changed', async () => {
    const { id } = await made('surveys', { name: 'NPS' });
    const { organisationId, workspaceId } = await app.organisation();
    const stranger = await app.member(organisationId, 'owner', workspaceId);
    expect((await change({ contents: [id], add: ['theirs'] }, stranger)).status).toBe(404);
    const viewer = await app.member(app.organisationId, 'viewer', app.workspaceId);
    expect((await change({ contents: [id], add: ['a'] }, viewer)).status).toBe(403);
    expect(await known()).toEqual([]);
  });

  test('that a limit names take the permission to publish, once customers see the content', async () => {
    await app.publish({ id: LIVE, kind: 'survey', body: aSurvey() });
    expect((await change({ contents: [LIVE], add: ['feedback'] })).status).toBe(200);
    const perTag = [{ tag: 'Feedback', count: 1, days: 30 }];
    await changeBudget(app.database, app.workspaceId, { perTag }, app.clock.now());
    const away = { contents: [LIVE], remove: ['feedback'] };
    const key = await app.secretKey(app.workspaceId, ['read', 'write']);
    expect((await change(away, key)).status).toBe(403);
    expect((await change({ contents: [LIVE], add: ['other'] }, key)).status).toBe(200);
    const one = await app.request(`/v1/surveys/${LIVE}`, editor);
    const headers = { 'if-match': one.headers.get('etag') ?? '' };
    const patch = { method: 'PATCH', json: { tags: ['other'] }, headers };
    expect((await app.request(`/v1/surveys/${LIVE}`, key, patch)).status).toBe(403);
    expect((await change(away)).status).toBe(200);
    expect((await app.deps.published.of(app.workspaceId)).get(LIVE)?.candidate.tags).toEqual(['other']);
  });
});
