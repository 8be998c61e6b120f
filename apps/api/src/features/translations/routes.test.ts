import { content } from '@banso/contract';
import { OpenTextsImportReport, TranslationReport } from '@banso/contract/translation-report';
import { DIALECTS } from '@banso/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestMember } from '../../testing.ts';

interface Problem {
  code: string;
  errors?: { path: string; code: string }[];
}
type Texts = Record<string, string>;

describe.each(DIALECTS)('translations of all contents on %s', (dialect) => {
  let api: TestApp;
  let editor: TestMember;
  let viewer: TestMember;
  let colleague: TestMember;

  beforeEach(async () => {
    api = await openTestApp(dialect);
    const { organisationId, workspaceId } = await api.organisation();
    editor = await api.member(organisationId, 'admin', workspaceId);
    viewer = await api.member(organisationId, 'viewer', workspaceId);
    colleague = await api.member(organisationId, 'member', workspaceId);
  });
  afterEach(() => api.close());

  /** A banner with a title and a text; the other two texts that a banner could have are written nowhere. */
  async function banner(name: string, title: Texts, { body = {}, locales = ['en', 'ja'] as string[] } = {}) {
    const made = await api.request('/v1/announcements', editor, { method: 'POST', json: { name } });
    const { id, draft } = content.announcement.Record.parse(await made.json());
    await edit(id, { ...draft, locales, defaultLocale: locales[0]!, body: { ...draft.body, title, body } });
    return id;
  }
  const read = async (id: string) => {
    const answer = await api.request(`/v1/announcements/${id}`, editor);
    const record = content.announcement.Record.parse(await answer.json());
    return { ...record, etag: answer.headers.get('etag') ?? '' };
  };
  async function edit(id: string, draft: Awaited<ReturnType<typeof read>>['draft']) {
    const { etag } = await read(id);
    const answer = await api.request(`/v1/announcements/${id}`, editor, {
      method: 'PATCH',
      json: { draft },
      headers: { 'if-match': etag },
    });
    expect(answer.status).toBe(200);
  }
  const act = async (id: string, what: string) => {
    const { etag } = await read(id);
    const answer = await api.request(`/v1/announcements/${id}/${what}`, editor, {
      method: 'POST',
      json: what === 'publish' ? { note: '' } : {},
      headers: { 'if-match': etag },
    });
    expect(answer.status).toBe(200);
  };
  async function retitle(id: string, title: Texts) {
    const { draft } = await read(id);
    await edit(id, { ...draft, body: { ...draft.body, title } });
  }
  const report = async (query = '') =>
    TranslationReport.parse(await (await api.request(`/v1/reports/translations${query}`, viewer)).json());
  const fileOf = async (query: string) => {
    const answer = await api.request(`/v1/translations?${query}`, viewer);
    return { answer, text: await answer.text() };
  };
  const send = (
    text: string,
    query: string,
    { as = editor, match = '*' }: { as?: TestMember; match?: string | null } = {},
  ) =>
    api.request(`/v1/translations${query}`, as, {
      method: 'POST',
      json: { format: text.startsWith('<') ? 'xliff' : 'csv', text },
      headers: match === null ? {} : { 'if-match': match },
    });
  const imported = async (answer: Response) => OpenTextsImportReport.parse(await answer.json());

  test('say by language what is written, missing, outdated, and in which contents a language is not', async () => {
    const news = await banner('News', { en: 'New', ja: '新機能' }, { body: { en: 'Look' } });
    await act(news, 'publish');
    await retitle(news, { en: 'Newer', ja: '新機能' });
    const alone = await banner('Alone', { en: 'Only here' }, { locales: ['en'] });
    const old = await banner('Old', { en: 'Old' });
    await act(old, 'publish');
    await act(old, 'archive');

    const told = await report();
    expect(told.languages.find(({ locale }) => locale === 'ja')).toMatchObject({
      contents: 1,
      of: 2,
      written: 1,
      total: 2,
      outdated: 1,
      sources: ['en'],
    });
    expect(told.contents.map(({ id }) => id)).toEqual([alone, news]);
    expect(told.contents[0]?.absent).toContain('ja');
    expect(told.contents[1]?.texts).toEqual([
      { locale: 'ja', key: 'title', path: 'title', state: 'outdated', source: 'Newer' },
      { locale: 'ja', key: 'body', path: 'body', state: 'missing', source: 'Look' },
    ]);
    expect(told.open).toBe(2);

    const texts = async (query: string) =>
      (await report(query)).contents.flatMap(({ id, texts: found, absent }) => [
        ...found.map(({ key }) => `${id === news ? 'news' : 'alone'} ${key}`),
        ...absent.map((locale) => `absent ${locale}`),
      ]);
    expect(await texts('?locale=ja&state=missing')).toEqual(['news body']);
    expect(await texts('?locale=ja&state=outdated')).toEqual(['news title']);
    expect(await texts('?locale=ja&state=absent')).toEqual(['absent ja']);
    expect(await texts('?kind=survey')).toEqual([]);
    expect((await api.request('/v1/reports/translations?state=lost', viewer)).status).toBe(400);
  });

  test.each(['csv', 'xliff'])(
    'go out as one %s file and come in again, content by content',
    async (format) => {
      const one = await banner('One', { en: 'First' });
      const two = await banner('Two, "too"', { en: 'Second' });
      const { text, answer } = await fileOf(`locale=ja&format=${format}`);
      expect(answer.headers.get('content-disposition')).toContain('attachment; filename="open.ja.');
      const translated = text
        .replace(/"First",""/, '"First","一"')
        .replace(/"Second",""/, '"Second","二"')
        .replace(/(<source>First<\/source>)/, '$1<target>一</target>')
        .replace(/(<source>Second<\/source>)/, '$1<target>二</target>');

      const dry = await send(translated, '?dryRun=true');
      expect(await imported(dry)).toMatchObject({
        applied: false,
        counts: { filled: 2 },
        contents: [
          { id: one, kind: 'announcement', problem: null, texts: [{ key: 'title', after: '一' }] },
          { id: two, name: 'Two, "too"', texts: [{ after: '二' }] },
        ],
      });
      expect((await read(one)).draft.body.title).toEqual({ en: 'First' });

      const tag = dry.headers.get('etag');
      expect((await send(translated, '', { match: null })).status).toBe(428);
      expect((await imported(await send(translated, '', { match: tag }))).applied).toBe(true);
      expect((await read(one)).draft.body.title).toEqual({ en: 'First', ja: '一' });
      expect((await read(two)).draft.body.title).toEqual({ en: 'Second', ja: '二' });
      expect((await report('?locale=ja')).open).toBe(0);
      const log = (await (await api.request('/v1/audit-log', editor)).json()) as {
        data: { action: string }[];
      };
      expect(log.data.filter(({ action }) => action === 'announcement.translate')).toHaveLength(2);
      // somebody changed one of them since the dry run
      expect((await send(translated, '', { match: tag })).status).toBe(412);
    },
  );

  test('are taken over though somebody changed a content meanwhile that the file has no new words for', async () => {
    const one = await banner('One', { en: 'First' });
    const two = await banner('Two', { en: 'Second' });
    const translated = (await fileOf('locale=ja&format=csv')).text.replace('"First",""', '"First","一"');
    const match = (await send(translated, '?dryRun=true')).headers.get('etag');
    await retitle(two, { en: 'Second, better' });
    expect((await imported(await send(translated, '?skip=true', { match }))).applied).toBe(true);
    expect((await read(one)).draft.body.title['ja']).toBe('一');

    const again = translated.replace('"一"', '"一番"');
    const looked = (await send(again, '?dryRun=true')).headers.get('etag');
    await retitle(one, { en: 'First', ja: '一つ' });
    expect((await send(again, '?skip=true', { match: looked })).status).toBe(412);
  });

  test('take nothing of a file of which one text cannot be taken, unless it is left out', async () => {
    const one = await banner('One', { en: 'First' });
    const alone = await banner('Alone', { en: 'Only here' }, { locales: ['en'] });
    const line = (id: string, source: string) => `${id},x,title,${source},語\n`;
    const csv = `content,name,key,source en,target ja\n${line(one, 'First')}${line(alone, 'Only here')}${line('ann_gone', 'x')}`;
    const refused = await send(csv, '');
    expect(refused.status).toBe(409);
    expect(((await refused.json()) as Problem).errors?.map(({ path, code }) => [path, code])).toEqual([
      [`${alone} title`, 'unknown'],
      ['ann_gone title', 'unknown'],
    ]);
    expect((await read(one)).draft.body.title).toEqual({ en: 'First' });
    const taken = await imported(await send(csv, '?skip=true'));
    expect(taken.contents.map(({ problem }) => problem)).toEqual([
      null,
      'not_in_language',
      'unknown_content',
    ]);
    expect((await read(one)).draft.body.title['ja']).toBe('語');
    expect((await read(alone)).draft.body.title).toEqual({ en: 'Only here' });
  });

  test('a file is translated from one language, and says from which', async () => {
    await banner('One', { en: 'First' }, { locales: ['en', 'ko'] });
    await banner('Two', { ja: '二' }, { locales: ['ja', 'ko'] });
    const { answer } = await fileOf('locale=ko');
    expect(answer.status).toBe(400);
    expect((await report('?locale=ko')).languages.find(({ locale }) => locale === 'ko')?.sources).toEqual([
      'en',
      'ja',
    ]);
    expect((await fileOf('locale=ko&source=ja')).text).toContain('"title","二",""');
  });

  test('what is brought in is a change of the draft: it has to be reviewed again', async () => {
    const one = await banner('One', { en: 'First' });
    const before = (await read(one)).draftedBy;
    const csv = `content,name,key,source en,target ja\n${one},x,title,First,一\n`;
    expect((await send(csv, '', { as: colleague })).status).toBe(200);
    expect((await read(one)).draftedBy).not.toEqual(before);
  });

  test('need somebody who may write, a file that names contents, and stay in the workspace', async () => {
    const one = await banner('One', { en: 'First' });
    const csv = `content,name,key,source en,target ja\n${one},x,title,First,一\n`;
    expect((await send(csv, '', { as: viewer })).status).toBe(403);
    const nameless = await send('key,source en,target ja\ntitle,First,一\n', '?dryRun=true');
    expect(((await nameless.json()) as Problem).errors?.[0]?.path).toBe('text');
    const elsewhere = await api.organisation();
    const stranger = await api.member(elsewhere.organisationId, 'admin', elsewhere.workspaceId);
    const answer = await imported(await send(csv, '?skip=true', { as: stranger }));
    expect(answer).toMatchObject({ applied: false, contents: [{ problem: 'unknown_content' }] });
    expect((await read(one)).draft.body.title).toEqual({ en: 'First' });
  });
});

test('two hundred contents are one read, and told within half a second', async () => {
  const api = await openTestApp('sqlite');
  const { organisationId, workspaceId } = await api.organisation();
  const editor = await api.member(organisationId, 'admin', workspaceId);
  for (let n = 0; n < 200; n += 1)
    await api.request('/v1/surveys', editor, {
      method: 'POST',
      json: { name: `Survey ${n}`, template: 'relationship-nps' },
    });
  await api.request('/v1/reports/translations', editor);
  const started = performance.now();
  const answer = await api.request('/v1/reports/translations', editor);
  expect(answer.status).toBe(200);
  expect(performance.now() - started).toBeLessThan(500);
  await api.close();
});
