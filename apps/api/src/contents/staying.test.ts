import { content, widgetApi } from '@banso/contract';
import type { PublishedFile } from '@banso/contract';
import { DIALECTS } from '@banso/database/testing';
import type { ChecklistBody } from '@banso/domain/content';
import { DAY_MS, HOUR_MS, addMs } from '@banso/domain/time';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aChecklist, aStep } from '../recorder/testing/rig.ts';
import type { Caller } from '../testing.ts';
import { anEvent, openWidgetApp, type WidgetApp } from '../widget-testing.ts';

const CHECKLIST = 'chk_0195d000-0000-7000-8000-0000000000f1';
const exported = (key: string) =>
  aStep(key, {
    completeWhen: {
      type: 'event',
      subject: 'contact',
      name: `did_${key}`,
      op: 'at_least',
      count: 1,
      withinDays: null,
    },
  });
const FIRST = aChecklist([aStep('invite'), exported('export')], { title: { en: 'First way' } });
const SECOND = aChecklist([aStep('connect')], { title: { en: 'Second way' } });

describe.each(DIALECTS)('those in the middle on %s', (dialect) => {
  let app: WidgetApp;
  let staff: Caller;
  beforeEach(async () => {
    app = await openWidgetApp(dialect);
    staff = await app.member(app.organisationId, 'admin', app.workspaceId);
    await app.publish({
      id: CHECKLIST,
      kind: 'checklist',
      body: FIRST,
      delivery: { interruptive: false },
    });
  });
  afterEach(() => app.close());

  const change = (path: string, method: string, json: unknown) =>
    app.request(`/v1/checklists/${CHECKLIST}${path}`, staff, {
      method,
      json,
      headers: { 'if-match': '*' },
    });
  /** Publishes another body through the API. */
  const publish = async (body: ChecklistBody, how: object = {}, verb = 'publish') => {
    const now = await app.request(`/v1/checklists/${CHECKLIST}`, staff);
    const { draft } = (await now.json()) as { draft: object };
    expect((await change('', 'PATCH', { draft: { ...draft, body } })).status).toBe(200);
    return change(`/${verb}`, 'POST', how);
  };
  const come = async (who: string) => {
    const session = await app.person(who);
    const file = (await (await app.request(session.content.url)).json()) as PublishedFile;
    const [only] = file.contents;
    const shown = session.show.find(({ contentId }) => contentId === CHECKLIST);
    expect(shown?.version).toBe(only?.version);
    return {
      ...session,
      title: only?.title,
      version: shown?.version ?? 0,
      steps: session.progress[CHECKLIST],
    };
  };
  const tick = async (of: { session: string; version: number }, step: string) => {
    const said = { contentId: CHECKLIST, version: of.version, step };
    const answer = await app.sync(of.session, [anEvent('step_completed', said, { at: app.clock.now() })]);
    return widgetApi.SyncResponse.parse(await answer.json());
  };
  const track = (of: { session: string }, name: string) =>
    app.sync(of.session, [anEvent('track', { name }, { at: app.clock.now() })]);

  test('keep what they began until they are moved; who begins later has the new one', async () => {
    const mika = await come('mika');
    await tick(mika, 'invite');
    expect((await publish(SECOND, { midway: 'stay', note: 'for new customers' })).status).toBe(200);
    const back = await come('mika');
    expect(back).toMatchObject({ title: 'First way', version: 1, steps: { done: 1, total: 2 } });
    expect(await come('ben')).toMatchObject({
      title: 'Second way',
      version: 2,
      steps: { done: 0, total: 1 },
    });

    // Their version goes on by itself, and ends.
    await track(back, 'did_export');
    const finished = await come('mika');
    expect(finished).toMatchObject({ title: 'First way', steps: { done: 2, total: 2 } });
    expect(finished.steps?.completedAt).toBeDefined();

    const listed = await app.request(`/v1/checklists/${CHECKLIST}/participants`, staff);
    expect(await listed.json()).toMatchObject({ data: [{ version: 1, done: 2, total: 2 }] });
    const versions = await app.request(`/v1/checklists/${CHECKLIST}/versions`, staff);
    expect(await versions.json()).toMatchObject({ data: [{ version: 2, staying: [1] }, { staying: [] }] });

    const third = aChecklist([aStep('connect'), aStep('more')], { title: { en: 'Third way' } });
    await tick(await come('ben'), 'connect');
    await publish(third, { midway: 'stay' });
    expect([await come('mika'), await come('ben'), await come('ann')].map(({ title }) => title)).toEqual([
      'First way',
      'Second way',
      'Third way',
    ]);
    await publish(aChecklist([aStep('connect')], { title: { en: 'Fourth way' } }));
    for (const who of ['mika', 'ben', 'ann']) expect((await come(who)).title).toBe('Fourth way');
    expect((await come('mika')).steps?.completedAt).toBeDefined();
  });

  test('are moved, or stay, when the time of the next version comes', async () => {
    await tick(await come('mika'), 'invite');
    const startsAt = addMs(app.clock.now(), HOUR_MS);
    await publish(SECOND, { midway: 'stay', startsAt }, 'schedule');
    expect((await come('ben')).title).toBe('First way');
    app.clock.advance(DAY_MS);
    expect((await come('mika')).title).toBe('First way');
    expect((await come('ann')).title).toBe('Second way');
  });

  test('cannot stay where there is no such thing, and nothing is published then', async () => {
    const refused = await publish({ ...SECOND, progressOf: 'account' }, { midway: 'stay' });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ code: 'invalid', errors: [{ path: 'midway' }] });
    expect((await come('mika')).title).toBe('First way');
    const survey = await app.request('/v1/surveys', staff, { method: 'POST', json: { name: 'NPS' } });
    const { id } = content.survey.Record.parse(await survey.json());
    const other = await app.request(`/v1/surveys/${id}/publish`, staff, {
      method: 'POST',
      json: { midway: 'stay' },
      headers: { 'if-match': '*' },
    });
    expect(await other.json()).toMatchObject({ errors: [{ path: 'midway' }] });
  });
});
