import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aChecklist, aDone, aStep, someChecklist, someDone } from '../testing/checklists.ts';
import { NOW, someFacts } from '../testing/facts.ts';
import { midwayOf } from './midway-of.ts';
import { progressOf } from './progress-of.ts';

describe('what a publication does to those in the middle', () => {
  test('names steps that count from now on, and those that no longer do', () => {
    const before = aChecklist([aStep('a'), aStep('b'), aStep('c', { optional: true })]);
    const after = aChecklist(
      [aStep('b', { optional: true }), aStep('c'), aStep('d'), aStep('e', { optional: true })],
      { ordered: true, progressOf: 'account' },
    );
    expect(midwayOf(before, after).map(({ type }) => type)).toEqual([
      'now_optional',
      'now_required',
      'more',
      'offered',
      'gone',
      'ordered',
      'counted_anew',
    ]);
    expect(midwayOf(before, before)).toEqual([]);
  });

  test('a new step counts for the unfinished, and reopens nothing for the finished', () => {
    const [before, after] = [aChecklist([aStep('a')]), aChecklist([aStep('a'), aStep('b')])];
    const context = { facts: { now: NOW } as Parameters<typeof progressOf>[2]['facts'] };
    expect(midwayOf(before, after)).toMatchObject([{ type: 'more', key: 'b' }]);
    expect(progressOf(after, [aDone('a')], context)).toMatchObject({ done: 1, total: 2, completed: false });
    const finished = { ...context, completedAt: '2026-03-02T10:00:00.000Z' };
    expect(progressOf(after, [aDone('a')], finished)).toMatchObject({ completed: true, percent: 100 });
  });

  test('says something whenever somebody has more to do than before', () => {
    fc.assert(
      fc.property(someChecklist, someChecklist, someDone, someFacts, (before, after, done, facts) => {
        if (midwayOf(before, after).length > 0) return;
        const shown = { ...before, steps: before.steps.map((step) => ({ ...step, visibleWhen: null })) };
        const next = { ...after, steps: after.steps.map((step) => ({ ...step, visibleWhen: null })) };
        expect(progressOf(next, done, { facts }).total).toBe(progressOf(shown, done, { facts }).total);
      }),
    );
  });
});
