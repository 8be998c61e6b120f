import { describe, expect, test } from 'vitest';
import { aFacts } from '../testing/facts.ts';
import type { AnswerCondition } from './condition.ts';
import { explain } from './explain.ts';
import type { SurveyAnswer } from './facts.ts';

const answer = (over: Partial<SurveyAnswer> = {}): SurveyAnswer => ({
  surveyId: 'srv_nps',
  responseId: 'rsp_1',
  question: 'score',
  at: '2026-03-01T10:00:00.000Z',
  number: 9,
  ...over,
});
const asks = (over: Partial<AnswerCondition> = {}): AnswerCondition => ({
  type: 'answer',
  surveyId: 'srv_nps',
  question: 'score',
  op: 'answered',
  withinDays: null,
  ...over,
});
const chose = answer({ question: 'why', number: undefined, options: ['price', 'speed'] });

describe('what was said to a survey', () => {
  test.each<{
    condition: AnswerCondition;
    answers: SurveyAnswer[];
    outcome: string;
    found?: unknown;
    because: string;
  }>([
    {
      condition: asks({ question: null }),
      answers: [answer()],
      outcome: 'match',
      found: '2026-03-01T10:00:00.000Z',
      because: 'any question is enough',
    },
    { condition: asks(), answers: [], outcome: 'no_match', because: 'that nothing was said is known' },
    {
      condition: asks({ surveyId: 'srv_other' }),
      answers: [answer()],
      outcome: 'no_match',
      because: 'another survey',
    },
    {
      condition: asks({ question: 'why' }),
      answers: [answer()],
      outcome: 'no_match',
      because: 'another question',
    },
    {
      condition: asks({ withinDays: 11 }),
      answers: [answer()],
      outcome: 'match',
      found: '2026-03-01T10:00:00.000Z',
      because: 'the 1st is ten days before the 11th, and today counts',
    },
    {
      condition: asks({ withinDays: 10 }),
      answers: [answer()],
      outcome: 'no_match',
      because: 'it was a day too early',
    },
    {
      condition: asks({ op: 'band', value: 'promoter' }),
      answers: [answer()],
      outcome: 'match',
      found: 9,
      because: 'nine is',
    },
    {
      condition: asks({ op: 'band', value: 'passive' }),
      answers: [answer({ number: 6 })],
      outcome: 'no_match',
      found: 6,
      because: 'six is not',
    },
    {
      condition: asks({ op: 'band', value: 'toString' }),
      answers: [answer()],
      outcome: 'unknown',
      found: 9,
      because: 'there is no such band',
    },
    {
      condition: asks({ op: 'at_least', value: 9 }),
      answers: [],
      outcome: 'unknown',
      because: 'no score is not a low score',
    },
    {
      condition: asks({ op: 'is', value: 9 }),
      answers: [answer()],
      outcome: 'match',
      found: 9,
      because: 'it is the same',
    },
    {
      condition: asks({ op: 'at_most', value: 6 }),
      answers: [answer({ number: 3, responseId: 'rsp_0', at: '2026-01-01T00:00:00.000Z' }), answer()],
      outcome: 'no_match',
      found: 9,
      because: 'only the latest answer counts',
    },
    {
      condition: asks({ op: 'at_most', value: 6 }),
      answers: [answer({ number: 3, responseId: 'rsp_2' }), answer()],
      outcome: 'match',
      found: 3,
      because: 'of two answers of one moment that of the higher id is the later one',
    },
    {
      condition: asks({ op: 'chose', value: ['price'], question: 'why' }),
      answers: [chose],
      outcome: 'match',
      found: 'price, speed',
      because: 'one of the chosen is enough',
    },
    {
      condition: asks({ op: 'chose', value: ['help'], question: 'why' }),
      answers: [chose],
      outcome: 'no_match',
      found: 'price, speed',
      because: 'others were chosen',
    },
    {
      condition: asks({ op: 'chose', value: ['help'] }),
      answers: [answer()],
      outcome: 'unknown',
      because: 'a score is no choice',
    },
    {
      condition: asks({ op: 'is', value: 9, question: null }),
      answers: [answer()],
      outcome: 'unknown',
      found: 9,
      because: 'no question was named',
    },
  ])('$outcome: $because', ({ condition, answers, outcome, found }) => {
    expect(explain(condition, aFacts({ answers }))).toEqual({ ...condition, outcome, found });
  });
});
