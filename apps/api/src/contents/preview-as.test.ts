import type { PublishedFile } from '@banso/contract';
import { PreviewAs } from '@banso/contract/preview';
import { DIALECTS } from '@banso/database/testing';
import type { Condition } from '@banso/domain/targeting';
import { addMs, DAY_MS } from '@banso/domain/time';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rowsOf } from '../recorder/testing/recount/recount.ts';
import { aChecklist, aStep, aSurvey } from '../recorder/testing/rig.ts';
import type { Caller } from '../testing.ts';
import { anEvent, openWidgetApp, type WidgetApp } from '../widget-testing.ts';

const [LIVE, RIVAL] = [
  'chk_0195d000-0000-7000-8000-0000000000f1',
  'srv_0195d000-0000-7000-8000-0000000000f2',
];
const isPro: Condition = { type: 'trait', subject: 'contact', key: 'plan', op: 'is', value: 'pro' };
const title = { en: 'First week', ja: '最初の一週間' };
const short = aChecklist([aStep('invite'), aStep('connect'), aStep('audit', { visibleWhen: isPro })], {
  title,
});
const long = aChecklist([aStep('invite'), aStep('connect'), aStep('export')], {
  title: { en: 'Longer', ja: 'もっと長く' },
});
const VARIED = {
  experiment: {
    unit: 'contact',
    controlPercent: 0,
    goal: { event: 'exported', withinDays: 7 },
    plannedPerArm: 2,
    variants: { base: { name: 'Short', weight: 1 }, b: { name: 'Long', weight: 1 } },
  },
};

describe.each(DIALECTS)('a draft as one person would find it on %s', (dialect) => {
  let app: WidgetApp;
  let staff: Caller;
  let viewer: Caller;
  beforeEach(async () => {
    app = await openWidgetApp(dialect);
    staff = await app.member(app.organisationId, 'admin', app.workspaceId);
    viewer = await app.member(app.organisationId, 'viewer', app.workspaceId);
    await app.publish({ id: LIVE, kind: 'checklist', body: short, delivery: { interruptive: false } });
  });
  afterEach(() => app.close());

  const come = (id: string, { locale = 'en', plan }: { locale?: string; plan?: string } = {}) =>
    app.person(id, {
      body: { locale, user: { id, token: app.token(id), ...(plan && { traits: { plan } }) } },
    });
  const change = (path: string, method: string, json: unknown) =>
    app.request(`/v1/checklists/${LIVE}${path}`, staff, { method, json, headers: { 'if-match': '*' } });
  const draftOf = async (id = LIVE) => {
    const answer = await app.request(`/v1/${id === LIVE ? 'checklists' : 'surveys'}/${id}`, viewer);
    return ((await answer.json()) as { draft: { delivery: object } }).draft;
  };
  const ask = (draft: object, contact: string, id = LIVE) =>
    app.request(`/v1/${id === LIVE ? 'checklists' : 'surveys'}/${id}/preview-as`, viewer, {
      method: 'POST',
      json: { draft, contact },
    });
  const told = async (draft: object, contact: string, id = LIVE) => {
    const answer = await ask(draft, contact, id);
    expect(answer.status).toBe(200);
    return PreviewAs.parse(await answer.json());
  };

  test('says what they get once it is published: language, variant, place and how far they are', async () => {
    const people = Array.from({ length: 16 }, (_, n) => ({
      id: `person-${n}`,
      locale: n % 2 === 0 ? 'en' : 'ja',
      ...(n % 3 === 0 && { plan: 'pro' }),
    }));
    const before = await Promise.all(people.map(async (one) => ({ one, ...(await come(one.id, one)) })));
    const at = app.clock.now();
    for (const { session, one } of before.slice(0, 6))
      await app.sync(session, [
        anEvent(
          'step_completed',
          { contentId: LIVE, version: 1, step: one.plan ? 'audit' : 'invite' },
          { at },
        ),
      ]);
    const draft = await draftOf();
    const next = {
      ...draft,
      locales: ['en', 'ja'],
      delivery: { ...draft.delivery, ...VARIED, startsAt: addMs(at, 9 * DAY_MS) },
      body: short,
      variants: { b: long },
    };
    const foretold = await Promise.all(before.map(({ contact }) => told(next, contact.id)));
    expect(foretold.map(({ variant }) => variant)).toEqual(expect.arrayContaining([null, 'b']));
    expect(new Set(foretold.map(({ progress }) => progress?.done))).toEqual(new Set([0, 1]));
    expect((await draftOf()) as object, 'nothing is stored').toEqual(draft);

    const { startsAt: _, ...delivery } = next.delivery;
    expect((await change('', 'PATCH', { draft: { ...next, delivery } })).status).toBe(200);
    expect((await change('/publish', 'POST', { midway: 'migrate', note: '' })).status).toBe(200);
    for (const [n, { one }] of before.entries()) {
      const { content, show, held, progress } = await come(one.id, one);
      const { contents } = (await (await app.request(content.url)).json()) as PublishedFile;
      const { variant, locale, verdict, progress: far } = foretold[n]!;
      expect(show.find(({ contentId }) => contentId === LIVE)?.reason ?? held[LIVE]).toBe(verdict.reason);
      if (verdict.outcome === 'held') continue;
      expect(contents[0]?.title).toBe((variant === 'b' ? long : short).title[locale]);
      expect(progress[LIVE]).toEqual(far);
    }
  });

  test('says why they would not get it, whatever the page, and what is live stands in its way', async () => {
    await app.publish({
      id: RIVAL,
      kind: 'survey',
      body: aSurvey(),
      delivery: { priority: 5, pages: ['/x'] },
    });
    await come('mika');
    app.clock.advance(DAY_MS);
    const { contact } = await come('mika');
    const draft = await draftOf(RIVAL);
    const outcomeOf = async (delivery: object) => {
      const { verdict } = await told(
        { ...draft, delivery: { ...draft.delivery, ...delivery } },
        contact.id,
        RIVAL,
      );
      return `${verdict.outcome} ${verdict.reason}`;
    };
    expect(await outcomeOf({})).toBe('popover eligible');
    expect(await outcomeOf({ audience: isPro })).toBe('held audience');
    expect(await outcomeOf({ samplePercent: 0 })).toBe('held not_sampled');
    const rows = await rowsOf(app.database, app.workspaceId, 'decision');
    expect(rows.filter((row) => row['content_id'] === RIVAL && row['outcome'] !== 'held')).toEqual([]);
  });

  test('tells who asks for nobody, or with a draft that is none, which it was', async () => {
    const { contact } = await come('mika');
    const draft = await draftOf();
    expect((await ask(draft, 'con_0195d000-0000-7000-8000-00000000ffff')).status).toBe(404);
    const errors = async (answer: Response) => {
      expect(answer.status).toBe(400);
      return ((await answer.json()) as { errors: { path: string }[] }).errors.map(({ path }) => path);
    };
    expect(await errors(await ask(draft, 'mika'))).toEqual(['contact']);
    expect(await errors(await ask({ ...draft, locales: [] }, contact.id))).toContain('draft.locales');
    await app.request(`/v1/contacts/${contact.id}/erase`, staff, { method: 'POST', json: {} });
    const gone = await ask(draft, contact.id);
    expect(((await gone.json()) as { code: string }).code).toBe('erased');
  });
});
