/** What a condition says of a person; `unknown` when a fact that it needs is not known (Kleene's strong logic). */
export type Outcome = 'match' | 'no_match' | 'unknown';

/** The outcome of something that is known. */
export function known(holds: boolean): Outcome {
  return holds ? 'match' : 'no_match';
}

/** Negation: what is unknown stays unknown, so that a missing fact never matches, not even under `not`. */
export function negated(outcome: Outcome): Outcome {
  if (outcome === 'unknown') return outcome;
  return known(outcome === 'no_match');
}

/** `all`: one `no_match` decides; without it one `unknown` does. */
export function both(one: Outcome, other: Outcome): Outcome {
  if (one === 'no_match' || other === 'no_match') return 'no_match';
  return one === 'unknown' || other === 'unknown' ? 'unknown' : 'match';
}

/** `any`: one `match` decides; without it one `unknown` does. */
export function either(one: Outcome, other: Outcome): Outcome {
  return negated(both(negated(one), negated(other)));
}
