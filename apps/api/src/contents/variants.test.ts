import type { PublishedFile } from '@banso/contract';
import { widgetApi } from '@banso/contract';
import type { ExperimentReport } from '@banso/contract/experiment';
import { DIALECTS } from '@banso/database/testing';
import type { ContentRecord } from '@banso/database';
import type { Experiment } from '@banso/domain/experiment';
import { DAY_MS } from '@banso/domain/time';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rowsOf } from '../recorder/testing/recount/recount.ts';
import { aChecklist, aStep, aSurvey } from '../recorder/testing/rig.ts';
import type { Caller } from '../testing.ts';
import type { WidgetApp } from '../widget-testing.ts';
import { anEvent, openWidgetApp } from '../widget-testing.ts';

const CHECKLIST = 'chk_0195d000-0000-7000-8000-0000000000f1';
const SURVEY = 'srv_0195d000-0000-7000-8000-0000000000f2';
const PLAN: Experiment = {
  unit: 'account',
  controlPercent: 0,
  goal: { event: 'exported', withinDays: 7 },
  plannedPerArm: 2,
  variants: { base: { name: 'Short', weight: 1 }, b: { name: 'Long', weight: 1 } },
};
const COMPANIES = Array.from({ length: 24 }, (_, n) => `company-${n}`);
const short = aChecklist([aStep('invite')], { title: { en: 'Short way', ja: '短い道' } });
const long = aChecklist([aStep('invite'), aStep('connect')], { title: { en: 'Long way', ja: '長い道' } });

describe.each(DIALECTS)('variants on %s', (dialect) => {
  let app: WidgetApp;
  let staff: Caller;
  beforeEach(async () => {
    app = await openWidgetApp(dialect);
    staff = await app.member(app.organisationId, 'admin', app.workspaceId);
  });
  afterEach(() => app.close());

  const publish = (over: { plan?: Partial<Experiment>; b?: typeof long; c?: typeof long } = {}) =>
    app.publish({
      id: CHECKLIST,
      kind: 'checklist',
      body: short,
      variants: { b: over.b ?? long, ...(over.c && { c: over.c }) },
      delivery: { interruptive: false, experiment: { ...PLAN, ...over.plan } },
    });
  const survey = (plan: Partial<Experiment> = {}, ask = 'Would you?') =>
    app.publish({
      id: SURVEY,
      kind: 'survey',
      body: aSurvey(),
      variants: { b: aSurvey({ title: { en: ask } }) },
      delivery: { experiment: { ...PLAN, unit: 'contact', ...plan } },
    });
  const come = (user: string, account?: string, locale = 'en') =>
    app.person(user, { ...(account !== undefined && { claims: { account } }), body: { locale } });
  const fileOf = async ({ content: { url } }: Pick<widgetApi.SessionResponse, 'content'>) => {
    const answer = await app.request(url);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    const text = await answer.text();
    return { text, contents: (JSON.parse(text) as PublishedFile).contents };
  };
  const titleOf = async (session: Pick<widgetApi.SessionResponse, 'content'>) =>
    (await fileOf(session)).contents[0]?.title;
  const rows = async (table: Parameters<typeof rowsOf>[2]) => {
    await app.deps.memory.settled();
    return rowsOf(app.database, app.workspaceId, table);
  };
  const report = async (noun = 'checklists', id = CHECKLIST): Promise<ExperimentReport> => {
    await app.deps.memory.settled();
    const answer = await app.request(`/v1/${noun}/${id}/experiment`, staff);
    expect(answer.status).toBe(200);
    return (await answer.json()) as ExperimentReport;
  };
  const sync = async (session: string, ...events: unknown[]) =>
    widgetApi.SyncResponse.parse(await (await app.sync(session, events)).json());
  const shown = ({ show }: Pick<widgetApi.SessionResponse, 'show'>, id = CHECKLIST) =>
    show.find(({ contentId }) => contentId === id);

  test('a company gets one of them, in all languages, on every device, and no word of the others', async () => {
    await publish();
    const titles = new Map<string, string | undefined>();
    const files = new Set<string>();
    for (const account of COMPANIES) {
      const one = await come(`${account}-one`, account);
      const { contents, text } = await fileOf(one);
      files.add(one.content.url);
      const title = contents[0]?.title;
      titles.set(account, title);
      expect(text).not.toContain(title === 'Short way' ? 'Long way' : 'Short way');
      expect(contents[0]?.version).toBe(title === 'Short way' ? 1 : 1.1);
      expect(shown(one)?.version).toBe(contents[0]?.version);
      expect(one.progress[CHECKLIST]?.total).toBe(title === 'Short way' ? 1 : 2);
    }
    expect(new Set(titles.values())).toEqual(new Set(['Short way', 'Long way']));
    expect(files.size).toBe(2);
    app.clock.advance(40 * DAY_MS);
    for (const account of COMPANIES) {
      const session = await come(`${account}-two`, account, 'ja');
      expect(await titleOf(session)).toBe(titles.get(account) === 'Short way' ? '短い道' : '長い道');
    }
    expect(await rows('assignment')).toHaveLength(COMPANIES.length);
    const { readout } = await report();
    const count = (title: string) => [...titles.values()].filter((one) => one === title).length;
    expect(readout?.arms.content?.assigned).toBe(count('Short way'));
    expect(readout?.arms.b?.assigned).toBe(count('Long way'));
    expect(readout?.arms.control).toBeUndefined();
  });

  test('people whom no token vouches for get the base where accounts are assigned, and are not counted', async () => {
    await publish({ plan: { variants: { base: { name: 'A', weight: 1 }, b: { name: 'B', weight: 100 } } } });
    expect(await titleOf(await come('mika'))).toBe('Short way');
    expect(await rows('assignment')).toEqual([]);
  });

  test('what was begun stays what it is, whatever the weights become, until there is no such variant', async () => {
    await publish({ plan: { variants: { base: { name: 'A', weight: 1 }, b: { name: 'B', weight: 100 } } } });
    let [account = ''] = COMPANIES;
    let one = await come(account, account);
    for (account of COMPANIES) {
      one = await come(account, account);
      if ((await titleOf(one)) === 'Long way') break;
    }
    const ref = { contentId: CHECKLIST, version: shown(one)?.version ?? 0 };
    const at = { at: app.clock.now() };
    const done = await sync(one.session, anEvent('step_completed', { ...ref, step: 'connect' }, at));
    expect(done.refused).toEqual([]);
    expect(done.progress[CHECKLIST]).toMatchObject({ done: 1, total: 2 });
    expect(await rows('checklist_progress')).toMatchObject([{ version: 1, variant: 'b' }]);

    await publish({ plan: { variants: { base: { name: 'A', weight: 100 }, b: { name: 'B', weight: 1 } } } });
    const again = await come(account, account);
    expect(await titleOf(again)).toBe('Long way');
    expect(again.progress[CHECKLIST]).toMatchObject({ done: 1, total: 2 });
    // a page that was open all the time still tells of the version it has
    const late = await sync(one.session, anEvent('step_completed', { ...ref, step: 'invite' }, at));
    expect(late.refused).toEqual([]);
    expect(late.progress[CHECKLIST]?.completedAt).toBeDefined();
    const team = await app.request(`/v1/checklists/${CHECKLIST}/participants`, staff);
    expect(await team.json()).toMatchObject({ data: [{ done: 2, total: 2 }] });

    await app.publish({ id: CHECKLIST, kind: 'checklist', body: short, delivery: { interruptive: false } });
    const finished = await come(account, account);
    expect(await titleOf(finished)).toBe('Short way');
    expect(finished.progress[CHECKLIST]).toMatchObject({ done: 1, total: 1 });
    expect(shown(finished)?.reason).toBe('finished');
  });

  test('a step that only another variant has is not known, and neither is a variant that there never was', async () => {
    await publish();
    const { session } = await come('mika');
    const tell = (version: number, step: string) =>
      sync(
        session,
        anEvent('step_completed', { contentId: CHECKLIST, version, step }, { at: app.clock.now() }),
      );
    expect((await tell(1, 'connect')).refused).toMatchObject([{ code: 'unknown_step' }]);
    expect((await tell(1.2, 'invite')).refused).toMatchObject([{ code: 'unknown_content' }]);
    expect((await tell(1.7, 'invite')).refused).toMatchObject([{ code: 'invalid' }]);
    expect((await tell(1.1, 'connect')).refused).toEqual([]);
  });

  test('who met it before has the base and is not counted; with a control group some get nothing', async () => {
    await app.publish({ id: CHECKLIST, kind: 'checklist', body: short, delivery: { interruptive: false } });
    const old = await come('old', 'old');
    const opened = anEvent('content_opened', { contentId: CHECKLIST, version: 1 }, { at: app.clock.now() });
    await sync(old.session, opened);
    await publish({
      plan: {
        controlPercent: 50,
        variants: { base: { name: 'A', weight: 1 }, b: { name: 'B', weight: 100 } },
      },
    });
    expect(await titleOf(await come('old', 'old'))).toBe('Short way');
    const arms = new Set<string>();
    for (const account of COMPANIES) {
      const session = await come(account, account);
      arms.add(session.held[CHECKLIST] ?? (await titleOf(session)) ?? '');
    }
    expect([...arms]).toEqual(expect.arrayContaining(['control', 'Long way']));
    expect(
      (await rows('assignment'))
        .map(({ arm }) => arm)
        .toSorted()
        .at(0),
    ).toBe('b');
    expect(await rows('assignment')).toHaveLength(COMPANIES.length);
  });

  test('answers are counted by variant, with the version and its words, and why names it', async () => {
    await survey();
    const people = Array.from({ length: 24 }, (_, n) => `person-${n}`);
    for (const user of people) await come(user);
    app.clock.advance(DAY_MS);
    const scores = new Map<string, number>();
    for (const user of people) {
      const session = await come(user);
      const ref = { contentId: SURVEY, version: shown(session, SURVEY)?.version ?? 0 };
      const at = { at: app.clock.now() };
      const responseId = `rsp_0195d000-0000-7000-8000-0000000000${people.indexOf(user) + 10}`;
      const isB = ref.version === 1.1;
      const { refused } = await sync(
        session.session,
        anEvent('content_claimed', ref, at),
        anEvent('content_shown', { ...ref, surface: 'popover' }, at),
        anEvent('survey_answered', { ...ref, responseId, question: 'score', value: isB ? 10 : 5 }, at),
      );
      expect(refused).toEqual([]);
      scores.set(user, ref.version);
    }
    const inB = [...scores.values()].filter((version) => version === 1.1).length;
    expect(inB).toBeGreaterThan(4);
    expect(inB).toBeLessThan(20);
    const { readout, scale } = await report('surveys', SURVEY);
    expect(scale).toEqual({ question: 'score', type: 'nps' });
    expect(readout?.arms.b?.score).toMatchObject({ score: 100, n: inB });
    expect(readout?.arms.content?.score).toMatchObject({ score: -100, n: people.length - inB });
    expect(readout?.comparisons).toMatchObject([{ arm: 'b', against: 'content', score: { points: 200 } }]);
    expect((await rows('exposure')).filter(({ variant }) => variant === 'b')).toHaveLength(inB);
    const responses = (await (await app.request('/v1/responses?limit=50', staff)).json()) as {
      data: { score: number; survey: object }[];
    };
    for (const { score, survey: of } of responses.data)
      expect(of).toMatchObject({ version: 1, variant: score === 10 ? { key: 'b', name: 'Long' } : null });
    await app.deps.memory.settled();
    const { data } = (await (
      await app.request(`/v1/decisions?content=${SURVEY}&limit=200`, staff)
    ).json()) as {
      data: { reason: string; because: { variant?: { name: string } } }[];
    };
    const granted = data
      .filter(({ reason }) => reason === 'granted')
      .map(({ because }) => because.variant?.name);
    expect(granted.filter((name) => name === 'Long')).toHaveLength(inB);
    expect(granted.filter((name) => name === 'Short')).toHaveLength(people.length - inB);
  });

  test('the winner becomes the draft with one action, guarded by what was seen, and nobody who finished is asked again', async () => {
    await publish();
    const url = `/v1/checklists/${CHECKLIST}`;
    const before = await app.request(url, staff);
    const win = (json: object, etag = before.headers.get('etag') ?? '', caller = staff) =>
      app.request(`${url}/winner`, caller, { method: 'POST', json, headers: { 'if-match': etag } });
    const viewer = await app.member(app.organisationId, 'viewer', app.workspaceId);
    expect((await win({ variant: 'b' }, '"r0"')).status).toBe(412);
    expect((await win({ variant: 'b' }, undefined, viewer)).status).toBe(403);
    const none = await win({ variant: 'c' });
    expect([none.status, await none.json()]).toMatchObject([400, { errors: [{ path: 'variant' }] }]);
    const answer = await win({ variant: 'b' });
    const { draft, edited } = (await answer.json()) as Pick<ContentRecord, 'draft' | 'edited'>;
    expect(edited).toBe(true);
    expect(draft.body.title).toEqual(long.title);
    expect([draft.variants, draft.delivery.experiment]).toEqual([undefined, undefined]);
    expect((await win({ variant: 'b' }, answer.headers.get('etag') ?? '')).status).toBe(400);
    const log = (await (await app.request('/v1/audit-log', staff)).json()) as { data: object[] };
    expect(log.data).toContainEqual(
      expect.objectContaining({ action: 'checklist.winner', change: { variant: 'b', name: 'Long' } }),
    );
    const published = await app.request(`${url}/publish`, staff, {
      method: 'POST',
      json: {},
      headers: { 'if-match': answer.headers.get('etag') ?? '' },
    });
    expect(published.status).toBe(200);
    for (const account of ['company-1', 'company-2', 'company-3'])
      expect(await titleOf(await come(account, account))).toBe('Long way');
  });

  test('a plan and its bodies have to fit each other, in the API and in files', async () => {
    await publish();
    const url = `/v1/checklists/${CHECKLIST}`;
    const answer = await app.request(url, staff);
    const { draft } = (await answer.json()) as Pick<ContentRecord, 'draft'>;
    const patch = async (change: object) => {
      const headers = { 'if-match': answer.headers.get('etag') ?? '' };
      const found = await app.request(url, staff, {
        method: 'PATCH',
        json: { draft: { ...draft, ...change } },
        headers,
      });
      const { errors } = (await found.json()) as { errors?: { path: string }[] };
      return errors?.map(({ path }) => path);
    };
    expect(await patch({ variants: {} })).toEqual(['draft.variants.b']);
    expect(await patch({ variants: { b: long, c: long } })).toEqual(['draft.delivery.experiment.variants.c']);
    const delivery = (experiment: object) => ({ ...draft.delivery, experiment });
    expect(await patch({ delivery: delivery({ ...PLAN, variants: undefined }) })).toContain(
      'draft.delivery.experiment.controlPercent',
    );
    const exported = (await (await app.request('/v1/exports/content', staff)).json()) as {
      files: { path: string; text: string }[];
    };
    expect(exported.files[0]?.text).toContain('Long way');
    const bad = exported.files.map(({ path, text }) => ({
      path,
      text: text.replace(/^variants:\n {2}b:/m, 'variants:\n  c:'),
    }));
    const refused = await app.request('/v1/imports/content?dryRun=true', staff, {
      method: 'POST',
      json: { files: bad },
    });
    expect(JSON.stringify(await refused.json())).toContain('variants.b');
  });
});
