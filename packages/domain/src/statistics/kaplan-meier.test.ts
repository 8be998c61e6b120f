import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Watched } from './kaplan-meier.ts';
import { timeToEvent } from './kaplan-meier.ts';
import { quantileOf } from './quantile.ts';

const one = (days: number, reached: boolean): Watched => ({ days, reached, count: 1 });
/** Weeks of remission of 42 children with leukaemia (Freireich 1963), the example of Klein and Moeschberger, table 4.1; + is censored. */
const TREATED = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+';
const PLACEBO = '1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23';
const of = (words: string) =>
  words.split(' ').map((word) => one(Number.parseInt(word, 10), !word.endsWith('+')));

describe('timeToEvent', () => {
  test('is the published table of the treated children', () => {
    const found = timeToEvent(of(TREATED));
    expect(found?.steps.map(({ days, atRisk, reached }) => [days, atRisk, reached])).toEqual([
      [6, 21, 3],
      [7, 17, 1],
      [10, 15, 1],
      [13, 12, 1],
      [16, 11, 1],
      [22, 7, 1],
      [23, 6, 1],
    ]);
    expect(found?.steps.map(({ survival }) => survival.toFixed(3))).toEqual([
      '0.857',
      '0.807',
      '0.753',
      '0.690',
      '0.627',
      '0.538',
      '0.448',
    ]);
    // by hand, of the first day: σ² = 3/(21·18) = 0.0079365, e^(1.959964·0.0890871/0.1541507) = 3.1046
    expect(found?.steps[0]?.low).toBeCloseTo(0.8571429 ** 3.10408, 4);
    expect(found?.steps[0]?.high).toBeCloseTo(0.8571429 ** (1 / 3.10408), 4);
    expect(found).toMatchObject({ n: 21, reached: 9, median: 23, low: 13, high: undefined });
  });

  test('is the published median of those with a placebo, where everybody is seen to the end', () => {
    const found = timeToEvent(of(PLACEBO));
    expect(found).toMatchObject({ n: 21, reached: 21, median: 8, low: 4, high: 11 });
    expect(found?.steps.at(-1)).toMatchObject({ days: 23, atRisk: 1, survival: 0 });
  });

  test.each([
    { of: [], is: undefined, because: 'nobody, no time' },
    { of: [one(3, false), one(9, false)], is: undefined, because: 'nobody has reached it' },
    { of: [one(3, true), one(9, false)], is: 3, because: 'half is enough' },
    { of: [one(0, true)], is: 0, because: 'on the very day' },
    { of: [one(5, false), one(5, true)], is: 5, because: 'whoever is censored on a day was watched on it' },
    {
      of: Array.from({ length: 10 }, (_, day) => one(day, day < 5)),
      is: 4,
      because: 'a product that floats',
    },
  ])('has the median $is: $because', ({ of: watched, is }) => {
    expect(timeToEvent(watched)?.median).toBe(is);
  });

  test.each([
    [-1, 1],
    [1.5, 1],
    [1, -1],
    [1, 0.5],
  ])('refuses %s days of %s units', (days, count) => {
    expect(() => timeToEvent([{ days, reached: true, count }])).toThrow(RangeError);
  });

  const units = fc.array(
    fc.record({ days: fc.nat({ max: 40 }), reached: fc.boolean(), count: fc.integer({ min: 1, max: 5 }) }),
    { minLength: 1, maxLength: 60 },
  );

  test('falls, stays between 0 and 1 and inside its interval, whatever the order and however it is grouped', () => {
    fc.assert(
      fc.property(units, (watched) => {
        const found = timeToEvent(watched);
        const singly = watched
          .toReversed()
          .flatMap(({ days, reached, count }) => Array.from({ length: count }, () => one(days, reached)));
        expect(timeToEvent(singly)).toEqual(found);
        let last = 1;
        for (const { survival, low, high } of found?.steps ?? []) {
          expect(survival).toBeLessThan(last);
          expect(survival).toBeGreaterThanOrEqual(0);
          if (low !== undefined && high !== undefined) {
            expect(low).toBeLessThanOrEqual(survival);
            expect(high).toBeGreaterThanOrEqual(survival);
          }
          last = survival;
        }
        const { median, low, high } = found ?? {};
        if (median !== undefined) expect(low).toBeLessThanOrEqual(median);
        if (high !== undefined) expect(high).toBeGreaterThanOrEqual(median ?? Number.NaN);
      }),
    );
  });

  test('is the plain share where everybody is seen to the end, and its median the smallest value with half at or below it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 60 }), (days) => {
        const found = timeToEvent(days.map((each) => one(each, true)));
        for (const step of found?.steps ?? [])
          expect(step.survival).toBeCloseTo(days.filter((each) => each > step.days).length / days.length, 9);
        expect(found?.median).toBe(days.toSorted((a, b) => a - b)[Math.ceil(days.length / 2) - 1]);
      }),
    );
  });

  test('is never sooner because of somebody who is still waiting', () => {
    fc.assert(
      fc.property(units, (watched) => {
        const median = timeToEvent(watched)?.median ?? Infinity;
        const longer = timeToEvent([...watched, one(1_000, false)])?.median ?? Infinity;
        expect(longer).toBeGreaterThanOrEqual(median);
      }),
    );
  });
});

test.each([
  { values: [], share: 0.75, is: undefined },
  { values: [7], share: 0.75, is: 7 },
  { values: [4, 1, 3, 2], share: 0.75, is: 3.5 },
  { values: [1, 2, 3, 4, 5], share: 0.75, is: 4 },
  { values: [1, 2, 3, 4, 5], share: 0.5, is: 3 },
])('of $values up to $share is $is', ({ values, share, is }) => expect(quantileOf(values, share)).toBe(is));
