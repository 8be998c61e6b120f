import type { NpsBand } from '../statistics/nps.ts';
import { bandOf } from '../statistics/nps.ts';
import type { AnswerValue } from './survey-path.ts';
import { nextIndex, scoreQuestionOf } from './survey-path.ts';
import { possibleAnswers, surveyProblems } from './survey-problems.ts';
import type { SurveyBody, SurveyQuestion } from './survey.ts';

/** What is wrong at a place: nobody comes there, it leads round in a circle, to what is gone, or never to an ending. */
export type SurveyMark = 'never_asked' | 'leads_back' | 'unknown_target' | 'no_ending';

/** A place that people come to on their way through a survey. */
export interface SurveyNode {
  /** Where it is in the body: `questions.2`, `followUps.detractor`, `endings.passive` or `ending`. */
  path: string;
  kind: 'question' | 'followUp' | 'ending';
  /** Of whose score it is; null: of everybody's. */
  band: NpsBand | null;
  marks: readonly SurveyMark[];
}

/** A way from one place to another. */
export interface SurveyWay {
  /** Places in the list of nodes. */
  from: number;
  to: number;
  /** Who goes here, by what they answered at `from`, as `possibleAnswers` has it; null: everybody. */
  answers: readonly AnswerValue[] | null;
  /** It leads to where people come from: without it, the ways have no circle. */
  back: boolean;
}

/** Places and ways of a survey. Both come in the order of its questions, endings last. */
export interface SurveyGraph {
  nodes: readonly SurveyNode[];
  ways: readonly SurveyWay[];
}

type Routed = Pick<SurveyBody, 'questions' | 'followUps' | 'ending'>;

const BANDS: readonly (NpsBand | null)[] = ['detractor', 'passive', 'promoter', null];

/**
 * Every way that somebody can take through a survey, found by trying each answer that rules tell apart, as the widget goes and the
 * recorder counts. Follow-ups and endings are places of their own, one for each band that can come to them. What nobody comes to stands
 * there too, with the ways that would lead on from it.
 */
export function surveyGraph(survey: Routed): SurveyGraph {
  const { questions } = survey;
  const found = new Map<string, Map<string, Set<string>>>();
  const bandsAt = new Map<number, Set<NpsBand | null>>();
  const walk = (start: number): void => {
    const waiting: [index: number, band: NpsBand | null][] = [[start, null]];
    const reached = new Set(bandsAt.keys());
    for (let place = waiting.pop(); place; place = waiting.pop()) {
      const [index, band] = place;
      const bands = bandsAt.get(index) ?? new Set();
      if (!questions[index] || reached.has(index) || bands.has(band)) continue;
      bandsAt.set(index, bands.add(band));
      waiting.push(...stepsFrom(survey, index, band, found));
    }
  };
  walk(0);
  // what nobody comes to leads on as well, once it is mended
  for (const index of questions.keys()) if (!bandsAt.has(index)) walk(index);
  return graphOf(survey, found);
}

/** Notes the ways from a question for people of one band, and says where they come next. */
function stepsFrom(
  survey: Routed,
  index: number,
  band: NpsBand | null,
  found: Map<string, Map<string, Set<string>>>,
): [index: number, band: NpsBand | null][] {
  const question = survey.questions[index];
  if (!question) return [];
  const isScore = question.key === scoreQuestionOf(survey);
  return possibleAnswers(question).map((answer) => {
    const after = isScore ? (typeof answer === 'number' ? bandOf(answer) : null) : band;
    const next = nextIndex(survey, index, answer);
    const target = next < survey.questions.length ? `questions.${next}` : endingPath(survey, after);
    const asks = isScore && after !== null && survey.followUps[after] !== null;
    const stops = [`questions.${index}`, ...(asks ? [`followUps.${after}`] : []), target];
    for (const [at, stop] of stops.slice(1).entries()) note(found, stops[at] ?? stop, stop, answer);
    return [next, after];
  });
}

function note(
  found: Map<string, Map<string, Set<string>>>,
  from: string,
  to: string,
  answer: AnswerValue,
): void {
  const ways = found.get(from) ?? new Map<string, Set<string>>();
  found.set(from, ways.set(to, (ways.get(to) ?? new Set()).add(JSON.stringify(answer))));
}

/** Which last words somebody gets. Surveys from before have those for everybody among the ones by score, for passives. */
function endingPath({ ending }: Routed, band: NpsBand | null): string {
  return band === null && ending ? 'ending' : `endings.${band ?? 'passive'}`;
}

function graphOf(
  survey: Routed,
  found: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>,
): SurveyGraph {
  const paths = pathsOf(survey, found);
  const placeOf = new Map(paths.map((path, place) => [path, place]));
  const ways = paths.flatMap((path, from) => {
    const out = [...(found.get(path) ?? [])];
    const all = new Set(out.flatMap(([, answers]) => [...answers])).size;
    return out
      .map(([to, answers]) => ({
        from,
        to: placeOf.get(to) ?? 0,
        answers:
          answers.size === all ? null : [...answers].map((answer) => JSON.parse(answer) as AnswerValue),
        back: false,
      }))
      .toSorted((a, b) => a.to - b.to);
  });
  const marked = withBack(paths.length, ways);
  return { nodes: nodesOf(survey, paths, marked), ways: marked };
}

/** Where people come, in the order of the survey. */
function pathsOf({ questions }: Routed, found: ReadonlyMap<string, ReadonlyMap<string, unknown>>): string[] {
  const targets = new Set([...found.values()].flatMap((ways) => [...ways.keys()]));
  const ofBands = (part: string) =>
    BANDS.flatMap((band) => (band && targets.has(`${part}.${band}`) ? [`${part}.${band}`] : []));
  const score = scoreQuestionOf({ questions });
  return [
    ...questions.flatMap(({ key }, index) => [
      `questions.${index}`,
      ...(key === score ? ofBands('followUps') : []),
    ]),
    ...ofBands('endings'),
    ...(targets.has('ending') ? ['ending'] : []),
  ];
}

/** The ways, each that closes a circle marked, going through the survey from its beginning. */
function withBack(count: number, ways: readonly SurveyWay[]): SurveyWay[] {
  const state = new Map<number, 'open' | 'done'>();
  const closing = new Set<SurveyWay>();
  const visit = (node: number): void => {
    state.set(node, 'open');
    for (const way of ways) {
      if (way.from !== node) continue;
      if (state.get(way.to) === 'open') closing.add(way);
      else if (!state.has(way.to)) visit(way.to);
    }
    state.set(node, 'done');
  };
  for (let node = 0; node < count; node++) if (!state.has(node)) visit(node);
  return ways.map((way) => (closing.has(way) ? { ...way, back: true } : way));
}

function nodesOf(survey: Routed, paths: readonly string[], ways: readonly SurveyWay[]): SurveyNode[] {
  const ending = (path: string) => path.startsWith('ending');
  const ends = new Set(paths.flatMap((path, place) => (ending(path) ? [place] : [])));
  for (let grown = -1; grown !== ends.size;) {
    grown = ends.size;
    for (const { from, to } of ways) if (ends.has(to)) ends.add(from);
  }
  const problems = surveyProblems(survey);
  const scored = scoreQuestionOf(survey) !== undefined;
  return paths.map((path, place) => ({
    path,
    kind: ending(path) ? 'ending' : path.startsWith('followUps') ? 'followUp' : 'question',
    band: (scored && BANDS.find((band) => band !== null && path.endsWith(`.${band}`))) || null,
    marks: [
      ...(['never_asked', 'leads_back', 'unknown_target'] as const).filter((code) =>
        problems.some((one) => one.code === code && (one.path === path || one.path.startsWith(`${path}.`))),
      ),
      ...(ends.has(place) ? [] : (['no_ending'] as const)),
    ],
  }));
}

/** The question at a place of the body such as `questions.2`; undefined: something else is there. */
export function questionAt(
  { questions }: Pick<SurveyBody, 'questions'>,
  path: string,
): SurveyQuestion | undefined {
  const [, index] = /^questions\.(\d+)$/.exec(path) ?? [];
  return index === undefined ? undefined : questions[Number(index)];
}
