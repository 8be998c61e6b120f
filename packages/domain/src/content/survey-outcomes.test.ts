import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aChoiceQuestion, aScaleQuestion, aSurvey } from '../testing/bodies.ts';
import { someAnswers } from '../testing/surveys.ts';
import { questionOutcomes } from './survey-outcomes.ts';
import { type AnswerValue, pathOf } from './survey-path.ts';

const survey = aSurvey({
  questions: [
    { key: 'hello', type: 'statement', text: { en: 'Hello' }, required: false },
    aScaleQuestion('csat', 'csat', { next: [{ when: { type: 'between', low: 4, high: 5 }, to: 'last' }] }),
    aChoiceQuestion('why'),
    { key: 'last', type: 'text', text: { en: 'Anything else?' }, required: false },
  ],
});
const outcomes = (answers: Readonly<Record<string, AnswerValue>>, isComplete = false) =>
  Object.fromEntries(questionOutcomes(survey, (key) => answers[key], isComplete));

describe('what became of the questions', () => {
  test.each([
    {
      name: 'who answers stands at the next one, and nobody knows of what is behind it',
      answers: { hello: null, csat: 2 },
      is: { hello: 'answered', csat: 'answered', why: 'left' },
    },
    {
      name: 'what answers led past was not asked',
      answers: { hello: null, csat: 5 },
      is: { hello: 'answered', csat: 'answered', why: 'not_asked', last: 'left' },
    },
    {
      name: 'skipping is no answer, and goes on',
      answers: { hello: null, csat: null },
      is: { hello: 'answered', csat: 'skipped', why: 'left' },
    },
    {
      name: 'who went back and took another way was asked on this one alone',
      answers: { hello: null, csat: 4, why: ['a'] },
      is: { hello: 'answered', csat: 'answered', why: 'not_asked', last: 'left' },
    },
  ])('$name', ({ answers, is }) => expect(outcomes(answers)).toEqual(is));

  test('at the end nothing is left open', () => {
    expect(outcomes({ hello: null, csat: 2 }, true)).toEqual({
      hello: 'answered',
      csat: 'answered',
      why: 'skipped',
      last: 'skipped',
    });
  });

  test('the follow-up of another band was not asked', () => {
    const scored = aSurvey({ questions: [aScaleQuestion('score', 'nps'), aScaleQuestion('effort', 'ces')] });
    const after = (score: number) =>
      Object.fromEntries(questionOutcomes(scored, (key) => (key === 'score' ? score : undefined), false));
    expect(after(9)).toEqual({ score: 'answered', reason: 'not_asked', effort: 'left' });
    expect(after(2)).toEqual({ score: 'answered', reason: 'left' });
  });

  test('whatever is answered: one question is left at most, and everything else reached lies before it', () => {
    fc.assert(
      fc.property(someAnswers, fc.boolean(), ({ survey: any, answers }, isComplete) => {
        const found = questionOutcomes(any, (key) => answers.get(key), isComplete);
        const path = pathOf(any, (key) => answers.get(key));
        const left = path.findIndex((key) => found.get(key) === 'left');
        const reached = path.filter((key) => found.has(key));
        expect(reached).toEqual(path.slice(0, left < 0 ? path.length : left + 1));
        expect([...found.values()].filter((outcome) => outcome === 'left').length).toBe(left < 0 ? 0 : 1);
        for (const [key, outcome] of found) expect(path.includes(key)).toBe(outcome !== 'not_asked');
        if (isComplete) expect(left).toBe(-1);
      }),
    );
  });
});
