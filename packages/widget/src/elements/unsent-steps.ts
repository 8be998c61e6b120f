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
      const memory = memoryOf(source, fact.contentId);
      const known = memory.changes.get(fact.step);
      // What the person has done in this page is newer.
      if (known && known.receipt !== 'stored') continue;
      memory.changes.set(fact.step, { done: fact.type === 'step_completed', receipt: 'stored' });
      // It may have been drawn as open before this was known; its end was celebrated when it came.
      memory.celebrates = false;
    }
}

/** A fact was refused for good: what it changed is as before. */
export function takeBack(source: Controller, fact: event.Event): void {
  if ('step' in fact) memoryOf(source, fact.contentId).changes.delete(fact.step);
}
