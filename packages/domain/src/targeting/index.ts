export { canMatch } from './can-match.ts';
export { optionsAsked, scoresAsked } from './answer.ts';
export { ANSWER_OPERATORS, EVERYBODY, TRAIT_OPERATORS } from './condition.ts';
export type {
  AnswerCondition,
  AnswerOperator,
  Condition,
  ContentCondition,
  ContentPhase,
  EventCondition,
  LeafCondition,
  ListCondition,
  LocaleCondition,
  SampleCondition,
  SegmentCondition,
  Segments,
  Subject,
  TraitCondition,
  TraitOperator,
  Traits,
  TraitValue,
} from './condition.ts';
export { decisiveLeaves } from './decisive-leaves.ts';
export type { DecisiveLeaf } from './decisive-leaves.ts';
export { claimed, later, shown, UNTOUCHED } from './content-state.ts';
export { evaluate } from './evaluate.ts';
export { explain } from './explain.ts';
export type { ExplainedLeaf, Explanation } from './explain.ts';
export type { ContentState, EventCount, Facts, SurveyAnswer } from './facts.ts';
export { foldCase } from './fold-case.ts';
export { matchesLocale, plainTag } from './locale.ts';
export type { Outcome } from './outcome.ts';
export { matchesPage, matchesPages } from './page-pattern.ts';
export { FNV_PRIME, inSample, sampleBucket, saltHash } from './sample.ts';
export {
  leavesIn,
  MAX_PARTS,
  needsSegment,
  partsIn,
  segmentProblems,
  segmentsNamedIn,
  spelledOut,
} from './segments.ts';
export type { SegmentProblem, SegmentReference } from './segments.ts';
export { traitDateMs } from './trait-date.ts';
export { excludesItself } from './excludes-itself.ts';
