import { describe, expect, test } from 'vitest';
import { sampleRatio } from './sample-ratio.ts';

const halves = (one: number, other: number) => [
  { count: one, share: 0.5 },
  { count: other, share: 0.5 },
];

describe('sampleRatio', () => {
  // by hand: 821,588 against 815,482 of two halves (Kohavi, Tang and Xu 2020, chapter 21): 3053² · 2 / 818,535
  test.each([
    { of: halves(821_588, 815_482), chiSquare: 22.7745, isMismatch: true },
    { of: halves(520, 480), chiSquare: 1.6, isMismatch: false },
    { of: halves(552, 448), chiSquare: 10.816, isMismatch: false },
    { of: halves(553, 447), chiSquare: 11.236, isMismatch: true },
    {
      of: [
        { count: 15, share: 0.1 },
        { count: 85, share: 0.9 },
      ],
      chiSquare: 25 / 10 + 25 / 90,
      isMismatch: false,
    },
    {
      of: [30, 40, 80].map((count) => ({ count, share: 1 / 3 })),
      chiSquare: 28,
      isMismatch: true,
    },
  ])('gives $chiSquare', ({ of, chiSquare, isMismatch }) => {
    const found = sampleRatio(of);
    expect(found?.chiSquare).toBeCloseTo(chiSquare, 3);
    expect(found?.isMismatch).toBe(isMismatch);
  });

  test.each([
    ['nobody', halves(0, 0)],
    ['fewer than five expected', halves(9, 0)],
    ['one arm', [{ count: 100, share: 1 }]],
  ])('cannot tell of %s', (_, arms) => expect(sampleRatio(arms)).toBeUndefined());
});
