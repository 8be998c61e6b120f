import { DIALECTS } from '@banso/database/testing';
import { addMs, DAY_MS, HOUR_MS, MINUTE_MS } from '@banso/domain/time';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Source } from './recorder.ts';
import { aFact, anAnnouncement, aSource, aSurvey } from './testing/rig.ts';
import { OTHER_SURVEY, recorderSuite, SURVEY } from './testing/suite.ts';

describe.each(DIALECTS)('claims on %s', (dialect) => {
  const suite = recorderSuite(dialect);

  const claim = () => aFact(suite.rig, 'content_claimed', { contentId: SURVEY, version: 1 });
  beforeEach(() => suite.rig.publish({ id: SURVEY, kind: 'survey', body: aSurvey() }));

  /** Somebody whose first visit is over. */
  async function returning(name: string, account?: string) {
    const source = await aSource(
      suite.rig,
      name,
      account === undefined ? {} : { account: { externalId: account, traits: {}, signed: true } },
    );
    suite.rig.clock.advance(31 * MINUTE_MS);
    await suite.rig.recorder.record(source, [aFact(suite.rig, 'page', { url: 'https://app.example/' })]);
    return source;
  }

  test('are granted to one of many tabs and devices', async () => {
    const mika = await returning('mika');
    const other = suite.rig.another();
    const claims = Array.from({ length: 12 }, claim);
    const verdicts = await Promise.all(
      claims.map((fact, n) => (n % 2 === 0 ? suite.rig.recorder : other).record(mika, [fact])),
    );
    const granted = verdicts.flat().filter((verdict) => verdict.accepted);
    expect(granted).toHaveLength(1);
    expect(await suite.only('exposure')).toMatchObject({ id: granted[0]?.id, contact_id: mika.contactId });
    expect(await suite.only('contact')).toMatchObject({
      visit_interruptions: 1,
      last_interrupted_at: suite.rig.clock.now(),
    });
    expect(await suite.only('content_state')).toMatchObject({ attempts: 1 });
    await other.close();
  });

  test('are granted again under the same id, and refused ones are not kept', async () => {
    const mika = await returning('mika');
    const [granted, late] = [claim(), claim()];
    await suite.rig.recorder.record(mika, [granted]);
    const [again, refused] = await suite.rig.recorder.record(mika, [granted, late]);
    expect(again).toEqual({ id: granted.event.id, accepted: true });
    expect(refused).toMatchObject({ accepted: false, code: 'not_granted', message: 'claimed_elsewhere' });
    expect((await suite.rows('event')).filter(({ type }) => type === 'content_claimed')).toHaveLength(1);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['first_session', () => aSource(suite.rig, 'mika')],
    [
      'not_interruptive',
      async () => {
        await suite.rig.publish({
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
        await suite.rig.publish({ id: SURVEY, kind: 'survey', body: aSurvey(), status: 'paused' });
        return returning('mika');
      },
    ],
    [
      'not_started',
      async () => {
        await suite.rig.publish({
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
        await suite.rig.publish({
          id: SURVEY,
          kind: 'survey',
          body: aSurvey(),
          delivery: { samplePercent: 0 },
        });
        return returning('mika');
      },
    ],
  ])('are refused with the reason that holds: %s', async (reason, prepare) => {
    await prepare();
    const mika = await aSource(suite.rig, 'mika');
    expect(await suite.rig.recorder.record(mika, [claim()])).toMatchObject([
      { code: 'not_granted', message: reason },
    ]);
  });

  test('are for a banner and a popover, never for a badge', async () => {
    const id = 'ann_0195d000-0000-7000-8000-000000000015';
    const mika = await returning('mika');
    const claimed = async (mode: 'badge' | 'banner') => {
      await suite.rig.publish({ id, kind: 'announcement', body: anAnnouncement({ mode }) });
      const fact = aFact(suite.rig, 'content_claimed', { contentId: id, version: 1 });
      return (await suite.rig.recorder.record(mika, [fact]))[0];
    };
    expect(await claimed('badge')).toMatchObject({ code: 'not_granted', message: 'not_interruptive' });
    expect(await claimed('banner')).toMatchObject({ accepted: true });
    expect(await suite.only('contact')).toMatchObject({ visit_interruptions: 1 });
  });

  describe('are kept for the session that has just been opened', () => {
    const wish = () => ({ contentId: SURVEY, version: 1, until: addMs(suite.rig.clock.now(), 15_000) });
    const tab = (source: Source, tokenHash: string): Source => ({ ...source, tokenHash });

    test('one of many at once, and only its claim is granted', async () => {
      const mika = await returning('mika');
      const other = suite.rig.another();
      const tabs = Array.from({ length: 8 }, (_, n) => tab(mika, `hash-${n}`));
      const kept = await Promise.all(
        tabs.map((source, n) => (n % 2 === 0 ? suite.rig.recorder : other).reserve(source, wish())),
      );
      expect(kept.filter(Boolean)).toHaveLength(1);
      expect(await suite.rows('exposure')).toEqual([]);

      const verdicts = [];
      for (const source of tabs) verdicts.push(...(await other.record(source, [claim()])));
      expect(verdicts.map(({ accepted }) => accepted)).toEqual(kept);
      expect(await suite.only('exposure')).toMatchObject({ contact_id: mika.contactId });
      expect(await suite.only('contact')).toMatchObject({
        visit_interruptions: 1,
        reserved_for: null,
        reserved_until: null,
      });
      await other.close();
    });

    test('until its time is over: then whoever asks is judged as ever', async () => {
      const mika = await returning('mika');
      await suite.rig.recorder.reserve(tab(mika, 'one'), wish());
      const [refused] = await suite.rig.recorder.record(tab(mika, 'two'), [claim()]);
      expect(refused).toMatchObject({ code: 'not_granted', message: 'claimed_elsewhere' });
      suite.rig.clock.advance(15_000);
      const [granted] = await suite.rig.recorder.record(tab(mika, 'two'), [claim()]);
      const [late] = await suite.rig.recorder.record(tab(mika, 'one'), [claim()]);
      expect([granted?.accepted, late?.accepted]).toEqual([true, false]);
    });

    test('and stay kept, whatever the account is asked meanwhile', async () => {
      const people = [];
      for (let n = 0; n < 5; n += 1) people.push(await returning(`user-${n}`, 'acme'));
      const [first, second] = people as [Source, Source];
      expect(await suite.rig.recorder.reserve(tab(first, 'one'), wish())).toBe(true);
      const [meanwhile] = await suite.rig.recorder.record(second, [claim()]);
      expect(meanwhile?.accepted).toBe(true);
      expect(await suite.rig.recorder.record(tab(first, 'one'), [claim()])).toMatchObject([
        { accepted: true },
      ]);
    });

    test('only where a claim would be granted', async () => {
      const newcomer = await aSource(suite.rig, 'new');
      const mika = await returning('mika');
      await suite.rig.recorder.record(mika, [claim()]);
      expect(await suite.rig.recorder.reserve(tab(newcomer, 'one'), wish())).toBe(false);
      expect(await suite.rig.recorder.reserve(tab(mika, 'one'), wish())).toBe(false);
      expect(await suite.rig.recorder.reserve(tab(mika, 'one'), { ...wish(), contentId: 'srv_none' })).toBe(
        false,
      );
    });
  });

  describe('under the budget of the workspace', () => {
    const NEWS = ['a', 'b', 'c'].map((end) => `ann_0195d000-0000-7000-8000-00000000002${end}`);
    const again = { afterShownDays: 0, afterDismissedDays: 0, afterAnsweredDays: 0, maxAttempts: null };
    beforeEach(async () => {
      await suite.rig.budget({ minDaysBetween: null, perSession: null });
      for (const id of NEWS)
        await suite.rig.publish({ id, kind: 'announcement', body: anAnnouncement({ mode: 'banner' }) });
      await suite.rig.publish({
        id: SURVEY,
        kind: 'survey',
        body: aSurvey(),
        delivery: { recurrence: again },
      });
    });
    const claimOf = (contentId: string) => aFact(suite.rig, 'content_claimed', { contentId, version: 1 });
    const ask = async (source: Source, contentId: string) => {
      const version = contentId === SURVEY ? 2 : 1;
      const fact = aFact(suite.rig, 'content_claimed', { contentId, version });
      const [verdict] = await suite.rig.recorder.record(source, [fact]);
      if (!verdict?.accepted) return verdict?.message;
      await suite.rig.recorder.record(source, [
        aFact(suite.rig, 'content_shown', { contentId, version, surface: 'popover' }),
      ]);
      return 'granted';
    };

    test('one survey in fourteen days, and news have a limit of their own', async () => {
      await suite.rig.budget({
        perKind: { survey: { count: 1, days: 14 }, checklist: null, announcement: { count: 2, days: 7 } },
      });
      const mika = await returning('mika');
      expect(await ask(mika, SURVEY)).toBe('granted');
      expect(await ask(mika, SURVEY)).toBe('kind_budget');
      for (const [index, id] of NEWS.entries())
        expect(await ask(mika, id)).toBe(index < 2 ? 'granted' : 'kind_budget');
      suite.rig.clock.advance(7 * DAY_MS);
      expect(await ask(mika, NEWS[2] ?? '')).toBe('granted');
      expect(await ask(mika, SURVEY)).toBe('kind_budget');
      suite.rig.clock.advance(7 * DAY_MS);
      expect(await ask(mika, SURVEY)).toBe('granted');
      expect(await ask(await returning('ken'), SURVEY), 'everybody has a budget of their own').toBe(
        'granted',
      );
    });

    test('what counts is what stands in the log of interruptions when the next one is recorded', async () => {
      await suite.rig.budget({ perPerson: { count: 2, days: 30 } });
      const mika = await returning('mika');
      const other = suite.rig.another();
      const claims = [...NEWS, ...NEWS, ...NEWS, ...NEWS].map(claimOf);
      const verdicts = await Promise.all(
        claims.map((fact, n) => (n % 2 === 0 ? suite.rig.recorder : other).record(mika, [fact])),
      );
      expect(verdicts.flat().filter(({ accepted }) => accepted)).toHaveLength(2);
      expect(await suite.rows('exposure')).toHaveLength(2);
      await other.close();
    });

    test('what carries a tag counts for its limit, whatever its kind, and limits overlap', async () => {
      const [first = '', second = '', third = ''] = NEWS;
      await suite.rig.tag(first, ['Feedback', 'News']);
      await suite.rig.tag(second, ['news']);
      await suite.rig.tag(SURVEY, ['FEEDBACK']);
      await suite.rig.budget({
        perTag: [
          { tag: 'feedback', count: 1, days: 30 },
          { tag: 'News', count: 2, days: 7 },
        ],
      });
      const mika = await returning('mika');
      expect(await ask(mika, SURVEY)).toBe('granted');
      expect(await ask(mika, first), 'it is feedback too').toBe('tag_budget');
      expect(await ask(mika, second)).toBe('granted');
      expect(await ask(mika, third), 'it carries no tag').toBe('granted');
      suite.rig.clock.advance(30 * DAY_MS);
      expect(await ask(mika, first)).toBe('granted');
      expect(await ask(mika, SURVEY)).toBe('tag_budget');
      await suite.rig.tag(SURVEY, []);
      expect(await ask(mika, SURVEY), 'tags hold as they are now').toBe('granted');
      const [held] = (await suite.rows('decision')).filter(({ reason }) => reason === 'tag_budget');
      expect(JSON.parse(String(held?.['facts']))).toMatchObject({ tag: 'feedback', limit: 1, days: 30 });
    });

    test('twelve claims of what carries a tag, over two recorders, never exceed its limit', async () => {
      for (const id of NEWS) await suite.rig.tag(id, ['Feedback']);
      await suite.rig.tag(SURVEY, ['feedback']);
      await suite.rig.budget({ perTag: [{ tag: 'feedback', count: 2, days: 30 }] });
      const mika = await returning('mika');
      const other = suite.rig.another();
      const claims = [...NEWS, SURVEY, ...NEWS, SURVEY, ...NEWS, SURVEY].map(claimOf);
      const verdicts = await Promise.all(
        claims.map((fact, n) => (n % 2 === 0 ? suite.rig.recorder : other).record(mika, [fact])),
      );
      expect(verdicts.flat().filter(({ accepted }) => accepted)).toHaveLength(2);
      expect(await suite.rows('exposure')).toHaveLength(2);
      await other.close();
    });

    test('two in one batch are two', async () => {
      await suite.rig.budget({ perPerson: { count: 1, days: 30 } });
      const mika = await returning('mika');
      const verdicts = await suite.rig.recorder.record(mika, NEWS.map(claimOf));
      expect(verdicts.map((verdict) => verdict.accepted || verdict.message)).toEqual([
        true,
        'person_limit',
        'person_limit',
      ]);
    });

    test('quiet hours go by the clock of the person, and without one by that of the workspace', async () => {
      // noon in UTC on a Monday, and nine in the evening in Tokyo
      await suite.rig.budget({ quietHours: { from: '20:00', to: '08:00' } });
      const [tokyo, nowhere] = [
        await aSource(suite.rig, 'tokyo', { timeZone: 'Asia/Tokyo' }),
        await aSource(suite.rig, 'nowhere', { timeZone: undefined }),
      ];
      suite.rig.clock.advance(31 * MINUTE_MS);
      expect(await ask(tokyo, SURVEY)).toBe('quiet_hours');
      expect(await ask(nowhere, SURVEY)).toBe('granted');
      await suite.rig.budget({ quietHours: null, quietDays: [1] });
      expect(await ask(tokyo, SURVEY)).toBe('quiet_day');
      suite.rig.clock.advance(12 * HOUR_MS);
      expect(await ask(tokyo, SURVEY)).toBe('granted');
    });

    test('days are kept free before the next NPS', async () => {
      await suite.rig.budget({ npsReserveDays: 10 });
      const other = OTHER_SURVEY;
      await suite.rig.publish({
        id: SURVEY,
        kind: 'survey',
        body: aSurvey(),
        delivery: { recurrence: { ...again, afterAnsweredDays: 90 } },
      });
      await suite.rig.publish({
        id: other,
        kind: 'survey',
        body: aSurvey({ questions: aSurvey().questions.filter(({ type }) => type !== 'nps') }),
        delivery: { recurrence: again },
      });
      const mika = await returning('mika');
      await suite.rig.recorder.record(mika, [
        suite.answer('score', 9, 'rsp_0195d000-0000-7000-8000-0000000000c1'),
      ]);
      suite.rig.clock.advance(79 * DAY_MS);
      expect(await ask(mika, other)).toBe('granted');
      suite.rig.clock.advance(2 * DAY_MS);
      expect(await ask(mika, other)).toBe('reserved');
    });
  });

  test('leave most people of an account in peace', async () => {
    const people = [];
    for (let n = 0; n < 10; n += 1) people.push(await returning(`user-${n}`, 'acme'));
    const other = suite.rig.another();
    const verdicts = await Promise.all(
      people.map((person, n) => (n % 2 === 0 ? suite.rig.recorder : other).record(person, [claim()])),
    );
    const refused = verdicts.flat().filter((verdict) => !verdict.accepted);
    expect(refused).toHaveLength(8);
    expect(refused.every((verdict) => !verdict.accepted && verdict.message === 'account_budget')).toBe(true);
    await other.close();
  });
});
