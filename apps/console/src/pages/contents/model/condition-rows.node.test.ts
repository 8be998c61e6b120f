import type { Condition } from '@banso/domain/targeting';
import { evaluate } from '@banso/domain/targeting';
import { aCondition, someFacts } from '@banso/domain/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionOf, groupOf, isEverybody, rowPath } from './condition-rows.ts';

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
    { name: 'none of', condition: { type: 'not', of: { type: 'any', of: [plan, reads] } } },
    {
      name: 'groups in groups',
      condition: {
        type: 'all',
        of: [plan, { type: 'any', of: [reads, { type: 'not', of: { type: 'any', of: [plan] } }] }],
      },
    },
  ])('comes back as it was: $name', ({ condition }) => {
    expect(conditionOf(groupOf(condition)!)).toEqual(condition);
  });

  test.each<{ name: string; condition: Condition }>([
    { name: 'a single fact', condition: plan },
    { name: 'its negation', condition: { type: 'not', of: plan } },
  ])('reads $name as one line', ({ condition }) => {
    expect(groupOf(condition)?.rows).toHaveLength(1);
  });

  test.each<{ name: string; condition: Condition }>([
    { name: 'not all of', condition: { type: 'not', of: { type: 'all', of: [plan, reads] } } },
    {
      name: 'a double negation',
      condition: { type: 'all', of: [{ type: 'not', of: { type: 'not', of: plan } }] },
    },
  ])('leaves alone what it cannot say: $name', ({ condition }) => {
    expect(groupOf(condition)).toBeUndefined();
  });

  test('means the same people, whatever the condition', () => {
    fc.assert(
      fc.property(aCondition, someFacts, (condition, facts) => {
        const group = groupOf(condition);
        // an empty group inside of another cannot come from the editor: taking its last line takes the group
        fc.pre(group !== undefined && !JSON.stringify(condition).includes('"of":[]'));
        expect(evaluate(conditionOf(group), facts)).toBe(evaluate(condition, facts));
      }),
    );
  });

  test('knows where each line stands', () => {
    const none: Condition = { type: 'not', of: { type: 'any', of: [plan] } };
    expect([
      rowPath(plan, 'a', 0, false),
      rowPath({ type: 'not', of: plan }, 'a', 0, true),
      rowPath({ type: 'all', of: [plan] }, 'a', 0, false),
      rowPath({ type: 'any', of: [{ type: 'not', of: plan }] }, 'a', 0, true),
      rowPath(none, 'a', 0, false),
    ]).toEqual(['a', 'a.of', 'a.of.0', 'a.of.0.of', 'a.of.of.0']);
  });

  test('knows everybody by its form', () => {
    expect(
      [{ type: 'all', of: [] } as const, { type: 'any', of: [] } as const, plan].map(isEverybody),
    ).toEqual([true, false, false]);
  });
});
