import { dayOf, type Instant } from '@banso/domain/time';
import { bulkUpsert } from '../bulk.ts';
import type { Db, Flag, Tables } from '../tables.ts';
import { SCORE_SUMS, type ScoreSums } from './score-sums.ts';

/** What is known of who answered when the response began; null: there was no account, or it had none. */
interface Respondent {
  accountId: string | null;
  plan: string | null;
  ownerId: string | null;
  lifecycle: string | null;
  /** Whether the person decides for their account. */
  decides: boolean;
}

/** Which answers a roll-up row counts. */
interface Segment extends Respondent {
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
  laterScore: number;
  count: number;
}

/** What is added to the answers to a question of a scale which is not the score of the survey. All of them count. */
export interface ScaleRecord extends Segment {
  question: string;
  hour: Instant;
  count: number;
}

/** What is added to the roll-ups; a negative count takes off. */
export interface ScoreRecords {
  hours: readonly HourRecord[];
  repeats: readonly RepeatRecord[];
  scales: readonly ScaleRecord[];
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
  'later_score',
  'plan',
  'owner',
  'lifecycle',
  'account',
  'decides',
] as const;
const SEGMENT_KEY = [
  'workspace_id',
  'content_id',
  'question',
  'dimension',
  'span',
  'day',
  'hour',
  'value',
  'verified',
] as const;

const addToHours = bulkUpsert('score_hour', [...HOUR_KEY, 'count', 'latest'], HOUR_KEY, {
  add: ['count', 'latest'],
});
const addToRepeats = bulkUpsert('score_repeat', [...REPEAT_KEY, 'count'], REPEAT_KEY, { add: ['count'] });
const addToSegments = bulkUpsert('score_segment', [...SEGMENT_KEY, ...SCORE_SUMS], SEGMENT_KEY, {
  add: SCORE_SUMS,
});

/** Adds to the roll-ups. */
export async function add(
  db: Db,
  workspaceId: string,
  { hours, repeats, scales }: ScoreRecords,
): Promise<void> {
  await addToHours(
    db,
    hours.map((row) => ({
      ...keyOf(workspaceId, row),
      hour: row.hour,
      count: row.count,
      latest: row.latest,
    })),
  );
  await addToRepeats(
    db,
    repeats.map((row) => ({
      ...keyOf(workspaceId, row),
      gap_days: row.gapDays,
      later_hour: row.laterHour,
      earlier_hour: row.earlierHour,
      later_score: row.laterScore,
      plan: row.plan ?? '',
      owner: row.ownerId ?? '',
      lifecycle: row.lifecycle ?? '',
      account: row.accountId ?? '',
      decides: flag(row.decides),
      count: row.count,
    })),
  );
  const scored = hours.map((row) => ({ ...row, question: '' }));
  const others = scales.map((row) => ({ ...row, latest: 0 }));
  await addToSegments(db, segmentsOf(workspaceId, [...scored, ...others]));
}

/** A row of the histograms by what is known of who answered. */
export type SegmentRow = Tables['score_segment'];

/** What is added to the rows of days and hours: a row for everybody, and one for each thing known of who answered. */
export function segmentsOf(
  workspaceId: string,
  answers: readonly (HourRecord & { question: string })[],
): SegmentRow[] {
  const rows = new Map<string, SegmentRow>();
  for (const answer of answers) {
    const { contentId, question, hour, verified, score, count, latest } = answer;
    const day = dayOf(hour);
    for (const [dimension, value] of valuesOf(answer))
      for (const span of ['day', 'hour'] as const) {
        const ofDay = span === 'day' ? 0 : Number(hour.slice(11, 13));
        const key = JSON.stringify([contentId, question, dimension, span, day, ofDay, value, verified]);
        const known = rows.get(key) ?? {
          workspace_id: workspaceId,
          content_id: contentId,
          question,
          dimension,
          span,
          day,
          hour: ofDay,
          value,
          verified: flag(verified),
          ...(Object.fromEntries(SCORE_SUMS.map((sum) => [sum, 0])) as ScoreSums),
        };
        known[`all_${score}` as keyof ScoreSums] += count;
        known[`latest_${score}` as keyof ScoreSums] += latest;
        rows.set(key, known);
      }
  }
  return [...rows.values()];
}

/** Under what an answer counts. Accounts count for the score of the survey alone. */
function valuesOf(answer: HourRecord & { question: string }): [SegmentRow['dimension'], string][] {
  const { version, locale, plan, ownerId, lifecycle, accountId, decides, question } = answer;
  const ofAccounts = question === '' && accountId !== null;
  return [
    ['', ''],
    ['version', `${version}`],
    ['locale', locale],
    ['plan', plan ?? ''],
    ['owner', ownerId ?? ''],
    ['lifecycle', lifecycle ?? ''],
    ...(ofAccounts ? [['account', accountId] as [SegmentRow['dimension'], string]] : []),
    ...(ofAccounts && decides ? [['decider', accountId] as [SegmentRow['dimension'], string]] : []),
  ];
}

const flag = (is: boolean): Flag => (is ? 1 : 0);

function keyOf(workspaceId: string, row: Segment) {
  return {
    workspace_id: workspaceId,
    content_id: row.contentId,
    version: row.version,
    locale: row.locale,
    verified: flag(row.verified),
    score: row.score,
  };
}
