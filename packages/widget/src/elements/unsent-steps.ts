import type { event } from '@banso/contract';
import type { Controller } from '../controller.ts';
import { memoryOf } from './step-memory.ts';

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
