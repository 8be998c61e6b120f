import type { LeafCondition } from './condition.ts';
import type { ExplainedLeaf, Explanation } from './explain.ts';
import type { Outcome } from './outcome.ts';

/** One fact that decided, and whether it counts as its opposite. */
export interface DecisiveLeaf {
  /** What was asked. */
  leaf: LeafCondition;
  negated: boolean;
  /** What it says where it stands, negation counted. */
  outcome: Outcome;
  found?: ExplainedLeaf['found'];
  /** The saved segment that asked for it, the outermost one of several; undefined: the audience itself. */
  segmentId?: string | undefined;
}

const OPPOSITE = { match: 'no_match', no_match: 'match', unknown: 'unknown' } as const;

/**
 * The facts that made a condition come out as it did, and no others: of `all` every part where it holds and the first that
 * stopped it where it does not; of `any` the first that let the person in, or every one that did not.
 */
export function decisiveLeaves(explanation: Explanation, negated = false): DecisiveLeaf[] {
  switch (explanation.type) {
    case 'not':
      return decisiveLeaves(explanation.of, !negated);
    case 'all':
    case 'any': {
      const { type, of, outcome } = explanation;
      const settled = type === 'all' ? 'match' : 'no_match';
      if (outcome === settled) return of.flatMap((part) => decisiveLeaves(part, negated));
      const decided = of.find((part) => part.outcome === outcome);
      return decided ? decisiveLeaves(decided, negated) : [];
    }
    default: {
      const { outcome, found, inside, ...leaf } = explanation;
      const within = inside ? decisiveLeaves(inside, negated) : [];
      if (leaf.type === 'segment' && within.length > 0)
        return within.map((each) => ({ ...each, segmentId: leaf.segmentId }));
      return [{ leaf, negated, outcome: negated ? OPPOSITE[outcome] : outcome, found }];
    }
  }
}
