import type { ImportReport } from '@banso/contract/as-code';
import type { Segment } from '@banso/contract/segment';
import { segments, workspaces } from '@banso/database';
import { DIALECTS } from '@banso/database/testing';
import type { Condition } from '@banso/domain/targeting';
import { describe, expect, test } from 'vitest';
import type { Caller, TestApp, TestMember } from '../../testing.ts';
import { codeSuite, type Problem } from './testing/code-suite.ts';

interface Made {
  id: string;
  draft: { delivery: Record<string, unknown>; body: Record<string, unknown> };
}

const isAdmin: Condition = { type: 'trait', subject: 'contact', key: 'role', op: 'is', value: 'admin' };
const inSegment = (segmentId: string): Condition => ({ type: 'segment', segmentId });
const all = (...of: Condition[]): Condition => ({ type: 'all', of });
const list = (...ids: string[]): Condition => ({ type: 'list', subject: 'contact', ids });

describe.each(DIALECTS)('segments as code on %s', (dialect) => {
  let api: TestApp;
  let organisationId: string;
  let staging: TestMember;
  let production: TestMember;
  let stagingId: string;
  let productionId: string;

  const { sent, exported, taken, refused, acts } = codeSuite(dialect, (here) => {
    ({ api, organisationId, staging, production, stagingId, productionId } = here);
  });

  const saved = (name: string, condition: Condition, over: object = {}, caller: Caller = staging) =>
    sent<Segment>('/v1/segments', caller, {
      name,
      slug: name.toLowerCase().replaceAll(' ', '-'),
      condition,
      ...over,
    });
  const patch = (id: string, to: object, caller: Caller = staging) =>
    sent<Segment>(`/v1/segments/${id}`, caller, to, 'PATCH');
  async function aimed(
    noun: string,
    slug: string,
    delivery: object,
    caller: Caller = staging,
  ): Promise<Made> {
    const { id, draft } = await sent<Made>(`/v1/${noun}`, caller, { name: slug, slug });
    const changed = { ...draft, delivery: { ...draft.delivery, ...delivery } };
    return sent<Made>(`/v1/${noun}/${id}`, caller, { draft: changed }, 'PATCH');
  }
  const there = () => api.database.forWorkspace(productionId).read((db) => segments.list(db, productionId));
  const outcomes = ({ segments: told }: ImportReport) =>
    Object.fromEntries(told.map(({ path, outcome }) => [path, outcome]));

  /** Everything that holds an id, and everything beside an audience that a delivery can say. */
  async function aWorkspaceFull(): Promise<void> {
    const nps = await aimed('surveys', 'nps', {
      waves: { from: '2026-04-01', months: 3, percent: 50 },
      quota: { answers: 400, per: 'wave' },
    });
    const admins = await saved('Admins', all(isAdmin, list('kenji', 'mika')), {
      description: 'Who\n\nsets up.',
    });
    const promoters = await saved('Promoters', {
      type: 'answer',
      surveyId: nps.id,
      question: 'score',
      op: 'band',
      value: 'promoter',
      withinDays: 90,
    });
    const both = await saved(
      '推薦する管理者',
      {
        type: 'any',
        of: [{ type: 'not', of: inSegment(admins.id) }, inSegment(promoters.id)],
      },
      { slug: 'advocates' },
    );
    await aimed('surveys', 'after-a-ticket', {
      audience: inSegment(both.id),
      transaction: { event: 'ticket_closed', property: 'ticketId', withinDays: 7 },
      quota: { answers: 50, per: 'total' },
    });
    await aimed('announcements', 'hello', {
      audience: all(
        inSegment(admins.id),
        { type: 'content', contentId: nps.id, phase: 'shown', happened: false },
        { type: 'answer', surveyId: nps.id, question: null, op: 'answered', withinDays: null },
      ),
      experiment: {
        unit: 'account',
        controlPercent: 10,
        goal: { event: 'upgraded', withinDays: 30 },
        plannedPerArm: 100,
      },
      everyone: true,
    });
    const start = await sent<Made>('/v1/checklists', staging, {
      name: 'Start',
      slug: 'start',
      template: 'first-week',
    });
    const steps = start.draft.body['steps'] as object[];
    const body = {
      ...start.draft.body,
      steps: [
        { ...steps[0], visibleWhen: inSegment(admins.id), completeWhen: inSegment(promoters.id) },
        ...steps.slice(1),
      ],
    };
    await sent(`/v1/checklists/${start.id}`, staging, { draft: { ...start.draft, body } }, 'PATCH');
  }

  test('go out of one workspace and into an empty one, and come out of that one the same', async () => {
    await aWorkspaceFull();
    const out = await exported(staging);
    expect(out.missing).toEqual([]);
    expect(out.files.map(({ path }) => path)).toEqual([
      'announcements/hello.yaml',
      'checklists/start.yaml',
      'segments/admins.yaml',
      'segments/advocates.yaml',
      'segments/promoters.yaml',
      'surveys/after-a-ticket.yaml',
      'surveys/nps.yaml',
    ]);
    const text = out.files.map((file) => file.text).join('');
    expect(text).not.toMatch(/(srv|chk|res|ann|seg)_[0-9a-f]/);
    expect(text).toContain('segment: segments/admins\n');
    expect(text).toContain('survey: surveys/nps\n');
    const dry = await taken(out.files, {}, '?dryRun=true');
    expect(new Set(Object.values(outcomes(dry)))).toEqual(new Set(['created']));
    expect(await there()).toEqual([]);
    await taken(out.files.toReversed(), { note: 'git 3f2a91c' });
    expect(await exported(production)).toEqual(out);
    const written = await acts();
    expect(written.filter(({ action }) => action === 'segment.import').map(({ change }) => change)).toEqual(
      expect.arrayContaining([
        { file: 'segments/admins.yaml', name: 'Admins', revision: 1, note: 'git 3f2a91c' },
      ]),
    );
    // its own answer can be sent back as it is, and a second time nothing happens
    const again = await api.request('/v1/imports/content', production, { method: 'POST', json: out });
    expect(new Set(Object.values(outcomes((await again.json()) as ImportReport)))).toEqual(
      new Set(['unchanged']),
    );
    expect(await acts()).toHaveLength(written.length);
  });

  test('a content takes along the segments that it needs, and what those need', async () => {
    await aWorkspaceFull();
    await saved('Unneeded', isAdmin);
    const { data } = await sent<{ data: { id: string; slug: string }[] }>(
      '/v1/surveys',
      staging,
      undefined,
      'GET',
    );
    const id = data.find(({ slug }) => slug === 'after-a-ticket')?.id;
    const { files } = await exported(staging, `?content=${id}&references=true`);
    expect(files.map(({ path }) => path)).toEqual([
      'segments/admins.yaml',
      'segments/advocates.yaml',
      'segments/promoters.yaml',
      'surveys/after-a-ticket.yaml',
      'surveys/nps.yaml',
    ]);
    await taken(files);
  });

  test('one that is missing is named with file and line, in a content and in a segment', async () => {
    await aWorkspaceFull();
    const { files } = await exported(staging);
    const without = files.filter(
      ({ path }) => !path.endsWith('/promoters.yaml') && !path.endsWith('/nps.yaml'),
    );
    const line = (path: string, words: string) =>
      (files
        .find((file) => file.path === path)
        ?.text.split('\n')
        .findIndex((one) => one.includes(words)) ?? 0) + 1;
    const { status, errors } = await refused(without);
    expect(status).toBe(400);
    expect(errors.map(({ path, code, message }) => [path, code, message.split(' in the')[0]])).toEqual(
      expect.arrayContaining([
        [
          `segments/advocates.yaml:${line('segments/advocates.yaml', 'segments/promoters')} condition.of.1.segment`,
          'unknown_reference',
          'there is no segments/promoters',
        ],
        [
          `announcements/hello.yaml:${line('announcements/hello.yaml', 'survey: surveys/nps')} delivery.audience.of.2.survey`,
          'unknown_reference',
          'there is no surveys/nps',
        ],
        [
          `checklists/start.yaml:${line('checklists/start.yaml', 'segments/promoters')} body.steps.0.completeWhen.segment`,
          'unknown_reference',
          'there is no segments/promoters',
        ],
      ]),
    );
    const wrong = files.map(({ path, text }) => ({
      path,
      text: text.replace('segment: segments/', 'segment: surveys/'),
    }));
    expect((await refused(wrong)).errors[0]).toMatchObject({ code: 'wrong_reference' });
    expect(await there()).toEqual([]);
  });

  test('is the same segment after it was renamed on either side', async () => {
    const admins = await saved('Admins', isAdmin);
    await taken((await exported(staging)).files);
    const [before] = await there();
    await patch(before?.id ?? '', { name: 'Our admins' }, production);
    await patch(admins.id, { name: 'Administrators' });
    const { files } = await exported(staging);
    expect(files[0]?.path).toBe('segments/admins.yaml');
    const dry = await taken(files, {}, '?dryRun=true');
    expect(dry.segments).toMatchObject([
      { nameBefore: 'Our admins', name: 'Administrators', conflict: { known: true } },
    ]);
    const { conflict } = dry.segments[0] ?? {};
    expect(await refused(files)).toMatchObject({
      status: 409,
      code: 'conflict',
      errors: [{ code: 'changed_there' }],
    });
    await taken(files, { replace: [{ path: 'segments/admins.yaml', revision: conflict?.revision ?? 0 }] });
    expect((await there()).map(({ id, name }) => [id, name])).toEqual([[before?.id, 'Administrators']]);
    // what comes from the same place again is no conflict
    await patch(admins.id, { name: 'Everybody', condition: all() });
    const next = await taken((await exported(staging)).files);
    expect(next.segments).toMatchObject([{ outcome: 'changed', conflict: null }]);
  });

  test('two may change their names for one another; a name that another one has is refused', async () => {
    const one = await saved('One', isAdmin);
    const two = await saved('Two', all());
    await taken((await exported(staging)).files);
    await patch(one.id, { name: 'Three' });
    await patch(two.id, { name: 'One' });
    await patch(one.id, { name: 'Two' });
    const { files } = await exported(staging);
    await taken(files);
    expect((await there()).map(({ slug, name }) => [slug, name])).toEqual([
      ['two', 'One'],
      ['one', 'Two'],
    ]);
    await taken(files.map(({ path, text }) => ({ path, text: text.replace('name: One', 'name: First') })));
    await saved('Theirs', isAdmin, {}, production);
    const clash = files.map(({ path, text }) => ({ path, text: text.replace('name: One', 'name: Theirs') }));
    expect((await refused(clash)).errors).toMatchObject([
      { path: 'segments/two.yaml:1 name', code: 'taken' },
    ]);
  });

  test('a circle and what is too large are refused by the field, whatever part of it is there already', async () => {
    const inner = await saved('Inner', isAdmin);
    await saved('Outer', inSegment(inner.id));
    const { files } = await exported(staging);
    await taken(files);
    const file = (condition: object) => [
      {
        path: 'segments/inner.yaml',
        text: JSON.stringify({ name: 'Inner', description: '', condition }, null, 1),
      },
    ];
    const round = { type: 'not', of: { type: 'segment', segment: 'segments/outer' } };
    expect((await refused(file(round))).errors).toMatchObject([
      { path: 'segments/inner.yaml:8 condition.of.segment', code: 'circle' },
    ]);
    expect(
      (await refused([...files.filter(({ path }) => path.includes('outer')), ...file(round)])).status,
    ).toBe(400);
    const wide = {
      type: 'all',
      of: Array.from({ length: 90 }, () => ({ type: 'all', of: Array(6).fill(isAdmin) })),
    };
    expect((await refused(file(wide))).errors).toMatchObject([{ code: 'too_large' }]);
    expect((await there()).find(({ slug }) => slug === 'inner')?.condition).toEqual(isAdmin);
  });

  test('acting on what customers see takes the same permissions as in the API, and is told before', async () => {
    const admins = await saved('Admins', isAdmin);
    const outer = await saved('Outer', inSegment(admins.id));
    const hello = await aimed('announcements', 'hello', { audience: inSegment(outer.id) });
    await sent(
      `/v1/announcements/${hello.id}`,
      staging,
      {
        draft: {
          ...hello.draft,
          locales: ['en'],
          defaultLocale: 'en',
          body: { ...hello.draft.body, title: { en: 'Hello' }, body: { en: 'Hello' } },
        },
      },
      'PATCH',
    );
    await taken((await exported(staging)).files, { publish: true });
    const next = (await exported(staging)).files.map(({ path, text }) => ({
      path,
      text: text.replace('value: admin', 'value: owner'),
    }));
    const key = await api.secretKey(productionId, ['read', 'write']);
    const dry = await taken(next, {}, '?dryRun=true', key);
    expect(dry.segments.find(({ path }) => path === 'segments/admins.yaml')).toMatchObject({
      outcome: 'changed',
      changes: [{ type: 'setting', path: 'condition' }],
      actsOn: [{ name: 'hello', isLive: true }],
      problems: [{ path: 'condition', code: 'forbidden' }],
    });
    expect(await refused(next, {}, key)).toMatchObject({
      status: 403,
      errors: [{ path: 'segments/admins.yaml condition', code: 'forbidden' }],
    });
    const { updatedAt = '' } = (await workspaces.find(api.database.control, productionId)) ?? {};
    const at = api.clock.now();
    await workspaces.update(api.database.control, productionId, updatedAt, { requireApproval: true }, at);
    expect(await refused(next)).toMatchObject({ status: 409, code: 'approval_required' });
    expect((await there()).find(({ slug }) => slug === 'admins')?.condition).toEqual(isAdmin);
    await taken(next, {}, '', await api.member(organisationId, 'supervisor', productionId));
    expect((await there()).find(({ slug }) => slug === 'admins')?.condition).toEqual({
      ...isAdmin,
      value: 'owner',
    });
    const [entry] = (await acts()).filter(({ action }) => action === 'segment.import');
    expect(entry?.change['contents']).toHaveLength(1);
  });

  test('lists: ids of the product travel, ids of ours are told of and refused elsewhere', async () => {
    const ann = await sent<{ id: string }>('/v1/contacts', staging, { externalId: 'ann', name: 'Ann' });
    await saved('Pilot', all(list('ann', ann.id), list('ben')));
    const out = await exported(staging);
    expect(out.ownIds).toEqual([{ path: 'segments/pilot.yaml', id: ann.id }]);
    const [file] = out.files;
    const line = (file?.text.split('\n').findIndex((one) => one.includes(ann.id)) ?? 0) + 1;
    expect((await refused(out.files)).errors).toMatchObject([
      {
        path: `segments/pilot.yaml:${line} condition.of.0.ids.1`,
        code: 'unknown_here',
        message: expect.stringContaining(ann.id) as string,
      },
    ]);
    expect(await there()).toEqual([]);
    const theirs = out.files.map(({ path, text }) => ({ path, text: text.replace(/ *- con_.*\n/, '') }));
    await taken(theirs);
    expect((await there())[0]?.condition).toEqual(all(list('ann'), list('ben')));
    // the workspace that gave it knows it, until the person is erased
    expect(outcomes(await taken(out.files, {}, '', staging))).toEqual({ 'segments/pilot.yaml': 'unchanged' });
    await sent(`/v1/contacts/${ann.id}/erase`, await api.member(organisationId, 'owner', stagingId), {});
    expect((await refused(out.files, {}, staging)).errors).toMatchObject([{ code: 'unknown_here' }]);
  });

  test('a slug is made of the name, kept when that changes, and not given twice', async () => {
    const made = await sent<Segment>('/v1/segments', staging, { name: 'Big accounts', condition: isAdmin });
    expect(made.slug).toBe(`big-accounts-${made.id.slice(-4)}`);
    expect((await patch(made.id, { name: 'Large accounts' })).slug).toBe(made.slug);
    expect((await patch(made.id, { slug: 'large' })).slug).toBe('large');
    const twice = await api.request('/v1/segments', staging, {
      method: 'POST',
      json: { name: 'Other', slug: 'large', condition: isAdmin },
    });
    expect(twice.status).toBe(409);
    expect(((await twice.json()) as Problem).errors).toMatchObject([{ path: 'slug', code: 'taken' }]);
  });
});
