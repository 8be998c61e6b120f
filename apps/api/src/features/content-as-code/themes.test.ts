import type { ImportReport } from '@banso/contract/as-code';
import type { Theme } from '@banso/contract/theme';
import { themes } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import { describe, expect, test } from 'vitest';
import type { TestApp, TestMember } from '../../testing.ts';
import { codeSuite } from './testing/code-suite.ts';

interface Made {
  id: string;
  draft: { delivery: Record<string, unknown> };
}

describe.each(DIALECTS)('themes as code on %s', (dialect) => {
  let api: TestApp;
  let organisationId: string;
  let staging: TestMember;
  let production: TestMember;
  let productionId: string;
  const { sent, exported, taken, refused, acts } = codeSuite(dialect, (here) => {
    ({ api, organisationId, staging, production, productionId } = here);
  });

  const theme = (name: string, look: object, caller = staging) =>
    sent<Theme>('/v1/themes', caller, { name, slug: name.toLowerCase(), look });
  async function wearing(themeId: string, caller = staging): Promise<Made> {
    const { id, draft } = await sent<Made>('/v1/announcements', caller, { name: 'Hello', slug: 'hello' });
    const delivery = {
      ...draft.delivery,
      themeId,
      audience: { type: 'content', contentId: id, phase: 'shown', happened: false },
    };
    return sent<Made>(`/v1/announcements/${id}`, caller, { draft: { ...draft, delivery } }, 'PATCH');
  }
  const there = () => api.database.forWorkspace(productionId).read((db) => themes.list(db, productionId));
  const outcomes = ({ themes: told }: ImportReport) =>
    Object.fromEntries(told.map(({ path, outcome }) => [path, outcome]));

  test('go along by their slug, with the rest of the delivery, and come out the same', async () => {
    const brand = await theme('Brand', { radius: 4, accent: '#aa3366' });
    await wearing(brand.id);
    const out = await exported(staging);
    expect(out.missing).toEqual([]);
    expect(out.files.map(({ path }) => path)).toEqual(['announcements/hello.yaml', 'themes/brand.yaml']);
    const text = out.files.map((file) => file.text).join('');
    expect(text).toContain('  theme: themes/brand\n');
    expect(text).toContain('content: announcements/hello\n');
    expect(text).not.toMatch(/(thm|ann)_[0-9a-f]/);

    expect(outcomes(await taken(out.files, {}, '?dryRun=true'))).toEqual({ 'themes/brand.yaml': 'created' });
    expect(await there()).toHaveLength(1);
    await taken(out.files.toReversed(), { note: 'git 3f2a91c' });
    expect(outcomes(await taken(out.files))).toEqual({ 'themes/brand.yaml': 'unchanged' });
    expect((await exported(production)).files).toEqual(out.files);
    expect((await acts()).find(({ action }) => action === 'theme.import')?.change).toMatchObject({
      file: 'themes/brand.yaml',
      name: 'Brand',
      note: 'git 3f2a91c',
    });
  });

  test('one content takes its theme along, and what the workspace wears by default stays its own', async () => {
    const [plain, brand] = [await theme('Plain', {}), await theme('Brand', { radius: 4 })];
    const { id } = await wearing(brand.id);
    const paths = async () =>
      (await exported(staging, `?content=${id}&references=true`)).files.map(({ path }) => path);
    expect(await paths()).toEqual(['announcements/hello.yaml', 'themes/brand.yaml']);
    expect((await exported(staging)).files.map(({ path }) => path)).toContain(`themes/${plain.slug}.yaml`);
    expect((await exported(staging)).files.map(({ path }) => path)).not.toContain('themes/default.yaml');
  });

  test('what was changed there is a conflict; what customers see takes the rights that a change of it does', async () => {
    const brand = await theme('Brand', { radius: 4 });
    await wearing(brand.id);
    const { files } = await exported(staging);
    await taken(files);
    const [, own] = await there();
    await sent(`/v1/themes/${own?.id}`, production, { look: { radius: 20 } }, 'PATCH');
    const other = await refused(files);
    expect(other).toMatchObject({
      status: 409,
      errors: [{ path: 'themes/brand.yaml', code: 'changed_there' }],
    });
    const dry = await taken(files, {}, '?dryRun=true');
    expect(dry.themes[0]).toMatchObject({
      outcome: 'changed',
      changes: [{ type: 'setting', path: 'look.radius', from: 20, to: 4 }],
      conflict: { known: true },
    });
    const replace = [{ path: 'themes/brand.yaml', revision: dry.themes[0]?.conflict?.revision }];
    await taken(files, { replace });
    expect((await there())[1]?.look).toEqual({ radius: 4 });
  });

  test('a look of the default theme takes whoever administers', async () => {
    const file = { path: 'themes/default.yaml', text: 'name: Default\nlook:\n  accent: "#aa3366"\n' };
    const replace = [{ path: file.path, revision: 1 }];
    expect(await refused([file], { replace })).toMatchObject({ status: 403, code: 'forbidden' });
    const owner = await api.member(organisationId, 'owner', productionId);
    await taken([file], { replace }, '', owner);
    expect((await there())[0]).toMatchObject({ isDefault: true, look: { accent: '#aa3366' } });
  });

  test.each([
    { text: 'name: A\nlook:\n  accent: red\n', told: 'themes/a.yaml:3 look.accent' },
    { text: 'name: Default\nlook: {}\n', told: 'themes/a.yaml:1 name' },
  ])('says where a file is wrong: $told', async ({ text, told }) => {
    const { errors } = await refused([{ path: 'themes/a.yaml', text }]);
    expect(errors.map(({ path }) => path)).toEqual([told]);
  });
});
