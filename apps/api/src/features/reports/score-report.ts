import type { scoreReport } from '@banso/contract';
import { contents, type Db, type ScoreDimension, type ScoreFilter, scores } from '@banso/database';
import { waveAt, waveOf } from '@banso/domain/decide';
import {
  holm,
  onScale,
  responseRates,
  scaleOfKind,
  scoreChange,
  scoreFigure,
  type ScoreKind,
} from '@banso/domain/statistics';
import {
  addMs,
  DAY_MS,
  dayOf,
  HOUR_MS,
  hourOf,
  type Instant,
  msBetween,
  type Period,
  periodBefore,
  trendEvery,
} from '@banso/domain/time';
import type { z } from '@hono/zod-openapi';
import { AppError } from '../../errors.ts';
import { breaksOf, questionsOfKind } from './asked-question.ts';

type Query = z.infer<typeof scoreReport.ScoreQuery>;
export type Report = z.infer<typeof scoreReport.ScoreReport>;
type Segment = Report['segments'][number];

const VERSIONS = 200;
const WAVES = 8;
const SEGMENTS = ['plan', 'owner', 'lifecycle', 'locale'] as const;
const DIMENSIONS: readonly ScoreDimension[] = ['locale', 'version', 'plan', 'owner', 'lifecycle'];

/** The hours in UTC that a period touches: what the roll-ups can answer exactly. */
export function wholeHours({ from, to }: Period): Period {
  if (msBetween(from, to) < HOUR_MS || msBetween(from, to) > 3_660 * DAY_MS)
    throw invalid('to', 'invalid_period', 'must be at least an hour and at most ten years after from');
  const end = hourOf(to);
  return { from: hourOf(from), to: end === to ? to : addMs(end, HOUR_MS) };
}

function invalid(field: string, code: string, message: string): AppError {
  return new AppError('invalid', `${field}: ${message}`, {
    errors: [{ path: `query.${field}`, code, message }],
  });
}

function segmentOf(query: Query): ScoreFilter['segment'] {
  const [first, second] = DIMENSIONS.filter((by) => query[by] !== undefined);
  if (second !== undefined) throw invalid(second, 'invalid', `can not go together with ${first}`);
  return first && { by: first, value: `${query[first]}` };
}

/**
 * The score of a survey in a period with everything that is told beside it. Read from counters by the day: the cost grows with the days and the
 * segments, not with the answers.
 *
 * @throws {AppError} where the survey is not there, or the query asks for what can not be told.
 */
export async function scoreReportOf(
  db: Db,
  workspaceId: string,
  kind: ScoreKind,
  query: Query,
  {
    now,
    nameOf,
  }: {
    now: Instant;
    nameOf: (memberId: string) => string | undefined;
  },
): Promise<Report> {
  const { surveyId } = query;
  const period = wholeHours(query);
  const segment = segmentOf(query);
  const survey = await contents.find(db, workspaceId, 'survey', surveyId);
  if (!survey) throw new AppError('not_found', 'There is no such survey.');
  const versions = await contents.listVersions(db, workspaceId, surveyId, { limit: VERSIONS });
  const questions = questionsOfKind(kind, versions);
  const key = kind === 'nps' ? undefined : query.question;
  const question = key === undefined ? questions[0] : questions.find((each) => each.key === key);
  if (key !== undefined && !question)
    throw invalid('question', 'unknown_question', `the survey asks nothing of the kind ${kind} named ${key}`);

  const filter: ScoreFilter = {
    segment,
    verified: query.unverified === 'exclude' ? true : undefined,
    // the score of the survey has roll-ups of its own, whatever its question is called in which version
    question: kind === 'nps' ? undefined : (question?.key ?? ' '),
  };
  const before = periodBefore(period);
  const days = query.windowDays ?? Math.max(1, Math.round(msBetween(period.from, period.to) / DAY_MS));
  const trend = trendEvery(addMs(period.to, -1), query.every, Math.min(days, 3_660));
  const waves = wavesOf(survey.draft.delivery.waves, period.to, now);
  const windows = [period, before, ...trend, ...waves.map(({ window }) => window)];
  const read = await scores.histogramsIn(db, workspaceId, surveyId, windows, filter);
  const figure = (window: Period, histogram: readonly number[]) => ({
    ...window,
    ...scoreFigure(kind, histogram),
  });
  const at = (index: number) => read[index] ?? [];
  const changeBetween = async (then: Period, now: Period, [one, other]: [number[], number[]]) => {
    const pairs =
      kind === 'nps'
        ? await scores.pairsAcross(db, workspaceId, surveyId, { before: then, after: now }, filter)
        : [];
    return scoreChange(kind, one, other, pairs) ?? null;
  };

  const firstWave = 2 + trend.length;
  const told: Report['waves'] = [];
  for (const [place, { index, window }] of waves.entries()) {
    const last = waves[place - 1];
    told.push({
      index,
      ...figure(window, at(firstWave + place)),
      change: last
        ? await changeBetween(last.window, window, [at(firstWave + place - 1), at(firstWave + place)])
        : null,
    });
  }
  const groups = segment ? [] : await segmentsOf(db, workspaceId, kind, { surveyId, period, filter, nameOf });
  return {
    kind,
    survey: { id: survey.id, name: survey.name },
    question: question ?? null,
    questions,
    scale: scaleOfKind(kind),
    current: figure(period, at(0)),
    previous: figure(before, at(1)),
    change: await changeBetween(before, period, [at(1), at(0)]),
    histogram: onScale(kind, at(0)),
    trend: trend.map((window, index) => figure(window, at(2 + index))),
    window: { days, every: query.every },
    breaks: question ? breaksOf(kind, question.key, versions) : [],
    segments: groups,
    comparisons: groups.filter(({ verdict }) => verdict !== 'too_few').length,
    waves: told,
    rates: await ratesOf(db, workspaceId, surveyId, period),
  };
}

/** The waves that have begun until a period ends, the newest last. */
function wavesOf(
  waves: Parameters<typeof waveAt>[0] | undefined,
  to: Instant,
  now: Instant,
): { index: number; window: Period }[] {
  const until = to < now ? to : now;
  if (waves === undefined || until <= startOf(waves.from)) return [];
  const { index: newest } = waveAt(waves, addMs(until, -1));
  return Array.from({ length: Math.min(WAVES, newest + 1) }, (_, back) => newest - back)
    .toReversed()
    .map((index) => {
      const { from, to: end } = waveOf(waves, index);
      return { index, window: { from: startOf(from), to: startOf(end) } };
    });
}

const startOf = (day: string): Instant => `${day}T00:00:00.000Z`;

interface Compared {
  surveyId: string;
  period: Period;
  filter: ScoreFilter;
  nameOf: (memberId: string) => string | undefined;
}

/** Each value of each dimension against everybody else, where there are at least two values; corrected for all of them. */
async function segmentsOf(
  db: Db,
  workspaceId: string,
  kind: ScoreKind,
  { surveyId, period, filter, nameOf }: Compared,
): Promise<Segment[]> {
  const found: { segment: Omit<Segment, 'verdict'>; z: number | undefined }[] = [];
  for (const by of SEGMENTS) {
    const histograms = await scores.histogramsBy(db, workspaceId, surveyId, period, by, filter);
    if (histograms.size < 2) continue;
    const all = [...histograms.values()].reduce((sum, one) => sum.map((n, score) => n + (one[score] ?? 0)));
    for (const [value, histogram] of [...histograms].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const rest = all.map((n, score) => n - (histogram[score] ?? 0));
      const figure = scoreFigure(kind, histogram);
      const isEnough = figure.score !== null && scoreFigure(kind, rest).score !== null;
      found.push({
        segment: { by, value, name: by === 'owner' ? (nameOf(value) ?? null) : null, ...period, ...figure },
        z: isEnough ? scoreChange(kind, rest, histogram)?.z : undefined,
      });
    }
  }
  const zs = found.flatMap(({ z }) => z ?? []);
  const detectable = holm(zs).values();
  return found.map(({ segment, z }) => {
    if (z === undefined) return { ...segment, verdict: 'too_few' };
    const isDetectable = detectable.next().value === true;
    return { ...segment, verdict: isDetectable ? (z > 0 ? 'higher' : 'lower') : 'none' };
  });
}

async function ratesOf(
  db: Db,
  workspaceId: string,
  surveyId: string,
  period: Period,
): Promise<Report['rates']> {
  const [from, to] = [dayOf(period.from), dayOf(addMs(period.to, -1))];
  const count = (metric: Parameters<typeof contents.countBetween>[3]) =>
    contents.countBetween(db, workspaceId, surveyId, metric, from, to);
  const counts = {
    shown: await count('shown'),
    started: await count('answered'),
    completed: await count('completed'),
    dismissed: await count('dismissed'),
  };
  const rates = responseRates(counts);
  return {
    from,
    to,
    ...counts,
    response: rates.response ?? null,
    completion: rates.completion ?? null,
    completedShare: rates.completed ?? null,
    dismissal: rates.dismissal ?? null,
  };
}
