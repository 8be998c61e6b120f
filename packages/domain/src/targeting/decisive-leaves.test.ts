import fc from 'fast-check';
import { expect, test } from 'vitest';
import { someFacts } from '../testing/facts.ts';
import { aCondition } from '../testing/index.ts';
import type { Condition } from './condition.ts';
import { decisiveLeaves } from './decisive-leaves.ts';
import { explain } from './explain.ts';

const facts = {
  now: '2026-03-11T09:30:00.000Z',
  contact: {
    id: 'con_mika',
    traits: { role: 'admin' },
    locale: 'ja',
    verified: true,
    firstSeenAt: '2025-06-01T00:00:00.000Z',
  },
  events: [],
  content: {},
};
const role = (value: string): Condition => ({
  type: 'trait',
  subject: 'contact',
  key: 'role',
  op: 'is',
  value,
});
const reads = (locale: string): Condition => ({ type: 'locale', in: [locale] });
const why = (condition: Condition) =>
  decisiveLeaves(explain(condition, facts)).map(({ leaf, negated, outcome, found }) => [
    leaf.type,
    negated,
    outcome,
    found,
  ]);

test('everything that had to hold, where all of it does', () => {
  expect(why({ type: 'all', of: [role('admin'), reads('ja')] })).toEqual([
    ['trait', false, 'match', 'admin'],
    ['locale', false, 'match', 'ja'],
  ]);
});

test('only what stopped it, where something did', () => {
  expect(why({ type: 'all', of: [role('admin'), reads('ko'), role('member')] })).toEqual([
    ['locale', false, 'no_match', 'ja'],
  ]);
});

test('only what let the person in, where one of several was enough', () => {
  expect(why({ type: 'any', of: [role('member'), reads('ja')] })).toEqual([['locale', false, 'match', 'ja']]);
});

test('what is not so counts as it stands', () => {
  expect(why({ type: 'not', of: role('admin') })).toEqual([['trait', true, 'no_match', 'admin']]);
});

test('every fact that is named says what the whole says', () => {
  fc.assert(
    fc.property(aCondition, someFacts, (condition, about) => {
      const explanation = explain(condition, about);
      for (const { outcome } of decisiveLeaves(explanation)) expect(outcome).toBe(explanation.outcome);
    }),
  );
});
