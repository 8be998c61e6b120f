import type { AnswerValue } from '../content/survey-path.ts';
import { pathOf, scoreQuestionOf } from '../content/survey-path.ts';
import type { SurveyBody } from '../content/survey.ts';
import { FOLLOW_UP_KEY } from '../content/survey.ts';

/** What was kept of one answer; all three null: the person left it out. */
export interface KeptAnswer {
  question: string;
  number: number | null;
  text: string | null;
  options: readonly string[] | null;
  /** False: it stands on a way that the person left, and counts nowhere. */
  walked: boolean;
}

/**
 * Why a question has no answer: the way did not lead by it, the person went on without one, they had not come so far, or
 * their version of the survey did not ask it.
 */
export type SkipReason = 'logic' | 'person' | 'not_reached' | 'not_asked';

/** One question of one response. */
export interface AnswerCell {
  /** A number, words, or the keys of the chosen options; null: see `skipped`. */
  value: number | string | readonly string[] | null;
  /** What was written beside the option in the person's own words. */
  other: string | null;
  /** Null: it was answered. */
  skipped: SkipReason | null;
}

/**
 * What a response says to each question.
 * @param body - Of the version and variant that was answered; undefined: it is not there any more.
 * @param isComplete - Whether the end was reached.
 */
export function answerCells(
  body: SurveyBody | undefined,
  answers: readonly KeptAnswer[],
  isComplete: boolean,
): (question: string) => AnswerCell {
  const kept = new Map(answers.map((answer) => [answer.question, answer]));
  const path = new Set(body ? pathOf(body, (key) => valueOf(kept.get(key))) : []);
  const asked = new Set([
    ...(body?.questions.map(({ key }) => key) ?? []),
    ...(body && scoreQuestionOf(body) !== undefined ? [FOLLOW_UP_KEY] : []),
  ]);
  const order = [...(body?.questions.map(({ key }) => key) ?? [])];
  const furthest = Math.max(
    -1,
    ...answers.filter(({ walked }) => walked).map(({ question }) => order.indexOf(question)),
  );

  return (question) => {
    const answer = kept.get(question);
    const value = answer?.walked ? valueOf(answer) : null;
    if (value !== null)
      return { value, other: answer?.options && answer.text ? answer.text : null, skipped: null };
    return { value: null, other: null, skipped: reason() };

    function reason(): SkipReason {
      if (answer) return answer.walked ? 'person' : 'logic';
      if (!asked.has(question)) return 'not_asked';
      if (path.has(question)) return isComplete ? 'person' : 'not_reached';
      const isPassed = question === FOLLOW_UP_KEY || order.indexOf(question) < furthest;
      return isComplete || isPassed ? 'logic' : 'not_reached';
    }
  };
}

function valueOf(answer: KeptAnswer | undefined): Exclude<AnswerValue, undefined> {
  return answer ? (answer.options ?? answer.number ?? answer.text) : null;
}
