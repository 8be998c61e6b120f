import type { Condition } from '@banso/domain/targeting';
import type { Draft } from './content-draft.ts';

/** Ids of the contents that the conditions of a draft ask for. */
export function contentIdsIn({ body, delivery }: Draft): string[] {
  const steps = 'steps' in body ? body.steps : [];
  const conditions = [
    delivery.audience,
    ...steps.flatMap(({ completeWhen, visibleWhen }) => [completeWhen, visibleWhen]),
  ];
  return [...new Set(conditions.flatMap((condition) => (condition ? idsOf(condition) : [])))];
}

function idsOf(condition: Condition): string[] {
  switch (condition.type) {
    case 'all':
    case 'any':
      return condition.of.flatMap(idsOf);
    case 'not':
      return idsOf(condition.of);
    case 'content':
      return [condition.contentId];
    default:
      return [];
  }
}
