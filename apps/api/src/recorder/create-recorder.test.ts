import { DIALECTS, openTestDatabase } from '@banso/database/testing';
import type { Database } from '@banso/database';
import { responses } from '@banso/database';
import { addMs, DAY_MS, MINUTE_MS } from '@banso/domain/time';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Verdict } from './recorder.ts';
import { kept, recounted, rowsOf } from './testing/recount.ts';
import type { Rig } from './testing/rig.ts';
import { aChecklist, aFact, anArrival, aResource, aSource, aStep, aSurvey, rigOn } from './testing/rig.ts';

const id = (prefix: string, n: number) => `${prefix}_0195d000-0000-7000-8000-0000000000${n}`;
const [SURVEY, CHECKLIST, GUIDE, OTHER] = [
  id('srv', 10),
  id('chk', 11),
  id('res', 12),
  id('srv', 13),
] as const;
const newResponse = () => `rsp_${uuidv7()}`;
const accepted = (verdicts: readonly Verdict[]) =>
  verdicts.map((verdict) => (verdict.accepted ? 'accepted' : verdict.code));

describe.each(DIALECTS)('the recorder on %s', (dialect) => {
  let database: Database;
  let rig: Rig;
  beforeAll(async () => void (database = await openTestDatabase(dialect)));
  beforeEach(async () => void (rig = await rigOn(database)));
  afterAll(() => database.close());

  const rows = (table: Parameters<typeof rowsOf>[2]) => rowsOf(database, rig.workspaceId, table);
  const only = async (table: Parameters<typeof rowsOf>[2]) => {
    const found = await rows(table);
    expect(found).toHaveLength(1);
    return found[0]!;
  };
  const answer = (question: string, value: number | string | null, responseId: string, version = 1) =>
    aFact(rig, 'survey_answered', { contentId: SURVEY, version, responseId, question, value });

  describe('facts', () => {
    beforeEach(() => rig.publish({ id: SURVEY, kind: 'survey', body: aSurvey() }));

    test('are kept once, however often and together with whatever they come', async () => {
      const mika = await aSource(rig, 'mika');
      const [one, two] = [aFact(rig, 'track', { name: 'saved' }), aFact(rig, 'track', { name: 'saved' })];
      await rig.recorder.record(mika, [one]);
      const again = await Promise.all([
        rig.recorder.record(mika, [one, one, two]),
        rig.recorder.record(mika, [two, one]),
      ]);
      expect(again.map(accepted)).toEqual([
        ['accepted', 'accepted', 'accepted'],
        ['accepted', 'accepted'],
      ]);
      expect((await rows('event')).filter(({ type }) => type === 'track')).toHaveLength(2);
      expect((await only('event_count'))['count']).toBe(2);
    });

    test('are refused one by one, and the good ones of the same batch are kept', async () => {
      const mika = await aSource(rig, 'mika');
      const verdicts = await rig.recorder.record(mika, [
        answer('score', 9, newResponse()),
        answer('score', 11, newResponse()),
        aFact(rig, 'content_shown', { contentId: OTHER, version: 1, surface: 'panel' }),
        aFact(rig, 'track', { name: 'saved' }),
      ]);
      expect(accepted(verdicts)).toEqual(['accepted', 'invalid', 'unknown_content', 'accepted']);
      expect((await rows('event')).map(({ type }) => type).toSorted()).toEqual([
        'first_seen',
        'survey_answered',
        'track',
      ]);
    });

    test.each([11, -1, 7.5, 1e300, '9', ''])(
      'with the score %j are refused and leave nothing behind',
      async (value) => {
        const mika = await aSource(rig, 'mika');
        const [verdict] = await rig.recorder.record(mika, [answer('score', value, newResponse())]);
        expect(verdict).toMatchObject({
          accepted: false,
          code: 'invalid',
          message: 'value: must be a whole number from 0 to 10',
        });
        expect(await rows('response')).toEqual([]);
        expect(await rows('score_hour')).toEqual([]);
      },
    );

    test('of two workspaces in one commit do not meet', async () => {
      const elsewhere = await rigOn(database);
      const [here, there] = [await aSource(rig, 'mika'), await aSource(elsewhere, 'mika')];
      const fact = aFact(rig, 'track', { name: 'saved' });
      const foreign = aFact(rig, 'content_shown', { contentId: SURVEY, version: 1, surface: 'panel' });
      const verdicts = await Promise.all([
        rig.recorder.record(here, [fact, foreign]),
        rig.recorder.record(there, [fact, foreign]),
      ]);
      expect(verdicts.map(accepted)).toEqual([
        ['accepted', 'accepted'],
        ['accepted', 'unknown_content'],
      ]);
      expect((await rowsOf(database, elsewhere.workspaceId, 'event_count'))[0]).toMatchObject({
        subject_id: there.contactId,
        count: 1,
      });
    });

    test('of somebody who was removed fail alone', async () => {
      const mika = await aSource(rig, 'mika');
      const ghost = { ...mika, contactId: 'con_gone' };
      const results = await Promise.allSettled([
        rig.recorder.record(mika, [aFact(rig, 'track', { name: 'a' })]),
        rig.recorder.record(ghost, [aFact(rig, 'track', { name: 'b' })]),
        rig.recorder.record(mika, [aFact(rig, 'track', { name: 'c' })]),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(results[1]).toMatchObject({ reason: { code: 'session_expired' } });
      expect((await rows('event_count')).map(({ name }) => name).toSorted()).toEqual(['a', 'c']);
    });

    test('are told to the console after the commit', async () => {
      const mika = await aSource(rig, 'mika');
      const responseId = newResponse();
      await rig.recorder.record(mika, [answer('score', 9, responseId)]);
      expect(rig.heard).toEqual([{ type: 'response', id: responseId, surveyId: SURVEY }]);
    });
  });

  describe('visits', () => {
    test('begin after half an hour of silence', async () => {
      const mika = await aSource(rig, 'mika');
      const seen: unknown[] = [];
      for (const minutes of [30, 31, 1, 600]) {
        rig.clock.advance(minutes * MINUTE_MS);
        await rig.recorder.record(mika, [aFact(rig, 'page', { url: 'https://app.example/a?secret=1#b' })]);
        seen.push((await only('contact'))['visits']);
      }
      expect(seen).toEqual([1, 2, 2, 3]);
    });

    test('are not made by facts that are refused or known', async () => {
      const mika = await aSource(rig, 'mika');
      const known = aFact(rig, 'track', { name: 'saved' });
      await rig.recorder.record(mika, [known]);
      rig.clock.advance(DAY_MS);
      await rig.recorder.record(mika, [
        known,
        aFact(rig, 'content_opened', { contentId: OTHER, version: 1 }),
      ]);
      expect(await only('contact')).toMatchObject({
        visits: 1,
        last_seen_at: addMs(rig.clock.now(), -DAY_MS),
      });
    });

    test('leave addresses without query and fragment', async () => {
      const mika = await aSource(rig, 'mika');
      await rig.recorder.record(mika, [
        aFact(rig, 'page', { url: 'https://ann:pw@app.example/a?token=1#b' }),
      ]);
      const payload = (await rows('event')).find(({ type }) => type === 'page')?.['payload'];
      expect(JSON.parse(String(payload))).toEqual({ url: 'https://app.example/a' });
    });
  });

  describe('responses', () => {
    beforeEach(() => rig.publish({ id: SURVEY, kind: 'survey', body: aSurvey() }));

    test('keep each answer as it comes, and their comment', async () => {
      const mika = await aSource(rig, 'mika', { account: { externalId: 'acme', traits: {}, signed: true } });
      const responseId = newResponse();
      await rig.recorder.record(mika, [answer('score', 3, responseId)]);
      expect(await only('response')).toMatchObject({
        score: 3,
        comment: null,
        completed_at: null,
        verified: 1,
        account_id: mika.accountId,
      });
      await rig.recorder.record(mika, [answer('more', 'Slow', responseId)]);
      expect(await only('response')).toMatchObject({ comment: 'Slow' });
      await rig.recorder.record(mika, [
        answer('reason', 'It crashed', responseId),
        aFact(rig, 'survey_completed', { contentId: SURVEY, version: 1, responseId }),
      ]);
      expect(await only('response')).toMatchObject({
        score: 3,
        comment: 'It crashed',
        completed_at: rig.clock.now(),
      });
      expect(await only('contact')).toMatchObject({ last_score: 3 });
    });

    test('count a changed answer once, with its last value, whichever arrives first', async () => {
      const mika = await aSource(rig, 'mika');
      const responseId = newResponse();
      const first = answer('score', 2, responseId);
      rig.clock.advance(1_000);
      const second = answer('score', 9, responseId);
      await rig.recorder.record(mika, [second]);
      await rig.recorder.record(mika, [first]);
      expect(await only('response')).toMatchObject({ score: 9 });
      expect((await rows('score_hour')).filter(({ count }) => count !== 0)).toMatchObject([
        { score: 9, count: 1, latest: 1 },
      ]);
    });

    test('never count what was skipped', async () => {
      const mika = await aSource(rig, 'mika');
      await rig.recorder.record(mika, [
        answer('score', null, newResponse()),
        answer('more', '  ', newResponse()),
      ]);
      expect(await rows('score_hour')).toEqual([]);
      expect(await rows('content_day')).toEqual([]);
      expect(await rows('counter')).toEqual([]);
      expect(rig.heard).toEqual([]);
    });

    test('stay with the version that was shown, and take its answers after the team published another', async () => {
      const mika = await aSource(rig, 'mika');
      const responseId = newResponse();
      await rig.recorder.record(mika, [answer('score', 8, responseId)]);
      const questions = aSurvey()
        .questions.filter(({ key }) => key === 'score')
        .map((question) => ({ ...question, key: 'nps' }));
      await rig.publish({ id: SURVEY, kind: 'survey', body: aSurvey({ questions }) });
      const verdicts = await rig.recorder.record(mika, [
        answer('more', 'Still here', responseId, 1),
        answer('score', 8, newResponse(), 2),
        answer('nps', 10, newResponse(), 2),
        answer('nps', 10, newResponse(), 3),
      ]);
      expect(accepted(verdicts)).toEqual(['accepted', 'unknown_question', 'accepted', 'unknown_content']);
      expect(
        (await rows('response')).map(({ version, score, comment }) => [version, score, comment]).toSorted(),
      ).toEqual([
        [1, 8, 'Still here'],
        [2, 10, null],
      ]);
    });

    test('of somebody else cannot be touched', async () => {
      const [mika, jun] = [await aSource(rig, 'mika'), await aSource(rig, 'jun')];
      const responseId = newResponse();
      await rig.recorder.record(mika, [answer('score', 8, responseId)]);
      const completes = aFact(rig, 'survey_completed', { contentId: SURVEY, version: 1, responseId });
      const unheard = aFact(rig, 'survey_completed', {
        contentId: SURVEY,
        version: 1,
        responseId: newResponse(),
      });
      expect(
        accepted(await rig.recorder.record(jun, [answer('score', 0, responseId), completes, unheard])),
      ).toEqual(['unknown_response', 'unknown_response', 'unknown_response']);
      expect(await only('response')).toMatchObject({ score: 8, completed_at: null });
    });

    test('are followed by the person’s next one, also when an old one is completed later', async () => {
      const mika = await aSource(rig, 'mika');
      const ids = [newResponse(), newResponse(), newResponse()];
      const times = [];
      for (const [n, responseId] of ids.entries()) {
        rig.clock.advance(DAY_MS);
        times.push(rig.clock.now());
        await rig.recorder.record(mika, [answer('score', n, responseId)]);
      }
      rig.clock.advance(DAY_MS);
      await rig.recorder.record(mika, [answer('reason', 'Late', ids[0]!)]);
      const followed = new Map((await rows('response')).map((row) => [row['id'], row['superseded_at']]));
      expect(ids.map((each) => followed.get(each))).toEqual([times[1], times[2], null]);
    });

    test('wait to be read again when something new stands in them', async () => {
      const mika = await aSource(rig, 'mika');
      const responseId = newResponse();
      await rig.recorder.record(mika, [answer('score', 8, responseId)]);
      await database
        .forWorkspace(rig.workspaceId)
        .write((db) => responses.setRead(db, rig.workspaceId, responseId, rig.clock.now()));
      expect((await only('counter'))['value']).toBe(0);
      await rig.recorder.record(mika, [answer('score', 8, responseId)]);
      expect((await only('counter'))['value']).toBe(0);
      await rig.recorder.record(mika, [answer('reason', 'Great', responseId)]);
      expect((await only('counter'))['value']).toBe(1);
      expect((await only('response'))['read_at']).toBeNull();
    });
  });

  describe('claims', () => {
    const claim = () => aFact(rig, 'content_claimed', { contentId: SURVEY, version: 1 });
    beforeEach(() => rig.publish({ id: SURVEY, kind: 'survey', body: aSurvey() }));

    /** Somebody whose first visit is over. */
    async function returning(name: string, account?: string) {
      const source = await aSource(
        rig,
        name,
        account === undefined ? {} : { account: { externalId: account, traits: {}, signed: true } },
      );
      rig.clock.advance(31 * MINUTE_MS);
      await rig.recorder.record(source, [aFact(rig, 'page', { url: 'https://app.example/' })]);
      return source;
    }

    test('are granted to one of many tabs and devices', async () => {
      const mika = await returning('mika');
      const other = rig.another();
      const claims = Array.from({ length: 12 }, claim);
      const verdicts = await Promise.all(
        claims.map((fact, n) => (n % 2 === 0 ? rig.recorder : other).record(mika, [fact])),
      );
      const granted = verdicts.flat().filter((verdict) => verdict.accepted);
      expect(granted).toHaveLength(1);
      expect(await only('exposure')).toMatchObject({ id: granted[0]?.id, contact_id: mika.contactId });
      expect(await only('contact')).toMatchObject({
        visit_interruptions: 1,
        last_interrupted_at: rig.clock.now(),
      });
      expect(await only('content_state')).toMatchObject({ attempts: 1 });
      await other.close();
    });

    test('are granted again under the same id, and refused ones are not kept', async () => {
      const mika = await returning('mika');
      const [granted, late] = [claim(), claim()];
      await rig.recorder.record(mika, [granted]);
      const [again, refused] = await rig.recorder.record(mika, [granted, late]);
      expect(again).toEqual({ id: granted.event.id, accepted: true });
      expect(refused).toMatchObject({ accepted: false, code: 'not_granted', message: 'claimed_elsewhere' });
      expect((await rows('event')).filter(({ type }) => type === 'content_claimed')).toHaveLength(1);
    });

    test.each<[string, () => Promise<unknown>]>([
      ['first_session', () => aSource(rig, 'mika')],
      [
        'not_interruptive',
        async () => {
          await rig.publish({
            id: SURVEY,
            kind: 'survey',
            body: aSurvey(),
            delivery: { interruptive: false },
          });
          return returning('mika');
        },
      ],
      [
        'not_published',
        async () => {
          await rig.publish({ id: SURVEY, kind: 'survey', body: aSurvey(), status: 'paused' });
          return returning('mika');
        },
      ],
      [
        'not_started',
        async () => {
          await rig.publish({
            id: SURVEY,
            kind: 'survey',
            body: aSurvey(),
            delivery: { startsAt: '2027-01-01T00:00:00.000Z' },
          });
          return returning('mika');
        },
      ],
      [
        'not_sampled',
        async () => {
          await rig.publish({ id: SURVEY, kind: 'survey', body: aSurvey(), delivery: { samplePercent: 0 } });
          return returning('mika');
        },
      ],
    ])('are refused with the reason that holds: %s', async (reason, prepare) => {
      await prepare();
      const mika = await aSource(rig, 'mika');
      expect(await rig.recorder.record(mika, [claim()])).toMatchObject([
        { code: 'not_granted', message: reason },
      ]);
    });

    test('leave most people of an account in peace', async () => {
      const people = [];
      for (let n = 0; n < 10; n += 1) people.push(await returning(`user-${n}`, 'acme'));
      const other = rig.another();
      const verdicts = await Promise.all(
        people.map((person, n) => (n % 2 === 0 ? rig.recorder : other).record(person, [claim()])),
      );
      const refused = verdicts.flat().filter((verdict) => !verdict.accepted);
      expect(refused).toHaveLength(8);
      expect(refused.every((verdict) => !verdict.accepted && verdict.message === 'account_budget')).toBe(
        true,
      );
      await other.close();
    });
  });

  describe('checklists', () => {
    const done = (step: string, version = 1) =>
      aFact(rig, 'step_completed', { contentId: CHECKLIST, version, step });
    const undone = (step: string) => aFact(rig, 'step_reopened', { contentId: CHECKLIST, version: 1, step });
    const acme = { account: { externalId: 'acme', traits: {}, signed: true } };
    const when = (name: string, count = 1) =>
      ({ type: 'event', subject: 'contact', name, op: 'at_least', count, withinDays: null }) as const;

    test('refuse steps that are not there or not the person’s', async () => {
      await rig.publish({
        id: CHECKLIST,
        kind: 'checklist',
        body: aChecklist([
          aStep('invite'),
          aStep('import', { completeWhen: when('imported') }),
          aStep('call', { owner: 'team' }),
        ]),
      });
      const mika = await aSource(rig, 'mika');
      const verdicts = await rig.recorder.record(mika, [
        done('gone'),
        done('import'),
        done('call'),
        done('invite'),
        undone('call'),
      ]);
      expect(accepted(verdicts)).toEqual([
        'unknown_step',
        'unknown_step',
        'unknown_step',
        'accepted',
        'unknown_step',
      ]);
    });

    test('shared by an account are one for all its verified people', async () => {
      await rig.publish({
        id: CHECKLIST,
        kind: 'checklist',
        body: aChecklist([aStep('invite'), aStep('connect')], { progressOf: 'account' }),
      });
      const [mika, jun] = [await aSource(rig, 'mika', acme), await aSource(rig, 'jun', acme)];
      const stranger = await aSource(rig, 'stranger', { ...acme, identity: 'unverified' });
      await rig.recorder.record(stranger, [done('invite'), done('connect')]);
      await rig.recorder.record(mika, [done('invite')]);
      await rig.recorder.record(jun, [done('connect')]);
      const found = await rows('step_done');
      expect(
        found
          .filter(({ subject_id }) => subject_id === mika.accountId)
          .map(({ step, done_by }) => [step, done_by])
          .toSorted(),
      ).toEqual([
        ['connect', jun.contactId],
        ['invite', mika.contactId],
      ]);
      expect(found.filter(({ subject_id }) => subject_id === stranger.contactId)).toHaveLength(2);
      expect(rig.heard.at(-1)).toEqual({
        type: 'progress',
        contentId: CHECKLIST,
        contactId: jun.contactId,
        accountId: mika.accountId,
      });
    });

    test('stay finished when a step is unticked or a later version adds one', async () => {
      await rig.publish({
        id: CHECKLIST,
        kind: 'checklist',
        body: aChecklist([aStep('invite'), aStep('connect')]),
      });
      const mika = await aSource(rig, 'mika');
      await rig.recorder.record(mika, [done('invite'), done('connect')]);
      const finished = await only('checklist_progress');
      expect(finished).toMatchObject({ completed_at: rig.clock.now() });
      rig.clock.advance(DAY_MS);
      await rig.publish({
        id: CHECKLIST,
        kind: 'checklist',
        body: aChecklist([aStep('invite'), aStep('connect'), aStep('more')]),
      });
      await rig.recorder.record(mika, [undone('invite'), done('more', 2)]);
      expect(await only('checklist_progress')).toMatchObject({
        completed_at: finished['completed_at'],
        version: 2,
      });
      expect((await rows('step_done')).map(({ step }) => step).toSorted()).toEqual(['connect', 'more']);
      expect((await rows('content_day')).filter(({ metric }) => metric === 'completed')).toMatchObject([
        { count: 1 },
      ]);
    });

    test('go on by themselves, and cannot be unticked then', async () => {
      await rig.publish({
        id: CHECKLIST,
        kind: 'checklist',
        body: aChecklist([aStep('import', { completeWhen: when('imported', 2) }), aStep('invite')]),
      });
      const mika = await aSource(rig, 'mika');
      await rig.recorder.record(mika, [aFact(rig, 'track', { name: 'imported' })]);
      expect(await rows('step_done')).toEqual([]);
      await rig.recorder.record(mika, [aFact(rig, 'track', { name: 'imported' })]);
      expect(await only('step_done')).toMatchObject({
        step: 'import',
        via: 'event',
        done_by: mika.contactId,
      });
      expect((await rows('event')).filter(({ type }) => type === 'step_completed')).toMatchObject([
        { contact_id: mika.contactId, content_id: CHECKLIST },
      ]);
    });

    test('do not let a person untick what an event had done, even if it can be ticked now', async () => {
      await rig.publish({
        id: CHECKLIST,
        kind: 'checklist',
        body: aChecklist([aStep('import', { completeWhen: when('imported') }), aStep('invite')]),
      });
      const mika = await aSource(rig, 'mika');
      await rig.recorder.record(mika, [aFact(rig, 'track', { name: 'imported' })]);
      await rig.publish({
        id: CHECKLIST,
        kind: 'checklist',
        body: aChecklist([aStep('import'), aStep('invite')]),
      });
      const unticked = aFact(rig, 'step_reopened', { contentId: CHECKLIST, version: 2, step: 'import' });
      expect(accepted(await rig.recorder.record(mika, [unticked]))).toEqual(['invalid']);
      expect(await only('step_done')).toMatchObject({ step: 'import' });
    });

    test('tick what was done before they were published, when the person comes back', async () => {
      const mika = await aSource(rig, 'mika');
      await rig.recorder.record(mika, [aFact(rig, 'track', { name: 'imported' })]);
      await rig.publish({
        id: CHECKLIST,
        kind: 'checklist',
        body: aChecklist([
          aStep('import', { completeWhen: when('imported') }),
          aStep('upgrade', {
            completeWhen: { type: 'trait', subject: 'account', key: 'plan', op: 'is', value: 'pro' },
          }),
        ]),
      });
      await aSource(rig, 'mika');
      expect((await rows('step_done')).map(({ step }) => step)).toEqual(['import']);
      await aSource(rig, 'mika', { account: { externalId: 'acme', traits: { plan: 'pro' }, signed: true } });
      expect((await rows('step_done')).map(({ step }) => step).toSorted()).toEqual(['import', 'upgrade']);
      expect(await only('checklist_progress')).toMatchObject({ completed_at: rig.clock.now() });
    });

    test('leave people alone whom they are not for', async () => {
      const audience = { type: 'trait', subject: 'contact', key: 'role', op: 'is', value: 'admin' } as const;
      await rig.publish({
        id: CHECKLIST,
        kind: 'checklist',
        body: aChecklist([aStep('import', { completeWhen: when('imported') })]),
        delivery: { audience },
      });
      const mika = await aSource(rig, 'mika');
      await rig.recorder.record(mika, [aFact(rig, 'track', { name: 'imported' })]);
      expect(await rows('checklist_progress')).toEqual([]);
    });

    test('wake each other', async () => {
      const follows = { type: 'content', contentId: CHECKLIST, phase: 'completed', happened: true } as const;
      await rig.publish({
        id: CHECKLIST,
        kind: 'checklist',
        body: aChecklist([
          aStep('read', {
            completeWhen: { type: 'content', contentId: GUIDE, phase: 'opened', happened: true },
          }),
        ]),
      });
      await rig.publish({
        id: id('chk', 14),
        kind: 'checklist',
        body: aChecklist([aStep('first', { completeWhen: follows })]),
      });
      await rig.publish({ id: GUIDE, kind: 'resource', body: aResource() });
      const mika = await aSource(rig, 'mika');
      await rig.recorder.record(mika, [aFact(rig, 'resource_opened', { contentId: GUIDE, version: 1 })]);
      expect((await rows('checklist_progress')).map(({ completed_at }) => completed_at)).toEqual([
        rig.clock.now(),
        rig.clock.now(),
      ]);
    });
  });

  describe('arrivals', () => {
    test('make one person and one account, however many tabs open at once', async () => {
      const other = rig.another();
      const arrival = () =>
        anArrival(rig.workspaceId, 'mika', {
          account: { externalId: 'acme', traits: { name: 'Acme' }, signed: true },
        });
      const arrived = await Promise.all(
        Array.from({ length: 8 }, (_, n) => (n % 2 === 0 ? rig.recorder : other).arrive(arrival())),
      );
      expect(new Set(arrived.map(({ contactId }) => contactId)).size).toBe(1);
      expect(await only('contact')).toMatchObject({
        visits: 1,
        external_id: 'mika',
        account_id: arrived[0]?.accountId,
      });
      expect(await rows('widget_session')).toHaveLength(8);
      expect((await rows('event')).map(({ type }) => type)).toEqual(['first_seen']);
      await other.close();
    });

    test('keep what was told, and let what is signed win', async () => {
      await aSource(rig, 'mika', {
        traits: { name: ' Mika ', email: 'm@example.com', plan: 'free', seats: 3 },
        signedTraits: { plan: 'pro' },
      });
      await aSource(rig, 'mika', {
        traits: { plan: 'free', role: 'admin' },
        signedTraits: { plan: 'pro' },
        locale: 'ja',
      });
      const mika = await only('contact');
      expect(mika).toMatchObject({
        name: 'Mika',
        email: 'm@example.com',
        locale: 'ja',
        time_zone: 'Asia/Tokyo',
      });
      expect(JSON.parse(String(mika['traits']))).toEqual({ plan: 'pro', seats: 3, role: 'admin' });
    });

    test('of the three classes are three people', async () => {
      for (const identity of ['verified', 'unverified', 'anonymous'] as const)
        await aSource(rig, 'user-42', { identity, traits: { name: identity } });
      expect((await rows('contact')).map(({ identity, name }) => [identity, name]).toSorted()).toEqual([
        ['anonymous', 'anonymous'],
        ['unverified', 'unverified'],
        ['verified', 'verified'],
      ]);
    });

    test('take a verified person’s account from the page only where they have none', async () => {
      const from = async (
        externalId: string,
        signed: boolean,
        identity: 'verified' | 'unverified' = 'verified',
      ) =>
        (
          await aSource(rig, 'mika', {
            identity,
            account: { externalId, traits: { name: externalId }, signed },
          })
        ).accountId;
      const acme = await from('acme', false);
      expect(acme).not.toBeNull();
      expect(await from('globex', false)).toBe(acme);
      const globex = await from('globex', true);
      expect(globex).not.toBe(acme);
      expect(await from('acme', false)).toBe(globex);
      expect((await aSource(rig, 'mika')).accountId).toBe(globex);
      expect(await from('acme', false, 'unverified')).toBe(acme);
    });

    test('let nobody unverified rename an account that is there', async () => {
      const told = async (identity: 'verified' | 'unverified', name: string) => {
        await aSource(rig, 'mika', {
          identity,
          account: { externalId: 'acme', traits: { name, plan: name }, signed: identity === 'verified' },
        });
        const found = await rig.database
          .forWorkspace(rig.workspaceId)
          .read((db) =>
            db
              .selectFrom('account')
              .select(['name', 'plan'])
              .where('workspace_id', '=', rig.workspaceId)
              .executeTakeFirstOrThrow(),
          );
        return [found.name, found.plan];
      };
      expect(await told('unverified', 'first')).toEqual(['first', 'first']);
      expect(await told('verified', 'right')).toEqual(['right', 'right']);
      expect(await told('unverified', 'wrong')).toEqual(['right', 'right']);
    });
  });

  test('refuses everybody while the database is away, and keeps nothing of them', async () => {
    const own = await rigOn(await openTestDatabase(dialect));
    const mika = await aSource(own, 'mika');
    await own.database.close();
    const results = await Promise.allSettled([
      own.recorder.record(mika, [aFact(own, 'track', { name: 'a' })]),
      own.recorder.arrive(anArrival(own.workspaceId, 'jun')),
    ]);
    for (const result of results)
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } });
  });

  test('counts right when several processes record the same people at once', async () => {
    const contents = [
      { id: SURVEY, kind: 'survey' as const, body: aSurvey() },
      { id: OTHER, kind: 'survey' as const, body: aSurvey() },
      {
        id: CHECKLIST,
        kind: 'checklist' as const,
        body: aChecklist([aStep('invite'), aStep('connect')], { progressOf: 'account' }),
      },
    ];
    for (const content of contents) await rig.publish(content);
    const recorders = [rig.recorder, rig.another(), rig.another()];
    const people = [];
    for (let n = 0; n < 6; n += 1)
      people.push(
        await aSource(rig, `user-${n}`, {
          account: { externalId: `acme-${n % 2}`, traits: {}, signed: true },
        }),
      );
    for (let round = 0; round < 12; round += 1) {
      rig.clock.advance(40 * MINUTE_MS);
      await Promise.all(
        people.flatMap((person, n) =>
          recorders.map(async (recorder, r) => {
            const responseId = newResponse();
            const at = addMs(rig.clock.now(), -(round * 100 + n * 10 + r));
            const said = { contentId: SURVEY, version: 1 };
            const facts = [
              aFact(rig, 'track', { name: 'saved' }),
              aFact(rig, 'content_claimed', { contentId: OTHER, version: 1 }),
              aFact(
                rig,
                'survey_answered',
                { ...said, responseId, question: 'score', value: (round + n + r) % 11 },
                { at },
              ),
              aFact(rig, 'survey_completed', { ...said, responseId }),
              aFact(rig, 'step_completed', {
                contentId: CHECKLIST,
                version: 1,
                step: n % 2 === 0 ? 'invite' : 'connect',
              }),
            ];
            await recorder.record(person, facts);
            await recorders[(r + 1) % 3]!.record(
              person,
              facts.filter(({ event }) => event.type !== 'content_claimed'),
            );
          }),
        ),
      );
    }
    expect(await kept(database, rig.workspaceId)).toEqual(
      await recounted(database, rig.workspaceId, contents),
    );
    await Promise.all(recorders.map((recorder) => recorder.close()));
  }, 60_000);
});
