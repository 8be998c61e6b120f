import { describe, expect, test } from 'vitest';
import { checklistView } from './checklist-view.ts';
import type { StepChange } from './step-memory.ts';
import { aChecklist, aProgress, aStep } from './testing/contents.ts';

const steps = [aStep('a'), aStep('b'), aStep('c', { optional: true }), aStep('d', { owner: 'team' })];
const content = aChecklist({ steps });
const view = (
  progress: Parameters<typeof checklistView>[1],
  changes: readonly [string, StepChange][] = [],
) => {
  const kept = new Map(changes);
  const { steps: shown, ...rest } = checklistView(content, progress, kept);
  return {
    ...rest,
    kept: [...kept.keys()],
    steps: shown.map((s) => `${s.key} ${s.state}${s.current ? ' now' : ''}`),
  };
};
const told = aProgress(
  [{ key: 'a', current: true }, { key: 'b', state: 'locked', lockedBy: ['a'] }, { key: 'c' }, { key: 'd' }],
  { total: 3 },
);

describe('checklistView', () => {
  test('is what progress says while the person has done nothing', () => {
    expect(view(told)).toMatchObject({
      steps: ['a open now', 'b locked', 'c open', 'd open'],
      done: 0,
      total: 3,
      unsent: 0,
    });
  });

  test('counts a change at once, unlocks what it locked, and moves on', () => {
    const changed = view(told, [['a', { done: true }]]);
    expect(changed).toMatchObject({
      steps: ['a done', 'b open now', 'c open', 'd open'],
      done: 1,
      kept: ['a'],
    });
  });

  test('counts what is not sent, not what is on its way or has arrived', () => {
    const receipts = ['stored', 'held', 'arrived', undefined] as const;
    const unsent = receipts.map(
      (receipt) => view(told, [['a', { done: true, ...(receipt ? { receipt } : {}) }]]).unsent,
    );
    expect(unsent).toEqual([1, 1, 0, 0]);
  });

  test('forgets a change that progress has caught up with', () => {
    const caughtUp = aProgress([
      { key: 'a', state: 'done' },
      { key: 'b', current: true },
    ]);
    expect(view(caughtUp, [['a', { done: true, receipt: 'stored' }]])).toMatchObject({
      kept: [],
      unsent: 0,
      done: 1,
    });
  });

  test('prefers a required step, then an optional one; never one of ours', () => {
    const rest = aProgress([
      { key: 'a', state: 'done' },
      { key: 'b', state: 'done' },
      { key: 'c' },
      { key: 'd' },
    ]);
    expect(view(rest).steps).toEqual(['a done', 'b done', 'c open now', 'd open']);
  });

  test('leaves out what progress hides and what this version does not know', () => {
    expect(view(aProgress([{ key: 'b', current: true }, { key: 'gone' }])).steps).toEqual(['b open now']);
  });

  test('takes every step for open without progress', () => {
    expect(view(undefined)).toMatchObject({ steps: ['a open now', 'b open', 'c open', 'd open'], total: 3 });
  });
});
