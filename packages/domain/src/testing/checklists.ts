import fc from 'fast-check';
import type { ChecklistBody, ChecklistStep } from '../content/checklist.ts';
import type { Condition } from '../targeting/condition.ts';
import { EVERYBODY } from '../targeting/condition.ts';
import type { StepDone } from '../onboarding/progress.ts';

/** A required step that the customer ticks. */
export function aStep(key: string, over: Partial<ChecklistStep> = {}): ChecklistStep {
  return {
    key,
    title: { en: `Step ${key}` },
    body: {},
    action: null,
    completeWhen: null,
    requires: [],
    optional: false,
    visibleWhen: null,
    dueInDays: null,
    owner: 'customer',
    ...over,
  };
}

/** A checklist in any order, kept per person. */
export function aChecklist(
  steps: readonly ChecklistStep[],
  over: Partial<ChecklistBody> = {},
): ChecklistBody {
  return {
    title: { en: 'Getting started' },
    intro: {},
    steps,
    ordered: false,
    progressOf: 'contact',
    celebration: {},
    ...over,
  };
}

/** A step ticked by Mika. */
export function aDone(key: string, over: Partial<StepDone> = {}): StepDone {
  return { key, at: '2026-03-02T10:00:00.000Z', by: 'con_mika', via: 'person', ...over };
}

const nobody: Condition = { type: 'any', of: [] };
const KEYS = ['a', 'b', 'c', 'd', 'e'] as const;
const someKeys = fc.subarray([...KEYS], { maxLength: 3 });
const maybeHolding = fc.constantFrom(null, EVERYBODY, nobody);

/** Any checklist of up to five steps; some of its steps may wait for each other for ever. */
export const someChecklist: fc.Arbitrary<ChecklistBody> = fc
  .tuple(
    fc.array(
      fc.record({
        requires: someKeys,
        optional: fc.boolean(),
        visibleWhen: maybeHolding,
        completeWhen: maybeHolding,
        dueInDays: fc.constantFrom(null, 1, 30),
        owner: fc.constantFrom('customer' as const, 'team' as const),
      }),
      { minLength: 1, maxLength: KEYS.length },
    ),
    fc.boolean(),
  )
  .map(([steps, ordered]) =>
    aChecklist(
      steps.map((step, index) => aStep(KEYS[index] ?? '', step)),
      { ordered },
    ),
  );

/** Some of the steps of {@link someChecklist}, finished. */
export const someDone: fc.Arbitrary<StepDone[]> = someKeys.map((keys) => keys.map((key) => aDone(key)));
