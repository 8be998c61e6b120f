import { conditionsOf } from '@banso/domain/content';
import type { Condition } from '@banso/domain/targeting';
import type { Draft } from './content-draft.ts';

/** Every condition of a draft. */
export const conditionsIn = (draft: Draft): Condition[] =>
  conditionsOf(draft).map(({ condition }) => condition);

/** Ids of the contents that conditions ask for. */
export function contentIdsIn(conditions: readonly Condition[]): string[] {
  return [...new Set(conditions.flatMap(idsOf))];
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
    case 'answer':
      return [condition.surveyId];
    default:
      return [];
  }
}
