import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundedMean, meanDifference } from './bounded-mean.ts';

const MOST = 14;
const days = fc.array(fc.integer({ min: 0, max: MOST }), { minLength: 1, maxLength: 80 });

test('a mean with half a number at either end more for its interval', () => {
  // by hand: 2, 4, 6 and halves at 0 and 10: n 4, centre 17/4, squares 33.75, error 33.75/3/4
  const { mean, low, high, n } = boundedMean([2, 4, 6], 10)!;
  expect({ mean, n }).toEqual({ mean: 4, n: 3 });
  expect(low).toBeCloseTo(4.25 - 1.959964 * Math.sqrt(33.75 / 12), 6);
  expect(high).toBeCloseTo(4.25 + 1.959964 * Math.sqrt(33.75 / 12), 6);
});

test('two means are as far apart as they are, with the errors of both', () => {
  // 2, 4, 6 as above; 8, 8: centre 7, squares 2 + 24.5 + 4.5, error 31/2/3
  const { difference, low, high } = meanDifference([2, 4, 6], [8, 8], 10)!;
  expect(difference).toBe(-4);
  const reach = 1.959964 * Math.sqrt(33.75 / 12 + 31 / 6);
  expect(low).toBeCloseTo(-2.75 - reach, 6);
  expect(high).toBeCloseTo(-2.75 + reach, 6);
});

test('there is none of nothing', () => {
  expect(boundedMean([], MOST)).toBeUndefined();
  expect(meanDifference([], [1], MOST)).toBeUndefined();
  expect(meanDifference([1], [], MOST)).toBeUndefined();
});

test('lies within its interval, and that between the ends; groups that are alike are not told apart', () => {
  fc.assert(
    fc.property(days, days, (one, other) => {
      const found = boundedMean(one, MOST)!;
      expect(found.low).toBeGreaterThanOrEqual(0);
      expect(found.low).toBeLessThanOrEqual(found.mean);
      expect(found.high).toBeGreaterThanOrEqual(found.mean);
      expect(found.high).toBeLessThanOrEqual(MOST);
      expect(found.high, 'nothing is certain').toBeGreaterThan(found.low);

      const apart = meanDifference(one, other, MOST)!;
      const turned = meanDifference(other, one, MOST)!;
      expect(apart.difference).toBeCloseTo(found.mean - boundedMean(other, MOST)!.mean, 9);
      expect(turned.low).toBeCloseTo(-apart.high, 9);
      expect(turned.high).toBeCloseTo(-apart.low, 9);
      const same = meanDifference(one, one, MOST)!;
      expect(same.low).toBeLessThan(0);
      expect(same.high).toBeGreaterThan(0);
    }),
  );
});
