import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confidenceOf } from './confidence.ts';
import { responseRates } from './response-rates.ts';
import { cesOf, csatOf } from './scale-score.ts';
import { wilson } from './wilson.ts';

describe('wilson', () => {
  test.each([
    { of: [74, 107], percent: 69.1589, low: 59.8715, high: 77.1183 },
    { of: [30, 50], percent: 60, low: 46.1814, high: 72.3916 },
    { of: [5, 5], percent: 100, low: 56.5518, high: 100 },
    { of: [0, 5], percent: 0, low: 0, high: 43.4482 },
  ] satisfies { of: [number, number]; percent: number; low: number; high: number }[])(
    'gives $percent [$low, $high] for $of',
    ({ of, percent, low, high }) => {
      const share = wilson(...of);
      expect(share?.percent).toBeCloseTo(percent, 4);
      expect(share?.low).toBeCloseTo(low, 4);
      expect(share?.high).toBeCloseTo(high, 4);
    },
  );

  test('has no share of nobody', () => expect(wilson(0, 0)).toBeUndefined());

  test.each([
    [6, 5],
    [-1, 5],
    [1.5, 5],
    [0, Number.NaN],
  ])('refuses %s of %s', (successes, n) => {
    expect(() => wilson(successes, n)).toThrow(RangeError);
  });

  test('holds its share, within 0–100, and mirrors for the others', () => {
    const part = fc.tuple(fc.nat(1000), fc.nat(1000)).filter(([a, b]) => a + b > 0);
    fc.assert(
      fc.property(part, ([yes, no]) => {
        const [of, rest] = [wilson(yes, yes + no), wilson(no, yes + no)];
        if (!of || !rest) throw new Error('both shares exist');
        expect(0 <= of.low && of.low <= of.percent && of.percent <= of.high && of.high <= 100).toBe(true);
        expect(of.low).toBeCloseTo(100 - rest.high, 9);
      }),
    );
  });
});

describe('csatOf', () => {
  test('is the share of 4 and 5: 42 fives and 32 fours of 107 are 69.16', () => {
    const csat = csatOf([5, 8, 20, 32, 42]);
    expect(csat?.percent).toBeCloseTo(69.1589, 4);
    expect(csat?.low).toBeCloseTo(59.8715, 4);
    expect(csat?.high).toBeCloseTo(77.1183, 4);
    expect(csat?.mean).toBeCloseTo((5 + 16 + 60 + 128 + 210) / 107, 10);
  });

  test('takes 6 and 7 of a seven-point scale', () => {
    expect(csatOf([0, 0, 0, 0, 6, 3, 1], 2)).toMatchObject({ percent: 40, count: 4, n: 10 });
  });

  test('has no score without answers', () => expect(csatOf([0, 0, 0, 0, 0])).toBeUndefined());

  test.each([0, 6, 1.5])('refuses %s top boxes of five', (topBoxes) => {
    expect(() => csatOf([1, 1, 1, 1, 1], topBoxes)).toThrow(RangeError);
  });

  test.each([-1, 0.5])('refuses the count %s', (count) => {
    expect(() => csatOf([1, 1, 1, 1, count])).toThrow(RangeError);
  });
});

describe('cesOf', () => {
  test('is the share of 5–7 beside the mean', () => {
    expect(cesOf([1, 0, 1, 2, 2, 2, 2])).toMatchObject({ percent: 60, count: 6, n: 10, mean: 4.8 });
  });

  test('does not mix in the older five-point version', () =>
    expect(() => cesOf([1, 1, 1, 1, 1])).toThrow(RangeError));
});

describe('responseRates', () => {
  test('name their denominators', () => {
    expect(responseRates({ shown: 200, started: 80, completed: 60, dismissed: 50 })).toEqual({
      response: 0.4,
      completion: 0.75,
      completed: 0.3,
      dismissal: 0.25,
    });
  });

  test('are undefined, not 0, when nobody was there', () => {
    expect(responseRates({ shown: 0, started: 0, completed: 0, dismissed: 0 })).toEqual({
      response: undefined,
      completion: undefined,
      completed: undefined,
      dismissal: undefined,
    });
  });
});

test.each([
  [0, 'counts'],
  [4, 'counts'],
  [5, 'low_sample'],
  [29, 'low_sample'],
  [30, 'score'],
])('%s answers are shown as %s', (n, shown) => expect(confidenceOf(n)).toBe(shown));
