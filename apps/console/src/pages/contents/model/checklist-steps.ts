import type { ChecklistBody, ChecklistStep, LocalizedText } from '@banso/domain/content';
import { moved } from './moved.ts';

/** A key that no step has had before: progress is kept under it over all versions, so a number would be used again. */
export function newKey(prefix: 's' | 'q' | 'o'): string {
  return `${prefix}-${crypto.randomUUID().slice(0, 8)}`;
}

/** An empty step that the person ticks. */
export function newStep(): ChecklistStep {
  return {
    key: newKey('s'),
    title: {},
    body: {},
    action: null,
    completeWhen: null,
    requires: [],
    optional: false,
    visibleWhen: null,
    dueInDays: null,
    owner: 'customer',
  };
}

/** A step taken out, with what is needed to put it back. */
export interface RemovedStep {
  step: ChecklistStep;
  index: number;
  /** Keys of the steps that waited for it. */
  neededBy: readonly string[];
}

/** Takes a step out; steps that waited for it no longer do. */
export function withoutStep(
  body: ChecklistBody,
  key: string,
): { body: ChecklistBody; removed: RemovedStep | undefined } {
  const index = body.steps.findIndex((step) => step.key === key);
  const step = body.steps[index];
  if (!step) return { body, removed: undefined };
  const rest = body.steps.toSpliced(index, 1);
  const neededBy = rest.filter(({ requires }) => requires.includes(key)).map((each) => each.key);
  const steps = rest.map((each) =>
    each.requires.includes(key) ? { ...each, requires: each.requires.filter((one) => one !== key) } : each,
  );
  return { body: { ...body, steps }, removed: { step, index, neededBy } };
}

/** Puts a step back where it was, whatever was edited since. */
export function withStepBack(body: ChecklistBody, { step, index, neededBy }: RemovedStep): ChecklistBody {
  if (body.steps.some(({ key }) => key === step.key)) return body;
  const steps = body.steps.map((each) =>
    neededBy.includes(each.key) ? { ...each, requires: [...each.requires, step.key] } : each,
  );
  return { ...body, steps: steps.toSpliced(index, 0, step) };
}

/** Puts a new step after another one, or at the end. */
export function withStep(body: ChecklistBody, step: ChecklistStep, afterKey?: string): ChecklistBody {
  const at = afterKey === undefined ? -1 : body.steps.findIndex(({ key }) => key === afterKey);
  return { ...body, steps: body.steps.toSpliced(at < 0 ? body.steps.length : at + 1, 0, step) };
}

/** Changes one step; its key stays. */
export function withChangedStep(
  body: ChecklistBody,
  key: string,
  change: Partial<Omit<ChecklistStep, 'key'>>,
): ChecklistBody {
  return { ...body, steps: body.steps.map((step) => (step.key === key ? { ...step, ...change } : step)) };
}

/** Moves the step at one place to another. */
export function withMovedStep(body: ChecklistBody, from: number, to: number): ChecklistBody {
  return from === to ? body : { ...body, steps: moved(body.steps, from, to) };
}

/** A copy of a step under a key of its own; its title says so in every language. */
export function copyOf(step: ChecklistStep): ChecklistStep {
  const title: LocalizedText = Object.fromEntries(
    Object.entries(step.title).map(([locale, text]) => [locale, text.trim() === '' ? text : `${text} (2)`]),
  );
  return { ...step, key: newKey('s'), title };
}
