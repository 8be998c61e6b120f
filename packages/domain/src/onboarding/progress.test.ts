import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChecklistBody } from '../content/checklist.ts';
import type { Condition } from '../targeting/condition.ts';
import { aChecklist, aDone, aStep, someChecklist, someDone } from '../testing/checklists.ts';
import { aFacts, NOW } from '../testing/facts.ts';
import type { ChecklistProgress, ProgressContext, StepDone } from './progress.ts';
import { progressOf, stepsToComplete } from './progress-of.ts';

const nobody: Condition = { type: 'any', of: [] };
const onPro: Condition = { type: 'trait', subject: 'contact', key: 'plan', op: 'is', value: 'pro' };
const context: ProgressContext = { facts: aFacts(), startedAt: '2026-03-01T09:00:00.000Z' };
const states = ({ steps }: ChecklistProgress): string[] => steps.map(({ key, state }) => `${key} ${state}`);
const currentOf = ({ steps }: ChecklistProgress): string | undefined =>
  steps.find(({ current }) => current)?.key;

describe('progressOf', () => {
  test('counts finished visible required steps over visible required steps', () => {
    const body = aChecklist([
      aStep('a'),
      aStep('b'),
      aStep('c', { optional: true }),
      aStep('d', { visibleWhen: nobody }),
    ]);
    const progress = progressOf(body, [aDone('a'), aDone('c'), aDone('d')], context);
    expect(progress).toMatchObject({ done: 1, total: 2, percent: 50, completed: false });
    expect(states(progress)).toEqual(['a done', 'b open', 'c done']);
  });

  test('says when and by whom a step was done', () => {
    const by = aDone('a', { at: '2026-03-04T00:00:00.000Z', by: 'con_hana' });
    const [step] = progressOf(aChecklist([aStep('a')]), [by], context).steps;
    expect(step).toMatchObject({ doneAt: '2026-03-04T00:00:00.000Z', doneBy: 'con_hana', via: 'person' });
  });

  test('keeps the first of several reports of one step, whatever their order', () => {
    const first = aDone('a', { at: '2026-03-02T00:00:00.000Z', by: 'con_hana' });
    const second = aDone('a', { at: '2026-03-05T00:00:00.000Z' });
    const body = aChecklist([aStep('a')]);
    expect(progressOf(body, [second, first], context)).toEqual(progressOf(body, [first, second], context));
    expect(progressOf(body, [second, first], context).completedAt).toBe('2026-03-02T00:00:00.000Z');
  });

  test('is completed when the last required step is done, at that moment', () => {
    const done = [
      aDone('a', { at: '2026-03-05T00:00:00.000Z' }),
      aDone('b', { at: '2026-03-03T00:00:00.000Z' }),
    ];
    const progress = progressOf(
      aChecklist([aStep('a'), aStep('b'), aStep('c', { optional: true })]),
      done,
      context,
    );
    expect(progress).toMatchObject({
      completed: true,
      percent: 100,
      completedAt: '2026-03-05T00:00:00.000Z',
    });
    expect(currentOf(progress)).toBeUndefined();
  });

  test('stays completed when a later version adds a step', () => {
    const completedAt = '2026-03-05T00:00:00.000Z';
    const body = aChecklist([aStep('a'), aStep('new', { dueInDays: 1 })]);
    const progress = progressOf(body, [aDone('a')], { ...context, completedAt });
    expect(progress).toMatchObject({ completed: true, completedAt, done: 1, total: 1, percent: 100 });
    expect(states(progress)).toEqual(['a done', 'new open']);
    expect(progress.steps.some(({ late, current }) => late || current)).toBe(false);
  });

  test('is not completed by having nothing to do', () => {
    const body = aChecklist([aStep('a', { visibleWhen: nobody }), aStep('b', { optional: true })]);
    expect(progressOf(body, [aDone('b')], context)).toMatchObject({
      done: 0,
      total: 0,
      percent: 0,
      completed: false,
    });
  });
});

describe('an ordered checklist', () => {
  const ordered = (...steps: ChecklistBody['steps']): ChecklistBody => aChecklist(steps, { ordered: true });

  test('opens each step by the ones before it', () => {
    const progress = progressOf(ordered(aStep('a'), aStep('b'), aStep('c')), [aDone('a')], context);
    expect(states(progress)).toEqual(['a done', 'b open', 'c locked']);
    expect(progress.steps.map(({ lockedBy }) => lockedBy)).toEqual([[], [], ['b']]);
    expect(currentOf(progress)).toBe('b');
  });

  test('is never blocked by a hidden or an optional step (usertour #7)', () => {
    const body = ordered(aStep('a', { visibleWhen: onPro }), aStep('b', { optional: true }), aStep('c'));
    const progress = progressOf(body, [], context);
    expect(states(progress)).toEqual(['b open', 'c open']);
    expect(currentOf(progress)).toBe('c');
  });

  test('names everything that is still in the way', () => {
    const progress = progressOf(ordered(aStep('a'), aStep('b'), aStep('c')), [], context);
    expect(progress.steps[2]?.lockedBy).toEqual(['a', 'b']);
  });

  test('takes a step that was done out of turn', () => {
    expect(states(progressOf(ordered(aStep('a'), aStep('b'), aStep('c')), [aDone('b')], context))).toEqual([
      'a open',
      'b done',
      'c locked',
    ]);
  });
});

describe('requirements', () => {
  test('lock until they are done', () => {
    const body = aChecklist([aStep('a', { requires: ['c', 'b'] }), aStep('b'), aStep('c')]);
    expect(progressOf(body, [aDone('c')], context).steps[0]).toMatchObject({
      state: 'locked',
      lockedBy: ['b'],
    });
    expect(progressOf(body, [aDone('b'), aDone('c')], context).steps[0]).toMatchObject({
      state: 'open',
      lockedBy: [],
    });
  });

  test('that are hidden, optional or gone do not lock', () => {
    const body = aChecklist([
      aStep('a', { requires: ['hidden', 'optional', 'gone'] }),
      aStep('hidden', { visibleWhen: nobody }),
      aStep('optional', { optional: true }),
    ]);
    expect(progressOf(body, [], context).steps[0]).toMatchObject({ state: 'open', lockedBy: [] });
  });
});

describe('the current step', () => {
  test('is one for the customer before one for the team', () => {
    const body = aChecklist([aStep('a', { owner: 'team' }), aStep('b')]);
    expect(currentOf(progressOf(body, [], context))).toBe('b');
    expect(currentOf(progressOf(body, [aDone('b')], context))).toBe('a');
  });
});

describe('due dates', () => {
  const body = aChecklist([aStep('a', { dueInDays: 10 }), aStep('b', { dueInDays: 11 }), aStep('c')]);

  test('run from the start, and a step is late after that moment', () => {
    const { steps } = progressOf(body, [], { ...context, startedAt: '2026-03-01T09:00:00.000Z' });
    expect(steps.map(({ dueAt, late }) => [dueAt, late])).toEqual([
      ['2026-03-11T09:00:00.000Z', true],
      ['2026-03-12T09:00:00.000Z', false],
      [undefined, false],
    ]);
  });

  test('do not run before the start, nor for what is done', () => {
    expect(progressOf(body, [], { facts: aFacts() }).steps.map(({ dueAt }) => dueAt)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(progressOf(body, [aDone('a')], context).steps[0]?.late).toBe(false);
  });
});

describe('stepsToComplete', () => {
  const didExport: Condition = {
    type: 'event',
    subject: 'contact',
    name: 'export',
    op: 'at_least',
    count: 1,
    withinDays: null,
  };
  const events = [{ subject: 'contact', name: 'export', day: '2025-12-24', count: 1 }] as const;
  const facts = aFacts({ events });

  test('finds what happened long before, also behind a lock (usertour #7, Expensify #56502)', () => {
    const body = aChecklist([aStep('a'), aStep('b', { completeWhen: didExport })], { ordered: true });
    expect(stepsToComplete(body, [], facts)).toEqual(['b']);
    expect(stepsToComplete(body, [], aFacts())).toEqual([]);
  });

  test('leaves out what is done, hidden or ticked by hand', () => {
    const body = aChecklist([
      aStep('done', { completeWhen: didExport }),
      aStep('hidden', { completeWhen: didExport, visibleWhen: nobody }),
      aStep('by hand'),
    ]);
    expect(stepsToComplete(body, [aDone('done')], facts)).toEqual([]);
  });

  test('has nothing left once they are done', () => {
    fc.assert(
      fc.property(someChecklist, someDone, (body, done) => {
        const found = stepsToComplete(body, done, facts);
        const after: StepDone[] = [...done, ...found.map((key) => ({ key, at: NOW, via: 'event' as const }))];
        expect(stepsToComplete(body, after, facts)).toEqual([]);
      }),
    );
  });
});

describe('laws of progress', () => {
  test('the counts fit the steps, and each other', () => {
    fc.assert(
      fc.property(someChecklist, someDone, (body, done) => {
        const progress = progressOf(body, done, context);
        const required = progress.steps.filter(({ optional }) => !optional);
        expect(progress.done).toBe(required.filter(({ state }) => state === 'done').length);
        expect(progress.total).toBe(required.length);
        expect(progress.completed).toBe(progress.total > 0 && progress.done === progress.total);
        expect(progress.completed).toBe(progress.completedAt !== undefined);
        expect(progress.percent).toBe(progress.total === 0 ? 0 : (100 * progress.done) / progress.total);
        expect(progress.steps.filter(({ current }) => current).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('a step is locked exactly by visible required steps that are not done', () => {
    fc.assert(
      fc.property(someChecklist, someDone, (body, done) => {
        const { steps } = progressOf(body, done, context);
        const blocking = steps
          .filter(({ optional, state }) => !optional && state !== 'done')
          .map(({ key }) => key);
        for (const step of steps) {
          expect(step.state === 'locked').toBe(step.lockedBy.length > 0);
          expect(blocking).toEqual(expect.arrayContaining([...step.lockedBy]));
        }
      }),
    );
  });

  test('doing one more step never takes progress away or locks another', () => {
    fc.assert(
      fc.property(someChecklist, someDone, fc.constantFrom('a', 'b', 'c', 'd', 'e'), (body, done, key) => {
        const before = progressOf(body, done, context);
        const after = progressOf(body, [...done, aDone(key)], context);
        expect(after.done).toBeGreaterThanOrEqual(before.done);
        for (const [index, step] of before.steps.entries()) {
          if (step.state !== 'locked') expect(after.steps[index]?.state).not.toBe('locked');
        }
      }),
    );
  });

  test('a hidden step might as well not be there', () => {
    fc.assert(
      fc.property(someChecklist, someDone, (body, done) => {
        const visible = progressOf(body, done, context).steps.map(({ key }) => key);
        const without = { ...body, steps: body.steps.filter(({ key }) => visible.includes(key)) };
        expect(progressOf(without, done, context)).toEqual(progressOf(body, done, context));
      }),
    );
  });

  test('completed is for ever, whatever becomes of the checklist', () => {
    fc.assert(
      fc.property(someChecklist, someDone, (body, done) => {
        const progress = progressOf(body, done, { ...context, completedAt: NOW });
        expect(progress).toMatchObject({ completed: true, completedAt: NOW, percent: 100 });
        expect(progress.done).toBe(progress.total);
        expect(progress.steps.every(({ late, current }) => !late && !current)).toBe(true);
      }),
    );
  });
});
