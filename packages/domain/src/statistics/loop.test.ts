import { describe, expect, test } from 'vitest';
import type { Instant } from '../time/instant.ts';
import { addMs, HOUR_MS } from '../time/instant.ts';
import type { LoopCase } from './loop.ts';
import { loopOf } from './loop.ts';
import { meanChangeOf } from './mean-change.ts';
import { percentileOf } from './percentile.ts';

const OPENED: Instant = '2026-03-02T00:00:00.000Z';
const after = (hours: number): Instant => addMs(OPENED, hours * HOUR_MS);
const aCase = (over: Partial<LoopCase> = {}): LoopCase => ({
  openedAt: OPENED,
  dueAt: after(24),
  firstTouchAt: null,
  contactedAt: null,
  closedAt: null,
  inTime: null,
  reopenings: 0,
  score: null,
  laterScore: null,
  recoveryScore: null,
  ...over,
});
const answered = (hours: number, over: Partial<LoopCase> = {}) =>
  aCase({ firstTouchAt: after(hours), contactedAt: after(hours), inTime: hours <= 24, dueAt: null, ...over });

describe('loopOf', () => {
  test('counts what was due, and of it what was closed after a word with the customer', () => {
    const cases = [
      answered(2, { closedAt: after(10) }),
      answered(4),
      aCase({ closedAt: after(5), firstTouchAt: after(5), inTime: true }), // closed without a word
      aCase({ dueAt: after(24) }), // its time ran out
      aCase({ dueAt: after(90) }), // not due yet
    ];
    const { coverage, inside, cases: all } = loopOf(cases, after(48));
    expect(all).toBe(5);
    expect(coverage).toMatchObject({ count: 1, n: 4 });
    expect(inside).toMatchObject({ count: 3, n: 4 });
  });

  test('tells median and ninetieth percentile of first touch and closing', () => {
    const cases = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((hours) => answered(hours));
    const { firstTouch, close } = loopOf(cases, after(48));
    expect(firstTouch).toMatchObject({ median: 6 * HOUR_MS, p90: 10 * HOUR_MS, n: 11 });
    expect(close).toBeUndefined();
  });

  test('counts a case that was opened again among those that were closed once', () => {
    const cases = [
      answered(1, { closedAt: after(2), reopenings: 1 }),
      answered(1, { reopenings: 1 }),
      answered(1, { closedAt: after(2) }),
      answered(1),
    ];
    expect(loopOf(cases, after(48)).reopened).toMatchObject({ count: 2, n: 3 });
  });

  test('compares the later scores of those who were spoken to with those of the others', () => {
    const cases = [
      answered(1, { score: 3, laterScore: 9 }),
      answered(1, { score: 5, laterScore: 7 }),
      aCase({ score: 4, laterScore: 4 }),
      aCase({ score: 2 }),
      answered(1, { score: 5, laterScore: 2, recoveryScore: 9 }), // asked because of the case
      answered(1, { score: 8, laterScore: 10 }), // was no low score
    ];
    const { recovered, scoreChange } = loopOf(cases, after(48));
    expect(recovered).toMatchObject({ count: 3, n: 4 });
    expect(scoreChange).toMatchObject({ followedUp: { mean: 4, n: 3 }, notFollowedUp: { mean: 0, n: 1 } });
  });

  test('has no share of nobody', () => {
    expect(loopOf([], OPENED)).toEqual({
      cases: 0,
      scoreChange: {},
    });
  });
});

test('a percentile lies between its neighbours', () => {
  expect(percentileOf([], 0.9)).toBeUndefined();
  expect(percentileOf([7], 0.9)).toBe(7);
  expect(percentileOf([3, 1, 2, 4], 0.5)).toBe(2.5);
  expect(percentileOf([0, 10], 0.9)).toBeCloseTo(9);
  expect(() => percentileOf([1], 2)).toThrow(RangeError);
});

test('the mean of differences has an interval from two of them on', () => {
  expect(meanChangeOf([])).toBeUndefined();
  expect(meanChangeOf([4])).toEqual({ mean: 4, low: undefined, high: undefined, n: 1 });
  // s = √2, z·√2/√2 = z
  const { mean, low, high } = meanChangeOf([2, 4]) ?? {};
  expect(mean).toBe(3);
  expect(low).toBeCloseTo(3 - 1.959964, 5);
  expect(high).toBeCloseTo(3 + 1.959964, 5);
});
