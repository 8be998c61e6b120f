import { expect, test } from 'vitest';
import { onScale, scoreChange, scoreFigure } from './score-figure.ts';

/** Eleven counts, of the answers 0 to 10. */
const said = (counts: Readonly<Record<number, number>>) =>
  Array.from({ length: 11 }, (_, score) => counts[score] ?? 0);

test('each kind groups its own scale', () => {
  expect(scoreFigure('nps', said({ 10: 50, 8: 30, 6: 20 }))).toMatchObject({
    n: 100,
    favourable: 50,
    neutral: 30,
    unfavourable: 20,
    score: 30,
    mean: null,
    confidence: 'score',
  });
  expect(scoreFigure('csat', said({ 5: 42, 4: 32, 3: 20, 1: 13 }))).toMatchObject({
    n: 107,
    favourable: 74,
    neutral: 20,
    unfavourable: 13,
    score: expect.closeTo(69.1589, 4) as unknown,
    low: expect.closeTo(59.8715, 4) as unknown,
    high: expect.closeTo(77.1183, 4) as unknown,
  });
  expect(scoreFigure('ces', said({ 7: 4, 5: 2, 4: 1, 3: 1 }))).toMatchObject({
    favourable: 6,
    neutral: 1,
    unfavourable: 1,
    score: 75,
    mean: 5.625,
    confidence: 'low_sample',
  });
  expect(onScale('csat', said({ 1: 7, 5: 9 }))).toEqual([7, 0, 0, 0, 9]);
});

test('under five answers there are counts and no score', () => {
  expect(scoreFigure('ces', said({ 7: 4 }))).toMatchObject({
    n: 4,
    favourable: 4,
    score: null,
    low: null,
    mean: null,
  });
});

test('a change of a share says how many answers would show it', () => {
  expect(scoreChange('csat', said({ 5: 60, 1: 40 }), said({ 5: 70, 1: 30 }))).toMatchObject({
    difference: expect.closeTo(10, 8) as unknown,
    detectable: false,
    paired: 0,
    answersNeeded: 354,
  });
  expect(scoreChange('ces', said({}), said({ 7: 4 }))).toBeUndefined();
});
