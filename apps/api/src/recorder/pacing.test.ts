import { DIALECTS } from '@banso/database/testing';
import type { Quota, Waves } from '@banso/domain/content';
import { dayInWave, waveOf } from '@banso/domain/decide';
import { DAY_MS, HOUR_MS, MINUTE_MS, msBetween } from '@banso/domain/time';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Recorder, Source } from './recorder.ts';
import { aFact, aSource, aSurvey, START, testId } from './testing/rig.ts';
import { OTHER_SURVEY, recorderSuite, SURVEY } from './testing/suite.ts';

const EVERY_TIME = { afterShownDays: 0, afterDismissedDays: 0, afterAnsweredDays: 0, maxAttempts: null };
const NO_BUDGET = { minDaysBetween: null, perSession: null, accountDailyPercent: null, skipOpenCase: false };

describe.each(DIALECTS)('pacing on %s', (dialect) => {
  const suite = recorderSuite(dialect);
  beforeEach(() => suite.rig.budget(NO_BUDGET));

  const publish = (delivery: object, id = SURVEY) =>
    suite.rig.publish({
      id,
      kind: 'survey',
      body: aSurvey(),
      delivery: { recurrence: EVERY_TIME, ...delivery },
    });
  /** Somebody whose first visit is over. */
  async function returning(name: string): Promise<Source> {
    const source = await aSource(suite.rig, name);
    suite.rig.clock.advance(31 * MINUTE_MS);
    await suite.rig.recorder.record(source, [aFact(suite.rig, 'page', { url: 'https://app.example/' })]);
    return source;
  }
  /** What becomes of a claim. */
  async function ask(source: Source, id = SURVEY, recorder: Recorder = suite.rig.recorder): Promise<string> {
    const fact = aFact(suite.rig, 'content_claimed', { contentId: id, version: 1 });
    const [verdict] = await recorder.record(source, [fact]);
    if (!verdict?.accepted) return verdict?.message ?? '';
    const shown = aFact(suite.rig, 'content_shown', { contentId: id, version: 1, surface: 'popover' });
    await recorder.record(source, [shown]);
    return 'granted';
  }
  const answer = (source: Source, value = 9) =>
    suite.rig.recorder.record(source, [suite.answer('score', value, testId('rsp'))]);

  describe('about something that happened', () => {
    const transaction = { event: 'ticket_closed', property: 'ticketId', withinDays: 7 };
    beforeEach(() => publish({ transaction }));

    const close = (source: Source, ticketId: string | number, recorder = suite.rig.recorder) =>
      recorder.record(source, [
        aFact(suite.rig, 'track', { name: 'ticket_closed', properties: { ticketId } }),
      ]);
    const answeredAbout = async () =>
      (await suite.rows('response')).map((row) => row['transaction_id'] as string | null);

    test('asks once for each, the newest first, and the answer says which', async () => {
      const mika = await returning('mika');
      expect(await ask(mika)).toBe('no_transaction');
      await close(mika, 'T-1');
      suite.rig.clock.advance(HOUR_MS);
      await close(mika, 2);
      suite.rig.clock.advance(MINUTE_MS);
      expect(await ask(mika)).toBe('granted');
      await answer(mika);
      suite.rig.clock.advance(10 * MINUTE_MS);
      expect(await ask(mika)).toBe('granted');
      await answer(mika);
      expect((await answeredAbout()).toSorted()).toEqual(['2', 'T-1']);
      expect(await ask(mika)).toBe('no_transaction');
    });

    test('never twice about the same one, whatever device and process', async () => {
      const mika = await returning('mika');
      const other = suite.rig.another();
      await close(mika, 'T-1');
      const verdicts = await Promise.all(
        Array.from({ length: 10 }, (_, n) => ask(mika, SURVEY, n % 2 === 0 ? suite.rig.recorder : other)),
      );
      expect(verdicts.filter((verdict) => verdict === 'granted')).toHaveLength(1);
      // the product tells it again, from a phone, a day later
      suite.rig.clock.advance(DAY_MS);
      const phone = await aSource(suite.rig, 'mika');
      await close(phone, 'T-1', other);
      expect(await ask(phone, SURVEY, other)).toBe('no_transaction');
      // and when it is long gone from what is loaded
      suite.rig.clock.advance(200 * DAY_MS);
      await close(mika, 'T-1');
      expect(await ask(mika)).toBe('no_transaction');
      await other.close();
    });

    test('is told twice at once by two processes, and is one', async () => {
      const mika = await returning('mika');
      const other = suite.rig.another();
      await Promise.all([close(mika, 'T-1'), close(mika, 'T-1', other)]);
      expect(await suite.only('survey_transaction')).toMatchObject({ transaction_id: 'T-1', asked_at: null });
      await other.close();
    });

    test('not when it is too old, and not about somebody else’s', async () => {
      const mika = await returning('mika');
      await close(await aSource(suite.rig, 'jun'), 'T-1');
      expect(await ask(mika)).toBe('no_transaction');
      await close(mika, 'T-1');
      suite.rig.clock.advance(7 * DAY_MS);
      expect(await ask(mika)).toBe('no_transaction');
    });

    test('the fatigue budget holds, and it is asked when that lets it', async () => {
      await suite.rig.budget({ ...NO_BUDGET, minDaysBetween: 3 });
      const mika = await returning('mika');
      await close(mika, 'T-1');
      await close(mika, 'T-2');
      expect(await ask(mika)).toBe('granted');
      suite.rig.clock.advance(DAY_MS);
      expect(await ask(mika)).toBe('person_budget');
      suite.rig.clock.advance(2 * DAY_MS);
      expect(await ask(mika)).toBe('granted');
    });

    test('an answer out of the panel is about the newest that is open', async () => {
      await publish({ transaction, interruptive: false });
      const mika = await returning('mika');
      await close(mika, 'T-1');
      await answer(mika);
      expect(await answeredAbout()).toEqual(['T-1']);
      await answer(mika);
      expect((await answeredAbout()).filter((id) => id !== null)).toEqual(['T-1']);
    });

    test('keeps nothing of events that say no id, and of other events', async () => {
      const mika = await returning('mika');
      await close(mika, ' ');
      await suite.rig.recorder.record(mika, [
        aFact(suite.rig, 'track', { name: 'ticket_opened', properties: { ticketId: 'T-1' } }),
        aFact(suite.rig, 'track', { name: 'ticket_closed' }),
      ]);
      expect(await suite.rows('survey_transaction')).toEqual([]);
    });
  });

  describe('in waves', () => {
    const waves: Waves = { from: '2026-03-02', months: 3, percent: 100 };

    test('asks on the day of each person, once, and again in the next wave', async () => {
      await publish({ waves });
      const mika = await returning('mika');
      const content = { id: SURVEY, publishedAt: START, waves };
      for (const index of [0, 1]) {
        const day = `${dayInWave(content, mika.contactId, waveOf(waves, index))}T00:00:00.000Z`;
        const toDay = msBetween(suite.rig.clock.now(), day);
        if (toDay > MINUTE_MS) {
          suite.rig.clock.advance(toDay - MINUTE_MS);
          expect(await ask(mika)).toBe('wave_ahead');
        }
        // not days: theirs may be the last one of the wave
        suite.rig.clock.advance(2 * MINUTE_MS);
        expect(await ask(mika)).toBe('granted');
        suite.rig.clock.advance(HOUR_MS);
        expect(await ask(mika)).toBe('wave_asked');
      }
    });

    test('grants one of many devices a wave', async () => {
      await publish({ waves: { ...waves, from: '2025-12-20' } });
      const mika = await returning('mika');
      const other = suite.rig.another();
      suite.rig.clock.advance(17 * DAY_MS);
      const verdicts = await Promise.all(
        Array.from({ length: 8 }, (_, n) => ask(mika, SURVEY, n % 2 === 0 ? suite.rig.recorder : other)),
      );
      expect(verdicts.filter((verdict) => verdict === 'granted')).toHaveLength(1);
      await other.close();
    });
  });

  describe('with a quota', () => {
    const quota = (answers: number, per: Quota['per'] = 'total') => ({ quota: { answers, per } });

    test('asks nobody any more once the last answer is in; those who were asked before may still answer', async () => {
      await publish(quota(2));
      const [mika, jun, emma, sora] = await Promise.all(['mika', 'jun', 'emma', 'sora'].map(returning));
      if (!mika || !jun || !emma || !sora) throw new Error('nobody came');
      // three are asked before anybody has answered: so far the quota can be over-run
      expect([await ask(mika), await ask(jun), await ask(emma)]).toEqual(['granted', 'granted', 'granted']);
      await answer(mika);
      expect(await ask(sora)).toBe('granted');
      await answer(jun);
      suite.rig.clock.advance(HOUR_MS);
      expect(await ask(await returning('hana'))).toBe('quota_reached');
      const late = await Promise.all([emma, sora].map((source) => answer(source)));
      expect(late.flat().every(({ accepted }) => accepted)).toBe(true);
      expect(await suite.rows('response')).toHaveLength(4);
    });

    test('no claim is granted after the last answer was committed, in no process', async () => {
      await publish(quota(1));
      await publish({}, OTHER_SURVEY);
      const everybody = await Promise.all(Array.from({ length: 8 }, (_, n) => returning(`person-${n}`)));
      const other = suite.rig.another();
      const [first, ...rest] = everybody;
      if (!first) throw new Error('nobody came');
      expect(await ask(first)).toBe('granted');
      await answer(first);
      const verdicts = await Promise.all(
        rest.map((source, n) => ask(source, SURVEY, n % 2 === 0 ? suite.rig.recorder : other)),
      );
      expect(new Set(verdicts)).toEqual(new Set(['quota_reached']));
      expect(await ask(rest[0] ?? first, OTHER_SURVEY)).toBe('granted');
      await other.close();
    });

    test('never gets more answers than it has, and as many as were asked and had not answered beside them', async () => {
      await publish(quota(3));
      const other = suite.rig.another();
      const everybody = await Promise.all(Array.from({ length: 12 }, (_, n) => returning(`person-${n}`)));
      let [asked, open] = [0, 0];
      for (const [n, source] of everybody.entries()) {
        if ((await ask(source, SURVEY, n % 2 === 0 ? suite.rig.recorder : other)) === 'granted') {
          asked += 1;
          if (n % 3 === 0) open += 1;
          else await answer(source);
        }
      }
      expect(asked - open).toBe(3);
      await Promise.all(everybody.filter((_, n) => n % 3 === 0).map((source) => answer(source)));
      expect((await suite.rows('content_day')).filter(({ metric }) => metric === 'answered')).toMatchObject([
        { count: 3 + 4 },
      ]);
      expect(open).toBeLessThanOrEqual(4);
      await other.close();
    });

    test('counts a wave for itself', async () => {
      const waves = { from: '2026-02-01', months: 1, percent: 100 };
      await publish({ waves, ...quota(1, 'wave') });
      const [mika, jun] = await Promise.all(['mika', 'jun'].map(returning));
      if (!mika || !jun) throw new Error('nobody came');
      suite.rig.clock.advance(msBetween(suite.rig.clock.now(), '2026-03-31T20:00:00.000Z'));
      expect(await ask(mika)).toBe('granted');
      await answer(mika);
      expect(await ask(jun)).toBe('quota_reached');
      suite.rig.clock.advance(msBetween(suite.rig.clock.now(), '2026-04-30T20:00:00.000Z'));
      expect(await ask(jun)).toBe('granted');
    });
  });
});
