import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCondition } from '../testing/conditions.ts';
import { someFacts } from '../testing/facts.ts';
import { canMatch } from './can-match.ts';
import type { Condition, TraitOperator } from './condition.ts';
import { EVERYBODY } from './condition.ts';
import { evaluate } from './evaluate.ts';

const nobody: Condition = { type: 'any', of: [] };
const trait = (op: TraitOperator, value: string | number | string[]): Condition => ({
  type: 'trait',
  subject: 'contact',
  key: 'plan',
  op,
  value,
});

describe('canMatch', () => {
  test.each<{ condition: Condition; possible: boolean; because: string }>([
    { condition: EVERYBODY, possible: true, because: 'all of nothing is everybody' },
    { condition: nobody, possible: false, because: 'any of nothing is nobody' },
    { condition: { type: 'not', of: EVERYBODY }, possible: false, because: 'not everybody' },
    { condition: { type: 'not', of: nobody }, possible: true, because: 'not nobody' },
    {
      condition: { type: 'all', of: [trait('is', 'pro'), nobody] },
      possible: false,
      because: 'one part can not',
    },
    {
      condition: { type: 'any', of: [trait('is', 'pro'), nobody] },
      possible: true,
      because: 'another part can',
    },
    { condition: trait('in', []), possible: false, because: 'one of none' },
    {
      condition: { type: 'not', of: trait('in', []) },
      possible: true,
      because: 'who has the trait is in none',
    },
    { condition: trait('greater', 'ten'), possible: false, because: 'no number is greater than a text' },
    {
      condition: { type: 'not', of: trait('greater', 'ten') },
      possible: false,
      because: 'nor is it not: unknown stays unknown',
    },
    { condition: trait('before', 'yesterday'), possible: false, because: 'that is no date' },
    { condition: trait('after', '2026-01-01'), possible: true, because: 'that is one' },
    { condition: { type: 'sample', percent: 0, salt: 'a' }, possible: false, because: 'a share of nothing' },
    {
      condition: { type: 'not', of: { type: 'sample', percent: 100, salt: 'a' } },
      possible: false,
      because: 'the rest of all',
    },
    { condition: { type: 'locale', in: [] }, possible: false, because: 'no language' },
    {
      condition: {
        type: 'event',
        subject: 'contact',
        name: 'login',
        op: 'at_most',
        count: -1,
        withinDays: 7,
      },
      possible: false,
      because: 'fewer than none',
    },
  ])('$possible: $because', ({ condition, possible }) => expect(canMatch(condition)).toBe(possible));

  test('never says no of an audience that somebody is in', () => {
    fc.assert(
      fc.property(aCondition, fc.array(someFacts, { minLength: 5, maxLength: 5 }), (condition, people) => {
        if (people.some((facts) => evaluate(condition, facts))) expect(canMatch(condition)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
