import type { PreviewLink, PreviewResponse } from '@banso/contract/preview';
import type { Dialect } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import { HOUR_MS } from '@banso/domain/time';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aSurvey } from '../../recorder/testing/rig.ts';
import { rowsOf } from '../../recorder/testing/recount/recount.ts';
import type { TestMember } from '../../testing.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { openWidgetApp } from '../../widget-testing.ts';

const SURVEY = 'srv_0195d000-0000-7000-8000-0000000000f1';
const PAGE = 'https://app.example/projects?tab=1#top';

async function opened(dialect: Dialect): Promise<{ app: WidgetApp; editor: TestMember }> {
  const app = await openWidgetApp(dialect);
  await app.publish({ id: SURVEY, kind: 'survey', body: aSurvey({ title: { en: 'Draft', ja: '下書き' } }) });
  return { app, editor: await app.member(app.organisationId, 'member', app.workspaceId) };
}

describe.each(DIALECTS)('a preview on the customer’s own page, on %s', (dialect) => {
  let app: WidgetApp;
  let editor: TestMember;
  beforeEach(async () => void ({ app, editor } = await opened(dialect)));
  afterEach(() => app.close());

  const ask = (json: object, caller = editor, id = SURVEY) =>
    app.request(`/v1/surveys/${id}/preview-links`, caller, { method: 'POST', json });
  const link = async (json: object = { url: PAGE }) => (await (await ask(json)).json()) as PreviewLink;
  const tokenOf = ({ url }: PreviewLink) => new URL(url).searchParams.get('banso_preview') ?? '';
  const open = (token: string, { origin = 'https://app.example', locale = 'en', key = app.key } = {}) =>
    app.request(`/v1/w/${key}/preview`, undefined, {
      method: 'POST',
      json: { token, locale },
      headers: { origin },
    });

  test('shows the draft as it is when the page is opened, in the language of the page, and counts nothing', async () => {
    const made = await link();
    expect(made.url).toMatch(/^https:\/\/app\.example\/projects\?tab=1&banso_preview=v1\.[\w-]+#top$/);
    const url = `/v1/surveys/${SURVEY}`;
    const found = await app.request(url, editor);
    const { draft } = (await found.json()) as { draft: { body: object } };
    await app.request(url, editor, {
      method: 'PATCH',
      json: {
        draft: {
          ...draft,
          locales: ['en', 'ja'],
          body: { ...draft.body, title: { en: 'Newer', ja: '新しい下書き' } },
        },
      },
      headers: { 'if-match': found.headers.get('etag') ?? '' },
    });
    const answer = await open(tokenOf(made), { locale: 'ja-JP' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { content, expiresAt } = (await answer.json()) as PreviewResponse;
    expect(content).toMatchObject({ id: SURVEY, title: '新しい下書き', version: 0, lang: 'ja' });
    expect(expiresAt).toBe(made.expiresAt);
    for (const table of ['event', 'contact', 'exposure', 'response'] as const)
      expect(await rowsOf(app.database, app.workspaceId, table), table).toEqual([]);
    const admin = await app.member(app.organisationId, 'admin', app.workspaceId);
    const { data } = (await (await app.request('/v1/audit-log', admin)).json()) as {
      data: { action: string; target: string; change: object }[];
    };
    expect(data).toContainEqual(
      expect.objectContaining({
        action: 'survey.preview',
        target: SURVEY,
        change: { origin: 'https://app.example', expiresAt },
      }),
    );
  });

  test('is for one origin and one workspace, ends after eight hours, and with its maker’s membership', async () => {
    const token = tokenOf(await link());
    const code = async (answer: Promise<Response>) =>
      ((await (await answer).json()) as { code: string }).code;
    expect(await code(open(token, { origin: 'https://elsewhere.example' }))).toBe('unauthenticated');
    expect(await code(open(`${token.slice(0, -2)}AA`))).toBe('unauthenticated');
    expect(await code(open('nothing'))).toBe('unauthenticated');
    expect(await code(open(token, { key: 'bpk_unknown' }))).toBe('unauthenticated');
    expect((await open(token)).status).toBe(200);
    app.clock.advance(8 * HOUR_MS);
    expect(await code(open(token))).toBe('session_expired');
    const fresh = tokenOf(await link());
    expect((await open(fresh)).status).toBe(200);
    await app.database.control.deleteFrom('member').where('id', '=', editor.id).execute();
    expect(await code(open(fresh))).toBe('unauthenticated');
  });

  test('is made by those who may edit, for an address that is one', async () => {
    const viewer = await app.member(app.organisationId, 'viewer', app.workspaceId);
    expect((await ask({ url: PAGE }, viewer)).status).toBe(403);
    expect((await ask({ url: PAGE }, editor, SURVEY.replace('f1', 'f2'))).status).toBe(404);
    for (const url of ['javascript:alert(1)', 'app.example', 'https://me:secret@app.example/']) {
      const refused = await ask({ url });
      expect(refused.status, url).toBe(400);
      expect(await refused.json()).toMatchObject({ errors: [{ path: 'url' }] });
    }
  });
});
