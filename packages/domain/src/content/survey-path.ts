import type { NpsBand } from '../statistics/nps.ts';
import { bandOf } from '../statistics/nps.ts';
import { sampleBucket } from '../targeting/sample.ts';
import type { AnswerTest, NextRule, QuestionType } from './survey.ts';
import { FOLLOW_UP_KEY } from './survey.ts';

/** What was answered: a number, words, the keys of the chosen options, or `null` for a skipped question. */
export type AnswerValue = number | string | readonly string[] | null;

/** What the way through a survey depends on; its texts may be of any kind. */
export interface SurveyPlan {
  questions: readonly { key: string; type: QuestionType; next?: readonly NextRule[] | undefined }[];
  /** Anything but null or empty: the follow-up is asked. */
  followUps: Readonly<Record<NpsBand, unknown>>;
}

/** The question that carries the score of a response: the first NPS question. */
export function scoreQuestionOf({ questions }: Pick<SurveyPlan, 'questions'>): string | undefined {
  return questions.find(({ type }) => type === 'nps')?.key;
}

/**
 * The keys of the questions that somebody with these answers is asked, in order, with {@link FOLLOW_UP_KEY} right after the
 * score where its band has a follow-up. What is not answered yet counts as skipped, so that the way is known to its end.
 * Answers decide only what comes after them: the way up to a question never changes with its answer. It ends whatever
 * the rules say; a question comes once.
 *
 * @param valueOf - The answer to a question; `undefined`: none yet.
 */
export function pathOf(survey: SurveyPlan, valueOf: (key: string) => AnswerValue | undefined): string[] {
  const { questions, followUps } = survey;
  const scored = scoreQuestionOf(survey);
  const path = new Set<string>();
  for (let at = 0; at < questions.length;) {
    const question = questions[at];
    if (!question || path.has(question.key)) break;
    const value = valueOf(question.key) ?? null;
    path.add(question.key);
    if (question.key === scored && typeof value === 'number' && followUps[bandOf(value)])
      path.add(FOLLOW_UP_KEY);
    at = nextIndex(survey, at, value);
  }
  return [...path];
}

/** Where an answer to the question at one place leads; the number of questions: to the end. */
export function nextIndex(
  { questions }: Pick<SurveyPlan, 'questions'>,
  at: number,
  value: AnswerValue,
): number {
  const rule = questions[at]?.next?.find(({ when }) => fits(when, value));
  if (!rule) return at + 1;
  if (rule.to === null) return questions.length;
  const target = questions.findIndex(({ key }) => key === rule.to);
  return target < 0 ? at + 1 : target;
}

/** Whether a rule is about an answer. */
export function fits(test: AnswerTest, value: AnswerValue): boolean {
  switch (test.type) {
    case 'any':
      return true;
    case 'between':
      return typeof value === 'number' && value >= test.low && value <= test.high;
    case 'chosen':
      return typeof value === 'object' && value !== null && test.options.some((key) => value.includes(key));
    default:
      return test satisfies never;
  }
}

/**
 * The options of a question as one person gets them: in an order that depends on the response alone, so that it is the same
 * whenever and wherever the question is drawn.
 */
export function optionsInOrder<O extends { key: string }>(
  { key, options, random }: { key: string; options: readonly O[]; random: boolean },
  responseId: string,
): readonly O[] {
  if (!random) return options;
  const place = (option: O): number => sampleBucket(`${responseId} ${key}`, option.key);
  return options.toSorted((a, b) => place(a) - place(b));
}
