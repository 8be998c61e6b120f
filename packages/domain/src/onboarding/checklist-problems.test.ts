import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition } from '../targeting/condition.ts';
import { aChecklist, aDone, aStep, someChecklist } from '../testing/checklists.ts';
import { aFacts, NOW } from '../testing/facts.ts';
import { checklistProblems } from './checklist-problems.ts';
import { progressOf } from './progress-of.ts';

const nobody: Condition = { type: 'any', of: [] };
const problems = (...of: Parameters<typeof aChecklist>): string[] =>
  checklistProblems(aChecklist(...of)).map(({ path, code }) => `${path} ${code}`);

describe('checklistProblems', () => {
  test('finds none in a checklist that works', () => {
    const steps = [
      aStep('a'),
      aStep('b', { requires: ['a'] }),
      aStep('c', { optional: true, requires: ['b'] }),
    ];
    expect(problems(steps)).toEqual([]);
    expect(problems(steps, { ordered: true })).toEqual([]);
  });

  test('wants a step, and one that counts', () => {
    expect(problems([])).toEqual(['steps no_steps']);
    expect(problems([aStep('a', { optional: true })])).toEqual(['steps no_required_step']);
  });

  test('wants keys, each once', () => {
    expect(problems([aStep('a'), aStep(' '), aStep('a')])).toEqual([
      'steps.1.key key_missing',
      'steps.2.key duplicate_key',
    ]);
  });

  test('wants requirements that exist', () => {
    expect(problems([aStep('a', { requires: ['gone'] })])).toEqual(['steps.0.requires unknown_requirement']);
  });

  test('finds circles of any length, and who waits for them', () => {
    expect(problems([aStep('a', { requires: ['a'] })])).toEqual(['steps.0.requires requirement_cycle']);
    expect(
      problems([
        aStep('a', { requires: ['b'] }),
        aStep('b', { requires: ['c'] }),
        aStep('c', { requires: ['a'] }),
        aStep('d', { requires: ['a'] }),
      ]),
    ).toEqual([
      'steps.0.requires requirement_cycle',
      'steps.1.requires requirement_cycle',
      'steps.2.requires requirement_cycle',
      'steps.3.requires never_opens',
    ]);
  });

  test('finds a circle behind requirements that meet on the way', () => {
    const [a, b, c] = [
      aStep('a', { requires: ['b', 'c', 'd'] }),
      aStep('b', { requires: ['a'] }),
      aStep('c', { requires: ['e'] }),
    ];
    const [d, e] = [aStep('d', { requires: ['e'] }), aStep('e')];
    expect(problems([a, b, c, d, e])).toEqual([
      'steps.0.requires requirement_cycle',
      'steps.1.requires requirement_cycle',
    ]);
  });

  test('finds steps that wait for a later one while they lock it', () => {
    expect(problems([aStep('a', { requires: ['b'] }), aStep('b')], { ordered: true })).toEqual([
      'steps.0.requires never_opens',
      'steps.1.requires never_opens',
    ]);
    expect(
      problems([aStep('a', { requires: ['b'], optional: true }), aStep('b')], { ordered: true }),
    ).toEqual([]);
  });

  test('finds conditions that nobody can meet', () => {
    expect(problems([aStep('a', { visibleWhen: nobody }), aStep('b', { completeWhen: nobody })])).toEqual([
      'steps.0.visibleWhen never_visible',
      'steps.1.completeWhen never_completes',
    ]);
  });

  test('lets through only checklists that can be finished by doing what is open', () => {
    fc.assert(
      fc.property(someChecklist, (body) => {
        fc.pre(checklistProblems(body).length === 0);
        const context = { facts: aFacts(), startedAt: NOW };
        const done = new Set<string>();
        for (let round = 0; round <= body.steps.length; round += 1) {
          const { steps } = progressOf(
            body,
            [...done].map((key) => aDone(key)),
            context,
          );
          for (const { key, state } of steps) if (state === 'open') done.add(key);
        }
        const progress = progressOf(
          body,
          [...done].map((key) => aDone(key)),
          context,
        );
        expect(progress.completed).toBe(true);
        expect(progress.steps.every(({ state }) => state === 'done')).toBe(true);
      }),
    );
  });
});
