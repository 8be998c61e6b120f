import type { ChecklistBody, ChecklistStep } from '../content/checklist.ts';
import { evaluate } from '../targeting/evaluate.ts';
import type { Facts } from '../targeting/facts.ts';
import type { Instant } from '../time/instant.ts';
import { addMs, DAY_MS } from '../time/instant.ts';
import type { ChecklistProgress, ProgressContext, StepDone, StepProgress } from './progress.ts';

/**
 * How far a person, or an account, is with a checklist.
 *
 * - Hidden steps leave numerator and denominator and never lock another; a finished step that became hidden is left out.
 * - Optional steps count nowhere and never lock another, not even by `requires`.
 * - `ordered`: a step opens when every required visible step before it is done.
 * - Once completed, a checklist stays completed whatever a later version adds.
 *
 * @param done - Finished steps; of a checklist shared by an account, those of everybody. The earliest of a key counts.
 */
export function progressOf(
  body: ChecklistBody,
  done: readonly StepDone[],
  context: ProgressContext,
): ChecklistProgress {
  const visible = visibleSteps(body, context.facts);
  const finished = earliestByKey(done);
  const required = visible.filter((step) => !step.optional);
  const doneCount = required.filter((step) => finished.has(step.key)).length;
  const allDone = required.length > 0 && doneCount === required.length;
  const completed = context.completedAt !== undefined || allDone;
  const total = completed ? doneCount : required.length;

  const steps = visible.map((step): StepProgress => {
    const dueAt = dueDate(step, context.startedAt);
    const by = finished.get(step.key);
    const lockedBy = by ? [] : lockedByOf(step, visible, body.ordered).filter((key) => !finished.has(key));
    return {
      key: step.key,
      state: by ? 'done' : lockedBy.length > 0 ? 'locked' : 'open',
      current: false,
      optional: step.optional,
      doneAt: by?.at,
      doneBy: by?.by,
      via: by?.via,
      lockedBy,
      dueAt,
      late: !by && !completed && dueAt !== undefined && dueAt < context.facts.now,
    };
  });
  const current = completed ? undefined : currentKey(visible, steps);

  return {
    steps: steps.map((step) => ({ ...step, current: step.key === current })),
    done: doneCount,
    total,
    percent: completed ? 100 : required.length === 0 ? 0 : (100 * doneCount) / required.length,
    completed,
    completedAt: context.completedAt ?? (allDone ? lastOf(required, finished) : undefined),
  };
}

/**
 * Keys of the visible steps whose `completeWhen` holds now and which are not done yet, in the order of the checklist. It
 * looks at all that is known, also from before the checklist was published, and at locked steps too: the fact happened.
 */
export function stepsToComplete(body: ChecklistBody, done: readonly StepDone[], facts: Facts): string[] {
  const finished = earliestByKey(done);
  return visibleSteps(body, facts)
    .filter(
      (step) => !finished.has(step.key) && step.completeWhen !== null && evaluate(step.completeWhen, facts),
    )
    .map((step) => step.key);
}

function visibleSteps(body: ChecklistBody, facts: Facts): ChecklistStep[] {
  return body.steps.filter((step) => step.visibleWhen === null || evaluate(step.visibleWhen, facts));
}

function earliestByKey(done: readonly StepDone[]): ReadonlyMap<string, StepDone> {
  const byKey = new Map<string, StepDone>();
  for (const step of done) {
    const known = byKey.get(step.key);
    if (!known || step.at < known.at) byKey.set(step.key, step);
  }
  return byKey;
}

/** Keys of the visible required steps that must be done before this one, done or not. */
function lockedByOf(step: ChecklistStep, visible: readonly ChecklistStep[], ordered: boolean): string[] {
  const before = ordered ? visible.slice(0, visible.indexOf(step)) : [];
  return visible
    .filter((other) => !other.optional && (before.includes(other) || step.requires.includes(other.key)))
    .map((other) => other.key);
}

/** What to do next: the first open required step of the customer, else of the team. */
function currentKey(visible: readonly ChecklistStep[], steps: readonly StepProgress[]): string | undefined {
  const open = visible.filter((step, index) => !step.optional && steps[index]?.state === 'open');
  return (open.find((step) => step.owner === 'customer') ?? open[0])?.key;
}

function dueDate({ dueInDays }: ChecklistStep, startedAt: Instant | undefined): Instant | undefined {
  return dueInDays === null || startedAt === undefined ? undefined : addMs(startedAt, dueInDays * DAY_MS);
}

function lastOf(
  required: readonly ChecklistStep[],
  finished: ReadonlyMap<string, StepDone>,
): Instant | undefined {
  return required
    .map((step) => finished.get(step.key)?.at ?? '')
    .toSorted()
    .at(-1);
}
