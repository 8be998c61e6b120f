import type { NpsBand } from '../statistics/nps.ts';
import { BAND_SCORES } from '../statistics/nps.ts';
import type { AnswerCondition, TraitValue } from './condition.ts';
import type { SurveyAnswer } from './facts.ts';
import type { Outcome } from './outcome.ts';
import { known } from './outcome.ts';

/** The scores that a condition asks for, both ends included; undefined where it asks for none, or its value is unusable. */
export function scoresAsked({ op, value }: AnswerCondition): { low: number; high: number } | undefined {
  if (op === 'band') return isBand(value) ? BAND_SCORES[value] : undefined;
  if (typeof value !== 'number') return undefined;
  if (op === 'is') return { low: value, high: value };
  if (op === 'at_least') return { low: value, high: Infinity };
  return op === 'at_most' ? { low: -Infinity, high: value } : undefined;
}

/** The options that a condition asks for; undefined where it asks for none, or its value is unusable. */
export function optionsAsked({ op, value }: AnswerCondition): readonly string[] | undefined {
  return op === 'chose' && Array.isArray(value) ? (value as readonly string[]) : undefined;
}

/** Compares the latest answer with a condition. What a question was answered with is unknown where it was not answered so. */
export function compareAnswer(asked: AnswerCondition, answer: SurveyAnswer | undefined): Outcome {
  if (asked.op === 'answered') return known(answer !== undefined);
  if (asked.question === null) return 'unknown';
  const [scores, options] = [scoresAsked(asked), optionsAsked(asked)];
  if (scores && answer?.number !== undefined)
    return known(answer.number >= scores.low && answer.number <= scores.high);
  if (options && answer?.options) return known(answer.options.some((key) => options.includes(key)));
  return 'unknown';
}

/** What an answer was, as far as the condition asks: when it was given, the score, or the keys of the options. */
export function foundInAnswer(
  { op }: AnswerCondition,
  answer: SurveyAnswer | undefined,
): TraitValue | undefined {
  if (op === 'answered') return answer?.at;
  return op === 'chose' ? answer?.options?.join(', ') : answer?.number;
}

const isBand = (value: AnswerCondition['value']): value is NpsBand =>
  typeof value === 'string' && Object.hasOwn(BAND_SCORES, value);
