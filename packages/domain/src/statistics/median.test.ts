import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { medianOf } from './median.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

describe('medianOf', () => {
  // ranks of the sign test's interval, e.g. Conover 1999, table A3: n = 10 → 2, 20 → 6, 30 → 10, 100 → 40
  test.each([
    { n: 1, median: 1, low: undefined, high: undefined },
    { n: 5, median: 3, low: undefined, high: undefined },
    { n: 6, median: 3.5, low: 1, high: 6 },
    { n: 10, median: 5.5, low: 2, high: 9 },
    { n: 20, median: 10.5, low: 6, high: 15 },
    { n: 30, median: 15.5, low: 10, high: 21 },
    { n: 100, median: 50.5, low: 40, high: 61 },
  ])('of 1 to $n is $median [$low, $high]', ({ n, median, low, high }) => {
    expect(medianOf(upTo(n))).toEqual({ median, low, high, n });
  });

  test('of many is still found: 20,000 values, about √n around the middle', () => {
    const { low = 0, high = 0 } = medianOf(upTo(20_000)) ?? {};
    expect(low).toBeGreaterThan(9_855);
    expect(high).toBeLessThan(10_146);
    expect(low + high).toBe(20_001);
  });

  test('there is none of nothing', () => expect(medianOf([])).toBeUndefined());

  test('lies within its interval, and moves with its values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 6, maxLength: 200 }),
        fc.integer({ min: 1, max: 9 }),
        (values, by) => {
          const [found, moved] = [medianOf(values), medianOf(values.map((value) => value + by))];
          if (found?.low === undefined || found.high === undefined) throw new Error('six are enough');
          expect(found.low).toBeLessThanOrEqual(found.median);
          expect(found.high).toBeGreaterThanOrEqual(found.median);
          expect(moved?.median).toBe(found.median + by);
          expect(moved?.low).toBe(found.low + by);
        },
      ),
    );
  });
});
