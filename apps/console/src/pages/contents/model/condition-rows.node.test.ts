import type { Condition } from '@banso/domain/targeting';
import { describe, expect, test } from 'vitest';
import { conditionOf, isEverybody, listOf } from './condition-rows.ts';

const plan: Condition = { type: 'trait', subject: 'account', key: 'plan', op: 'is', value: 'Team' };
const reads: Condition = { type: 'locale', in: ['ja'] };

describe('an audience as lines', () => {
  test.each<{ name: string; condition: Condition }>([
    { name: 'everybody', condition: { type: 'all', of: [] } },
    { name: 'all of', condition: { type: 'all', of: [plan, reads] } },
    {
      name: 'any of, one of them negated',
      condition: { type: 'any', of: [plan, { type: 'not', of: reads }] },
    },
  ])('comes back as it was: $name', ({ condition }) => {
    expect(conditionOf(listOf(condition)!)).toEqual(condition);
  });

  test.each<{ name: string; condition: Condition }>([
    { name: 'a single fact', condition: plan },
    { name: 'its negation', condition: { type: 'not', of: plan } },
  ])('reads $name as one line', ({ condition }) => {
    expect(listOf(condition)?.rows).toHaveLength(1);
  });

  test.each<{ name: string; condition: Condition }>([
    { name: 'a group in a group', condition: { type: 'all', of: [plan, { type: 'any', of: [reads] }] } },
    { name: 'a negated group', condition: { type: 'not', of: { type: 'any', of: [plan] } } },
    {
      name: 'a double negation',
      condition: { type: 'all', of: [{ type: 'not', of: { type: 'not', of: plan } }] },
    },
  ])('leaves alone what is deeper: $name', ({ condition }) => {
    expect(listOf(condition)).toBeUndefined();
  });

  test('knows everybody by its form', () => {
    expect(
      [{ type: 'all', of: [] } as const, { type: 'any', of: [] } as const, plan].map(isEverybody),
    ).toEqual([true, false, false]);
  });
});
