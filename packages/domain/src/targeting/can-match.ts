import { optionsAsked, scoresAsked } from './answer.ts';
import { compareTrait } from './compare-trait.ts';
import type { Condition, LeafCondition, TraitCondition } from './condition.ts';
import type { Outcome } from './outcome.ts';
import { both, either, negated } from './outcome.ts';

/**
 * Whether anybody could ever be in an audience, as far as its form tells: an empty `any`, an empty list, a sample of 0 %
 * or a number compared with a text can not. Parts are taken one by one, so two parts that exclude each other are not
 * noticed, and a saved segment is taken for one that somebody is in: `false` is certain, `true` is not.
 */
export function canMatch(condition: Condition): boolean {
  return possibleOutcomes(condition).has('match');
}

type Outcomes = ReadonlySet<Outcome>;

const ANY: Outcomes = new Set<Outcome>(['match', 'no_match', 'unknown']);
const ALWAYS: Outcomes = new Set<Outcome>(['match', 'unknown']);
const NEVER: Outcomes = new Set<Outcome>(['no_match', 'unknown']);
const UNKNOWN: Outcomes = new Set<Outcome>(['unknown']);
const KNOWN: Outcomes = new Set<Outcome>(['match', 'no_match']);

function possibleOutcomes(condition: Condition): Outcomes {
  switch (condition.type) {
    case 'all':
      return condition.of.map(possibleOutcomes).reduce(combined(both), new Set<Outcome>(['match']));
    case 'any':
      return condition.of.map(possibleOutcomes).reduce(combined(either), new Set<Outcome>(['no_match']));
    case 'not':
      return new Set([...possibleOutcomes(condition.of)].map(negated));
    default:
      return outcomesOfLeaf(condition);
  }
}

function combined(combine: (one: Outcome, other: Outcome) => Outcome) {
  return (ones: Outcomes, others: Outcomes): Outcomes =>
    new Set([...ones].flatMap((one) => [...others].map((other) => combine(one, other))));
}

function outcomesOfLeaf(leaf: LeafCondition): Outcomes {
  switch (leaf.type) {
    case 'trait':
      return outcomesOfTrait(leaf);
    case 'event':
      if (leaf.op === 'at_least' && leaf.count <= 0) return ALWAYS;
      return leaf.op === 'at_most' && leaf.count < 0 ? NEVER : ANY;
    case 'content':
      return KNOWN;
    case 'answer':
      if (leaf.op === 'answered') return KNOWN;
      if (leaf.question === null) return UNKNOWN;
      if (scoresAsked(leaf)) return ANY;
      if (!optionsAsked(leaf)) return UNKNOWN;
      return optionsAsked(leaf)?.length === 0 ? NEVER : ANY;
    case 'list':
      return leaf.ids.length === 0 ? NEVER : ANY;
    case 'segment':
      return ANY;
    case 'locale':
      return leaf.in.some((range) => range.trim() !== '') ? ANY : NEVER;
    case 'sample':
      if (leaf.percent >= 100) return new Set<Outcome>(['match']);
      return leaf.percent > 0 ? KNOWN : new Set<Outcome>(['no_match']);
    default:
      return leaf satisfies never;
  }
}

function outcomesOfTrait({ op, value, ...leaf }: TraitCondition): Outcomes {
  if (op === 'set' || op === 'not_set') return KNOWN;
  if (Array.isArray(value) && (op === 'is' || (op === 'in' && value.length === 0))) return NEVER;
  // Whatever type of trait the operator compares, one of these is of it: if none is comparable, the value is unusable.
  const samples = ['', 0, '2026-01-01'];
  const usable = samples.some((found) => compareTrait({ ...leaf, op, value }, found) !== 'unknown');
  return usable ? ANY : UNKNOWN;
}
