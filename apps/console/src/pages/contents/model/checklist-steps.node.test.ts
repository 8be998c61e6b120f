import { expect, test } from 'vitest';
import { aChecklist, aStep } from '../testing/drafts.ts';
import { copyOf, newStep, withMovedStep, withoutStep, withStep, withStepBack } from './checklist-steps.ts';

const keys = (body: ReturnType<typeof aChecklist>['body']) => body.steps.map(({ key }) => key).join('');
const { body } = aChecklist();

test('a step moves to a place counted without it', () => {
  expect(keys(withMovedStep(body, 0, 2))).toBe('bca');
  expect(keys(withMovedStep(body, 2, 0))).toBe('cab');
  expect(withMovedStep(body, 1, 1)).toBe(body);
});

test('a removed step takes the locks on it along, and brings them back', () => {
  const locked = {
    ...body,
    steps: [aStep('a'), aStep('b', { requires: ['a'] }), aStep('c', { requires: ['a', 'b'] })],
  };
  const { body: without, removed } = withoutStep(locked, 'a');
  expect(without.steps.map(({ requires }) => requires)).toEqual([[], ['b']]);
  const edited = { ...without, title: { en: 'Edited since' } };
  const back = withStepBack(edited, removed!);
  expect([keys(back), back.title['en']]).toEqual(['abc', 'Edited since']);
  expect(back.steps.map(({ requires }) => [...requires].sort())).toEqual([[], ['a'], ['a', 'b']]);
  expect(withStepBack(back, removed!)).toBe(back);
});

test('a new step goes after the given one, or to the end', () => {
  expect(keys(withStep(body, aStep('x'), 'a'))).toBe('axbc');
  expect(keys(withStep(body, aStep('x')))).toBe('abcx');
});

test('new steps and copies have keys of their own that the server takes', () => {
  const made = [newStep(), newStep(), copyOf(aStep('a')), copyOf(aStep('a'))].map(({ key }) => key);
  expect(new Set(made).size).toBe(4);
  for (const key of made) expect(key).toMatch(/^[a-z0-9][a-z0-9_-]{0,63}$/);
});

test('a copy says so in every language that is written', () => {
  expect(copyOf(aStep('a', { title: { en: 'Go', ja: '行く', ko: '' } })).title).toEqual({
    en: 'Go (2)',
    ja: '行く (2)',
    ko: '',
  });
});
