import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aChoiceQuestion, aScaleQuestion, aSurvey } from '../testing/bodies.ts';
import { surveyGraph } from './survey-graph.ts';
import { pathOf } from './survey-path.ts';
import { possibleAnswers } from './survey-problems.ts';
import type { NextRule, SurveyBody, SurveyQuestion } from './survey.ts';
import { FOLLOW_UP_KEY } from './survey.ts';

const [one, two, three] = ['one', 'two', 'three'].map((key) => aScaleQuestion(key, 'csat')) as [
  SurveyQuestion,
  SurveyQuestion,
  SurveyQuestion,
];
const always = (to: string | null): NextRule[] => [{ when: { type: 'any' }, to }];
const surveyOf = (...questions: SurveyQuestion[]): SurveyBody =>
  aSurvey({ questions, followUps: { detractor: null, passive: null, promoter: null } });

/** Each way as `from > to: answers`, and each place with something wrong. */
function drawn(survey: SurveyBody): string[] {
  const { nodes, ways } = surveyGraph(survey);
  const at = (place: number) => nodes[place]?.path;
  return [
    ...ways.map(
      ({ from, to, answers, back }) =>
        `${at(from)} ${back ? '<' : '>'} ${at(to)}${answers ? `: ${answers.map((answer) => String(answer)).join(' ')}` : ''}`,
    ),
    ...nodes.flatMap(({ path, marks }) => (marks.length > 0 ? [`${path} ${marks.join(' ')}`] : [])),
  ];
}

describe('surveyGraph', () => {
  test('goes by band through the follow-up to the last words', () => {
    expect(drawn(aSurvey())).toEqual([
      'questions.0 > followUps.detractor: 0 1 2 3 4 5 6',
      'questions.0 > endings.passive: 7 8',
      'questions.0 > endings.promoter: 9 10',
      'followUps.detractor > endings.detractor',
    ]);
  });

  test('parts people by who really comes: a rule that another takes everybody from draws nothing', () => {
    const next: NextRule[] = [
      { when: { type: 'between', low: 1, high: 2 }, to: 'three' },
      { when: { type: 'between', low: 1, high: 1 }, to: null },
    ];
    expect(drawn(surveyOf({ ...one, next }, two, three))).toEqual([
      'questions.0 > questions.1: 3 4 5 null',
      'questions.0 > questions.2: 1 2',
      'questions.1 > questions.2',
      'questions.2 > endings.passive',
    ]);
  });

  test('of options says which', () => {
    const pick = aChoiceQuestion('pick', {
      required: true,
      next: [{ when: { type: 'chosen', options: ['b'] }, to: null }],
    });
    expect(drawn(surveyOf(pick, one))).toEqual([
      'questions.0 > questions.1: a c',
      'questions.0 > endings.passive: b',
      'questions.1 > endings.passive',
    ]);
  });

  test('marks what nobody comes to, and draws where it would lead', () => {
    expect(drawn(surveyOf({ ...one, next: always('three') }, two, three))).toEqual([
      'questions.0 > questions.2',
      'questions.1 > questions.2',
      'questions.2 > endings.passive',
      'questions.1 never_asked',
    ]);
  });

  test('marks circles, what never ends, and rules to what is gone', () => {
    expect(drawn(surveyOf(one, { ...two, next: always('one') }))).toEqual([
      'questions.0 > questions.1',
      'questions.1 < questions.0',
      'questions.0 no_ending',
      'questions.1 leads_back no_ending',
    ]);
    expect(drawn(surveyOf({ ...one, next: always('gone') }))).toEqual([
      'questions.0 > endings.passive',
      'questions.0 unknown_target',
    ]);
  });

  test('the last words of a survey without a score are one place, of no band', () => {
    const { nodes } = surveyGraph({ ...surveyOf(one), ending: { en: 'Thanks' } });
    expect(nodes.at(-1)).toEqual({ path: 'ending', kind: 'ending', band: null, marks: [] });
  });

  test('has every step that somebody can take, and none besides', () => {
    const keys = ['q0', 'q1', 'q2', 'q3'];
    const question = (index: number) =>
      fc
        .record({
          type: fc.constantFrom('csat' as const, 'nps' as const),
          required: fc.boolean(),
          rules: fc.array(
            fc.record({
              low: fc.nat(5),
              high: fc.nat(10),
              // only further down: what leads back is no survey that anybody gets
              to: fc.constantFrom(...keys.slice(index + 1), null),
            }),
            { maxLength: 2 },
          ),
        })
        .map(({ type, required, rules }): SurveyQuestion => ({
          ...aScaleQuestion(`q${index}`, type),
          required,
          next: rules.map(({ to, ...range }) => ({ when: { type: 'between', ...range }, to })),
        }));
    fc.assert(
      fc.property(fc.tuple(...keys.map((_, index) => question(index))), (questions) => {
        const survey = aSurvey({ questions });
        const walked = new Set<string>();
        const scored = questions.find(({ type }) => type === 'nps')?.key;
        const walk = (
          index: number,
          given: ReadonlyMap<string, ReturnType<typeof possibleAnswers>[number]>,
        ) => {
          const key = questions[index]?.key;
          if (key === undefined) return;
          for (const answer of possibleAnswers(questions[index]!)) {
            const now = new Map(given).set(key, answer);
            const path = pathOf(survey, (asked) => now.get(asked) ?? null);
            const next = path.slice(path.indexOf(key) + 1).find((asked) => asked !== FOLLOW_UP_KEY);
            const follows =
              key === scored && path.includes(FOLLOW_UP_KEY) ? 'followUps.detractor' : undefined;
            const to = next === undefined ? 'the end' : `questions.${keys.indexOf(next)}`;
            if (follows) walked.add(`questions.${index} > ${follows}`);
            walked.add(`${follows ?? `questions.${index}`} > ${to}`);
            if (next !== undefined) walk(keys.indexOf(next), now);
          }
        };
        walk(0, new Map());
        const { nodes, ways } = surveyGraph(survey);
        const isAsked = (path: string) =>
          path.startsWith('followUps')
            ? walked.has(`questions.${keys.indexOf(scored ?? '')} > ${path}`)
            : !nodes.some((node) => node.path === path && node.marks.includes('never_asked'));
        const drawnWays = ways.flatMap(({ from, to }) => {
          const [start, end] = [nodes[from]!, nodes[to]!];
          const target = end.kind === 'ending' ? 'the end' : end.path;
          return isAsked(start.path) ? [`${start.path} > ${target}`] : [];
        });
        expect([...new Set(drawnWays)].toSorted()).toEqual([...walked].toSorted());
      }),
      { numRuns: 60 },
    );
  });
});
