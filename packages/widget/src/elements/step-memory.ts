import type { Controller, Receipt } from '../controller.ts';

/** What a person did to a step that the decision does not show yet. */
export interface StepChange {
  done: boolean;
  /** Unset while the fact is on its way. */
  receipt?: Receipt;
}

/** What is remembered about one checklist for as long as the page lives, over closing and opening the panel. */
export class ChecklistMemory {
  readonly changes = new Map<string, StepChange>();
  /** It was seen unfinished, and its end has not been celebrated yet. */
  celebrates = false;
}

const memories = new WeakMap<Controller, Map<string, ChecklistMemory>>();

/** The memory of one checklist; the same for every element that shows it. */
export function memoryOf(source: Controller, contentId: string): ChecklistMemory {
  const all = memories.get(source) ?? new Map<string, ChecklistMemory>();
  memories.set(source, all);
  const memory = all.get(contentId) ?? new ChecklistMemory();
  all.set(contentId, memory);
  return memory;
}

/** Nothing of this person is remembered any more. */
export function forgetChanges(source: Controller): void {
  memories.delete(source);
}
