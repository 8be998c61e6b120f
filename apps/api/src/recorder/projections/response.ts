import type { SurveyBody } from '@banso/domain/content';
import type { Instant } from '@banso/domain/time';
import type { Answer } from './survey-answer.ts';
import { commentQuestionsOf, scoreQuestionOf } from './survey-answer.ts';

/** An answer as it is kept, with the time at which it was given. */
export interface KeptAnswer extends Answer {
  answeredAt: Instant;
}

/** Under whose name and where a response began. It stays so whatever follows. */
export interface ResponseOrigin {
  id: string;
  contentId: string;
  /** The version that the person was shown first. */
  version: number;
  contactId: string;
  accountId: string | null;
  locale: string;
  pageUrl: string | null;
  verified: boolean;
}

/** One person's pass through a survey, partial from the first answer on. */
export interface Response extends ResponseOrigin {
  /** Of `scoreQuestion`; null: not answered, or skipped. */
  score: number | null;
  scoreQuestion: string | null;
  scoreAt: Instant | null;
  /** When the same person's next score was given; null: this is the latest. */
  supersededAt: Instant | null;
  comment: string | null;
  /** When it began. */
  answeredAt: Instant;
  /** When the end of the branch was reached first. */
  completedAt: Instant | null;
  answers: ReadonlyMap<string, KeptAnswer>;
}

/** A response that begins now. */
export function begunResponse(origin: ResponseOrigin, body: SurveyBody, at: Instant): Response {
  return {
    ...origin,
    score: null,
    scoreQuestion: scoreQuestionOf(body) ?? null,
    scoreAt: null,
    supersededAt: null,
    comment: null,
    answeredAt: at,
    completedAt: null,
    answers: new Map(),
  };
}

/**
 * The response with one more answer. The later answer to a question stands, whichever arrives first; the same response
 * comes back when this one is older than what is known.
 */
export function answered(
  response: Response,
  body: SurveyBody,
  question: string,
  answer: KeptAnswer,
): Response {
  const known = response.answers.get(question);
  if (known && known.answeredAt > answer.answeredAt) return response;
  const answers = new Map(response.answers).set(question, answer);
  const isScore = question === response.scoreQuestion;
  return {
    ...response,
    answers,
    comment: commentOf(body, answers),
    ...(isScore && { score: answer.number, scoreAt: answer.number === null ? null : answer.answeredAt }),
  };
}

/** The response whose end was reached; the first time stands. */
export function completed(response: Response, at: Instant): Response {
  return response.completedAt === null ? { ...response, completedAt: at } : response;
}

/** Whether anything was said: a skipped question is no answer. */
export function saysSomething({ answers }: Pick<Response, 'answers'>): boolean {
  return [...answers.values()].some(({ number, text }) => number !== null || text !== null);
}

function commentOf(body: SurveyBody, answers: ReadonlyMap<string, KeptAnswer>): string | null {
  for (const key of commentQuestionsOf(body)) {
    const text = answers.get(key)?.text;
    if (text != null) return text;
  }
  return null;
}
