import { addMs, DAY_MS, type Day, dayOf, type Instant, msBetween, type Period } from '@banso/domain/time';
import { bulkUpsert } from '../bulk.ts';
import type { Db, Flag, Tables } from '../tables.ts';

/** Which answers a roll-up row counts. */
interface Segment {
  contentId: string;
  version: number;
  locale: string;
  verified: boolean;
  score: number;
}

/** What is added to the answers of one UTC hour. */
export interface HourRecord extends Segment {
  hour: Instant;
  count: number;
  latest: number;
}

/** What is added to the answers that the same person followed by a later one. The segment is the earlier answer's. */
export interface RepeatRecord extends Segment {
  gapDays: number;
  laterHour: Instant;
  earlierHour: Instant;
  count: number;
}

/** Which answers to look at; what is left out or undefined does not matter. */
export interface ScoreFilter {
  locale?: string | undefined;
  version?: number | undefined;
  verified?: boolean | undefined;
}

const SEGMENT = ['version', 'locale', 'verified', 'score'] as const;
const HOUR_KEY = ['workspace_id', 'content_id', 'hour', ...SEGMENT] as const;
const REPEAT_KEY = [
  'workspace_id',
  'content_id',
  'gap_days',
  'later_hour',
  'earlier_hour',
  ...SEGMENT,
] as const;
const TOTAL_KEY = ['workspace_id', 'content_id', 'span', 'day', 'hour', 'verified'] as const;
const SUMS = [
  'all_0',
  'all_1',
  'all_2',
  'all_3',
  'all_4',
  'all_5',
  'all_6',
  'all_7',
  'all_8',
  'all_9',
  'all_10',
  'latest_0',
  'latest_1',
  'latest_2',
  'latest_3',
  'latest_4',
  'latest_5',
  'latest_6',
  'latest_7',
  'latest_8',
  'latest_9',
  'latest_10',
] as const;
type Sums = Record<(typeof SUMS)[number], number>;
const [ALL, LATEST] = [SUMS.slice(0, 11), SUMS.slice(11)] as const;
const addToTotals = bulkUpsert('score_total', [...TOTAL_KEY, ...SUMS], TOTAL_KEY, { add: SUMS });
const addToHours = bulkUpsert('score_hour', [...HOUR_KEY, 'count', 'latest'], HOUR_KEY, {
  add: ['count', 'latest'],
});
const addToRepeats = bulkUpsert('score_repeat', [...REPEAT_KEY, 'count'], REPEAT_KEY, { add: ['count'] });

/** Adds to the roll-ups; a negative count takes off. */
export async function add(
  db: Db,
  workspaceId: string,
  { hours, repeats }: { hours: readonly HourRecord[]; repeats: readonly RepeatRecord[] },
): Promise<void> {
  await addToHours(
    db,
    hours.map((row) => ({
      ...segmentOf(workspaceId, row),
      hour: row.hour,
      count: row.count,
      latest: row.latest,
    })),
  );
  await addToTotals(db, totalsOf(workspaceId, hours));
  await addToRepeats(
    db,
    repeats.map((row) => ({
      ...segmentOf(workspaceId, row),
      gap_days: row.gapDays,
      later_hour: row.laterHour,
      earlier_hour: row.earlierHour,
      count: row.count,
    })),
  );
}

/**
 * Answers by score, 0 to 10, in a period that starts and ends on an hour: one per person, the latest in the period, which
 * is chosen before the filter is asked. Read from counters by the hour: the cost grows with the hours, not with the answers.
 */
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

/** {@link histogramIn} for several periods, in their order; what they share is read once. */
export async function histogramsIn(
  db: Db,
  workspaceId: string,
  contentId: string,
  periods: readonly Period[],
  filter: ScoreFilter = {},
): Promise<number[][]> {
  const newest = await newestHour(db, workspaceId, contentId);
  if (newest === null) return periods.map(emptyHistogram);

  // With nothing after them, the latest in each period is the latest of all, and nobody needs to be taken off.
  const column = periods.every(({ to }) => to > newest) ? 'latest' : 'all';
  const segmented = filter.locale !== undefined || filter.version !== undefined;
  const countsOf = segmented ? segmentCounts : totalCounts;
  const counts = await countsOf(db, workspaceId, contentId, partsOf(periods), { filter, column });
  const repeats = column === 'latest' ? [] : await repeatsIn(db, workspaceId, contentId, periods, filter);

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

/** Languages in which a survey was answered with a score in a period, ascending. */
export async function localesIn(
  db: Db,
  workspaceId: string,
  contentId: string,
  { from, to }: Period,
): Promise<string[]> {
  const rows = await db
    .selectFrom('score_hour')
    .select('locale')
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .where('content_id', '=', contentId)
    .where('hour', '>=', from)
    .where('hour', '<', to)
    .where('count', '>', 0)
    .orderBy('locale')
    .execute();
  return rows.map(({ locale }) => locale);
}

async function newestHour(db: Db, workspaceId: string, contentId: string): Promise<Instant | null> {
  const row = await db
    .selectFrom('score_hour')
    .select(({ fn }) => fn.max('hour').as('hour'))
    .where('workspace_id', '=', workspaceId)
    .where('content_id', '=', contentId)
    .executeTakeFirst();
  return row?.hour ?? null;
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

/** Counts of a version or a language: by the hour, a query a part. */
async function segmentCounts(
  db: Db,
  workspaceId: string,
  contentId: string,
  parts: readonly Period[],
  { filter, column }: Wanted,
): Promise<Counts[]> {
  const counts: Counts[] = [];
  for (const part of parts) {
    let query = db
      .selectFrom('score_hour')
      .select(({ fn }) => ['score', fn.sum<number>(column === 'all' ? 'count' : 'latest').as('count')])
      .where('workspace_id', '=', workspaceId)
      .where('content_id', '=', contentId)
      .where('hour', '>=', part.from)
      .where('hour', '<', part.to);
    if (filter.locale !== undefined) query = query.where('locale', '=', filter.locale);
    if (filter.version !== undefined) query = query.where('version', '=', filter.version);
    if (filter.verified !== undefined) query = query.where('verified', '=', flag(filter.verified));
    const byScore = emptyHistogram();
    for (const row of await query.groupBy('score').execute()) byScore[row.score] = Number(row.count);
    counts.push({ part, byScore });
  }
  return counts;
}

/** Counts of everybody: whole UTC days in one range, and by the hour only the days in which a part begins or ends. */
async function totalCounts(
  db: Db,
  workspaceId: string,
  contentId: string,
  parts: readonly Period[],
  { filter, column }: Wanted,
): Promise<Counts[]> {
  const counts = parts.map((part) => ({
    part,
    ...wholeDays(part),
    byScore: emptyHistogram(),
  }));
  const edges = [...new Set(counts.flatMap(({ edgeDays }) => edgeDays))];
  const [first, last] = [counts[0]?.part.from, counts.at(-1)?.part.to];
  if (first === undefined || last === undefined) return [];

  const sums = column === 'all' ? ALL : LATEST;
  let rows = db
    .selectFrom('score_total')
    .select(['day', 'hour', ...sums])
    .where('workspace_id', '=', workspaceId)
    .where('content_id', '=', contentId);
  if (filter.verified !== undefined) rows = rows.where('verified', '=', flag(filter.verified));
  // Two queries: asked for both at once, SQLite would look up every row twice.
  const days = rows
    .where('span', '=', 'day')
    .where('day', '>=', dayOf(first))
    .where('day', '<=', dayOf(last));
  const hours = rows.where('span', '=', 'hour').where('day', 'in', edges);
  const add = (of: Counts | undefined, row: Partial<Sums>) =>
    of && sums.forEach((sum, score) => (of.byScore[score] = (of.byScore[score] ?? 0) + (row[sum] ?? 0)));
  for (const row of await days.execute()) add(partOfDay(counts, row.day), row);
  if (edges.length > 0)
    for (const row of await hours.execute()) add(partOfHour(counts, row.day, hourAt(row.day, row.hour)), row);
  return counts;
}

interface DayPart extends Counts {
  firstDay: Day;
  /** Not whole any more. */
  endDay: Day;
  edgeDays: Day[];
}

/** The whole UTC days of a part, and the days of which it has only some hours. */
function wholeDays({ from, to }: Period): Pick<DayPart, 'firstDay' | 'endDay' | 'edgeDays'> {
  const firstDay = from.endsWith(MIDNIGHT) ? dayOf(from) : dayOf(addMs(from, DAY_MS));
  const endDay = dayOf(to);
  const edgeDays = [
    ...(from.endsWith(MIDNIGHT) ? [] : [dayOf(from)]),
    ...(to.endsWith(MIDNIGHT) ? [] : [endDay]),
  ];
  return { firstDay, endDay, edgeDays };
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
const hourAt = (day: Day, hour: number): Instant => `${day}T${`${hour}`.padStart(2, '0')}:00:00.000Z`;

/** What is added to the rows of days and hours. */
function totalsOf(workspaceId: string, hours: readonly HourRecord[]) {
  const totals = new Map<string, Omit<Tables['score_total'], keyof Sums> & Sums>();
  for (const { contentId, hour, verified, score, count, latest } of hours) {
    const day = dayOf(hour);
    for (const span of ['day', 'hour'] as const) {
      const ofDay = span === 'day' ? 0 : Number(hour.slice(11, 13));
      const key = `${contentId} ${span} ${day} ${ofDay} ${verified}`;
      const known = totals.get(key) ?? {
        workspace_id: workspaceId,
        content_id: contentId,
        span,
        day,
        hour: ofDay,
        verified: flag(verified),
        ...(Object.fromEntries(SUMS.map((sum) => [sum, 0])) as Sums),
      };
      known[`all_${score}` as keyof Sums] += count;
      known[`latest_${score}` as keyof Sums] += latest;
      totals.set(key, known);
    }
  }
  return [...totals.values()];
}

const GAPS_NAMED = 400;

/** Answers that the same person followed by a later one, where some of the periods can hold both. */
async function repeatsIn(
  db: Db,
  workspaceId: string,
  contentId: string,
  periods: readonly Period[],
  filter: ScoreFilter,
): Promise<{ earlierHour: Instant; laterHour: Instant; score: number; count: number }[]> {
  const gaps = Math.max(...periods.map(({ from, to }) => Math.ceil(msBetween(from, to) / DAY_MS)), 1);
  const from = periods.reduce(
    (first, period) => (period.from < first ? period.from : first),
    periods[0]?.from ?? '',
  );
  const to = periods.reduce((last, period) => (period.to > last ? period.to : last), '');
  let query = db
    .selectFrom('score_repeat')
    .select(['earlier_hour', 'later_hour', 'score', 'count'])
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
  if (filter.locale !== undefined) query = query.where('locale', '=', filter.locale);
  if (filter.version !== undefined) query = query.where('version', '=', filter.version);
  if (filter.verified !== undefined) query = query.where('verified', '=', flag(filter.verified));
  const rows = await query.execute();
  return rows.map((row) => ({
    earlierHour: row.earlier_hour,
    laterHour: row.later_hour,
    score: row.score,
    count: row.count,
  }));
}

const SCORES = 11;
const emptyHistogram = (): number[] => Array.from({ length: SCORES }, () => 0);
const flag = (is: boolean): Flag => (is ? 1 : 0);

function segmentOf(workspaceId: string, row: Segment) {
  return {
    workspace_id: workspaceId,
    content_id: row.contentId,
    version: row.version,
    locale: row.locale,
    verified: flag(row.verified),
    score: row.score,
  };
}
