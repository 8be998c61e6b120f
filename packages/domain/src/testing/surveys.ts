import fc from 'fast-check';
import type { AnswerTest, NextRule, SurveyBody, SurveyQuestion } from '../content/survey.ts';
import { OTHER_KEY } from '../content/survey.ts';
import type { AnswerValue } from '../content/survey-path.ts';
import { possibleAnswers } from '../content/survey-problems.ts';
import { aChoiceQuestion, aScaleQuestion, aSurvey } from './bodies.ts';

const KEYS = ['q0', 'q1', 'q2', 'q3', 'q4'];

const someTest: fc.Arbitrary<AnswerTest> = fc.oneof(
  fc.constant({ type: 'any' as const }),
  fc.record({ type: fc.constant('between' as const), low: fc.nat(10), high: fc.nat(10) }),
  fc.record({
    type: fc.constant('chosen' as const),
    options: fc.subarray(['a', 'b', 'c', OTHER_KEY], { minLength: 1 }),
  }),
);

/** Mostly ahead; sometimes back, to itself, or to nowhere. */
const rulesAt = (index: number): fc.Arbitrary<NextRule[]> => {
  const ahead = [...KEYS.slice(index + 1), null];
  const to = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...ahead) },
    { weight: 1, arbitrary: fc.constantFrom(...KEYS, 'gone') },
  );
  return fc.array(fc.record({ when: someTest, to }), { maxLength: 3 });
};

const someQuestion = (key: string, index: number): fc.Arbitrary<SurveyQuestion> =>
  fc
    .record({
      type: fc.constantFrom('nps', 'csat', 'ces', 'rating', 'choice', 'choices', 'text', 'statement'),
      required: fc.boolean(),
      next: rulesAt(index),
    })
    .map(({ type, required, next }): SurveyQuestion => {
      switch (type) {
        case 'text':
        case 'statement':
          return { key, type, text: { en: key }, required, next };
        case 'choice':
        case 'choices':
          return aChoiceQuestion(key, { type, required, next, other: { en: 'Other' } });
        default:
          return aScaleQuestion(key, type, { required, next });
      }
    });

/** Any survey of up to five questions, branching as it likes: forth, back, and to what is not there. */
export const someSurvey: fc.Arbitrary<SurveyBody> = fc
  .nat(KEYS.length - 1)
  .chain((last) => fc.tuple(...KEYS.slice(0, last + 1).map(someQuestion)))
  .map((questions) => aSurvey({ questions }));

/** A survey with answers to some of its questions. */
export const someAnswers: fc.Arbitrary<{ survey: SurveyBody; answers: Map<string, AnswerValue> }> =
  someSurvey.chain((survey) =>
    fc
      .tuple(
        ...survey.questions.map((question) =>
          fc
            .constantFrom(undefined, ...possibleAnswers(question))
            .map((value) => [question.key, value] as const),
        ),
      )
      .map((given) => ({
        survey,
        answers: new Map(given.filter((one): one is readonly [string, AnswerValue] => one[1] !== undefined)),
      })),
  );
