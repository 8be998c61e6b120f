import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountNps, decidersFirst } from './account-nps.ts';
import { isDecisionMaker } from './decision-maker.ts';
import { npsOf, type NpsTally } from './nps.ts';

const tally = (promoters: number, passives: number, detractors: number): NpsTally => ({
  promoters,
  passives,
  detractors,
});
const one = (of: NpsTally, weight = 1) => ({ tally: of, weight });

describe('the score by account', () => {
  test('counts every account once, however many of it answered', () => {
    const found = accountNps([one(tally(9, 0, 0)), one(tally(0, 0, 1))]);
    expect(found).toMatchObject({ score: 0, accounts: 2, respondents: 10 });
  });

  test('weighs accounts by what they are worth', () => {
    expect(accountNps([one(tally(2, 0, 0), 300), one(tally(0, 0, 1), 100)])?.score).toBe(50);
  });

  test('is the plain score with its interval where one person an account answered', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.nat(60), (promoters, passives, detractors) => {
        const people = [
          ...Array.from({ length: promoters }, () => one(tally(1, 0, 0), 7)),
          ...Array.from({ length: passives }, () => one(tally(0, 1, 0), 7)),
          ...Array.from({ length: detractors }, () => one(tally(0, 0, 1), 7)),
        ];
        const [found, plain] = [accountNps(people), npsOf(tally(promoters, passives, detractors))];
        expect(found === undefined).toBe(plain === undefined);
        if (!found || !plain) return;
        expect(found.score).toBeCloseTo(plain.score, 8);
        expect(found.low).toBeCloseTo(plain.low, 8);
        expect(found.high).toBeCloseTo(plain.high, 8);
      }),
    );
  });

  test('does not take agreement for certainty, and nobody for a score', () => {
    expect(accountNps([one(tally(5, 0, 0))])?.low).toBeLessThan(50);
    expect(accountNps([one(tally(0, 0, 0))])).toBeUndefined();
  });
});

test('those who decide speak first, and others where none of them answered', () => {
  const everybody = new Map([
    ['a', tally(1, 0, 3)],
    ['b', tally(0, 2, 0)],
  ]);
  expect(decidersFirst(everybody, new Map([['a', tally(1, 0, 0)]]))).toEqual(
    new Map([
      ['a', tally(1, 0, 0)],
      ['b', tally(0, 2, 0)],
    ]),
  );
});

test.each([
  { traits: { role: 'Admin' }, decides: true },
  { traits: { role: 'viewer' }, decides: false },
  { traits: { role: 'viewer', decision_maker: true }, decides: true },
  { traits: { role: 'owner', decision_maker: false }, decides: false },
  { traits: {}, decides: false },
])('$traits: $decides', ({ traits, decides }) => expect(isDecisionMaker(traits)).toBe(decides));
