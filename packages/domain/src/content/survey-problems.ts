import type { AnswerValue } from './survey-path.ts';
import { fits, nextIndex } from './survey-path.ts';
import { scaleOf, scoresOf } from './survey-scale.ts';
import type { ChoiceQuestion, SurveyBody, SurveyQuestion } from './survey.ts';
import { FOLLOW_UP_KEY, OTHER_KEY } from './survey.ts';

/** Why a survey could not be answered to its end by the people who get it. */
export type SurveyProblemCode =
  | 'no_questions'
  | 'key_missing'
  | 'duplicate_key'
  | 'reserved_key'
  | 'options_missing'
  | 'unknown_target'
  | 'unknown_option'
  | 'never_fits'
  | 'leads_back'
  | 'never_asked';

/** One problem and where it is, e.g. `questions.2.next.0.to`. */
export interface SurveyProblem {
  path: string;
  code: SurveyProblemCode;
}

/** Fewer are nothing to choose from. */
const LEAST_OPTIONS = 2;

/**
 * What keeps a survey from working, in the order of its questions: nothing to answer, keys missing or used twice, too few
 * options, rules that name what is not there, that no answer fits, or that lead round in a circle, and questions that nobody
 * can come to. An empty list means that every question is asked of somebody, and that every way has an end.
 */
export function surveyProblems({ questions }: Pick<SurveyBody, 'questions'>): SurveyProblem[] {
  if (questions.every(({ type }) => type === 'statement'))
    return [{ path: 'questions', code: 'no_questions' }];
  const reached = reachedFrom(questions, 0);
  return questions.flatMap((question, index) => [
    ...keyProblems(questions, index, FOLLOW_UP_KEY).map(at(`questions.${index}`)),
    ...('options' in question ? optionProblems(question) : []).map(at(`questions.${index}`)),
    ...ruleProblems(questions, index).map(at(`questions.${index}`)),
    ...(reached.has(index) ? [] : [{ path: `questions.${index}`, code: 'never_asked' as const }]),
  ]);
}

const at =
  (prefix: string) =>
  ({ path, code }: SurveyProblem): SurveyProblem => ({ path: `${prefix}.${path}`, code });

function keyProblems(keyed: readonly { key: string }[], index: number, reserved: string): SurveyProblem[] {
  const key = keyed[index]?.key ?? '';
  if (key.trim() === '') return [{ path: 'key', code: 'key_missing' }];
  if (key === reserved) return [{ path: 'key', code: 'reserved_key' }];
  const isFirst = keyed.findIndex((one) => one.key === key) === index;
  return isFirst ? [] : [{ path: 'key', code: 'duplicate_key' }];
}

function optionProblems({ options, other }: ChoiceQuestion): SurveyProblem[] {
  const tooFew = options.length + (other ? 1 : 0) < LEAST_OPTIONS;
  return [
    ...(tooFew ? [{ path: 'options', code: 'options_missing' as const }] : []),
    ...options.flatMap((_, index) => keyProblems(options, index, OTHER_KEY).map(at(`options.${index}`))),
  ];
}

function ruleProblems(questions: readonly SurveyQuestion[], index: number): SurveyProblem[] {
  const question = questions[index];
  if (!question?.next) return [];
  const { next } = question;
  const answers = possibleAnswers(question);
  const deciding = new Set(answers.map((answer) => next.findIndex(({ when }) => fits(when, answer))));
  return next.flatMap(({ when, to }, rule): SurveyProblem[] => {
    const target = questions.findIndex(({ key }) => key === to);
    const wrongTarget = to !== null && target < 0;
    const back = target >= 0 && target <= index && reachedFrom(questions, target).has(index);
    const unknown = when.type === 'chosen' && !when.options.every((key) => isOption(question, key));
    return [
      ...(unknown ? [{ path: `next.${rule}.when`, code: 'unknown_option' as const }] : []),
      ...(!unknown && !deciding.has(rule)
        ? [{ path: `next.${rule}.when`, code: 'never_fits' as const }]
        : []),
      ...(wrongTarget ? [{ path: `next.${rule}.to`, code: 'unknown_target' as const }] : []),
      ...(back ? [{ path: `next.${rule}.to`, code: 'leads_back' as const }] : []),
    ];
  });
}

const isOption = (question: SurveyQuestion, key: string): boolean =>
  'options' in question &&
  (key === OTHER_KEY ? question.other !== null : question.options.some((option) => option.key === key));

/**
 * An answer of each sort that rules can tell apart. Of several choices one at a time is enough: whatever a longer answer
 * fits, one of its options fits alone.
 */
export function possibleAnswers(question: SurveyQuestion): AnswerValue[] {
  const skipped = question.required ? [] : [null];
  const scale = scaleOf(question.type);
  if (scale) return [...scoresOf(scale), ...skipped];
  if (!('options' in question)) return [null];
  const keys = question.options.map(({ key }) => key);
  return [...(question.other ? [...keys, OTHER_KEY] : keys).map((key) => [key]), ...skipped];
}

/** The places of the questions that somebody can come to from one of them, itself included. */
function reachedFrom(questions: readonly SurveyQuestion[], start: number): ReadonlySet<number> {
  const reached = new Set<number>();
  const waiting = [start];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const question = questions[index];
    if (!question || reached.has(index)) continue;
    reached.add(index);
    for (const answer of possibleAnswers(question)) waiting.push(nextIndex({ questions }, index, answer));
  }
  return reached;
}
