export { aChecklist, aStep } from './checklists.ts';
export { aCondition, aGivenLeaf, aLeaf, conditionWith, someSegments } from './conditions.ts';
export { anAnswer, NOW, someFacts } from './facts.ts';
export { someSurvey } from './surveys.ts';
export { aTraitValue, TRAIT_KEYS } from './traits.ts';
export { CASES as DECISION_CASES } from '../decide/cases.ts';
export type { DecisionCase } from '../decide/cases.ts';
export { aSituation } from './decisions.ts';
