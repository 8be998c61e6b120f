import type { SurveyBody, SurveyQuestion, TextQuestion } from '@banso/domain/content';
import { newKey } from './checklist-steps.ts';
import { moved } from './moved.ts';

/** An empty question that is answered in words and may be skipped. */
export function newQuestion(): TextQuestion {
  return { key: newKey('q'), type: 'text', text: {}, required: false };
}

/** Puts a question at a place, or at the end. */
export function withQuestion(
  body: SurveyBody,
  question: SurveyQuestion,
  index: number = body.questions.length,
): SurveyBody {
  if (body.questions.some(({ key }) => key === question.key)) return body;
  return { ...body, questions: body.questions.toSpliced(index, 0, question) };
}

/** Takes a question out; earlier answers to it stay where they are. */
export function withoutQuestion(body: SurveyBody, key: string): SurveyBody {
  return { ...body, questions: body.questions.filter((question) => question.key !== key) };
}

/** Moves the question at one place to another. */
export function withMovedQuestion(body: SurveyBody, from: number, to: number): SurveyBody {
  return from === to ? body : { ...body, questions: moved(body.questions, from, to) };
}

/** Changes whether a question must be answered. */
export function withRequired(body: SurveyBody, key: string, required: boolean): SurveyBody {
  return {
    ...body,
    questions: body.questions.map((question) =>
      question.key === key ? { ...question, required } : question,
    ),
  };
}
