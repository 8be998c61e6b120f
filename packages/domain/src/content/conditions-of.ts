import type { Condition } from '../targeting/condition.ts';
import type { Bodied } from './bodies-of.ts';
import { bodiesOf } from './bodies-of.ts';
import type { ContentBodies } from './body.ts';
import type { ContentKind, Delivery } from './delivery.ts';

/** A condition of a content, and where it stands. */
export interface PlacedCondition {
  path: string;
  condition: Condition;
}

/** Every condition of a draft: its audience, and those of its steps, in all of its variants. */
export function conditionsOf(draft: Bodied & { delivery: Delivery }): PlacedCondition[] {
  return [
    { path: 'delivery.audience', condition: draft.delivery.audience },
    ...bodiesOf(draft).flatMap(({ prefix, body }) => stepConditions(prefix, body)),
  ];
}

function stepConditions(prefix: string, body: ContentBodies[ContentKind]): PlacedCondition[] {
  const steps = 'steps' in body ? body.steps : [];
  return steps.flatMap((step, index) =>
    (['completeWhen', 'visibleWhen'] as const).flatMap((field): PlacedCondition[] => {
      const condition = step[field];
      return condition ? [{ path: `${prefix}steps.${index}.${field}`, condition }] : [];
    }),
  );
}
