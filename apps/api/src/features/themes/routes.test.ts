import type { PublishedFile } from '@banso/contract';
import type { Theme } from '@banso/contract/theme';
import { audit } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../testing.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { openWidgetApp } from '../../widget-testing.ts';

describe.each(DIALECTS)('/v1/themes on %s', (dialect) => {
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

  const request = (method: string, path: string, json?: unknown, etag = '*', caller = owner) =>
    app.request(
      path,
      { headers: { ...caller.headers, 'if-match': etag } },
      { method, ...(json !== undefined && { json }) },
    );
  const saved = async (look: object = {}, over: object = {}) => {
    name += 1;
    const answer = await request('POST', '/v1/themes', { name: `Theme ${name}`, look, ...over });
    expect(answer.status).toBe(201);
    return { ...((await answer.json()) as Theme), etag: answer.headers.get('etag') ?? '' };
  };
  const listed = async () => ((await (await request('GET', '/v1/themes')).json()) as { data: Theme[] }).data;
  const problem = async (answer: Response) => {
    const { status, code, errors } = (await answer.json()) as {
      status: number;
      code: string;
      errors?: { path: string; code: string }[];
    };
    return { status, code, errors: errors?.map((each) => [each.path, each.code]) };
  };
  async function aBadge(themeId: string | undefined, isLive = true): Promise<string> {
    const made = await request('POST', '/v1/announcements', { name: 'Badge' });
    const { id, draft } = (await made.json()) as { id: string; draft: { delivery: object; body: object } };
    const to = {
      ...draft,
      locales: ['en'],
      defaultLocale: 'en',
      body: { ...draft.body, title: { en: 'Hello' }, body: { en: 'Hello' } },
      delivery: { ...draft.delivery, ...(themeId && { themeId }) },
    };
    expect((await request('PATCH', `/v1/announcements/${id}`, { draft: to })).status).toBe(200);
    if (isLive) expect((await request('POST', `/v1/announcements/${id}/publish`, {})).status).toBe(200);
    return id;
  }
  /** What the widget gets of a content, and the look of the session. */
  async function worn(id: string) {
    const { content, theme } = await app.person(`p${name}`, {
      body: { user: { id: `p${name}`, traits: {}, token: app.token(`p${name}`) }, locale: 'en' },
    });
    const file = (await (await app.request(content.url)).json()) as PublishedFile;
    return { theme: file.contents.find((one) => one.id === id)?.theme, usual: theme };
  }

  test('a workspace begins with one, which is its look', async () => {
    const all = await listed();
    expect(all.filter(({ isDefault }) => isDefault)).toMatchObject([{ name: 'Default', slug: 'default' }]);
  });

  test('saves, lists, changes and deletes one, and writes down who did', async () => {
    const made = await saved({ accent: '#0ea5a4', radius: 4 });
    expect(made).toMatchObject({ isDefault: false, look: { accent: '#0ea5a4', radius: 4 }, contents: [] });
    expect(made.corrections).toContainEqual(
      expect.objectContaining({ path: 'accent', scheme: 'light', as: 'fill', from: '#0ea5a4' }),
    );
    const changed = await request('PATCH', `/v1/themes/${made.id}`, { look: { radius: 8 } }, made.etag);
    expect(await changed.json()).toMatchObject({ look: { radius: 8 }, corrections: [] });
    const late = await request('PATCH', `/v1/themes/${made.id}`, { name: 'Late' }, made.etag);
    expect(late.status).toBe(412);
    expect((await request('DELETE', `/v1/themes/${made.id}`)).status).toBe(204);
    expect((await request('GET', `/v1/themes/${made.id}`)).status).toBe(404);
    const entries = await app.database.forWorkspace(app.workspaceId).read((db) =>
      audit.list(db, app.workspaceId, {
        limit: 10,
        about: { target: made.id, actions: ['create', 'update', 'delete'].map((act) => `theme.${act}`) },
      }),
    );
    expect(entries.map(({ action }) => action)).toEqual(['theme.delete', 'theme.update', 'theme.create']);
  });

  test.each([
    { json: { name: '' }, errors: [['name', 'too_small']], because: 'no name' },
    {
      json: { name: 'A', look: { accent: 'red' } },
      errors: [['look.accent', 'invalid_format']],
      because: 'no colour',
    },
    {
      json: { name: 'A', look: { surface: '#777777' } },
      errors: [['look.surface', 'custom']],
      because: 'a ground nothing can be read on',
    },
    { json: { name: 'A', css: 'x' }, errors: [['css', 'unrecognized_keys']], because: 'an unknown field' },
  ])('refuses $because', async ({ json, errors }) => {
    const told = await problem(await request('POST', '/v1/themes', json));
    expect(told).toMatchObject({ status: 400, code: 'invalid' });
    expect(told.errors?.map(([path]) => path)).toEqual(errors.map(([path]) => path));
  });

  test('two have neither one name nor one slug', async () => {
    const { name: taken, slug } = await saved();
    expect(await problem(await request('POST', '/v1/themes', { name: taken }))).toEqual({
      status: 409,
      code: 'conflict',
      errors: [['name', 'taken']],
    });
    expect((await problem(await request('POST', '/v1/themes', { name: 'Other', slug }))).errors).toEqual([
      ['slug', 'taken'],
    ]);
  });

  test('a content wears what it chooses, others the default; a change is seen at the next session', async () => {
    const theme = await saved({ accent: '#aa3366' });
    const [own, plain] = [await aBadge(theme.id), await aBadge(undefined)];
    expect((await worn(own)).theme).toEqual({ css: '--theme-accent:#aa3366' });
    expect((await worn(plain)).theme).toBeUndefined();
    await request('PATCH', `/v1/themes/${theme.id}`, { look: { radius: 0 } });
    expect((await worn(own)).theme).toEqual({ css: '--theme-radius:0px' });
    await request('PATCH', `/v1/themes/${theme.id}`, { look: {} });
    expect((await worn(own)).theme, 'nothing is sent for a look that is the default one').toBeUndefined();
  });

  test('one that is worn is not deleted: the refusal names the contents', async () => {
    const theme = await saved();
    const id = await aBadge(theme.id, false);
    expect((await request('GET', `/v1/themes/${theme.id}`)).status).toBe(200);
    expect(await problem(await request('DELETE', `/v1/themes/${theme.id}`))).toEqual({
      status: 409,
      code: 'conflict',
      errors: [[`contents.${id}`, 'in_use']],
    });
    await request('POST', `/v1/announcements/${id}/archive`, {});
    expect((await request('DELETE', `/v1/themes/${theme.id}`)).status).toBe(204);
    const checks = (await (await request('GET', `/v1/announcements/${id}/checks`)).json()) as {
      warnings: { path: string; code: string }[];
    };
    expect(checks.warnings).toContainEqual({ path: 'delivery.themeId', code: 'theme_gone' });
  });

  test('publishing warns where the look of a content had to be corrected', async () => {
    const theme = await saved({ accent: '#0ea5a4' });
    const id = await aBadge(theme.id, false);
    const checks = (await (await request('GET', `/v1/announcements/${id}/checks`)).json()) as {
      warnings: object[];
    };
    expect(checks.warnings).toContainEqual({ path: 'theme.accent', code: 'contrast' });
  });

  test('the default one and the look of the workspace are one thing', async () => {
    const before = (await listed()).find(({ isDefault }) => isDefault)!;
    const workspace = async () =>
      (await (await request('GET', `/v1/workspaces/${app.workspaceId}`)).json()) as { theme: object };
    await request('PATCH', `/v1/themes/${before.id}`, { look: { accent: '#3350a8' } });
    expect((await workspace()).theme).toEqual({ accent: '#3350a8' });
    await request('PATCH', `/v1/workspaces/${app.workspaceId}`, { theme: { radius: 8 } });
    expect((await listed())[0]).toMatchObject({ id: before.id, look: { radius: 8 } });

    const next = await saved({ accent: '#884400', offsetX: 40 });
    expect((await request('PATCH', `/v1/themes/${next.id}`, { isDefault: true })).status).toBe(200);
    expect((await listed()).filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual([next.id]);
    expect((await workspace()).theme).toEqual({ accent: '#884400', offsetX: 40 });
    expect((await worn('none')).usual).toMatchObject({
      offsetX: 40,
      css: '--theme-accent:#884400;--theme-x:40px',
    });
    expect(await problem(await request('DELETE', `/v1/themes/${next.id}`))).toMatchObject({
      errors: [['isDefault', 'in_use']],
    });
    await request('PATCH', `/v1/themes/${before.id}`, { isDefault: true, look: {} });
    expect((await workspace()).theme).toEqual({});
  });

  test('a member changes what is worn, and not the default one; a viewer changes nothing', async () => {
    const member = await app.member(app.organisationId, 'member', app.workspaceId);
    const viewer = await app.member(app.organisationId, 'viewer', app.workspaceId);
    const theme = await saved();
    await aBadge(theme.id);
    const usual = (await listed())[0]!;
    const patch = async (id: string, json: object, caller: Caller) =>
      (await request('PATCH', `/v1/themes/${id}`, json, '*', caller)).status;
    expect(await patch(theme.id, { look: { radius: 4 } }, member)).toBe(200);
    expect(await patch(theme.id, { isDefault: true }, member)).toBe(403);
    expect(await patch(usual.id, { look: { radius: 4 } }, member)).toBe(403);
    expect(await patch(usual.id, { name: 'Ours' }, member)).toBe(200);
    expect(await patch(theme.id, { look: {} }, viewer)).toBe(403);
    await request('PATCH', `/v1/workspaces/${app.workspaceId}`, { requireApproval: true });
    expect(await patch(theme.id, { look: { radius: 20 } }, member), 'only what was approved').toBe(409);
    expect(await patch(theme.id, { look: { radius: 20 } }, owner)).toBe(200);
    await request('PATCH', `/v1/workspaces/${app.workspaceId}`, { requireApproval: false });
  });
});
