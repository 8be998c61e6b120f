import type { LocalizedText, ScaleType, SurveyQuestion } from '@banso/domain/content';
import { OTHER_KEY, scaleOf } from '@banso/domain/content';
import type { AnswerCondition, AnswerOperator } from '@banso/domain/targeting';

/** What can be asked of the answers to a question. */
export function operatorsOf(question: SurveyQuestion | undefined): readonly AnswerOperator[] {
  if (!question) return ['answered'];
  if ('options' in question) return ['answered', 'chose'];
  if (!isScale(question)) return ['answered'];
  const scores: AnswerOperator[] = ['answered', 'at_least', 'at_most', 'is'];
  return question.type === 'nps' ? [...scores, 'band'] : scores;
}

/** The ends of the scale; of a question that is gone, or has none, of any. */
export function endsOf(question: SurveyQuestion | undefined): { low: number; high: number } {
  return (question && isScale(question) ? scaleOf(question.type) : undefined) ?? { low: 0, high: 100 };
}

/** Asks something else of the same answer. A score is kept. */
export function withAnswerOperator(
  leaf: AnswerCondition,
  op: AnswerOperator,
  question: SurveyQuestion | undefined,
): AnswerCondition {
  const { value, ...rest } = leaf;
  switch (op) {
    case 'answered':
      return { ...rest, op };
    case 'chose':
      return { ...rest, op, value: [] };
    case 'band':
      return { ...rest, op, value: 'promoter' };
    case 'is':
    case 'at_least':
    case 'at_most':
      return { ...rest, op, value: typeof value === 'number' ? value : endsOf(question).high };
    default:
      return op satisfies never;
  }
}

/** The keys of the options that are asked for. */
export const chosenIn = ({ value }: AnswerCondition): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : [];

/** The options of the question as it stands, and those that are asked for though they are gone. */
export function optionsFor(
  question: SurveyQuestion | undefined,
  leaf: AnswerCondition,
): { key: string; text: LocalizedText }[] {
  const given =
    question && 'options' in question
      ? [...question.options, ...(question.other ? [{ key: OTHER_KEY, text: question.other }] : [])]
      : [];
  const gone = chosenIn(leaf).filter((key) => !given.some((option) => option.key === key));
  return [...given, ...gone.map((key) => ({ key, text: {} }))];
}

const isScale = (question: SurveyQuestion): question is Extract<SurveyQuestion, { type: ScaleType }> =>
  'labels' in question;
