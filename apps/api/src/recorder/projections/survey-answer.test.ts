import type { AnswerValue } from '@banso/domain/content';
import { describe, expect, test } from 'vitest';
import { aBranchingSurvey, aSurvey } from '../testing/rig.ts';
import { answerTo, commentQuestionsOf, isWalked } from './survey-answer.ts';

const survey = aSurvey();
const strict = aSurvey({ questions: survey.questions.map((question) => ({ ...question, required: true })) });
const onlyText = aSurvey({ questions: survey.questions.filter(({ type }) => type === 'text') });
const branching = aBranchingSurvey();
const nothing = { number: null, text: null, options: null };

describe('an answer', () => {
  test.each<[string, AnswerValue, object]>([
    ['score', 0, { number: 0 }],
    ['score', 10, { number: 10 }],
    ['score', null, {}],
    ['more', 'Fine', { text: 'Fine' }],
    ['more', ' \n', {}],
    ['reason', 'Slow', { text: 'Slow' }],
    ['reason', null, {}],
  ])('to %s of %j is read', (key, value, expected) =>
    expect(answerTo(survey, key, { value })).toEqual({ ...nothing, ...expected }),
  );

  test.each<[string, AnswerValue, string | undefined, object]>([
    ['csat', 1, undefined, { number: 1 }],
    ['csat', 5, undefined, { number: 5 }],
    ['effort', 7, undefined, { number: 7 }],
    ['why', ['price'], undefined, { options: ['price'] }],
    ['why', null, undefined, {}],
    ['uses', ['search', 'export'], undefined, { options: ['export', 'search'] }],
    ['uses', ['other', 'search'], 'Our own tool', { options: ['search', 'other'], text: 'Our own tool' }],
    ['uses', ['other'], ' ', { options: ['other'] }],
    ['uses', [], undefined, {}],
    ['hello', null, undefined, {}],
  ])('to %s of %j is read, of every type', (key, value, other, expected) =>
    expect(answerTo(branching, key, { value, other })).toEqual({ ...nothing, ...expected }),
  );

  test.each<[string, AnswerValue, string]>([
    ['score', 11, 'invalid'],
    ['score', -1, 'invalid'],
    ['score', 7.5, 'invalid'],
    ['score', Number.NaN, 'invalid'],
    ['score', '9', 'invalid'],
    ['score', '', 'invalid'],
    ['score', ['9'], 'invalid'],
    ['more', 3, 'invalid'],
    ['more', ['Fine'], 'invalid'],
    ['gone', 3, 'unknown_question'],
    ['toString', 'x', 'unknown_question'],
  ])('to %s of %j is refused', (key, value, code) =>
    expect(answerTo(survey, key, { value })).toMatchObject({ code }),
  );

  test.each<[string, AnswerValue, string | undefined, string]>([
    ['csat', 0, undefined, 'value: must be a whole number from 1 to 5'],
    ['csat', 6, undefined, 'value: must be a whole number from 1 to 5'],
    ['csat', '4', undefined, 'value: must be a whole number from 1 to 5'],
    ['effort', 8, undefined, 'value: must be a whole number from 1 to 7'],
    ['why', 'price', undefined, 'value: must be a list of keys of options'],
    ['why', 1, undefined, 'value: must be a list of keys of options'],
    ['why', ['gone'], undefined, 'value: there is no option named gone'],
    ['why', ['other'], 'x', 'value: there is no option named other'],
    ['why', ['price', 'speed'], undefined, 'value: only one may be chosen'],
    ['uses', ['search', 'search'], undefined, 'value: names an option twice'],
    ['uses', ['search'], 'x', 'other: goes with the option “other” of a choice only'],
    ['csat', 4, 'x', 'other: goes with the option “other” of a choice only'],
    ['hello', 'read', undefined, 'value: there is nothing to answer'],
  ])('to %s of %j with %j is refused: %s', (key, value, other, message) =>
    expect(answerTo(branching, key, { value, other })).toMatchObject({ code: 'invalid', message }),
  );

  test.each([
    ['score', null],
    ['more', null],
    ['more', '  '],
  ])('may not be left out where it is required: %s %j', (key, value) => {
    expect(answerTo(strict, key, { value })).toMatchObject({
      code: 'invalid',
      message: 'value: the question must be answered',
    });
  });

  test('to a follow-up needs a score to follow', () => {
    expect(answerTo(onlyText, 'reason', { value: 'x' })).toMatchObject({ code: 'unknown_question' });
  });
});

test('the follow-up is the first comment', () => {
  expect(commentQuestionsOf(survey)).toEqual(['reason', 'more']);
});

describe('an answer counts', () => {
  const after = (csat: number) => isWalked(branching, new Map([['csat', { ...nothing, number: csat }]]));

  test.each([
    { question: 'csat', unhappy: true, happy: true },
    { question: 'why', unhappy: true, happy: false },
    { question: 'uses', unhappy: true, happy: true },
    { question: 'asked in another version', unhappy: true, happy: true },
  ])('to $question after a bad mark: $unhappy, after a good one: $happy', ({ question, unhappy, happy }) => {
    expect([after(2)(question), after(5)(question)]).toEqual([unhappy, happy]);
  });

  test('after a score with its follow-up, wherever the score itself counts', () => {
    expect(isWalked(survey, new Map())('reason')).toBe(true);
    const skipsScore = aSurvey({
      questions: [
        {
          key: 'first',
          type: 'text',
          text: {},
          required: false,
          next: [{ when: { type: 'any' }, to: null }],
        },
        ...survey.questions,
      ],
    });
    expect(isWalked(skipsScore, new Map())('reason')).toBe(false);
  });
});
