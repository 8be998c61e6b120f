import type { AnswerValue, ChoiceQuestion, QuestionType, SurveyBody } from '@banso/domain/content';
import { FOLLOW_UP_KEY, OTHER_KEY, pathOf, scaleOf, scoreQuestionOf } from '@banso/domain/content';
import type { Refusal } from '../refusal.ts';
import { isRefusal, refusal } from '../refusal.ts';

/** What was said to one question: a number, a text or options; none of them when the person skipped it. */
export interface Answer {
  number: number | null;
  /** Of a choice: what was written where {@link OTHER_KEY} is among the options. */
  text: string | null;
  /** Keys of the chosen options, in the order of the question. */
  options: readonly string[] | null;
}

/** An answer as the widget reports it. */
export interface GivenAnswer {
  value: AnswerValue;
  other?: string | undefined;
}

const SKIPPED: Answer = { number: null, text: null, options: null };

/** Whether nothing was answered. */
export function isSkipped({ number, text, options }: Answer): boolean {
  return number === null && text === null && options === null;
}

/**
 * Reads an answer as its question asks for it. White space alone is no text.
 * @param body - The version that the person was shown.
 */
export function answerTo(body: SurveyBody, key: string, { value, other }: GivenAnswer): Answer | Refusal {
  const question = questionOf(body, key);
  if (!question) return refusal('unknown_question', `question: the survey asks nothing named ${key}`);
  const answer = read(question, value, other);
  if (isRefusal(answer) || !isSkipped(answer) || !question.required || question.type === 'statement')
    return answer;
  return refusal('invalid', 'value: the question must be answered');
}

type Read = { type: Exclude<QuestionType, 'choice' | 'choices'>; required: boolean } | ChoiceQuestion;

function read(question: Read, value: AnswerValue, other: string | undefined): Answer | Refusal {
  if (other !== undefined && !isOther(question, value))
    return refusal('invalid', 'other: goes with the option “other” of a choice only');
  if (value === null) return SKIPPED;
  const { type } = question;
  switch (type) {
    case 'nps':
    case 'csat':
    case 'ces':
    case 'rating': {
      const { low, high } = scaleOf(type) ?? { low: 0, high: 0 };
      if (typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high)
        return { ...SKIPPED, number: value };
      return refusal('invalid', `value: must be a whole number from ${low} to ${high}`);
    }
    case 'choice':
    case 'choices':
      return chosen(question, value, other);
    case 'text':
      if (typeof value !== 'string') return refusal('invalid', 'value: must be text');
      return { ...SKIPPED, text: wordsIn(value) };
    case 'statement':
      return refusal('invalid', 'value: there is nothing to answer');
    default:
      return type satisfies never;
  }
}

const isOther = (question: Read, value: AnswerValue): boolean =>
  'options' in question && typeof value === 'object' && value !== null && value.includes(OTHER_KEY);

const wordsIn = (text: string | undefined): string | null =>
  text === undefined || text.trim() === '' ? null : text;

function chosen(
  { type, options, other: ownWords }: ChoiceQuestion,
  value: AnswerValue,
  other: string | undefined,
): Answer | Refusal {
  if (typeof value !== 'object' || value === null)
    return refusal('invalid', 'value: must be a list of keys of options');
  const keys = [...options.map(({ key }) => key), ...(ownWords ? [OTHER_KEY] : [])];
  const unknown = value.find((key) => !keys.includes(key));
  if (unknown !== undefined) return refusal('invalid', `value: there is no option named ${unknown}`);
  if (new Set(value).size < value.length) return refusal('invalid', 'value: names an option twice');
  if (type === 'choice' && value.length > 1) return refusal('invalid', 'value: only one may be chosen');
  if (value.length === 0) return SKIPPED;
  return { number: null, text: wordsIn(other), options: keys.filter((key) => value.includes(key)) };
}

/** Keys under which a comment may stand, the most telling first: the follow-up, then the texts in their order. */
export function commentQuestionsOf({ questions }: SurveyBody): string[] {
  const texts = questions.filter(({ type }) => type === 'text').map(({ key }) => key);
  return [FOLLOW_UP_KEY, ...texts.filter((key) => key !== FOLLOW_UP_KEY)];
}

/**
 * Whether an answer to a question counts, after these answers: not where the person went back and took another way. What
 * this version does not ask counts: it was asked by another one. The follow-up goes with its score.
 */
export function isWalked(
  body: SurveyBody,
  answers: ReadonlyMap<string, Answer>,
): (question: string) => boolean {
  const path = pathOf(body, (key) => valueOf(answers.get(key)));
  const left = body.questions.map(({ key }) => key).filter((key) => !path.includes(key));
  const score = scoreQuestionOf(body);
  return (question) => !left.includes(question === FOLLOW_UP_KEY && score !== undefined ? score : question);
}

/** What was said, in the shape that the way through a survey goes by; `null`: skipped, or nothing was reported. */
export function valueOf(answer: Answer | undefined): AnswerValue {
  return answer ? (answer.options ?? answer.number ?? answer.text) : null;
}

function questionOf(body: SurveyBody, key: string): Read | undefined {
  const asked = body.questions.find((question) => question.key === key);
  if (asked) return asked;
  const hasFollowUp = key === FOLLOW_UP_KEY && scoreQuestionOf(body) !== undefined;
  return hasFollowUp ? { type: 'text', required: false } : undefined;
}
