export { canMatch } from './can-match.ts';
export { EVERYBODY, TRAIT_OPERATORS } from './condition.ts';
export type {
  Condition,
  ContentCondition,
  ContentPhase,
  EventCondition,
  LeafCondition,
  LocaleCondition,
  SampleCondition,
  Subject,
  TraitCondition,
  TraitOperator,
  Traits,
  TraitValue,
} from './condition.ts';
export { evaluate } from './evaluate.ts';
export { explain } from './explain.ts';
export type { ExplainedLeaf, Explanation } from './explain.ts';
export type { ContentState, EventCount, Facts } from './facts.ts';
export { matchesLocale } from './locale.ts';
export type { Outcome } from './outcome.ts';
export { matchesPage, matchesPages } from './page-pattern.ts';
export { inSample, sampleBucket } from './sample.ts';
