import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCondition, aLeaf, someFacts } from '../testing/index.ts';
import type { Condition, TraitOperator, TraitValue } from './condition.ts';
import { evaluate } from './evaluate.ts';
import { excludesItself } from './excludes-itself.ts';

const plan = (op: TraitOperator, value?: TraitValue | readonly TraitValue[]): Condition => ({
  type: 'trait',
  subject: 'account',
  key: 'plan',
  op,
  ...(value !== undefined && { value }),
});
const all = (...of: Condition[]): Condition => ({ type: 'all', of });
const done = (happened: boolean): Condition => ({
  type: 'content',
  contentId: 'chk_1',
  phase: 'completed',
  happened,
});

test.each([
  { of: all(plan('is', 'pro'), plan('is', 'free')), expected: true, because: 'one trait has one value' },
  {
    of: all(plan('is', 'pro'), all(plan('in', ['free', 'team']))),
    expected: true,
    because: 'it is none of them',
  },
  { of: all(plan('in', ['pro', 'team']), plan('is', 'pro')), expected: false, because: 'it can be that one' },
  { of: all(plan('is', 'pro'), plan('is_not', 'pro')), expected: true, because: 'it is and is not' },
  { of: all(plan('set'), plan('not_set')), expected: true, because: 'it is there and is not' },
  { of: all(plan('at_least', 5), plan('less', 5)), expected: true, because: 'no number is in between' },
  { of: all(plan('at_least', 5), plan('at_most', 5)), expected: false, because: 'five is' },
  { of: all(plan('is', 4), plan('greater', 4)), expected: true, because: 'four is not more than four' },
  {
    of: all(plan('after', '2026-01-05'), plan('before', '2026-01-02')),
    expected: true,
    because: 'time goes on',
  },
  { of: all(done(true), done(false)), expected: true, because: 'it has happened or not' },
  {
    of: { type: 'any' as const, of: [plan('is', 'a'), plan('is', 'b')] },
    expected: false,
    because: 'one is enough',
  },
  {
    of: all({ type: 'not', of: plan('is', 'a') }, plan('is', 'a')),
    expected: false,
    because: 'negations are left alone',
  },
])('$expected: $because', ({ of, expected }) => expect(excludesItself(of)).toBe(expected));

test('nobody matches what excludes itself', () => {
  const pair = fc.array(fc.oneof(aLeaf, aCondition), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(pair, someFacts, (of, facts) => {
      const condition = all(...of);
      if (excludesItself(condition)) expect(evaluate(condition, facts)).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});
