import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Waves } from '../content/delivery.ts';
import { claimed, shown, UNTOUCHED } from '../targeting/content-state.ts';
import type { ContentState } from '../targeting/facts.ts';
import { addDays, addMs, DAY_MS, dayOf, HOUR_MS, msBetween } from '../time/instant.ts';
import type { Day, Instant } from '../time/instant.ts';
import type { InWaves } from './waves.ts';
import { dayInWave, isInTurn, waveAt, waveDueAt, waveHold, waveOf } from './waves.ts';

const QUARTERLY: Waves = { from: '2026-01-01', months: 3, percent: 100 };
const survey = (waves: Partial<Waves> = {}, id = 'srv_nps'): InWaves => ({
  id,
  publishedAt: '2025-12-01T00:00:00.000Z',
  waves: { ...QUARTERLY, ...waves },
});
const startOf = (day: Day): Instant => `${day}T00:00:00.000Z`;
const people = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, n) => `con_0195d000-0000-7000-8000-${`${n + from}`.padStart(12, '0')}`);

const someWaves = fc.record({
  from: fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2024-01-01', days)),
  months: fc.constantFrom(1, 2, 3, 6, 12),
  percent: fc.constantFrom(100, 100, 50, 33, 25, 7),
});
const somebody = fc.integer({ min: 0, max: 99_999 }).map((n) => people(1, n)[0] ?? '');

describe('waves', () => {
  test.each([
    { from: '2026-01-01', months: 3, index: 1, is: ['2026-04-01', '2026-07-01'] },
    { from: '2026-01-31', months: 1, index: 1, is: ['2026-02-28', '2026-03-31'] },
    { from: '2025-11-15', months: 6, index: 2, is: ['2026-11-15', '2027-05-15'] },
  ])('$months months from $from on', ({ index, is, ...waves }) => {
    expect(waveOf({ ...waves, percent: 100 }, index)).toEqual({ index, from: is[0], to: is[1] });
  });

  test('follow each other without a gap, and every moment from the first on is in one', () => {
    fc.assert(
      fc.property(someWaves, fc.integer({ min: 0, max: 2_000 }), (waves, days) => {
        const now = addMs(startOf(waves.from), days * DAY_MS + 5 * HOUR_MS);
        const wave = waveAt(waves, now);
        expect([wave.from <= dayOf(now), dayOf(now) < wave.to]).toEqual([true, true]);
        expect(waveOf(waves, wave.index + 1).from).toBe(wave.to);
      }),
    );
  });

  test('a wave of which a part is over when it is published is spread over the rest of it', () => {
    const content = { ...survey(), publishedAt: '2026-03-22T12:00:00.000Z' };
    const days = people(500).map((id) => dayInWave(content, id, waveOf(QUARTERLY, 0)));
    expect(days.toSorted().at(0)).toBe('2026-03-22');
    expect(new Set(days).size).toBe(10);
    const next = people(500).map((id) => dayInWave(content, id, waveOf(QUARTERLY, 1)));
    expect(next.toSorted().at(0)?.slice(0, 7)).toBe('2026-04');
  });
});

/** Comes at these hours from the first wave on, and is asked whenever nothing holds it. */
function askedAt(
  content: InWaves,
  contactId: string,
  hours: readonly number[],
  react: (state: ContentState, at: Instant) => ContentState = (state) => state,
): Instant[] {
  let state: ContentState = UNTOUCHED;
  const asked: Instant[] = [];
  for (const hour of hours) {
    const at = addMs(startOf(content.waves?.from ?? ''), hour * HOUR_MS);
    if (waveHold(content, contactId, state, at) !== undefined) continue;
    state = react(shown(claimed(state, at), at), at);
    asked.push(at);
  }
  return asked;
}

const someHours = fc
  .array(fc.integer({ min: 0, max: 3 * 365 * 24 }), { maxLength: 200 })
  .map((hours) => hours.toSorted((one, other) => one - other));
const reactions = fc.constantFrom<(state: ContentState, at: Instant) => ContentState>(
  (state) => state,
  (state, at) => ({ ...state, attempts: 0, lastAnsweredAt: at }),
  (state, at) => ({ ...state, lastDismissedAt: at }),
);

describe('laws of waves', () => {
  test('each person is asked at most once a wave, and half a wave lies between two times', () => {
    fc.assert(
      fc.property(someWaves, somebody, someHours, reactions, (waves, id, hours, react) => {
        const asked = askedAt(survey(waves), id, hours, react);
        const indexes = asked.map((at) => waveAt(waves, at).index);
        expect(new Set(indexes).size).toBe(indexes.length);
        for (const [n, at] of asked.slice(1).entries())
          expect(msBetween(asked[n] ?? '', at)).toBeGreaterThanOrEqual(14 * DAY_MS);
      }),
    );
  });

  test('who comes every day is asked in every wave that is their turn, on their day or half a wave after the last time', () => {
    fc.assert(
      fc.property(someWaves, somebody, (waves, id) => {
        const content = survey(waves);
        const hours = Array.from({ length: 2 * 366 }, (_, n) => n * 24 + 9);
        const asked = askedAt(content, id, hours).map((at) => waveAt(waves, at).index);
        const end = addMs(startOf(waves.from), 2 * 366 * DAY_MS);
        const turns = Array.from({ length: 24 }, (_, index) => waveOf(waves, index)).filter(
          ({ index, to }) => startOf(to) <= end && isInTurn(content, id, index),
        );
        expect(asked.filter((index) => turns.some((turn) => turn.index === index))).toEqual(
          turns.map(({ index }) => index),
        );
      }),
      { numRuns: 50 },
    );
  });

  test('who was away on their day is asked at their next visit in the wave', () => {
    fc.assert(
      fc.property(someWaves, somebody, fc.nat({ max: 30 }), (waves, id, late) => {
        const content = survey({ ...waves, percent: 100 });
        const wave = waveOf(waves, 0);
        const day = addDays(dayInWave(content, id, wave), late);
        const held = waveHold(content, id, undefined, addMs(startOf(day), HOUR_MS));
        if (day < wave.to) expect(held).toBeUndefined();
        else expect(held?.reason).not.toBe('wave_asked');
      }),
    );
  });

  test('what holds a person says when their turn comes, and then it does', () => {
    fc.assert(
      fc.property(someWaves, somebody, someHours, fc.nat({ max: 900 }), (waves, id, hours, days) => {
        const content = survey(waves);
        let state: ContentState = UNTOUCHED;
        for (const at of askedAt(content, id, hours)) state = shown(claimed(state, at), at);
        const now = [addMs(startOf(waves.from), days * DAY_MS), state.lastShownAt ?? '']
          .toSorted()
          .at(-1) as Instant;
        const held = waveHold(content, id, state, now);
        if (!held) return;
        expect(held.until > now).toBe(true);
        expect(waveHold(content, id, state, held.until)).toBeUndefined();
        expect(waveDueAt(content, id, state, now)).toBe(held.until);
        expect(waveHold(content, id, state, addMs(held.until, -1))).toBeDefined();
      }),
    );
  });

  test('days are even: the people of every day of a wave are within binomial bounds', () => {
    const everybody = people(20_000);
    for (const id of ['srv_nps', 'srv_0195d000-0000-7000-8000-0000000000a1', 'srv_b']) {
      const wave = waveOf(QUARTERLY, 0);
      const byDay = Map.groupBy(everybody, (person) => dayInWave(survey({}, id), person, wave));
      expect(byDay.size).toBe(90);
      const [mean, deviation] = [20_000 / 90, Math.sqrt((20_000 / 90) * (1 - 1 / 90))];
      // 4.5 standard deviations: one day in some hundred thousand
      for (const [day, those] of byDay)
        expect(Math.abs(those.length - mean), day).toBeLessThan(4.5 * deviation);
    }
  });

  test('day and turn have nothing to do with each other, nor with the sample', () => {
    const content = survey({ percent: 25 });
    const wave = waveOf(QUARTERLY, 0);
    const early = people(20_000).filter((id) => dayInWave(content, id, wave) < '2026-02-15');
    const inTurn = early.filter((id) => isInTurn(content, id, 0)).length / early.length;
    expect(Math.abs(inTurn - 0.25)).toBeLessThan(0.02);
  });

  test('with a share of one in n everybody has one turn in any n waves that follow each other', () => {
    fc.assert(
      fc.property(somebody, fc.constantFrom(1, 2, 4, 5, 10, 20), fc.nat({ max: 200 }), (id, n, from) => {
        const turns = Array.from({ length: n }, (_, wave) =>
          isInTurn(survey({ percent: 100 / n }), id, from + wave),
        );
        expect(turns.filter(Boolean)).toHaveLength(1);
      }),
    );
  });

  test('a share is kept within binomial bounds in every wave', () => {
    for (const percent of [7, 33, 50]) {
      for (const index of [0, 1, 2, 40]) {
        const those = people(10_000).filter((id) => isInTurn(survey({ percent }), id, index)).length;
        const [mean, share] = [100 * percent, percent / 100];
        expect(Math.abs(those - mean)).toBeLessThan(4.5 * Math.sqrt(10_000 * share * (1 - share)));
      }
    }
  });

  test('places stay for ever: these would move everybody if they changed', () => {
    const content = survey();
    const days = people(4).map((id) => dayInWave(content, id, waveOf(QUARTERLY, 0)));
    expect(days).toEqual(['2026-03-25', '2026-03-20', '2026-02-09', '2026-01-04']);
  });
});
