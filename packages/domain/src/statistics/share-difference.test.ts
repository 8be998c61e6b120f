import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareDifference, unitsNeeded } from './share-difference.ts';
import type { Share } from './wilson.ts';
import { wilson } from './wilson.ts';

const share = ([count, n]: readonly [number, number]): Share => {
  const of = wilson(count, n);
  if (!of) throw new Error('a share of nobody');
  return of;
};
const someShare = fc
  .tuple(fc.nat(400), fc.nat(400))
  .filter(([yes, no]) => yes + no > 0)
  .map(([yes, no]) => share([yes, yes + no]));

describe('shareDifference', () => {
  // Newcombe 1998, "Interval estimation for the difference between independent proportions", table II, method 10
  test.each([
    { one: [56, 70], other: [48, 80], low: 0.0524, high: 0.3339 },
    { one: [9, 10], other: [3, 10], low: 0.1705, high: 0.809 },
    { one: [5, 56], other: [0, 29], low: -0.0381, high: 0.1926 },
    { one: [0, 10], other: [0, 20], low: -0.1611, high: 0.2775 },
    { one: [10, 10], other: [0, 10], low: 0.6075, high: 1 },
  ] as const)('gives [$low, $high] for $one against $other', ({ one, other, low, high }) => {
    const found = shareDifference(share(one), share(other));
    expect(found.points / 100).toBeCloseTo(one[0] / one[1] - other[0] / other[1], 10);
    expect(found.low / 100).toBeCloseTo(low, 4);
    expect(found.high / 100).toBeCloseTo(high, 4);
  });

  test('holds the difference, stays within −100 to 100, and turns round with the arms', () => {
    fc.assert(
      fc.property(someShare, someShare, (one, other) => {
        const [there, back] = [shareDifference(one, other), shareDifference(other, one)];
        expect(there.low).toBeLessThanOrEqual(there.points);
        expect(there.high).toBeGreaterThanOrEqual(there.points);
        expect(there.low).toBeGreaterThanOrEqual(-100 - 1e-9);
        expect(there.high).toBeLessThanOrEqual(100 + 1e-9);
        expect(back.low).toBeCloseTo(-there.high, 9);
      }),
    );
  });

  test('is narrower with ten times as many', () => {
    const width = (n: number) => {
      const { low, high } = shareDifference(share([4 * n, 10 * n]), share([3 * n, 10 * n]));
      return high - low;
    };
    expect(width(100)).toBeLessThan(width(10) / 2);
  });
});

describe('unitsNeeded', () => {
  // by hand: (1.959964 + 0.841621)² = 7.848879; 10 → 15 %: · (0.09 + 0.1275) / 0.0025 = 682.85
  test.each([
    { base: 10, points: 5, n: 683 },
    { base: 50, points: 10, n: 385 },
    { base: 30, points: -10, n: 291 },
    { base: 0, points: 100, n: 2 },
  ])('from $base % by $points points takes $n', ({ base, points, n }) => {
    expect(unitsNeeded(base, points)).toBe(n);
  });

  test('takes more for more power', () => expect(unitsNeeded(10, 5, 0.9)).toBe(915));

  test.each([
    [10, 0],
    [95, 10],
    [5, -6],
    [Number.NaN, 1],
  ])('has no number from %s by %s', (base, points) => {
    expect(unitsNeeded(base, points)).toBeUndefined();
  });
});
