import type { AnswerValue, SurveyPlan } from './survey-path.ts';
import { pathOf, scoreQuestionOf } from './survey-path.ts';
import { FOLLOW_UP_KEY } from './survey.ts';

/**
 * What became of a question in one response: answered (of a statement: somebody went on), skipped by the person, left open where the
 * person went away, or not asked since the answers before led past it.
 */
export const QUESTION_OUTCOMES = ['answered', 'skipped', 'left', 'not_asked'] as const;
/** One of {@link QUESTION_OUTCOMES}. */
export type QuestionOutcome = (typeof QUESTION_OUTCOMES)[number];

/**
 * What became of each question of a survey in one response, by its key; what nobody can tell yet is missing: the questions behind the
 * one that is left open. A response that is under way stands at one question, which counts as left until it goes on. Reached is
 * what was answered, skipped or left; together with what was not asked that is everybody of whom anything is known.
 *
 * @param valueOf - What was reported of a question: `null` for a skipped one, `undefined` for nothing.
 * @param isComplete - Whether the end was reached: then nothing is left open.
 */
export function questionOutcomes(
  survey: SurveyPlan,
  valueOf: (key: string) => AnswerValue | undefined,
  isComplete: boolean,
): Map<string, QuestionOutcome> {
  const path = pathOf(survey, valueOf);
  const lastReported = path.findLastIndex((key) => valueOf(key) !== undefined);
  const open = isComplete ? undefined : path[lastReported + 1];
  const reached = open === undefined ? path.length : lastReported + 1;
  const isStatement = (key: string) =>
    survey.questions.some((question) => question.key === key && question.type === 'statement');

  const outcomes = new Map<string, QuestionOutcome>();
  for (const [place, key] of path.entries()) {
    if (place < reached)
      outcomes.set(key, (valueOf(key) ?? null) !== null || isStatement(key) ? 'answered' : 'skipped');
    else if (key === open) outcomes.set(key, 'left');
  }
  for (const key of passedBy(survey, new Set(path), open)) outcomes.set(key, 'not_asked');
  return outcomes;
}

/** The questions before the open one that are on no way of these answers. */
function passedBy(survey: SurveyPlan, path: ReadonlySet<string>, open: string | undefined): string[] {
  const score = scoreQuestionOf(survey);
  const hasFollowUp = Object.values(survey.followUps).some(Boolean);
  const keys = survey.questions.flatMap(({ key }) =>
    key === score && hasFollowUp && key !== FOLLOW_UP_KEY ? [key, FOLLOW_UP_KEY] : [key],
  );
  const end = open === undefined ? keys.length : keys.indexOf(open);
  return keys.slice(0, end).filter((key) => !path.has(key));
}
