import { type ImportReport, MAX_IMPORT_BYTES } from '@banso/contract/as-code';
import { contents, workspaces } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import type { Condition } from '@banso/domain/targeting';
import { describe, expect, test } from 'vitest';
import { TEMPLATES } from '../../contents/templates/all.ts';
import type { Caller, TestApp, TestMember } from '../../testing.ts';
import { codeSuite, type Files } from './testing/code-suite.ts';

interface Made {
  id: string;
  slug: string;
  draft: { delivery: { audience: Condition }; body: Record<string, unknown> };
}

describe.each(DIALECTS)('content as code on %s', (dialect) => {
  let api: TestApp;
  let organisationId: string;
  let staging: TestMember;
  let production: TestMember;
  let productionId: string;

  const { sent, send, exported, taken, refused, acts } = codeSuite(dialect, (here) => {
    ({ api, organisationId, staging, production, productionId } = here);
  });

  const made = (noun: string, json: unknown, caller: Caller = staging) =>
    sent<Made>(`/v1/${noun}`, caller, json);
  const outcomes = ({ contents: all }: ImportReport) =>
    Object.fromEntries(all.map(({ path, outcome }) => [path, outcome]));
  const rowsThere = () =>
    api.database.forWorkspace(productionId).read((db) => contents.listNames(db, productionId));

  /** Something of every kind, which ask for one another; one of them is put away. */
  async function aWorkspaceFull(): Promise<void> {
    for (const { id, kind } of TEMPLATES)
      await made(`${kind}s`, { name: `From ${id}`, slug: id, template: id });
    const old = await made('surveys', { name: 'Last year', slug: 'last-year' });
    await sent(`/v1/surveys/${old.id}/archive`, staging, {});
    const { id, draft } = await made('resources', { name: 'After: "the" tour\n', slug: 'after' });
    const { data } = await sent<{ data: Made[] }>('/v1/checklists', staging, undefined, 'GET');
    const answered = { type: 'content', contentId: old.id, phase: 'answered', happened: false };
    const done = { type: 'content', contentId: data[0]?.id, phase: 'completed', happened: true };
    const audience = { type: 'any', of: [answered, { type: 'not', of: { type: 'all', of: [done] } }] };
    const body = {
      ...draft.body,
      body: { ko: '안녕\n\n  들여쓰기 \n', en: ' a: b # c\n', ja: '# 見出し\n\n- 一\n' },
    };
    await sent(
      `/v1/resources/${id}`,
      staging,
      { draft: { ...draft, delivery: { ...draft.delivery, audience }, body } },
      'PATCH',
    );
  }

  test('what goes out of one workspace and into an empty one comes out of that one the same', async () => {
    await aWorkspaceFull();
    const { files, missing, ownIds } = await exported(staging);
    expect({ missing, ownIds }).toEqual({ missing: [], ownIds: [] });
    expect(files.map(({ path }) => path)).toContain('resources/after.yaml');
    expect(files.find(({ path }) => path === 'surveys/last-year.yaml')?.text).toContain('archived: true');
    const text = files.find(({ path }) => path === 'resources/after.yaml')?.text ?? '';
    expect(text).toContain('content: surveys/last-year\n');
    expect(text).not.toMatch(/(srv|chk|res|ann)_/);
    expect(text).toContain('    ja: |\n      # 見出し\n\n      - 一\n');

    const report = await taken(files.toReversed(), { note: 'git 3f2a91c' });
    expect(new Set(Object.values(outcomes(report)))).toEqual(new Set(['created']));
    expect(await exported(production)).toEqual({ files, missing, ownIds });
    expect((await rowsThere()).find(({ slug }) => slug === 'last-year')?.status).toBe('archived');
    const written = await acts();
    expect(written.filter(({ action }) => action.endsWith('.import'))).toHaveLength(files.length);

    const again = await taken(files, { publish: false });
    expect(new Set(Object.values(outcomes(again)))).toEqual(new Set(['unchanged']));
    expect(await acts()).toHaveLength(written.length);
  });

  test('a dry run tells what an import then does, and changes nothing', async () => {
    await made('surveys', { name: 'Quarterly', slug: 'quarterly' });
    const { files } = await exported(staging);
    await taken(files);
    const other = files.map(({ path, text }) => ({
      path,
      text: text
        .replace('name: Quarterly', 'name: Twice a year')
        .replace('samplePercent: 100', 'samplePercent: 40')
        .replace('en: Extremely likely', 'en: Certainly'),
    }));
    const before = await exported(production);
    const dry = await taken(other, {}, '?dryRun=true');
    expect(dry.applied).toBe(false);
    expect(dry.contents).toMatchObject([
      {
        path: 'surveys/quarterly.yaml',
        outcome: 'changed',
        name: 'Twice a year',
        nameBefore: 'Quarterly',
        status: 'draft',
        conflict: null,
        changes: [
          { type: 'text', locale: 'en', from: 'Extremely likely', to: 'Certainly' },
          { type: 'setting', path: 'delivery.samplePercent', from: 100, to: 40 },
        ],
      },
    ]);
    expect(await exported(production)).toEqual(before);
    const wet = await taken(other);
    expect(wet).toEqual({ ...dry, applied: true });
    expect((await exported(production)).files).toEqual(other);
  });

  test('carries tags, and says how they change', async () => {
    await made('surveys', { name: 'Quarterly', slug: 'quarterly', tags: ['Feedback', '四半期'] });
    const { files } = await exported(staging);
    const said = 'tags:\n  - Feedback\n  - 四半期\n';
    expect(files[0]?.text).toContain(said);
    const saying = (words: string) =>
      files.map(({ path, text }) => ({ path, text: text.replace(said, words) }));
    await taken(files);
    expect((await exported(production)).files).toEqual(files);
    const other = saying('tags:\n  - Feedback\n  - Q3\n');
    expect((await taken(other, {}, '?dryRun=true')).contents).toMatchObject([
      {
        outcome: 'changed',
        tags: ['Feedback', 'Q3'],
        tagsBefore: ['Feedback', '四半期'],
        changes: [],
        conflict: null,
      },
    ]);
    expect((await exported(production)).files).toEqual(files);
    await taken(other);
    expect((await exported(production)).files).toEqual(other);
    const older = await taken(saying(''));
    expect(older.contents, 'a file from before there were tags').toMatchObject([{ outcome: 'unchanged' }]);
    expect((await taken(saying('tags: []\n'))).contents).toMatchObject([
      { tags: [], tagsBefore: ['Feedback', 'Q3'] },
    ]);
  });

  test('takes all or nothing, and names file, line and field', async () => {
    await made('surveys', { name: 'Good', slug: 'good' });
    const [good] = (await exported(staging)).files;
    if (!good) throw new Error('Nothing was exported');
    const wrong = (from: string | RegExp, to: string) => ({
      path: 'surveys/wrong.yaml',
      text: good.text.replace(from, to),
    });
    const lineOf = (file: { text: string }, words: string) =>
      file.text.split('\n').findIndex((line) => line.includes(words)) + 1;
    const percent = wrong('samplePercent: 100', 'samplePercent: 400');
    const answer = await refused([good, percent]);
    expect(answer).toMatchObject({ status: 400, code: 'invalid' });
    expect(answer.errors).toMatchObject([
      {
        path: `surveys/wrong.yaml:${lineOf(percent, 'samplePercent')} delivery.samplePercent`,
        code: 'too_big',
      },
    ]);
    expect(await rowsThere()).toEqual([]);

    const errorOf = async (file: Files[number]) => (await refused([good, file])).errors[0];
    expect(await errorOf(wrong('name: Good', 'name: Good\ncolour: red'))).toMatchObject({
      code: 'unrecognized_keys',
      message: expect.stringContaining('colour') as string,
    });
    expect(await errorOf(wrong('name: Good', 'name: "open'))).toMatchObject({
      path: expect.stringMatching(/^surveys\/wrong\.yaml:\d+$/) as string,
      code: 'unreadable',
    });
    expect(await errorOf(wrong('name: Good', 'name: "\\0"'))).toMatchObject({
      path: 'surveys/wrong.yaml:1 name',
      code: 'not_storable',
    });
    expect(await errorOf({ ...good, path: 'surveys/../x.yaml' })).toMatchObject({ code: 'unknown_file' });
    expect(await errorOf(good)).toMatchObject({ path: 'surveys/good.yaml', code: 'twice' });
    expect(await rowsThere()).toEqual([]);
  });

  test('a reference that leads nowhere is named; one that goes along is enough', async () => {
    const first = await made('checklists', { name: 'First week', slug: 'first-week' });
    const { id, draft } = await made('surveys', { name: 'After', slug: 'after' });
    const audience = { type: 'content', contentId: first.id, phase: 'completed', happened: true };
    await sent(
      `/v1/surveys/${id}`,
      staging,
      { draft: { ...draft, delivery: { ...draft.delivery, audience } } },
      'PATCH',
    );
    const alone = await exported(staging, `?content=${id}`);
    expect(alone.files.map(({ path }) => path)).toEqual(['surveys/after.yaml']);
    expect((await refused(alone.files)).errors).toMatchObject([
      {
        path: expect.stringMatching(/^surveys\/after\.yaml:\d+ delivery\.audience\.content$/) as string,
        code: 'unknown_reference',
        message: 'there is no checklists/first-week in the files, and none in the workspace',
      },
    ]);
    const both = await exported(staging, `?content=${id}&references=true`);
    expect(both.files.map(({ path }) => path)).toEqual(['checklists/first-week.yaml', 'surveys/after.yaml']);
    await taken(both.files);
    // and then it is there
    expect(outcomes(await taken(alone.files))).toEqual({ 'surveys/after.yaml': 'unchanged' });

    await api.request(`/v1/checklists/${first.id}`, staging, { method: 'DELETE' });
    const lost = await exported(staging);
    expect(lost.missing).toEqual([{ path: 'surveys/after.yaml', id: first.id }]);
    expect((await refused(lost.files)).errors[0]).toMatchObject({ code: 'unknown_reference' });
  });

  test('work of somebody else is a conflict until it was seen', async () => {
    const { id, draft } = await made('surveys', { name: 'NPS', slug: 'nps' });
    const { files } = await exported(staging);
    await taken(files);
    const [there] = await rowsThere();
    const edit = (words: string, caller: Caller, of: string) =>
      sent(
        `/v1/surveys/${of}`,
        caller,
        { draft: { ...draft, body: { ...draft.body, title: { en: words, ja: '', ko: '' } } } },
        'PATCH',
      );
    await edit('Ours', staging, id);
    const ours = (await exported(staging)).files;
    expect(outcomes(await taken(ours))).toEqual({ 'surveys/nps.yaml': 'changed' });

    await edit('Theirs', production, there?.id ?? '');
    await edit('Ours again', staging, id);
    const next = (await exported(staging)).files;
    const dry = await taken(next, {}, '?dryRun=true');
    const conflict = dry.contents[0]?.conflict;
    expect(conflict).toMatchObject({ by: { name: 'The member' }, known: true });
    expect(await refused(next)).toMatchObject({
      status: 409,
      code: 'conflict',
      errors: [{ path: 'surveys/nps.yaml', code: 'changed_there' }],
    });
    await edit('Theirs, later', production, there?.id ?? '');
    const replace = [{ path: 'surveys/nps.yaml', revision: conflict?.revision ?? 0 }];
    expect((await refused(next, { replace })).code).toBe('conflict');
    const seen = (await taken(next, {}, '?dryRun=true')).contents[0]?.conflict?.revision;
    await taken(next, { replace: [{ path: 'surveys/nps.yaml', revision: seen }] });
    expect((await exported(production)).files).toEqual(next);
    // what comes from the same place again is no conflict
    await edit('Ours at last', staging, id);
    expect((await taken((await exported(staging)).files)).contents[0]?.conflict).toBeNull();
  });

  test('a draft with unpublished changes that was never imported is a conflict too', async () => {
    await made('surveys', { name: 'Ours', slug: 'nps' });
    const { files } = await exported(staging);
    const theirs = await made('surveys', { name: 'Theirs', slug: 'nps' }, production);
    const other = files.map(({ path, text }) => ({ path, text: text.replace('100', '50') }));
    expect((await taken(other, {}, '?dryRun=true')).contents[0]?.conflict).toMatchObject({ known: false });
    await sent(`/v1/surveys/${theirs.id}/publish`, production, {});
    // what is published stays as a version
    expect((await taken(other, {}, '?dryRun=true')).contents[0]?.conflict).toBeNull();
  });

  describe('publishing', () => {
    const statusOf = async () =>
      Object.fromEntries((await rowsThere()).map(({ slug, status }) => [slug, status]));

    test('publishes what is new, once, and leaves what is paused there', async () => {
      await made('surveys', { name: 'A', slug: 'a' });
      await made('surveys', { name: 'B', slug: 'b' });
      const { files } = await exported(staging);
      const report = await taken(files, { publish: true, note: 'First' });
      expect(report.contents.map(({ published }) => published)).toEqual([true, true]);
      expect(await statusOf()).toEqual({ a: 'published', b: 'published' });
      const idOfB = (await rowsThere()).find(({ slug }) => slug === 'b')?.id ?? '';
      await sent(`/v1/surveys/${idOfB}/pause`, production, {});
      const other = files.map(({ path, text }) => ({
        path,
        text: text.replace('Percent: 100', 'Percent: 50'),
      }));
      const second = await taken(other, { publish: true });
      expect(second.contents.map(({ published, status }) => [published, status])).toEqual([
        [true, 'published'],
        [false, 'paused'],
      ]);
      expect(await statusOf()).toEqual({ a: 'published', b: 'paused' });
      const { data } = await sent<{ data: { version: number; note: string }[] }>(
        `/v1/surveys/${idOfB}/versions`,
        production,
        undefined,
        'GET',
      );
      expect(data).toMatchObject([{ version: 1, note: 'First' }]);
      expect((await taken(other, { publish: true })).contents.map(({ published }) => published)).toEqual([
        false,
        false,
      ]);
    });

    test('what cannot be published refuses everything, with file and field', async () => {
      await made('surveys', { name: 'A', slug: 'a' });
      await made('announcements', { name: 'Empty', slug: 'empty' });
      const { files } = await exported(staging);
      const broken = files.map(({ path, text }) => ({ path, text: text.replace(/en: Empty/, "en: ''") }));
      expect(await refused(broken, { publish: true })).toMatchObject({
        status: 422,
        code: 'not_publishable',
        errors: [{ path: 'announcements/empty.yaml body.title.en', code: 'text_missing' }],
      });
      expect(await rowsThere()).toEqual([]);
      const dry = await taken(broken, { publish: true }, '?dryRun=true');
      expect(dry.contents.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual([
        'text_missing',
      ]);
    });

    test('an approval is asked for where the workspace asks for it', async () => {
      await made('surveys', { name: 'A', slug: 'a' });
      const { files } = await exported(staging);
      const { updatedAt = '' } = (await workspaces.find(api.database.control, productionId)) ?? {};
      await workspaces.update(
        api.database.control,
        productionId,
        updatedAt,
        { requireApproval: true },
        api.clock.now(),
      );
      expect(await refused(files, { publish: true })).toMatchObject({
        status: 409,
        code: 'approval_required',
      });
      await taken(files);
      expect(await refused(files, { publish: true })).toMatchObject({ code: 'approval_required' });
      const supervisor = await api.member(organisationId, 'supervisor', productionId);
      const [row] = await rowsThere();
      await sent(`/v1/surveys/${row?.id}/approve`, supervisor, {});
      await taken(files, { publish: true });
      expect(await statusOf()).toEqual({ a: 'published' });
    });

    test('takes the permission to publish', async () => {
      await made('surveys', { name: 'A', slug: 'a' });
      const { files } = await exported(staging);
      const key = await api.secretKey(productionId, ['write']);
      expect(await refused(files, { publish: true }, key)).toMatchObject({ status: 403, code: 'forbidden' });
      expect(outcomes(await taken(files, {}, '', key))).toEqual({ 'surveys/a.yaml': 'created' });
      expect((await acts()).find(({ action }) => action === 'survey.import')?.actor.kind).toBe('key');
    });
  });

  test('carries more than other requests may, and no more than is said', async () => {
    const file = (text: string) => [{ path: 'surveys/a.yaml', text }];
    const large = [1, 2, 3].map((n) => ({ path: `surveys/a${n}.yaml`, text: '#'.repeat(450_000) }));
    expect((await send(large)).status).toBe(400);
    expect((await send(file('#'.repeat(MAX_IMPORT_BYTES)))).status).toBe(413);
    expect((await send(file('- '.repeat(100_000)))).status).toBe(400);
  });
});
