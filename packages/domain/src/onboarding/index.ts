export { checklistProblems } from './checklist-problems.ts';
export type { ChecklistProblem, ChecklistProblemCode } from './checklist-problems.ts';
export type { ChecklistProgress, ProgressContext, StepDone, StepProgress, StepState } from './progress.ts';
export { progressOf, stepsToComplete } from './progress-of.ts';
