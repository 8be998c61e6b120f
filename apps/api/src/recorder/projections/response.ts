import type { QuestionOutcome, ResponseSource, SurveyBody } from '@banso/domain/content';
import { questionOutcomes, scoreQuestionOf } from '@banso/domain/content';
import type { VariantKey } from '@banso/domain/experiment';
import type { Instant } from '@banso/domain/time';
import type { Respondent } from './score-contributions.ts';
import type { Answer } from './survey-answer.ts';
import { commentQuestionsOf, isSkipped, isWalked, valueOf } from './survey-answer.ts';

/** An answer with when it was given, and by which fact. */
export interface TimedAnswer extends Answer {
  answeredAt: Instant;
  /** Sorts among the facts of one sender; null: not known, and older than any that is. */
  factId: string | null;
}

/** An answer as it is kept. */
export interface KeptAnswer extends TimedAnswer {
  /** False: the person went back and left the way on which this was asked. It is kept, and counts nowhere. */
  walked: boolean;
}

/** Under whose name and where a response began. It stays so whatever follows. */
export interface ResponseOrigin extends Respondent {
  id: string;
  contentId: string;
  /** The version that the person was shown first. */
  version: number;
  /** Null: the base, or there were none. */
  variant: VariantKey | null;
  contactId: string;
  locale: string;
  pageUrl: string | null;
  verified: boolean;
  /** What it is about, as the host product names it; null: nothing in particular. */
  transactionId: string | null;
  /** The import that brought it; null: it was answered here. What is imported is history: it opens and counts nothing that is for now. */
  importId: string | null;
  /** How it came. */
  source: ResponseSource;
  /** By which link; null: by none. */
  linkId: string | null;
  /** Somebody only tried the survey: it counts nowhere, opens no case and tells nobody. The team may say so later, or take it back. */
  isTest: boolean;
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
  /** What became of each question so far; null: imported, or begun before this was kept. */
  outcomes: ReadonlyMap<string, QuestionOutcome> | null;
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
    outcomes: null,
  };
}

/**
 * The response with one more answer. The answer to a question that its sender gave last stands, whichever arrives first; the
 * same response comes back when this one is older than what is known. The ids of the facts tell the order: their times hold
 * how long each call took. What is on a way that was left counts neither as score nor as comment.
 */
export function answered(
  response: Response,
  body: SurveyBody,
  question: string,
  answer: TimedAnswer,
): Response {
  const known = response.answers.get(question);
  if (known && (known.factId ?? '') > (answer.factId ?? '')) return response;
  const answers = walkedAmong(body, new Map(response.answers).set(question, { ...answer, walked: true }));
  const scored = response.scoreQuestion === null ? undefined : answers.get(response.scoreQuestion);
  const score = scored?.walked ? scored.number : null;
  return {
    ...response,
    answers,
    outcomes: outcomesOf({ ...response, answers }, body),
    comment: commentOf(body, answers),
    score,
    scoreAt: score === null ? null : (scored?.answeredAt ?? null),
  };
}

/** Answers that stay as they are stay the same objects. */
function walkedAmong(
  body: SurveyBody,
  answers: ReadonlyMap<string, KeptAnswer>,
): ReadonlyMap<string, KeptAnswer> {
  const walks = isWalked(body, answers);
  return new Map(
    [...answers].map(([question, answer]) => {
      const walked = walks(question);
      return [question, answer.walked === walked ? answer : { ...answer, walked }];
    }),
  );
}

/** The response whose end was reached; the first time stands. */
export function completed(response: Response, body: SurveyBody, at: Instant): Response {
  if (response.completedAt !== null) return response;
  return { ...response, completedAt: at, outcomes: outcomesOf({ ...response, completedAt: at }, body) };
}

/** Of what was imported nobody knows what was asked. */
function outcomesOf(
  { importId, answers, completedAt }: Pick<Response, 'importId' | 'answers' | 'completedAt'>,
  body: SurveyBody,
): Response['outcomes'] {
  if (importId !== null) return null;
  const reported = (key: string) => {
    const answer = answers.get(key);
    return answer && valueOf(answer);
  };
  return questionOutcomes(body, reported, completedAt !== null);
}

/** Answers that count and say something: a skipped question is no answer, and what is only tried says nothing. */
export function saidIn({
  answers,
  isTest,
}: Pick<Response, 'answers' | 'isTest'>): [question: string, answer: KeptAnswer][] {
  return isTest ? [] : [...answers].filter(([, answer]) => answer.walked && !isSkipped(answer));
}

/** Whether anything was said. */
export function saysSomething(response: Pick<Response, 'answers' | 'isTest'>): boolean {
  return saidIn(response).length > 0;
}

function commentOf(body: SurveyBody, answers: ReadonlyMap<string, KeptAnswer>): string | null {
  for (const key of commentQuestionsOf(body)) {
    const answer = answers.get(key);
    if (answer?.walked && answer.text !== null) return answer.text;
  }
  return null;
}
