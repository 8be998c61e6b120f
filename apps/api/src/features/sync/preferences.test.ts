import { account, widgetApi } from '@banso/contract';
import type { PublishedFile } from '@banso/contract';
import { DIALECTS } from '@banso/database/testing';
import { DAY_MS, MINUTE_MS } from '@banso/domain/time';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aResource, aSurvey } from '../../recorder/testing/rig.ts';
import type { WidgetApp } from '../../widget-testing.ts';
import { anEvent, openWidgetApp } from '../../widget-testing.ts';

const [SURVEY, GUIDE] = ['srv', 'res'].map((prefix) => `${prefix}_0195d000-0000-7000-8000-0000000000a1`) as [
  string,
  string,
];

describe.each(DIALECTS)('preferences on %s', (dialect) => {
  let app: WidgetApp;
  beforeEach(async () => {
    app = await openWidgetApp(dialect);
    await app.publish({ id: SURVEY, kind: 'survey', body: aSurvey() });
    await app.publish({
      id: GUIDE,
      kind: 'resource',
      body: aResource({ title: { en: 'Import', ja: 'インポート' } }),
    });
  });
  afterEach(() => app.close());

  const set = (said: { asking?: 'usual' | 'less' | 'never'; locale?: string | null }) =>
    anEvent('preference_set', said, { at: app.clock.now() });
  const sync = async (session: string, ...events: unknown[]) =>
    widgetApi.SyncResponse.parse(await (await app.sync(session, events)).json());
  const titles = async ({ content }: Pick<widgetApi.SyncResponse, 'content'>) => {
    const file = (await (await app.request(content.url)).json()) as PublishedFile;
    return file.contents.map(({ title }) => title);
  };

  test('say "as usual" and name the languages of the workspace to whoever has chosen nothing', async () => {
    const { preferences, languages } = await app.person('mika');
    expect({ preferences, languages }).toEqual({
      preferences: { asking: 'usual', locale: null },
      languages: ['en', 'ja', 'ko'],
    });
  });

  test('hold with the next answer, in every session of the person, and for nobody else', async () => {
    await app.person('mika');
    app.clock.advance(DAY_MS);
    const [one, other, jun] = [await app.person('mika'), await app.person('mika'), await app.person('jun')];
    expect(one.show.map(({ contentId }) => contentId)).toContain(SURVEY);
    const never = await sync(one.session, set({ asking: 'never' }));
    expect(never).toMatchObject({ preferences: { asking: 'never' }, held: { [SURVEY]: 'asked_never' } });
    expect(await sync(other.session)).toMatchObject({ held: { [SURVEY]: 'asked_never' } });
    expect(await sync(jun.session)).toMatchObject({ preferences: { asking: 'usual' } });
    app.clock.advance(MINUTE_MS);
    expect((await sync(other.session, set({ asking: 'usual' }))).held[SURVEY]).toBeUndefined();
  });

  test('give the content of the chosen language at once, on another device, and that of the page again', async () => {
    const { session } = await app.person('mika', { body: { locale: 'en' } });
    const japanese = await sync(session, set({ locale: 'ja' }));
    expect(japanese.preferences.locale).toBe('ja');
    expect(await titles(japanese)).toContain('インポート');
    const elsewhere = await app.person('mika', { body: { locale: 'ko' } });
    expect(elsewhere.preferences.locale).toBe('ja');
    expect(await titles(elsewhere)).toContain('インポート');
    app.clock.advance(MINUTE_MS);
    expect(await titles(await sync(session, set({ locale: null })))).toContain('Import');
  });

  test('are on the contact, where the team can read and not change them', async () => {
    const { session, contact } = await app.person('mika', { body: { locale: 'en' } });
    await sync(session, set({ asking: 'less', locale: 'ja' }));
    const secret = await app.secretKey(app.workspaceId, ['read', 'write']);
    const path = `/v1/contacts/${contact.id}`;
    const headers = { authorization: `Bearer ${secret.value}` };
    const found = await app.request(path, undefined, { headers });
    expect(account.Contact.parse(await found.json())).toMatchObject({
      locale: 'en',
      preferences: { asking: 'less', locale: 'ja' },
    });
    const change = await app.request(path, undefined, {
      method: 'PATCH',
      headers: { ...headers, 'if-match': found.headers.get('etag') ?? '' },
      json: { preferences: { asking: 'usual' } },
    });
    expect(change.status).toBe(400);
  });

  test.each([
    ['nothing', {}, 'asking'],
    ['an unknown wish', { asking: 'sometimes' }, 'asking'],
    ['a language that is none', { locale: 'the klingon' }, 'locale'],
    ['a tag without end', { locale: `en${'-aaaaaaaa'.repeat(5)}` }, 'locale'],
    ['a field that is not ours', { asking: 'less', theme: 'dark' }, 'event'],
  ])('refuse %s and say where', async (_, said, field) => {
    const { session } = await app.person('mika');
    const { refused } = await sync(session, { ...set({ asking: 'less' }), asking: undefined, ...said });
    expect(refused).toMatchObject([{ code: 'invalid' }]);
    expect(refused[0]?.message).toMatch(new RegExp(`^${field}: `));
  });
});
