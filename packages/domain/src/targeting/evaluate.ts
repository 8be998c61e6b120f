import type { Condition } from './condition.ts';
import type { FactView } from './fact-view.ts';
import { viewOf } from './fact-view.ts';
import type { Facts } from './facts.ts';
import { leafOutcome } from './leaf.ts';
import type { Outcome } from './outcome.ts';
import { negated } from './outcome.ts';

/**
 * Whether a person is in an audience. A condition on something unknown never matches, not even under `not`; `not_set`
 * is known. The same answer as `explain(condition, facts).outcome === 'match'`, without the words.
 */
export function evaluate(condition: Condition, facts: Facts): boolean {
  return holdsIn(condition, viewOf(facts));
}

/** {@link evaluate} for many conditions over the same facts. */
export function holdsIn(condition: Condition, view: FactView): boolean {
  return outcomeOf(condition, view) === 'match';
}

function outcomeOf(condition: Condition, view: FactView): Outcome {
  switch (condition.type) {
    case 'all':
      return decidedBy('no_match', condition.of, view);
    case 'any':
      return decidedBy('match', condition.of, view);
    case 'not':
      return negated(outcomeOf(condition.of, view));
    case 'segment':
      return segmentOutcome(condition.segmentId, view);
    default:
      return leafOutcome(condition, view);
  }
}

/** Whether a person is in a saved segment; unknown where it is gone, or leads back to itself. */
function segmentOutcome(id: string, view: FactView): Outcome {
  const found = view.inSegment.get(id);
  if (found !== undefined) return found;
  view.inSegment.set(id, 'unknown');
  const condition = view.facts.segments?.get(id);
  const outcome = condition ? outcomeOf(condition, view) : 'unknown';
  view.inSegment.set(id, outcome);
  return outcome;
}

/** Stops at the first part that decides the group; otherwise one unknown part makes it unknown. */
function decidedBy(decisive: 'match' | 'no_match', parts: readonly Condition[], view: FactView): Outcome {
  let outcome = negated(decisive);
  for (const part of parts) {
    const found = outcomeOf(part, view);
    if (found === decisive) return decisive;
    if (found === 'unknown') outcome = 'unknown';
  }
  return outcome;
}
