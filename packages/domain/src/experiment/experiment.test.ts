import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, mayClaim } from '../decide/decide.ts';
import { aCandidate, anExperiment, aSituation, someInput } from '../testing/decisions.ts';
import { aFacts, aState } from '../testing/facts.ts';
import { assignmentsIn } from './assignments.ts';
import { armOf, hasMet, unitOf, WHOLE_WORKSPACE } from './experiment.ts';

const ids = Array.from({ length: 20_000 }, (_, n) => `acc_${n}`);
const controls = (controlPercent: number, of: string) =>
  ids.filter((id) => armOf({ controlPercent }, of, id) === 'control');

describe('the control group', () => {
  test.each([1, 10, 50])('of %s %% is that share of the units', (percent) => {
    const share = controls(percent, 'chk_start').length / ids.length;
    const tolerance = 4 * Math.sqrt(((percent / 100) * (1 - percent / 100)) / ids.length);
    expect(Math.abs(share - percent / 100)).toBeLessThan(tolerance);
  });

  test('is drawn apart from that of another content, of the workspace, and from a sample', () => {
    const own = new Set(controls(50, 'chk_start'));
    for (const other of ['chk_other', WHOLE_WORKSPACE]) {
      const both = controls(50, other).filter((id) => own.has(id)).length / ids.length;
      expect(Math.abs(both - 0.25)).toBeLessThan(0.015);
    }
  });

  test('never changes: a larger share only adds, and nobody else matters', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.integer({ min: 1, max: 49 }),
        fc.integer({ min: 1, max: 50 }),
        (id, one, other) => {
          const [less, more] = [Math.min(one, other), Math.max(one, other)];
          if (armOf({ controlPercent: less }, 'chk_start', id) === 'control')
            expect(armOf({ controlPercent: more }, 'chk_start', id)).toBe('control');
        },
      ),
    );
    // kept for ever: a change of the function would move everybody
    expect(controls(1, 'chk_start').slice(0, 4)).toEqual(FIRST);
  });

  test('is of accounts, or of people', () => {
    const facts = aFacts();
    expect(unitOf({ unit: 'account' }, 'chk_start', facts)).toMatchObject({
      type: 'account',
      id: 'acc_aoba',
    });
    expect(unitOf({ unit: 'contact' }, 'chk_start', facts)).toMatchObject({
      type: 'contact',
      id: 'con_mika',
    });
    expect(unitOf({ unit: 'account' }, 'chk_start', aFacts({ account: undefined }))).toBeUndefined();
  });

  test.each(['lastClaimedAt', 'lastShownAt', 'openedAt', 'lastDismissedAt', 'lastAnsweredAt'] as const)(
    'is not for who has met the content: %s',
    (field) => {
      expect(hasMet(aState({ [field]: '2026-03-01T00:00:00.000Z' }))).toBe(true);
      expect(hasMet(aState())).toBe(false);
    },
  );
});

const FIRST = ['acc_52', 'acc_119', 'acc_125', 'acc_220'];

describe('who takes part', () => {
  const checklist = aCandidate('chk_start', { experiment: anExperiment({ controlPercent: 100 }) });
  const part = (candidates: Parameters<typeof assignmentsIn>[1], over = {}) => {
    const situation = aSituation(over);
    return assignmentsIn(decide({ ...situation, candidates }), candidates, situation);
  };

  test('is assigned when nothing but the experiment stands between them and the content', () => {
    expect(part([checklist])).toEqual([
      { experiment: 'chk_start', unit: 'account', unitId: 'acc_aoba', arm: 'control', version: 1 },
    ]);
    expect(part([{ ...checklist, pages: ['/nowhere'] }])).toEqual([]);
    expect(part([{ ...checklist, samplePercent: 0 }])).toEqual([]);
  });

  test('is not who had it before, or finished it', () => {
    for (const state of [{ attempts: 1 }, { completedAt: '2026-03-01T00:00:00.000Z' }])
      expect(part([checklist], { facts: aFacts({ content: { chk_start: aState(state) } }) })).toEqual([]);
  });

  test('is whom the workspace keeps apart, once, and then in no other experiment', () => {
    const holdout = anExperiment({ controlPercent: 100 });
    expect(part([checklist, aCandidate('res_guide')], { holdout })).toEqual([
      { experiment: WHOLE_WORKSPACE, unit: 'account', unitId: 'acc_aoba', arm: 'control', version: 1 },
    ]);
    expect(part([{ ...checklist, everyone: true }], { holdout })).toMatchObject([
      { experiment: 'chk_start' },
    ]);
  });

  test('is in the arm that the decision gave them, whatever the situation', () => {
    fc.assert(
      fc.property(someInput, (input) => {
        const decision = decide(input);
        for (const { experiment, arm } of assignmentsIn(decision, input.candidates, input)) {
          if (experiment === WHOLE_WORKSPACE) continue;
          const candidate = input.candidates.find(({ id }) => id === experiment);
          const isShown = decision.show.some(({ contentId }) => contentId === experiment);
          expect(isShown).toBe(arm === 'content');
          if (candidate && arm === 'control') expect(mayClaim(candidate, input)).toBeDefined();
        }
        for (const { contentId, reason } of decision.held)
          if (reason === 'control' && input.facts.content[contentId]?.completedAt === undefined)
            expect(assignmentsIn(decision, input.candidates, input)).toContainEqual(
              expect.objectContaining({ experiment: contentId, arm: 'control' }),
            );
      }),
      { numRuns: 1_000 },
    );
  });
});
