import type { Condition, LeafCondition, SegmentCondition, TraitValue } from './condition.ts';
import type { FactView } from './fact-view.ts';
import { viewOf } from './fact-view.ts';
import type { Facts } from './facts.ts';
import { foundBy, leafOutcome } from './leaf.ts';
import type { Outcome } from './outcome.ts';
import { both, either, negated } from './outcome.ts';

/** A leaf with what was found; `found` is undefined when it is not known, or has never happened. */
export type ExplainedLeaf = LeafCondition & {
  outcome: Outcome;
  found?: TraitValue | undefined;
  /** Of a saved segment: what its parts say; undefined when it is gone. */
  inside?: Explanation | undefined;
};

/** A condition of the same shape, every part with its outcome, so that the console can say why and why not. */
export type Explanation =
  | { type: 'all' | 'any'; of: readonly Explanation[]; outcome: Outcome }
  | { type: 'not'; of: Explanation; outcome: Outcome }
  | ExplainedLeaf;

/**
 * Evaluates every part of a condition, also those that no longer matter for the whole. What `found` is for each leaf:
 * the trait's value; the answer; how often the event happened in its window; the instant of the last time with the content; the
 * locale; the person's place in the sample, 0–100. A list is told without its ids, but for the person's own.
 */
export function explain(condition: Condition, facts: Facts): Explanation {
  return explainIn(condition, viewOf(facts), []);
}

/** @param within - Ids of the segments that the condition stands in. */
function explainIn(condition: Condition, view: FactView, within: readonly string[]): Explanation {
  switch (condition.type) {
    case 'all': {
      const of = condition.of.map((part) => explainIn(part, view, within));
      return { type: 'all', of, outcome: of.map(({ outcome }) => outcome).reduce(both, 'match') };
    }
    case 'any': {
      const of = condition.of.map((part) => explainIn(part, view, within));
      return { type: 'any', of, outcome: of.map(({ outcome }) => outcome).reduce(either, 'no_match') };
    }
    case 'not': {
      const of = explainIn(condition.of, view, within);
      return { type: 'not', of, outcome: negated(of.outcome) };
    }
    case 'segment':
      return explainSegment(condition, view, within);
    case 'list': {
      const found = foundBy(condition, view);
      const own = condition.ids.filter((id) => id === found).slice(0, 1);
      return { ...condition, ids: own, outcome: leafOutcome(condition, view), found };
    }
    default:
      return { ...condition, outcome: leafOutcome(condition, view), found: foundBy(condition, view) };
  }
}

function explainSegment(leaf: SegmentCondition, view: FactView, within: readonly string[]): Explanation {
  const { segmentId } = leaf;
  const condition = within.includes(segmentId) ? undefined : view.facts.segments?.get(segmentId);
  if (!condition) return { ...leaf, outcome: 'unknown' };
  const inside = explainIn(condition, view, [...within, segmentId]);
  return { ...leaf, outcome: inside.outcome, inside };
}
