import type { event } from '@banso/contract';
import type { Controller, Receipt, WidgetState } from '../controller.ts';

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

/** Notes which checklists are unfinished, so that their end can be celebrated even if it comes while the panel is closed. */
export function noteUnfinished(source: Controller, state: WidgetState): void {
  for (const [contentId, { done, total }] of Object.entries(state.progress))
    if (done < total) memoryOf(source, contentId).celebrates = true;
}

/** Nothing of this person is remembered any more. */
export function forgetChanges(source: Controller): void {
  memories.delete(source);
}

/**
 * Remembers steps that were ticked before this page and wait on this device, until the decision shows them.
 * @param facts - In the order in which they happened.
 */
export function rememberUnsent(source: Controller, facts: readonly event.Event[]): void {
  for (const fact of facts)
    if (fact.type === 'step_completed' || fact.type === 'step_reopened') {
      const { changes } = memoryOf(source, fact.contentId);
      // What the person has done in this page is newer.
      if (!changes.has(fact.step) || changes.get(fact.step)?.receipt === 'stored')
        changes.set(fact.step, { done: fact.type === 'step_completed', receipt: 'stored' });
    }
}

/** A fact was refused for good: what it changed is as before. */
export function takeBack(source: Controller, fact: event.Event): void {
  if ('step' in fact) memoryOf(source, fact.contentId).changes.delete(fact.step);
}
