import { DAY_MS, type Instant, msBetween, type Period } from '@banso/domain/time';
import { bulkUpsert } from '../bulk.ts';
import type { Db, Flag } from '../tables.ts';

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

/** {@link histogramIn} for several periods, in their order; hours that they share are read once. */
export async function histogramsIn(
  db: Db,
  workspaceId: string,
  contentId: string,
  periods: readonly Period[],
  filter: ScoreFilter = {},
): Promise<number[][]> {
  const newest = await newestHour(db, workspaceId, contentId);
  if (newest === null) return periods.map(emptyHistogram);

  const parts = [];
  for (const part of partsOf(periods)) {
    parts.push({ part, ...(await countsIn(db, workspaceId, contentId, part, filter)) });
  }
  const histograms: number[][] = [];
  for (const period of periods) {
    const inside = parts.filter(({ part }) => part.from >= period.from && part.to <= period.to);
    // with nothing after it, the latest in the period is the latest of all
    if (period.to > newest) histograms.push(sumOf(inside.map(({ latest }) => latest)));
    else {
      const repeated = await repeatsIn(db, workspaceId, contentId, period, filter);
      histograms.push(
        sumOf(inside.map(({ all }) => all)).map((count, score) => count - (repeated[score] ?? 0)),
      );
    }
  }
  return histograms;
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

async function countsIn(
  db: Db,
  workspaceId: string,
  contentId: string,
  { from, to }: Period,
  filter: ScoreFilter,
): Promise<{ all: number[]; latest: number[] }> {
  let query = db
    .selectFrom('score_hour')
    .select(({ fn }) => ['score', fn.sum<number>('count').as('count'), fn.sum<number>('latest').as('latest')])
    .where('workspace_id', '=', workspaceId)
    .where('content_id', '=', contentId)
    .where('hour', '>=', from)
    .where('hour', '<', to);
  if (filter.locale !== undefined) query = query.where('locale', '=', filter.locale);
  if (filter.version !== undefined) query = query.where('version', '=', filter.version);
  if (filter.verified !== undefined) query = query.where('verified', '=', flag(filter.verified));
  const [all, latest] = [emptyHistogram(), emptyHistogram()];
  for (const row of await query.groupBy('score').execute()) {
    all[row.score] = Number(row.count);
    latest[row.score] = Number(row.latest);
  }
  return { all, latest };
}

const GAPS_NAMED = 400;

/** Answers in the period that the same person followed by a later one in the same period. */
async function repeatsIn(
  db: Db,
  workspaceId: string,
  contentId: string,
  { from, to }: Period,
  filter: ScoreFilter,
): Promise<number[]> {
  const gaps = Math.ceil(msBetween(from, to) / DAY_MS);
  let query = db
    .selectFrom('score_repeat')
    .select(({ fn }) => ['score', fn.sum<number>('count').as('count')])
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
          Array.from({ length: Math.max(gaps, 1) }, (_, gap) => gap),
        )
      : query.where('gap_days', '<', gaps);
  if (filter.locale !== undefined) query = query.where('locale', '=', filter.locale);
  if (filter.version !== undefined) query = query.where('version', '=', filter.version);
  if (filter.verified !== undefined) query = query.where('verified', '=', flag(filter.verified));
  const repeated = emptyHistogram();
  for (const row of await query.groupBy('score').execute()) repeated[row.score] = Number(row.count);
  return repeated;
}

const SCORES = 11;
const emptyHistogram = (): number[] => Array.from({ length: SCORES }, () => 0);
const sumOf = (histograms: readonly number[][]): number[] =>
  emptyHistogram().map((_, score) => histograms.reduce((sum, histogram) => sum + (histogram[score] ?? 0), 0));
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
