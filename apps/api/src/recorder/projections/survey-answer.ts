import { FOLLOW_UP_KEY } from '@banso/domain/content';
import type { SurveyBody, SurveyQuestion } from '@banso/domain/content';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';

/** What was said to one question: a number or a text, or neither when the person skipped it. */
export interface Answer {
  number: number | null;
  text: string | null;
}

const SKIPPED: Answer = { number: null, text: null };

/** The question that carries the score of a response: the first NPS question. */
export function scoreQuestionOf({ questions }: SurveyBody): string | undefined {
  return questions.find(({ type }) => type === 'nps')?.key;
}

/**
 * Reads an answer as its question asks for it. White space alone is no text.
 * @param body - The version that the person was shown.
 */
export function answerTo(body: SurveyBody, key: string, value: number | string | null): Answer | Refusal {
  const question = questionOf(body, key);
  if (!question) return refusal('unknown_question', `question: the survey asks nothing named ${key}`);
  if (value === null || (typeof value === 'string' && question.type === 'text' && value.trim() === '')) {
    return question.required ? refusal('invalid', 'value: the question must be answered') : SKIPPED;
  }
  switch (question.type) {
    case 'nps':
      if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10)
        return { number: value, text: null };
      return refusal('invalid', 'value: must be a whole number from 0 to 10');
    case 'text':
      return typeof value === 'string'
        ? { number: null, text: value }
        : refusal('invalid', 'value: must be text');
    default:
      return question.type satisfies never;
  }
}

/** Keys under which a comment may stand, the most telling first: the follow-up, then the texts in their order. */
export function commentQuestionsOf({ questions }: SurveyBody): string[] {
  const texts = questions.filter(({ type }) => type === 'text').map(({ key }) => key);
  return [FOLLOW_UP_KEY, ...texts.filter((key) => key !== FOLLOW_UP_KEY)];
}

function questionOf(body: SurveyBody, key: string): Pick<SurveyQuestion, 'type' | 'required'> | undefined {
  const asked = body.questions.find((question) => question.key === key);
  if (asked) return asked;
  const hasFollowUp = key === FOLLOW_UP_KEY && scoreQuestionOf(body) !== undefined;
  return hasFollowUp ? { type: 'text', required: false } : undefined;
}
