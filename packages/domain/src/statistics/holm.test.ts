import { describe, expect, test } from 'vitest';
import { chanceOf, holm } from './holm.ts';
import { npsChange } from './nps-change.ts';
import { shareChange } from './share-change.ts';
import { wilson } from './wilson.ts';

test.each([
  { z: 0, chance: 1 },
  { z: 1, chance: 0.3173105 },
  { z: -1.959964, chance: 0.05 },
  { z: 2.575829, chance: 0.01 },
  { z: 5, chance: 0.0000005733 },
])('chance alone gives $z or more in $chance', ({ z, chance }) => expect(chanceOf(z)).toBeCloseTo(chance, 6));

describe('several comparisons at once', () => {
  test.each([
    { zs: [2], detectable: [true], because: 'one is held against 0.05' },
    { zs: [2, 0.3], detectable: [false, false], because: 'of two the clearest is held against 0.025' },
    { zs: [2, -2.3], detectable: [true, true], because: 'once it has passed, the rest is held against 0.05' },
    {
      zs: [2.6, 2.2, 0, 0],
      detectable: [true, false, false, false],
      because: 'the next of four needs 0.0167',
    },
    { zs: [], detectable: [], because: 'there is nothing to compare' },
  ])('$zs: $because', ({ zs, detectable }) => expect(holm(zs)).toEqual(detectable));
});

describe('the same people in two waves', () => {
  const tally = { promoters: 40, passives: 30, detractors: 30 };
  const better = { promoters: 50, passives: 30, detractors: 20 };
  const pairs = [
    { before: 9, after: 10, count: 40 },
    { before: 8, after: 9, count: 10 },
    { before: 7, after: 8, count: 20 },
    { before: 3, after: 7, count: 10 },
    { before: 2, after: 2, count: 20 },
  ];

  test('show a change that different people would not', () => {
    expect(npsChange(tally, better)).toMatchObject({ detectable: false, paired: 0 });
    const change = npsChange(tally, better, pairs);
    expect(change).toMatchObject({ detectable: true, paired: 100 });
    // the standard error of their 100 differences is 4: z is 20 / 4 = 5
    expect(change?.z).toBeCloseTo(5, 0);
  });

  test('who all moved alike are no certainty', () => {
    const six = { promoters: 6, passives: 0, detractors: 0 };
    const change = npsChange(six, { promoters: 0, passives: 6, detractors: 0 }, [
      { before: 9, after: 8, count: 6 },
    ]);
    expect(Number.isFinite(change?.z)).toBe(true);
  });
});

test('a share changes detectably only where chance would not move it so much', () => {
  const share = (count: number, n: number) => wilson(count, n) ?? expect.fail('there is one');
  expect(shareChange(share(60, 100), share(75, 100))).toMatchObject({ difference: 15, detectable: true });
  // the square of z is Pearson's chi-square 5.128 times 199 / 200
  expect(shareChange(share(60, 100), share(75, 100)).z).toBeCloseTo(2.2588, 3);
  expect(shareChange(share(60, 100), share(70, 100)).detectable).toBe(false);
  expect(shareChange(share(0, 4), share(400, 400)).detectable).toBe(false);
  expect(shareChange(share(9, 9), share(8, 8))).toMatchObject({ difference: 0, z: 0, detectable: false });
});
