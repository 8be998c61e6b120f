import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inSample, sampleBucket } from './sample.ts';

const ids = Array.from({ length: 20_000 }, (_, n) => `con_${n}`);

describe('a sample', () => {
  test.each([
    { salt: 'spring', id: 'con_1', bucket: 5.490736 },
    { salt: 'spring', id: 'con_2', bucket: 86.678936 },
    { salt: '', id: '', bucket: 17.009936 },
    { salt: '春', id: '顧客-42', bucket: 79.68666 },
  ])('keeps ($salt, $id) where it has always been', ({ salt, id, bucket }) => {
    expect(sampleBucket(salt, id)).toBeCloseTo(bucket, 6);
  });

  test.each([1, 10, 50, 90])('of %s %% holds that share of people with similar ids', (percent) => {
    const share = ids.filter((id) => inSample(percent, 'spring', id)).length / ids.length;
    // Four standard deviations of a fair draw.
    const tolerance = 4 * Math.sqrt(((percent / 100) * (1 - percent / 100)) / ids.length);
    expect(Math.abs(share - percent / 100)).toBeLessThan(tolerance);
  });

  test('spreads people evenly over a hundred buckets (chi-square, 99 degrees of freedom)', () => {
    const counts = Array<number>(100).fill(0);
    for (const id of ids)
      counts[Math.floor(sampleBucket('even', id))] = (counts[Math.floor(sampleBucket('even', id))] ?? 0) + 1;
    const expected = ids.length / 100;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeGreaterThan(50); // suspiciously even would be no better
    expect(chiSquare).toBeLessThan(161);
  });

  test('is drawn anew under another salt', () => {
    const both = ids.filter((id) => inSample(50, 'a', id) && inSample(50, 'b', id)).length / ids.length;
    expect(Math.abs(both - 0.25)).toBeLessThan(0.015);
  });

  test('changes about half of its bits when one character changes', () => {
    let flipped = 0;
    for (let n = 0; n < 2_000; n += 1) {
      const bits = (id: string): number => (sampleBucket('s', id) / 100) * 2 ** 32;
      let difference = (bits(`user-${n}-a`) ^ bits(`user-${n}-b`)) >>> 0;
      for (; difference !== 0; difference &= difference - 1) flipped += 1;
    }
    expect(flipped / (2_000 * 32)).toBeCloseTo(0.5, 1);
  });

  test('only grows: whoever is in stays in', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (salt, id, a, b) => {
          const [less, more] = [Math.min(a, b), Math.max(a, b)];
          if (inSample(less, salt, id)) expect(inSample(more, salt, id)).toBe(true);
          expect(inSample(0, salt, id)).toBe(false);
          expect(inSample(100, salt, id)).toBe(true);
        },
      ),
    );
  });

  test('does not confuse where the salt ends', () => {
    expect(sampleBucket('a', 'bc')).not.toBe(sampleBucket('ab', 'c'));
  });
});
