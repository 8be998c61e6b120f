import { describe, expect, test } from 'vitest';
import { aChoiceQuestion, aScaleQuestion } from '../testing/bodies.ts';
import type { AnswerTest, SurveyQuestion } from './survey.ts';
import { OTHER_KEY } from './survey.ts';
import { surveyProblems } from './survey-problems.ts';

const problems = (...questions: SurveyQuestion[]): string[] =>
  surveyProblems({ questions }).map(({ path, code }) => `${path} ${code}`);
const always = (to: string | null): SurveyQuestion['next'] => [{ when: { type: 'any' }, to }];
const rule = (when: AnswerTest, to: string | null): SurveyQuestion['next'] => [{ when, to }];
const statement = (key: string): SurveyQuestion => ({ key, type: 'statement', text: {}, required: false });
const [one, two, three] = ['one', 'two', 'three'].map((key) => aScaleQuestion(key, 'csat')) as [
  SurveyQuestion,
  SurveyQuestion,
  SurveyQuestion,
];

describe('surveyProblems', () => {
  test('are none of a survey that branches as it should', () => {
    expect(
      problems({ ...one, next: rule({ type: 'between', low: 1, high: 2 }, 'three') }, two, three),
    ).toEqual([]);
  });

  test('want something to answer', () => {
    expect(problems()).toEqual(['questions no_questions']);
    expect(problems(statement('hello'))).toEqual(['questions no_questions']);
    expect(problems(statement('hello'), one)).toEqual([]);
  });

  test.each([
    { options: [], other: null, found: ['questions.0.options options_missing'] },
    { options: ['a'], other: null, found: ['questions.0.options options_missing'] },
    { options: ['a'], other: { en: 'Other' }, found: [] },
    { options: ['a', 'a'], other: null, found: ['questions.0.options.1.key duplicate_key'] },
    { options: ['a', OTHER_KEY], other: null, found: ['questions.0.options.1.key reserved_key'] },
    { options: ['a', ' '], other: null, found: ['questions.0.options.1.key key_missing'] },
  ])('of the options $options', ({ options, other, found }) => {
    const question = aChoiceQuestion('why', { options: options.map((key) => ({ key, text: {} })), other });
    expect(problems(question)).toEqual(found);
  });

  test.each<{ next: SurveyQuestion['next']; found: string; because: string }>([
    {
      next: always('gone'),
      found: 'questions.0.next.0.to unknown_target',
      because: 'there is no such question',
    },
    { next: always('one'), found: 'questions.0.next.0.to leads_back', because: 'it leads to itself' },
    {
      next: rule({ type: 'between', low: 6, high: 7 }, null),
      found: 'questions.0.next.0.when never_fits',
      because: 'the scale ends at 5',
    },
    {
      next: rule({ type: 'between', low: 3, high: 2 }, null),
      found: 'questions.0.next.0.when never_fits',
      because: 'nothing is between',
    },
    {
      next: [...(always(null) ?? []), ...(always('three') ?? [])],
      found: 'questions.0.next.1.when never_fits',
      because: 'the rule before takes every answer',
    },
    {
      next: rule({ type: 'chosen', options: ['a'] }, null),
      found: 'questions.0.next.0.when unknown_option',
      because: 'a scale has no options',
    },
  ])('of the rules: $because', ({ next, found }) => {
    expect(problems({ ...one, next }, two, three)).toContain(found);
  });

  test('know the options of a rule, the one in own words too', () => {
    const when = (...options: string[]): AnswerTest => ({ type: 'chosen', options });
    const why = aChoiceQuestion('why', { other: { en: 'Other' }, required: true });
    expect(problems({ ...why, next: rule(when('a', OTHER_KEY), null) }, two)).toEqual([]);
    expect(problems({ ...why, other: null, next: rule(when('a', OTHER_KEY), null) }, two)).toEqual([
      'questions.0.next.0.when unknown_option',
    ]);
  });

  test('name the rule that closes a circle, however long', () => {
    const last = { ...three, next: rule({ type: 'between', low: 1, high: 1 }, 'one') };
    expect(problems(one, two, last)).toEqual(['questions.2.next.0.to leads_back']);
  });

  test('let a rule lead back to where the way goes on elsewhere', () => {
    const end = { ...two, next: always(null) };
    expect(problems({ ...one, next: always('three') }, end, { ...three, next: always('two') })).toEqual([]);
  });

  test.each<{ next: SurveyQuestion['next']; required: boolean; because: string; found: string[] }>([
    {
      next: always('three'),
      required: false,
      because: 'everybody is led past it',
      found: ['questions.1 never_asked'],
    },
    {
      next: rule({ type: 'between', low: 1, high: 5 }, 'three'),
      required: true,
      because: 'every score is led past it',
      found: ['questions.1 never_asked'],
    },
    {
      next: rule({ type: 'between', low: 1, high: 5 }, 'three'),
      required: false,
      because: 'who skips comes to it',
      found: [],
    },
  ])('of a question in between: $because', ({ next, required, found }) => {
    expect(problems({ ...one, required, next }, two, three)).toEqual(found);
  });
});
