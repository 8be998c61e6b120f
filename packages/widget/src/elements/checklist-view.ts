import type { PublishedChecklist, PublishedStep, widgetApi } from '@banso/contract';
import type { Receipt } from '../controller.ts';
import type { StepChange } from './step-memory.ts';

/** One visible step, with what the person did to it already counted. */
export interface StepView extends Omit<widgetApi.StepProgress, 'lockedBy'> {
  step: PublishedStep;
  /** Titles of the steps that still lock this one. */
  lockedBy: readonly string[];
  /** What became of the person's own change; `undefined`: there is none, or it is on its way. */
  receipt: Receipt | undefined;
}

export interface ChecklistView {
  steps: readonly StepView[];
  done: number;
  total: number;
  /** Changes that have not arrived. */
  unsent: number;
  completedAt: string | undefined;
}

/**
 * A checklist as the person should see it now. Changes that progress has caught up with are dropped from `changes`.
 * @param progress - `undefined` counts every step as open.
 */
export function checklistView(
  checklist: PublishedChecklist,
  progress: widgetApi.Progress | undefined,
  changes: Map<string, StepChange>,
): ChecklistView {
  const known = new Map(checklist.steps.map((step) => [step.key, step]));
  const told: readonly widgetApi.StepProgress[] =
    progress?.steps ??
    checklist.steps.map(({ key }) => ({ key, state: 'open', current: false, lockedBy: [] }));
  for (const { key, state } of told) if (changes.get(key)?.done === (state === 'done')) changes.delete(key);

  const isDone = (one: widgetApi.StepProgress) => changes.get(one.key)?.done ?? one.state === 'done';
  const doneKeys = new Set(told.filter(isDone).map(({ key }) => key));
  const stateOf = (one: widgetApi.StepProgress) => {
    if (doneKeys.has(one.key)) return 'done';
    const opened = one.lockedBy.length > 0 && one.lockedBy.every((key) => doneKeys.has(key));
    return one.state === 'locked' && !opened ? 'locked' : 'open';
  };
  // A change, or progress that names none: the first step that wants doing is the current one.
  const named = changes.size === 0 && told.some(({ current }) => current);
  const waiting = told.filter((one) => stateOf(one) === 'open' && known.get(one.key)?.owner === 'customer');
  const current = waiting.find(({ key }) => known.get(key)?.optional === false) ?? waiting[0];

  const steps = told.flatMap((one): StepView[] => {
    const step = known.get(one.key);
    if (!step) return [];
    const lockedBy = one.lockedBy.filter((key) => !doneKeys.has(key));
    return [
      {
        ...one,
        step,
        state: stateOf(one),
        current: named ? one.current : one === current,
        lockedBy: lockedBy.flatMap((key) => known.get(key)?.title ?? []),
        receipt: changes.get(one.key)?.receipt,
      },
    ];
  });
  const counted = steps.filter(({ step }) => !step.optional);
  return {
    steps,
    done: counted.filter(({ state }) => state === 'done').length,
    total: counted.length,
    unsent: [...changes.values()].filter(({ receipt }) => receipt === 'stored' || receipt === 'held').length,
    completedAt: progress?.completedAt,
  };
}
