import type { Instant } from '@banso/domain/time';
import { bulkUpsert } from '../bulk.ts';
import type { Db } from '../tables.ts';

/** What is added to the answers that a question was given in one UTC hour. */
export interface AnswerHourRecord {
  contentId: string;
  question: string;
  hour: Instant;
  /** Of the response, like language and identity. */
  version: number;
  locale: string;
  verified: boolean;
  /** A number of the scale, or the key of an option; `''` counts everybody who answered, whatever they said. */
  value: string;
  count: number;
}

const KEY = [
  'workspace_id',
  'content_id',
  'question',
  'hour',
  'version',
  'locale',
  'verified',
  'value',
] as const;
const addToHours = bulkUpsert('answer_hour', [...KEY, 'count'], KEY, { add: ['count'] });

/** Adds to the counters of answers; a negative count takes off. */
export async function add(db: Db, workspaceId: string, rows: readonly AnswerHourRecord[]): Promise<void> {
  await addToHours(
    db,
    rows.map((row) => ({
      workspace_id: workspaceId,
      content_id: row.contentId,
      question: row.question,
      hour: row.hour,
      version: row.version,
      locale: row.locale,
      verified: row.verified ? (1 as const) : (0 as const),
      value: row.value,
      count: row.count,
    })),
  );
}
