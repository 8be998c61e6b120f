import type { ChecklistStep } from '@banso/domain/content';
import type { Condition, EventCondition, TraitCondition } from '@banso/domain/targeting';

/** How a step becomes done. `other`: by a condition that only the API can write. */
export type DoneWay = 'person' | 'team' | 'event' | 'trait' | 'other';

/** How this step becomes done. */
export function doneWayOf({ completeWhen, owner }: Pick<ChecklistStep, 'completeWhen' | 'owner'>): DoneWay {
  if (completeWhen === null) return owner === 'team' ? 'team' : 'person';
  return completeWhen.type === 'event' || completeWhen.type === 'trait' ? completeWhen.type : 'other';
}

/** An event that has not been named yet, by the person. */
export const NEW_EVENT: EventCondition = {
  type: 'event',
  subject: 'contact',
  name: '',
  op: 'at_least',
  count: 1,
  withinDays: null,
};

/** A trait that has not been named yet, of the account. */
export const NEW_TRAIT: TraitCondition = { type: 'trait', subject: 'account', key: '', op: 'is', value: '' };

/** What `completeWhen` becomes when another way is chosen; what is already there of that way stays. */
export function completeWhenFor(way: DoneWay, now: Condition | null): Condition | null {
  switch (way) {
    case 'person':
    case 'team':
      return null;
    case 'event':
      return now?.type === 'event' ? now : NEW_EVENT;
    case 'trait':
      return now?.type === 'trait' ? now : NEW_TRAIT;
    case 'other':
      return now;
    default:
      return way satisfies never;
  }
}
