import type { ChecklistBody, ChecklistStep } from '../content/checklist.ts';
import { canMatch } from '../targeting/can-match.ts';

/** Why a checklist could not be finished by the people who get it. */
export type ChecklistProblemCode =
  | 'no_steps'
  | 'no_required_step'
  | 'key_missing'
  | 'duplicate_key'
  | 'unknown_requirement'
  | 'requirement_cycle'
  | 'never_opens'
  | 'never_visible'
  | 'never_completes';

/** One problem and where it is, e.g. `steps.2.requires`. */
export interface ChecklistProblem {
  path: string;
  code: ChecklistProblemCode;
}

/**
 * What keeps a checklist from working, in the order of its steps: keys missing or used twice, requirements that do not
 * exist or go round in a circle, steps that can never open (because they wait for each other), be seen, or complete by
 * themselves. An empty list means that every step can be reached.
 */
export function checklistProblems(body: ChecklistBody): ChecklistProblem[] {
  if (body.steps.length === 0) return [{ path: 'steps', code: 'no_steps' }];
  const keys = body.steps.map(({ key }) => key);
  const required = body.steps.filter((step) => !step.optional);
  const unreachable = stepsThatNeverOpen(body);
  const problems: ChecklistProblem[] = [];
  if (required.length === 0) problems.push({ path: 'steps', code: 'no_required_step' });

  body.steps.forEach((step, index) => {
    const add = (field: string, code: ChecklistProblemCode): void => {
      problems.push({ path: `steps.${index}.${field}`, code });
    };
    if (step.key.trim() === '') add('key', 'key_missing');
    else if (keys.indexOf(step.key) < index) add('key', 'duplicate_key');
    if (step.requires.some((key) => !keys.includes(key))) add('requires', 'unknown_requirement');
    if (requiresItself(step, body.steps)) add('requires', 'requirement_cycle');
    else if (unreachable.has(step)) add('requires', 'never_opens');
    if (step.visibleWhen !== null && !canMatch(step.visibleWhen)) add('visibleWhen', 'never_visible');
    if (step.completeWhen !== null && !canMatch(step.completeWhen)) add('completeWhen', 'never_completes');
  });
  return problems;
}

/** Follows the requirements; true when they lead back to the step. */
function requiresItself(step: ChecklistStep, steps: readonly ChecklistStep[]): boolean {
  const reached = new Set<string>();
  const next = [...step.requires];
  for (let key = next.pop(); key !== undefined; key = next.pop()) {
    if (key === step.key) return true;
    if (reached.has(key)) continue;
    reached.add(key);
    next.push(...steps.filter((other) => other.key === key).flatMap((other) => other.requires));
  }
  return false;
}

/** Does every step that is open, again and again; what is left waits for ever. */
function stepsThatNeverOpen({ steps, ordered }: ChecklistBody): ReadonlySet<ChecklistStep> {
  const closed = new Set(steps);
  const locks = (other: ChecklistStep, step: ChecklistStep): boolean =>
    !other.optional &&
    closed.has(other) &&
    (step.requires.includes(other.key) || (ordered && steps.indexOf(other) < steps.indexOf(step)));

  for (let size = -1; size !== closed.size;) {
    size = closed.size;
    for (const step of closed) if (!steps.some((other) => locks(other, step))) closed.delete(step);
  }
  return closed;
}
