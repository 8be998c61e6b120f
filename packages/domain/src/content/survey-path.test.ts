import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aChoiceQuestion, aScaleQuestion, aSurvey } from '../testing/bodies.ts';
import { someAnswers, someSurvey } from '../testing/surveys.ts';
import type { NextRule, SurveyBody } from './survey.ts';
import { FOLLOW_UP_KEY, OTHER_KEY } from './survey.ts';
import type { AnswerValue } from './survey-path.ts';
import { fits, nextIndex, optionsInOrder, pathOf } from './survey-path.ts';
import { possibleAnswers, surveyProblems } from './survey-problems.ts';

const path = (survey: SurveyBody, answers: Readonly<Record<string, AnswerValue>> = {}): string[] =>
  pathOf(survey, (key) => answers[key]);
const low: NextRule = { when: { type: 'between', low: 1, high: 3 }, to: 'why' };
const price: NextRule = { when: { type: 'chosen', options: ['a'] }, to: 'price' };

const branching = aSurvey({
  questions: [
    aScaleQuestion('csat', 'csat', { required: true, next: [low, { when: { type: 'any' }, to: 'last' }] }),
    aChoiceQuestion('why', { next: [price, { when: { type: 'any' }, to: 'last' }] }),
    { key: 'price', type: 'text', text: { en: 'What would be fair?' }, required: false },
    { key: 'last', type: 'text', text: { en: 'Anything else?' }, required: false },
  ],
});

describe('pathOf', () => {
  test.each([
    { answers: { csat: 5 }, is: ['csat', 'last'] },
    { answers: { csat: 2 }, is: ['csat', 'why', 'last'] },
    { answers: { csat: 3, why: ['a'] }, is: ['csat', 'why', 'price', 'last'] },
    { answers: { csat: 3, why: ['b', 'a'] }, is: ['csat', 'why', 'price', 'last'] },
    { answers: { csat: 3, why: null }, is: ['csat', 'why', 'last'] },
    { answers: {}, is: ['csat', 'last'] },
  ])('after $answers is $is', ({ answers, is }) => expect(path(branching, answers)).toEqual(is));

  test('forgets the branch that a changed answer leaves', () => {
    const said = { csat: 2, why: ['a'], price: '10' };
    expect(path(branching, { ...said, csat: 4 })).toEqual(['csat', 'last']);
  });

  test('has the follow-up right after the score, where its band has one, and then goes on as the score says', () => {
    const survey = aSurvey({
      questions: [
        { ...aScaleQuestion('score', 'nps'), next: [{ when: { type: 'any' }, to: 'end' }] },
        aScaleQuestion('between', 'ces'),
        aScaleQuestion('end', 'csat'),
      ],
    });
    expect(path(survey, { score: 3 })).toEqual(['score', FOLLOW_UP_KEY, 'end']);
    expect(path(survey, { score: 9 })).toEqual(['score', 'end']);
  });

  test('of a survey without rules are its questions', () => {
    const questions = ['a', 'b', 'c'].map((key) => aScaleQuestion(key, 'rating'));
    expect(path(aSurvey({ questions }))).toEqual(['a', 'b', 'c']);
    expect(path(aSurvey({ questions: [] }))).toEqual([]);
  });

  test('always ends, and asks nothing twice, whatever the rules say', () => {
    fc.assert(
      fc.property(someAnswers, ({ survey, answers }) => {
        const keys = pathOf(survey, (key) => answers.get(key));
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.length).toBeLessThanOrEqual(survey.questions.length + 1);
      }),
    );
  });

  test('back and forth is the same way: an answer changes only what comes after it', () => {
    fc.assert(
      fc.property(someAnswers, fc.nat(4), ({ survey, answers }, step) => {
        const before = pathOf(survey, (key) => answers.get(key));
        const at = before[step % before.length] ?? '';
        const upTo = before.slice(0, before.indexOf(at) + 1);
        const question = survey.questions.find(({ key }) => key === at);
        for (const value of question ? possibleAnswers(question) : [])
          expect(
            pathOf(survey, (key) => (key === at ? value : answers.get(key))).slice(0, upTo.length),
          ).toEqual(upTo);
        expect(pathOf(survey, (key) => answers.get(key))).toEqual(before);
      }),
    );
  });
});

test('a survey without problems asks every question of somebody, and every way of it comes to the end', () => {
  fc.assert(
    fc.property(someSurvey, (survey) => {
      fc.pre(surveyProblems(survey).length === 0);
      const { questions } = survey;
      const asked = new Set<number>();
      const walk = (index: number, before: readonly number[]): void => {
        const question = questions[index];
        if (!question) return;
        expect(before).not.toContain(index);
        asked.add(index);
        for (const answer of possibleAnswers(question))
          walk(nextIndex(survey, index, answer), [...before, index]);
      };
      walk(0, []);
      expect(asked.size).toBe(questions.length);
    }),
    { numRuns: 400 },
  );
});

describe('a rule', () => {
  test.each([
    { test: { type: 'any' }, value: null, is: true },
    { test: { type: 'between', low: 1, high: 3 }, value: 3, is: true },
    { test: { type: 'between', low: 1, high: 3 }, value: 4, is: false },
    { test: { type: 'between', low: 0, high: 3 }, value: null, is: false },
    { test: { type: 'between', low: 0, high: 3 }, value: '2', is: false },
    { test: { type: 'chosen', options: ['a'] }, value: ['b', 'a'], is: true },
    { test: { type: 'chosen', options: ['a', OTHER_KEY] }, value: [OTHER_KEY], is: true },
    { test: { type: 'chosen', options: ['a'] }, value: 'a', is: false },
    { test: { type: 'chosen', options: ['a'] }, value: null, is: false },
    { test: { type: 'chosen', options: [] }, value: ['a'], is: false },
  ] as const)('$test and the answer $value: $is', ({ test: when, value, is }) =>
    expect(fits(when, value)).toBe(is),
  );
});

describe('optionsInOrder', () => {
  const question = { ...aChoiceQuestion('why'), random: true };
  const keys = (responseId: string, of = question): string =>
    optionsInOrder(of, responseId)
      .map(({ key }) => key)
      .join('');

  test('are the same for a response whenever they are asked for', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const first = keys(id);
        expect(keys(id)).toBe(first);
      }),
    );
  });

  test('come in every order about equally often', () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 3_000; n += 1) counts.set(keys(`rsp_${n}`), (counts.get(keys(`rsp_${n}`)) ?? 0) + 1);
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(count).toBeGreaterThan(400);
  });

  test('stay as they are written where no order is asked for', () => {
    expect(keys('rsp_1', { ...question, random: false })).toBe('abc');
  });
});
