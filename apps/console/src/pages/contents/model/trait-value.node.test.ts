import { canMatch, TRAIT_OPERATORS, type TraitCondition } from '@banso/domain/targeting';
import { expect, test } from 'vitest';
import { asType, listValue, typeOf, withOperator } from './trait-value.ts';

const seats: TraitCondition = { type: 'trait', subject: 'account', key: 'seats', op: 'is', value: 5 };

test('a value is kept when it is compared in another way', () => {
  expect(withOperator(seats, 'at_least')).toEqual({ ...seats, op: 'at_least' });
  expect(withOperator(seats, 'in').value).toEqual([5]);
  expect(withOperator(withOperator(seats, 'in'), 'is').value).toBe(5);
  expect(withOperator(seats, 'contains').value).toBe('5');
  expect('value' in withOperator(seats, 'set')).toBe(false);
});

test('every operator that needs no text leaves something that can match', () => {
  for (const op of TRAIT_OPERATORS.filter((each) => each !== 'before' && each !== 'after'))
    expect([op, canMatch(withOperator(seats, op))]).toEqual([op, true]);
});

test('values change their type as far as that makes sense', () => {
  expect([
    asType('12', 'number'),
    asType('yes', 'number'),
    asType(12, 'text'),
    asType(true, 'text'),
    asType('true', 'boolean'),
  ]).toEqual([12, 0, '12', '', true]);
});

test('a list has the type of its first value, and takes new ones in it', () => {
  expect([typeOf([1, 2]), typeOf([]), typeOf(true)]).toEqual(['number', 'text', 'boolean']);
  expect([listValue('3', 'number'), listValue('three', 'number'), listValue('3', 'text')]).toEqual([
    3,
    'three',
    '3',
  ]);
});
