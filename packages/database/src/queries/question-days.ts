import type { QuestionOutcome } from '@banso/domain/content';
import type { Day } from '@banso/domain/time';
import { bulkUpsert } from '../bulk.ts';
import type { Db } from '../tables.ts';

/** What is added to the responses of one UTC day in which a question came to one outcome. */
export interface QuestionDayRecord {
  contentId: string;
  /** On which the response began. */
  day: Day;
  /** Of the response, like identity. */
  version: number;
  verified: boolean;
  question: string;
  outcome: QuestionOutcome;
  count: number;
}

const KEY = ['workspace_id', 'content_id', 'day', 'version', 'verified', 'question', 'outcome'] as const;
const addToDays = bulkUpsert('question_day', [...KEY, 'count'], KEY, { add: ['count'] });

/** Adds to the counters of questions; a negative count takes off. */
export async function add(db: Db, workspaceId: string, rows: readonly QuestionDayRecord[]): Promise<void> {
  await addToDays(
    db,
    rows.map((row) => ({
      workspace_id: workspaceId,
      content_id: row.contentId,
      day: row.day,
      version: row.version,
      verified: row.verified ? (1 as const) : (0 as const),
      question: row.question,
      outcome: row.outcome,
      count: row.count,
    })),
  );
}

/** How often a question of a version came to an outcome. */
export type OutcomeCount = Pick<QuestionDayRecord, 'version' | 'question' | 'outcome' | 'count'>;

/** Sums over UTC days, both ends included, in no order. The cost grows with days, versions and questions. */
export async function listBetween(
  db: Db,
  workspaceId: string,
  contentId: string,
  of: { from: Day; to: Day; verified?: boolean | undefined },
): Promise<OutcomeCount[]> {
  const rows = await db
    .selectFrom('question_day')
    .select(['version', 'question', 'outcome'])
    .select(({ fn }) => fn.sum<number>('count').as('count'))
    .where('workspace_id', '=', workspaceId)
    .where('content_id', '=', contentId)
    .where('day', '>=', of.from)
    .where('day', '<=', of.to)
    .$if(of.verified !== undefined, (some) => some.where('verified', '=', of.verified ? 1 : 0))
    .groupBy(['version', 'question', 'outcome'])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) })).filter(({ count }) => count !== 0);
}

/** The first UTC day of which anything is known; undefined: none. */
export async function firstDay(db: Db, workspaceId: string, contentId: string): Promise<Day | undefined> {
  const row = await db
    .selectFrom('question_day')
    .select('day')
    .where('workspace_id', '=', workspaceId)
    .where('content_id', '=', contentId)
    .orderBy('day')
    .limit(1)
    .executeTakeFirst();
  return row?.day;
}
