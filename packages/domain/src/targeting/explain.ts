import type { Condition, LeafCondition, TraitValue } from './condition.ts';
import type { FactView } from './fact-view.ts';
import { viewOf } from './fact-view.ts';
import type { Facts } from './facts.ts';
import { foundBy, leafOutcome } from './leaf.ts';
import type { Outcome } from './outcome.ts';
import { both, either, negated } from './outcome.ts';

/** A leaf with what was found; `found` is undefined when it is not known, or has never happened. */
export type ExplainedLeaf = LeafCondition & { outcome: Outcome; found: TraitValue | undefined };

/** A condition of the same shape, every part with its outcome, so that the console can say why and why not. */
export type Explanation =
  | { type: 'all' | 'any'; of: readonly Explanation[]; outcome: Outcome }
  | { type: 'not'; of: Explanation; outcome: Outcome }
  | ExplainedLeaf;

/**
 * Evaluates every part of a condition, also those that no longer matter for the whole. What `found` is for each leaf:
 * the trait's value; how often the event happened in its window; the instant of the last time with the content; the
 * locale; the person's place in the sample, 0–100.
 */
export function explain(condition: Condition, facts: Facts): Explanation {
  return explainIn(condition, viewOf(facts));
}

function explainIn(condition: Condition, view: FactView): Explanation {
  switch (condition.type) {
    case 'all': {
      const of = condition.of.map((part) => explainIn(part, view));
      return { type: 'all', of, outcome: of.map(({ outcome }) => outcome).reduce(both, 'match') };
    }
    case 'any': {
      const of = condition.of.map((part) => explainIn(part, view));
      return { type: 'any', of, outcome: of.map(({ outcome }) => outcome).reduce(either, 'no_match') };
    }
    case 'not': {
      const of = explainIn(condition.of, view);
      return { type: 'not', of, outcome: negated(of.outcome) };
    }
    default:
      return { ...condition, outcome: leafOutcome(condition, view), found: foundBy(condition, view) };
  }
}
