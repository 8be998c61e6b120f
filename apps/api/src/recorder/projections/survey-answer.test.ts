import { describe, expect, test } from 'vitest';
import { aSurvey } from '../testing/rig.ts';
import { answerTo, commentQuestionsOf, scoreQuestionOf } from './survey-answer.ts';

const survey = aSurvey();
const strict = aSurvey({ questions: survey.questions.map((question) => ({ ...question, required: true })) });
const onlyText = aSurvey({ questions: survey.questions.filter(({ type }) => type === 'text') });

describe('an answer', () => {
  test.each([
    ['score', 0, { number: 0, text: null }],
    ['score', 10, { number: 10, text: null }],
    ['score', null, { number: null, text: null }],
    ['more', 'Fine', { number: null, text: 'Fine' }],
    ['more', ' \n', { number: null, text: null }],
    ['reason', 'Slow', { number: null, text: 'Slow' }],
    ['reason', null, { number: null, text: null }],
  ])('to %s of %j is read', (key, value, expected) => expect(answerTo(survey, key, value)).toEqual(expected));

  test.each([
    ['score', 11, 'invalid'],
    ['score', -1, 'invalid'],
    ['score', 7.5, 'invalid'],
    ['score', Number.NaN, 'invalid'],
    ['score', '9', 'invalid'],
    ['score', '', 'invalid'],
    ['more', 3, 'invalid'],
    ['gone', 3, 'unknown_question'],
    ['toString', 'x', 'unknown_question'],
  ])('to %s of %j is refused', (key, value, code) =>
    expect(answerTo(survey, key, value)).toMatchObject({ code }),
  );

  test.each([
    ['score', null],
    ['more', null],
    ['more', '  '],
  ])('may not be left out where it is required: %s %j', (key, value) => {
    expect(answerTo(strict, key, value)).toMatchObject({
      code: 'invalid',
      message: 'value: the question must be answered',
    });
  });

  test('to a follow-up needs a score to follow', () => {
    expect(answerTo(onlyText, 'reason', 'x')).toMatchObject({ code: 'unknown_question' });
  });
});

test('the first NPS question carries the score, and the follow-up is the first comment', () => {
  expect(scoreQuestionOf(survey)).toBe('score');
  expect(scoreQuestionOf(onlyText)).toBeUndefined();
  expect(commentQuestionsOf(survey)).toEqual(['reason', 'more']);
});
