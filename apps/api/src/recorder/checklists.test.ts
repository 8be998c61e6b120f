import { DIALECTS } from '@banso/database/testing';
import { DAY_MS } from '@banso/domain/time';
import { describe, expect, test } from 'vitest';
import { aChecklist, aFact, aResource, aSource, aStep } from './testing/rig.ts';
import { CHECKLIST, codesOf, GUIDE, OTHER_CHECKLIST, recorderSuite, sorted } from './testing/suite.ts';

describe.each(DIALECTS)('checklists on %s', (dialect) => {
  const suite = recorderSuite(dialect);

  const done = (step: string, version = 1) =>
    aFact(suite.rig, 'step_completed', { contentId: CHECKLIST, version, step });
  const undone = (step: string) =>
    aFact(suite.rig, 'step_reopened', { contentId: CHECKLIST, version: 1, step });
  const acme = { account: { externalId: 'acme', traits: {}, signed: true } };
  const when = (name: string, count = 1) =>
    ({ type: 'event', subject: 'contact', name, op: 'at_least', count, withinDays: null }) as const;

  test('refuse steps that are not there or not the person’s', async () => {
    await suite.rig.publish({
      id: CHECKLIST,
      kind: 'checklist',
      body: aChecklist([
        aStep('invite'),
        aStep('import', { completeWhen: when('imported') }),
        aStep('call', { owner: 'team' }),
      ]),
    });
    const mika = await aSource(suite.rig, 'mika');
    const verdicts = await suite.rig.recorder.record(mika, [
      done('gone'),
      done('import'),
      done('call'),
      done('invite'),
      undone('call'),
    ]);
    expect(codesOf(verdicts)).toEqual([
      'unknown_step',
      'unknown_step',
      'unknown_step',
      'accepted',
      'unknown_step',
    ]);
  });

  test('shared by an account are one for all its verified people', async () => {
    await suite.rig.publish({
      id: CHECKLIST,
      kind: 'checklist',
      body: aChecklist([aStep('invite'), aStep('connect')], { progressOf: 'account' }),
    });
    const [mika, jun] = [await aSource(suite.rig, 'mika', acme), await aSource(suite.rig, 'jun', acme)];
    const stranger = await aSource(suite.rig, 'stranger', { ...acme, identity: 'unverified' });
    await suite.rig.recorder.record(stranger, [done('invite'), done('connect')]);
    await suite.rig.recorder.record(mika, [done('invite')]);
    await suite.rig.recorder.record(jun, [done('connect')]);
    const found = await suite.rows('step_done');
    expect(
      sorted(
        found
          .filter(({ subject_id }) => subject_id === mika.accountId)
          .map(({ step, done_by }) => [step, done_by]),
      ),
    ).toEqual([
      ['connect', jun.contactId],
      ['invite', mika.contactId],
    ]);
    expect(found.filter(({ subject_id }) => subject_id === stranger.contactId)).toHaveLength(2);
    expect(suite.rig.heard.at(-1)).toEqual({
      type: 'progress',
      contentId: CHECKLIST,
      contactId: jun.contactId,
      accountId: mika.accountId,
    });
  });

  test('stay finished when a step is unticked or a later version adds one', async () => {
    await suite.rig.publish({
      id: CHECKLIST,
      kind: 'checklist',
      body: aChecklist([aStep('invite'), aStep('connect')]),
    });
    const mika = await aSource(suite.rig, 'mika');
    await suite.rig.recorder.record(mika, [done('invite'), done('connect')]);
    const finished = await suite.only('checklist_progress');
    expect(finished).toMatchObject({ completed_at: suite.rig.clock.now() });
    suite.rig.clock.advance(DAY_MS);
    await suite.rig.publish({
      id: CHECKLIST,
      kind: 'checklist',
      body: aChecklist([aStep('invite'), aStep('connect'), aStep('more')]),
    });
    await suite.rig.recorder.record(mika, [undone('invite'), done('more', 2)]);
    expect(await suite.only('checklist_progress')).toMatchObject({
      completed_at: finished['completed_at'],
      version: 2,
    });
    expect(await suite.column('step_done', 'step')).toEqual(['connect', 'more']);
    expect((await suite.rows('content_day')).filter(({ metric }) => metric === 'completed')).toMatchObject([
      { count: 1 },
    ]);
  });

  test('go on by themselves, and cannot be unticked then', async () => {
    await suite.rig.publish({
      id: CHECKLIST,
      kind: 'checklist',
      body: aChecklist([aStep('import', { completeWhen: when('imported', 2) }), aStep('invite')]),
    });
    const mika = await aSource(suite.rig, 'mika');
    await suite.rig.recorder.record(mika, [aFact(suite.rig, 'track', { name: 'imported' })]);
    expect(await suite.rows('step_done')).toEqual([]);
    await suite.rig.recorder.record(mika, [aFact(suite.rig, 'track', { name: 'imported' })]);
    expect(await suite.only('step_done')).toMatchObject({
      step: 'import',
      via: 'event',
      done_by: mika.contactId,
    });
    expect((await suite.rows('event')).filter(({ type }) => type === 'step_completed')).toMatchObject([
      { contact_id: mika.contactId, content_id: CHECKLIST },
    ]);
  });

  test('do not let a person untick what an event had done, even if it can be ticked now', async () => {
    await suite.rig.publish({
      id: CHECKLIST,
      kind: 'checklist',
      body: aChecklist([aStep('import', { completeWhen: when('imported') }), aStep('invite')]),
    });
    const mika = await aSource(suite.rig, 'mika');
    await suite.rig.recorder.record(mika, [aFact(suite.rig, 'track', { name: 'imported' })]);
    await suite.rig.publish({
      id: CHECKLIST,
      kind: 'checklist',
      body: aChecklist([aStep('import'), aStep('invite')]),
    });
    const unticked = aFact(suite.rig, 'step_reopened', { contentId: CHECKLIST, version: 2, step: 'import' });
    expect(codesOf(await suite.rig.recorder.record(mika, [unticked]))).toEqual(['invalid']);
    expect(await suite.only('step_done')).toMatchObject({ step: 'import' });
  });

  test('tick what was done before they were published, when the person comes back', async () => {
    const mika = await aSource(suite.rig, 'mika');
    await suite.rig.recorder.record(mika, [aFact(suite.rig, 'track', { name: 'imported' })]);
    await suite.rig.publish({
      id: CHECKLIST,
      kind: 'checklist',
      body: aChecklist([
        aStep('import', { completeWhen: when('imported') }),
        aStep('upgrade', {
          completeWhen: { type: 'trait', subject: 'account', key: 'plan', op: 'is', value: 'pro' },
        }),
      ]),
    });
    await aSource(suite.rig, 'mika');
    expect((await suite.rows('step_done')).map(({ step }) => step)).toEqual(['import']);
    await aSource(suite.rig, 'mika', {
      account: { externalId: 'acme', traits: { plan: 'pro' }, signed: true },
    });
    expect(await suite.column('step_done', 'step')).toEqual(['import', 'upgrade']);
    expect(await suite.only('checklist_progress')).toMatchObject({ completed_at: suite.rig.clock.now() });
  });

  test('leave people alone whom they are not for', async () => {
    const audience = { type: 'trait', subject: 'contact', key: 'role', op: 'is', value: 'admin' } as const;
    await suite.rig.publish({
      id: CHECKLIST,
      kind: 'checklist',
      body: aChecklist([aStep('import', { completeWhen: when('imported') })]),
      delivery: { audience },
    });
    const mika = await aSource(suite.rig, 'mika');
    await suite.rig.recorder.record(mika, [aFact(suite.rig, 'track', { name: 'imported' })]);
    expect(await suite.rows('checklist_progress')).toEqual([]);
  });

  test('wake each other', async () => {
    const follows = { type: 'content', contentId: CHECKLIST, phase: 'completed', happened: true } as const;
    await suite.rig.publish({
      id: CHECKLIST,
      kind: 'checklist',
      body: aChecklist([
        aStep('read', {
          completeWhen: { type: 'content', contentId: GUIDE, phase: 'opened', happened: true },
        }),
      ]),
    });
    await suite.rig.publish({
      id: OTHER_CHECKLIST,
      kind: 'checklist',
      body: aChecklist([aStep('first', { completeWhen: follows })]),
    });
    await suite.rig.publish({ id: GUIDE, kind: 'resource', body: aResource() });
    const mika = await aSource(suite.rig, 'mika');
    await suite.rig.recorder.record(mika, [
      aFact(suite.rig, 'resource_opened', { contentId: GUIDE, version: 1 }),
    ]);
    expect((await suite.rows('checklist_progress')).map(({ completed_at }) => completed_at)).toEqual([
      suite.rig.clock.now(),
      suite.rig.clock.now(),
    ]);
  });
});
