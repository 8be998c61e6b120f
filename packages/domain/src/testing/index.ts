export { aChecklist, aStep } from './checklists.ts';
export { aCondition, aGivenLeaf, aLeaf, conditionWith, someSegments } from './conditions.ts';
export { anAnswer, NOW, someFacts } from './facts.ts';
export { someSurvey } from './surveys.ts';
export { aTraitValue, TRAIT_KEYS } from './traits.ts';
