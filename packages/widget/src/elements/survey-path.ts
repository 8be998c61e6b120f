import { FOLLOW_UP_KEY, pathOf, scoreQuestionOf } from '@banso/domain/content';
import type { AnswerValue } from '@banso/domain/content';
import { bandOf } from '@banso/domain/statistics';
import type { NpsBand } from '@banso/domain/statistics';
import type { PublishedQuestion, PublishedSurvey } from '@banso/contract';

/** The answer to a question; `undefined`: none yet. */
export type ValueOf = (key: string) => AnswerValue | undefined;

/** The band of the score; `undefined` before there is one, and where the answers lead past it. */
export function bandAfter(survey: PublishedSurvey, valueOf: ValueOf): NpsBand | undefined {
  const scored = scoreQuestionOf(survey);
  if (scored === undefined || !pathOf(survey, valueOf).includes(scored)) return undefined;
  const score = valueOf(scored);
  return typeof score === 'number' ? bandOf(score) : undefined;
}

/**
 * The questions that somebody with these answers meets, in order: those of the survey that the answers lead to, and right after
 * the score the follow-up that fits its band. What comes after a question is certain when that is answered.
 */
export function questionsAfter(survey: PublishedSurvey, valueOf: ValueOf): readonly PublishedQuestion[] {
  const text = survey.followUps[bandAfter(survey, valueOf) ?? 'passive'] ?? '';
  const followUp: PublishedQuestion = { key: FOLLOW_UP_KEY, type: 'text', text, required: false };
  return pathOf(survey, valueOf).flatMap((key) =>
    key === FOLLOW_UP_KEY ? followUp : survey.questions.filter((question) => question.key === key),
  );
}
