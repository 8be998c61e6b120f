import { addMs, DAY_MS, type Day, dayOf, type Instant, msBetween, type Period } from '@banso/domain/time';
import { sql } from 'kysely';
import type { Db, Flag } from '../tables.ts';
import { emptyHistogram, SUMS_OF } from './score-sums.ts';

/** By what answers are told apart: as it was when the response began. */
export type ScoreDimension = 'version' | 'locale' | 'plan' | 'owner' | 'lifecycle';

/** Which answers to look at; what is left out or undefined does not matter. */
export interface ScoreFilter {
  verified?: boolean | undefined;
  /** Of those with this value; `''`: where it is not known. */
  segment?: { by: ScoreDimension; value: string } | undefined;
  /** Another question of a scale in place of the score: of those every answer counts, not only each person's latest. */
  question?: string | undefined;
}

/** {@link histogramsIn} for one period. */
export async function histogramIn(
  db: Db,
  workspaceId: string,
  contentId: string,
  period: Period,
  filter: ScoreFilter = {},
): Promise<number[]> {
  const [histogram] = await histogramsIn(db, workspaceId, contentId, [period], filter);
  return histogram ?? emptyHistogram();
}

/**
 * Answers by score, 0 to 10, in periods that start and end on an hour, in their order. Of the score one per person: the latest in the period,
 * which is chosen before the filter is asked. Read from counters: the cost grows with the days, not with the answers.
 */
export async function histogramsIn(
  db: Db,
  workspaceId: string,
  contentId: string,
  periods: readonly Period[],
  filter: ScoreFilter = {},
): Promise<number[][]> {
  // with nothing after them, the latest in each period is the latest of all, and nobody needs to be taken off
  const column = (await reachesNewest(db, workspaceId, contentId, periods, filter)) ? 'latest' : 'all';
  const counts = await countsOf(db, workspaceId, contentId, partsOf(periods), { filter, column });
  const repeats =
    column === 'latest' || filter.question !== undefined
      ? []
      : await repeatsIn(db, workspaceId, contentId, periods, filter);
  return periods.map(({ from, to }) => {
    const histogram = emptyHistogram();
    const count = (score: number, more: number) => (histogram[score] = (histogram[score] ?? 0) + more);
    for (const { part, byScore } of counts)
      if (part.from >= from && part.to <= to) byScore.forEach((n, score) => count(score, n));
    for (const { earlierHour, laterHour, score, count: n } of repeats)
      if (earlierHour >= from && laterHour < to) count(score, -n);
    return histogram;
  });
}

/** {@link histogramIn} of each value of a dimension that anybody answered with, by value. */
export async function histogramsBy(
  db: Db,
  workspaceId: string,
  contentId: string,
  period: Period,
  by: ScoreDimension | 'account' | 'decider',
  filter: Omit<ScoreFilter, 'segment'> = {},
): Promise<Map<string, number[]>> {
  const column = (await reachesNewest(db, workspaceId, contentId, [period], filter)) ? 'latest' : 'all';
  const histograms = new Map<string, number[]>();
  const count = (value: string, score: number, more: number) => {
    const histogram = histograms.get(value) ?? emptyHistogram();
    histogram[score] = (histogram[score] ?? 0) + more;
    histograms.set(value, histogram);
  };
  const sums = SUMS_OF[column];
  const { firstDay, endDay, edges } = daysOf(period);
  const rows = () => {
    const all = db
      .selectFrom('score_segment')
      .select(({ fn }) => ['value', ...sums.map((sum) => fn.sum<number>(sum).as(sum))])
      .where('workspace_id', '=', workspaceId)
      .where('content_id', '=', contentId)
      .where('question', '=', filter.question ?? '')
      .where('dimension', '=', by)
      .groupBy('value');
    return filter.verified === undefined ? all : all.where('verified', '=', flag(filter.verified));
  };
  const reads = [
    rows().where('span', '=', 'day').where('day', '>=', firstDay).where('day', '<', endDay),
    ...edges.map(({ day, from, to }) =>
      rows()
        .where('span', '=', 'hour')
        .where('day', '=', day)
        .where('hour', '>=', from)
        .where('hour', '<', to),
    ),
  ];
  for (const read of reads)
    for (const row of await read.execute())
      sums.forEach((sum, score) => count(row.value, score, Number(row[sum])));
  if (column === 'all' && filter.question === undefined)
    for (const row of await repeatsBy(db, workspaceId, contentId, period, by, filter))
      count(row.value, row.score, -Number(row.count));
  return new Map([...histograms].filter(([, histogram]) => histogram.some((n) => n > 0)));
}

/** People whose answers follow each other across the end of a period, by both scores. */
export interface ScorePair {
  before: number;
  after: number;
  count: number;
}

/** Of everybody who gave a score in both of two periods, one right after the other: the last one before, and the next one. */
export async function pairsAcross(
  db: Db,
  workspaceId: string,
  contentId: string,
  { before, after }: { before: Period; after: Period },
  filter: Omit<ScoreFilter, 'question'> = {},
): Promise<ScorePair[]> {
  const both = { from: before.from, to: after.to };
  const rows = await repeatRows(db, workspaceId, contentId, [both], filter)
    .where('later_hour', '>=', after.from)
    .where('earlier_hour', '<', before.to)
    .select(({ fn }) => ['score', 'later_score', fn.sum<number>('count').as('count')])
    .groupBy(['score', 'later_score'])
    .execute();
  return rows
    .map((row) => ({ before: row.score, after: row.later_score, count: Number(row.count) }))
    .filter(({ count }) => count > 0);
}

/** Whether all periods end after the newest score. Of other questions `latest` is not counted. */
async function reachesNewest(
  db: Db,
  workspaceId: string,
  contentId: string,
  periods: readonly Period[],
  { question }: ScoreFilter,
): Promise<boolean> {
  if (question !== undefined) return false;
  const row = await db
    .selectFrom('score_hour')
    .select(({ fn }) => fn.max('hour').as('hour'))
    .where('workspace_id', '=', workspaceId)
    .where('content_id', '=', contentId)
    .executeTakeFirst();
  const newest = row?.hour;
  return newest == null || periods.every(({ to }) => to > newest);
}

/** The stretches between any two neighbouring ends of the periods that lie in at least one of them. */
function partsOf(periods: readonly Period[]): Period[] {
  const ends = [...new Set(periods.flatMap(({ from, to }) => [from, to]))].toSorted();
  return ends.flatMap((from, index) => {
    const to = ends[index + 1];
    const isInside = to !== undefined && periods.some((period) => period.from <= from && to <= period.to);
    return isInside ? [{ from, to }] : [];
  });
}

/** What was counted in one part. */
interface Counts {
  part: Period;
  byScore: number[];
}

/** What is counted: all answers, or those that are still their person's latest. */
interface Wanted {
  filter: ScoreFilter;
  column: 'all' | 'latest';
}

/**
 * Counts of each part: whole UTC days in one range, and by the hour the days in which a part begins or ends. Of those days the
 * longest stretch without an end is not read: it is what the others leave of the day.
 */
async function countsOf(
  db: Db,
  workspaceId: string,
  contentId: string,
  parts: readonly Period[],
  { filter, column }: Wanted,
): Promise<Counts[]> {
  const counts = parts.map((part) => ({ part, ...daysOf(part), byScore: emptyHistogram() }));
  const edges = new Set(counts.flatMap((each) => each.edges.map(({ day }) => day)));
  const [first, last] = [counts[0]?.part.from, counts.at(-1)?.part.to];
  if (first === undefined || last === undefined) return [];
  const sums = SUMS_OF[column];
  let rows = db
    .selectFrom('score_segment')
    .where('workspace_id', '=', workspaceId)
    .where('content_id', '=', contentId)
    .where('question', '=', filter.question ?? '')
    .where('dimension', '=', filter.segment?.by ?? '')
    .where('value', '=', filter.segment?.value ?? '');
  if (filter.verified !== undefined) rows = rows.where('verified', '=', flag(filter.verified));
  const days = rows
    .select(['day', sql<number | null>`null`.as('hour'), ...sums])
    .where('span', '=', 'day')
    .where('day', '>=', dayOf(first))
    .where('day', '<=', dayOf(last));
  const ends = [...new Set(counts.flatMap(({ part: { from, to } }) => [hourIn(from), hourIn(to)]))];
  const unread = longestWithout(ends);
  const stretch = sql.join(
    ends.map((end) => sql`case when hour >= ${end} then 1 else 0 end`),
    sql` + `,
  );
  const hours = rows
    .select((eb) => [
      'day',
      eb.fn.min('hour').$castTo<number | null>().as('hour'),
      ...sums.map((sum) => eb.cast<number>(eb.fn.sum(sum), 'integer').as(sum)),
    ])
    .where('span', '=', 'hour')
    .where('day', 'in', [...edges])
    .where((eb) =>
      eb.or([
        ...(unread.from > 0 ? [eb('hour', '<', unread.from)] : []),
        ...(unread.to < 24 ? [eb('hour', '>=', unread.to)] : []),
      ]),
    )
    .groupBy(['day', stretch]);

  for (const row of await (edges.size > 0 ? days.unionAll(hours) : days).execute()) {
    const add = (to: Counts | undefined, sign: 1 | -1) =>
      to &&
      sums.forEach((sum, score) => (to.byScore[score] = (to.byScore[score] ?? 0) + sign * (row[sum] ?? 0)));
    const isEdge = edges.has(row.day);
    const rest = isEdge ? partOfHour(counts, row.day, hourAt(row.day, unread.from)) : undefined;
    if (row.hour === null) add(isEdge ? rest : partOfDay(counts, row.day), 1);
    else {
      add(partOfHour(counts, row.day, hourAt(row.day, row.hour)), 1);
      add(rest, -1);
    }
  }
  return counts;
}

/** The longest stretch of a day that none of these hours parts. */
function longestWithout(hours: readonly number[]): { from: number; to: number } {
  const cuts = [...new Set([0, ...hours, 24])].toSorted((a, b) => a - b);
  const stretches = cuts.slice(1).map((to, index) => ({ from: cuts[index] ?? 0, to }));
  return stretches.reduce((longest, one) => (one.to - one.from > longest.to - longest.from ? one : longest));
}

interface DayPart extends Counts {
  firstDay: Day;
  /** Not whole any more. */
  endDay: Day;
}

/** Some hours of a UTC day, half-open. */
interface Edge {
  day: Day;
  from: number;
  to: number;
}

/** The whole UTC days of a period, half-open, and the days of which it has only some hours. */
function daysOf({ from, to }: Period): { firstDay: Day; endDay: Day; edges: Edge[] } {
  const [first, endDay] = [dayOf(from), dayOf(to)];
  const isWhole = from.endsWith(MIDNIGHT);
  const firstDay = isWhole ? first : dayOf(addMs(from, DAY_MS));
  const edges: Edge[] = [];
  if (!isWhole) edges.push({ day: first, from: hourIn(from), to: first === endDay ? hourIn(to) : 24 });
  if (!to.endsWith(MIDNIGHT) && (isWhole || first !== endDay))
    edges.push({ day: endDay, from: 0, to: hourIn(to) });
  return { firstDay, endDay, edges };
}

const partOfDay = (parts: readonly DayPart[], day: Day) => {
  const part = parts[lastIndexWhere(parts, ({ firstDay }) => firstDay <= day)];
  return part && day < part.endDay ? part : undefined;
};

/** An hour counts only where its day does not count as a whole. */
const partOfHour = (parts: readonly DayPart[], day: Day, at: Instant) => {
  const part = parts[lastIndexWhere(parts, ({ part: { from } }) => from <= at)];
  const isInside = part && at < part.part.to && !(day >= part.firstDay && day < part.endDay);
  return isInside ? part : undefined;
};

/** Index of the last item that fits, among items of which those that fit come first; -1 when none does. */
function lastIndexWhere<T>(items: readonly T[], fits: (item: T) => boolean): number {
  let [known, past] = [-1, items.length];
  while (past - known > 1) {
    const middle = (known + past) >> 1;
    const item = items[middle];
    if (item !== undefined && fits(item)) known = middle;
    else past = middle;
  }
  return known;
}

const MIDNIGHT = 'T00:00:00.000Z';
const hourIn = (at: Instant): number => Number(at.slice(11, 13));
const hourAt = (day: Day, hour: number): Instant => `${day}T${`${hour}`.padStart(2, '0')}:00:00.000Z`;

const GAPS_NAMED = 400;

/** Answers that the same person followed by a later one, where some of the periods can hold both. */
function repeatRows(
  db: Db,
  workspaceId: string,
  contentId: string,
  periods: readonly Period[],
  filter: ScoreFilter,
) {
  const gaps = Math.max(...periods.map(({ from, to }) => Math.ceil(msBetween(from, to) / DAY_MS)), 1);
  const from = periods.reduce(
    (first, period) => (period.from < first ? period.from : first),
    periods[0]?.from ?? '',
  );
  const to = periods.reduce((last, period) => (period.to > last ? period.to : last), '');
  let query = db
    .selectFrom('score_repeat')
    .where('workspace_id', '=', workspaceId)
    .where('content_id', '=', contentId)
    .where('later_hour', '>=', from)
    .where('later_hour', '<', to)
    .where('earlier_hour', '>=', from);
  // each gap by its name: the index then leads straight to the period within each
  query =
    gaps <= GAPS_NAMED
      ? query.where(
          'gap_days',
          'in',
          Array.from({ length: gaps }, (_, gap) => gap),
        )
      : query.where('gap_days', '<', gaps);
  const { segment, verified } = filter;
  if (segment !== undefined)
    query =
      segment.by === 'version'
        ? query.where('version', '=', Number(segment.value))
        : query.where(segment.by, '=', segment.value);
  return verified === undefined ? query : query.where('verified', '=', flag(verified));
}

async function repeatsIn(
  db: Db,
  workspaceId: string,
  contentId: string,
  periods: readonly Period[],
  filter: ScoreFilter,
): Promise<{ earlierHour: Instant; laterHour: Instant; score: number; count: number }[]> {
  const rows = await repeatRows(db, workspaceId, contentId, periods, filter)
    .select(['earlier_hour', 'later_hour', 'score', 'count'])
    .execute();
  return rows.map((row) => ({
    earlierHour: row.earlier_hour,
    laterHour: row.later_hour,
    score: row.score,
    count: row.count,
  }));
}

/** What a period that holds both takes off each value. */
async function repeatsBy(
  db: Db,
  workspaceId: string,
  contentId: string,
  period: Period,
  by: ScoreDimension | 'account' | 'decider',
  filter: ScoreFilter,
): Promise<{ value: string; score: number; count: number }[]> {
  const column = by === 'decider' ? 'account' : by;
  const all = repeatRows(db, workspaceId, contentId, [period], filter);
  const rows = await (by === 'decider' ? all.where('decides', '=', 1) : all)
    .select(({ fn }) => [column, 'score', fn.sum<number>('count').as('count')])
    .groupBy([column, 'score'])
    .execute();
  return rows
    .map((row) => ({ value: `${row[column]}`, score: row.score, count: row.count }))
    .filter(({ value }) => column !== 'account' || value !== '');
}

const flag = (is: boolean): Flag => (is ? 1 : 0);
