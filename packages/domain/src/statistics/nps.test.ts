import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NpsTally } from './nps.ts';
import { bandOf, npsOf, tallyOf } from './nps.ts';

const tally = (promoters: number, passives: number, detractors: number): NpsTally => ({
  promoters,
  passives,
  detractors,
});

const anyTally = fc
  .tuple(fc.nat(500), fc.nat(500), fc.nat(500))
  .filter(([p, s, d]) => p + s + d > 0)
  .map(([p, s, d]) => tally(p, s, d));

describe('npsOf', () => {
  test.each([
    { of: tally(50, 30, 20), score: 30, low: 14.0511, high: 44.2013, because: 'the ordinary case' },
    { of: tally(15, 15, 6), score: 25, low: 0.3655, high: 45.7883, because: 'just above nothing' },
    { of: tally(9, 7, 4), score: 25, low: -9.4702, high: 52.9484, because: 'few answers reach across zero' },
    { of: tally(5, 0, 0), score: 100, low: 17.4915, high: 100, because: 'five fans prove little' },
    { of: tally(0, 0, 5), score: -100, low: -100, high: -17.4915, because: 'nor do five critics' },
    { of: tally(0, 10, 0), score: 0, low: -18.465, high: 18.465, because: 'passives are a real zero' },
    { of: tally(333, 333, 334), score: -0.1, low: -5.1521, high: 4.9527, because: 'many answers narrow it' },
  ])('gives $score [$low, $high]: $because', ({ of, score, low, high }) => {
    const nps = npsOf(of);
    expect(nps?.score).toBeCloseTo(score, 10);
    expect(nps?.low).toBeCloseTo(low, 4);
    expect(nps?.high).toBeCloseTo(high, 4);
  });

  test('leaves skipped questions out of n: 50/30/20 with 25 skips is 30, not 24 (formbricks #2908)', () => {
    expect(npsOf(tally(50, 30, 20))).toMatchObject({ score: 30, n: 100 });
  });

  test('has no score without answers', () => expect(npsOf(tally(0, 0, 0))).toBeUndefined());

  test('mirrors when promoters and detractors change places', () => {
    fc.assert(
      fc.property(anyTally, ({ promoters, passives, detractors }) => {
        const [one, other] = [
          npsOf(tally(promoters, passives, detractors)),
          npsOf(tally(detractors, passives, promoters)),
        ];
        expect(one?.score).toBeCloseTo(-(other?.score ?? Number.NaN), 9);
        expect(one?.low).toBeCloseTo(-(other?.high ?? Number.NaN), 9);
        expect(one?.standardError).toBeCloseTo(other?.standardError ?? Number.NaN, 9);
      }),
    );
  });

  test('keeps its interval open, in order and within ±100', () => {
    fc.assert(
      fc.property(anyTally, (of) => {
        const nps = npsOf(of);
        expect(nps && nps.low >= -100 && nps.low < nps.high && nps.high <= 100).toBe(true);
      }),
    );
  });

  test('has the score inside its interval wherever a score is shown', () => {
    fc.assert(
      fc.property(anyTally, (of) => {
        const nps = npsOf(of);
        fc.pre(nps !== undefined && nps.n >= 5);
        expect(nps.low <= nps.score && nps.score <= nps.high).toBe(true);
      }),
    );
  });
});

describe('bands', () => {
  test('fall at 6|7 and 8|9', () => {
    expect(Array.from({ length: 11 }, (_, score) => bandOf(score))).toEqual([
      ...Array<string>(7).fill('detractor'),
      'passive',
      'passive',
      'promoter',
      'promoter',
    ]);
  });

  test.each([11, -1, 7.5, Number.NaN, Infinity])('refuse the score %s', (score) => {
    expect(() => bandOf(score)).toThrow(RangeError);
  });

  test('are summed from a histogram', () => {
    expect(tallyOf([1, 1, 2, 3, 4, 7, 9, 19, 27, 38, 31])).toEqual(tally(69, 46, 27));
  });

  test('lose nobody', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 11, maxLength: 11 }), (histogram) => {
        const { promoters, passives, detractors } = tallyOf(histogram);
        expect(promoters + passives + detractors).toBe(histogram.reduce((sum, count) => sum + count, 0));
      }),
    );
  });

  test.each([
    { histogram: Array<number>(10).fill(1), because: 'a score is missing' },
    { histogram: Array<number>(12).fill(1), because: 'there is no 11' },
    { histogram: [-1, ...Array<number>(10).fill(1)], because: 'nobody is fewer than none' },
    { histogram: [0.5, ...Array<number>(10).fill(1)], because: 'people are whole' },
  ])('refuse a histogram: $because', ({ histogram }) => {
    expect(() => tallyOf(histogram)).toThrow(RangeError);
  });
});
