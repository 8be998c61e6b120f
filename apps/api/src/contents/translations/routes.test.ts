import { content, translation } from '@banso/contract';
import { DIALECTS } from '@banso/database/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestMember } from '../../testing.ts';

interface Problem {
  code: string;
  errors?: { path: string; code: string }[];
}

describe.each(DIALECTS)('translations on %s', (dialect) => {
  let api: TestApp;
  let editor: TestMember;
  let path: string;
  let etag: string;

  beforeEach(async () => {
    api = await openTestApp(dialect);
    const { organisationId, workspaceId } = await api.organisation();
    editor = await api.member(organisationId, 'admin', workspaceId);
    const made = await api.request('/v1/surveys', editor, {
      method: 'POST',
      json: { name: 'Quarterly', template: 'relationship-nps' },
    });
    const survey = content.survey.Record.parse(await made.json());
    const { title, ...rest } = survey.draft.body;
    const body = { ...rest, title: { en: title['en'] ?? '', ja: title['ja'] ?? '' } };
    path = `/v1/surveys/${survey.id}`;
    const patched = await api.request(path, editor, {
      method: 'PATCH',
      json: { draft: { ...survey.draft, body } },
      headers: { 'if-match': made.headers.get('etag') ?? '' },
    });
    etag = patched.headers.get('etag') ?? '';
  });
  afterEach(() => api.close());

  const fetched = (query: string) => api.request(`${path}/translations?${query}`, editor);
  const sent = (
    text: string,
    {
      query = '',
      format = 'csv',
      match = etag,
    }: { query?: string; format?: string; match?: string | null } = {},
  ) =>
    api.request(`${path}/translations${query}`, editor, {
      method: 'POST',
      json: { format, text },
      headers: match === null ? {} : { 'if-match': match },
    });
  const reportOf = async (answer: Response) => translation.ImportReport.parse(await answer.json());
  const problemOf = async (answer: Response) => (await answer.json()) as Problem;
  const stored = async () => content.survey.Record.parse(await (await api.request(path, editor)).json());
  const audited = async () => {
    const log = (await (await api.request('/v1/audit-log', editor)).json()) as {
      data: { action: string; change: unknown }[];
    };
    return log.data.filter(({ action }) => action === 'survey.translate').map(({ change }) => change);
  };

  test('the file goes out as an attachment, is translated, and fills what was missing', async () => {
    expect((await stored()).translations).toContainEqual({ locale: 'ko', written: 9, total: 10 });
    const out = await fetched('locale=ko');
    expect(out.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(out.headers.get('content-disposition')).toMatch(/^attachment; filename="quarterly-\w+\.ko\.csv"$/);
    expect(out.headers.get('etag')).toBe(etag);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await out.arrayBuffer());
    expect(text.startsWith('\uFEFF"key","source en","target ko"\r\n')).toBe(true);

    const translated = text.replace('"One question about us",""', '"One question about us","한 가지만요"');
    const dry = await reportOf(await sent(translated, { query: '?dryRun=true' }));
    expect(dry).toMatchObject({ locale: 'ko', applied: false, counts: { filled: 1, unchanged: 9 } });
    expect(dry.texts).toEqual([
      { key: 'title', path: 'title', outcome: 'filled', before: '', after: '한 가지만요' },
    ]);
    expect((await stored()).draft.body.title['ko']).toBeUndefined();

    const answer = await sent(translated);
    expect(await reportOf(answer)).toMatchObject({ applied: true });
    expect(answer.headers.get('etag')).not.toBe(etag);
    const after = await stored();
    expect(after.draft.body.title['ko']).toBe('한 가지만요');
    expect(after.translations).toContainEqual({ locale: 'ko', written: 10, total: 10 });
    expect(await audited()).toEqual([{ locale: 'ko', format: 'csv', texts: 1 }]);
  });

  test.each(['csv', 'xliff'])(
    '%s: out and in again changes nothing and is not written down',
    async (format) => {
      const text = await (await fetched(`locale=ja&format=${format}`)).text();
      const answer = await sent(text, { format });
      expect(await reportOf(answer)).toMatchObject({ applied: false, texts: [] });
      expect(answer.headers.get('etag')).toBe(etag);
      expect(await audited()).toEqual([]);
    },
  );

  test('a text that is unknown or of another source refuses all of it, unless it is left out', async () => {
    const csv =
      'key,source en,target ko\ntitle,One question about us,한 가지만요\ngone,x,y\nquestions.score.text,old,z\n';
    const refused = await sent(csv);
    expect(refused.status).toBe(409);
    expect((await problemOf(refused)).errors?.map(({ path: key, code }) => [key, code])).toEqual([
      ['gone', 'unknown'],
      ['questions.score.text', 'source_changed'],
    ]);
    expect((await stored()).draft.body.title['ko']).toBeUndefined();
    const taken = await reportOf(await sent(csv, { query: '?skip=true' }));
    expect(taken).toMatchObject({ applied: true, counts: { filled: 1, unknown: 1, source_changed: 1 } });
  });

  test.each([
    { query: 'locale=en', path: 'query.locale', because: 'the default language' },
    { query: 'locale=de', path: 'query.locale', because: 'a language that the content does not have' },
    { query: 'locale=ko&format=pdf', path: 'query.format', because: 'a format that there is not' },
    { query: '', path: 'query.locale', because: 'no language' },
  ])('an export is refused for $because', async ({ query, path: field }) => {
    const answer = await fetched(query);
    expect(answer.status).toBe(400);
    expect((await problemOf(answer)).errors?.[0]?.path).toBe(field);
  });

  test.each([
    { csv: 'nothing', path: 'text.line 1', because: 'no columns' },
    { csv: 'key,source en,target de\n', path: 'text', because: 'another language' },
    {
      csv: `key,source en,target ko\ntitle,One question about us,${'가'.repeat(20_001)}`,
      path: 'draft.body.title.ko',
      because: 'a text that is too long',
    },
  ])('an import is refused for $because, with its place', async ({ csv, path: field }) => {
    const answer = await sent(csv);
    expect(answer.status).toBe(400);
    expect((await problemOf(answer)).errors?.[0]?.path).toBe(field);
  });

  test('an import needs the state that was seen, and somebody who may write', async () => {
    const csv = 'key,source en,target ko\ntitle,One question about us,하나\n';
    expect((await sent(csv, { match: null })).status).toBe(428);
    expect((await sent(csv, { match: '"r0"' })).status).toBe(412);
    expect((await sent('x'.repeat(900_001))).status).toBe(400);
  });

  test('the list finds what is incomplete in a language', async () => {
    const names = async (query: string) => {
      const answer = (await (await api.request(`/v1/surveys?${query}`, editor)).json()) as {
        data: { name: string }[];
        nextCursor: string | null;
      };
      return [answer.data.map(({ name }) => name), answer.nextCursor];
    };
    for (const name of ['A', 'B'])
      await api.request('/v1/surveys', editor, { method: 'POST', json: { name, template: 'churn-exit' } });
    expect(await names('incompleteIn=ko')).toEqual([['Quarterly'], null]);
    expect(await names('incompleteIn=ja')).toEqual([[], null]);
    expect(await names('incompleteIn=de')).toEqual([[], null]);
    expect(await names('limit=1')).toEqual([['B'], expect.any(String)]);
  });
});
