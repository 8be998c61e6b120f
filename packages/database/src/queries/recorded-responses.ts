import type { Instant } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import { bulkSelect, bulkUpsert } from '../bulk.ts';
import type { Db, Tables } from '../tables.ts';

/** A response as the recorder keeps it. Whether somebody on the team has read it is not the recorder's to write. */
export interface RecordedResponse {
  id: string;
  contentId: string;
  version: number;
  contactId: string;
  accountId: string | null;
  locale: string;
  pageUrl: string | null;
  verified: boolean;
  score: number | null;
  scoreQuestion: string | null;
  scoreAt: Instant | null;
  supersededAt: Instant | null;
  comment: string | null;
  answeredAt: Instant;
  completedAt: Instant | null;
}

/** One answer of a response; neither number nor text: the question was skipped. */
export interface RecordedAnswer {
  responseId: string;
  question: string;
  number: number | null;
  text: string | null;
  answeredAt: Instant;
}

const RESPONSE = [
  'workspace_id',
  'id',
  'content_id',
  'version',
  'contact_id',
  'account_id',
  'locale',
  'page_url',
  'verified',
  'score',
  'score_question',
  'score_at',
  'superseded_at',
  'comment',
  'answered_at',
  'completed_at',
] as const;
const ANSWER = ['workspace_id', 'response_id', 'question', 'number', 'text', 'answered_at'] as const;

const selectByContact = bulkSelect('response', RESPONSE, ['workspace_id', 'contact_id']);
const selectById = bulkSelect('response', RESPONSE, ['workspace_id', 'id']);
const upsertResponses = bulkUpsert('response', [...RESPONSE, 'read_at'], ['workspace_id', 'id'], {
  replace: ['score', 'score_question', 'score_at', 'superseded_at', 'comment', 'completed_at'],
});
const selectAnswers = bulkSelect('response_answer', ANSWER, ['workspace_id', 'response_id']);
const upsertAnswers = bulkUpsert('response_answer', ANSWER, ['workspace_id', 'response_id', 'question'], {
  replace: ['number', 'text', 'answered_at'],
});
const addToCounter = bulkUpsert('counter', ['workspace_id', 'name', 'value'], ['workspace_id', 'name'], {
  add: ['value'],
});

/** Every response of these people, in no order. */
export async function listOf(
  db: Db,
  workspaceId: string,
  contactIds: readonly string[],
): Promise<RecordedResponse[]> {
  const rows = await selectByContact(
    db,
    contactIds.map((contact_id) => ({ workspace_id: workspaceId, contact_id })),
  );
  return rows.map(recordOf);
}

/** Of these people the latest response with a score to each survey, in no order. */
export async function listLatestOf(
  db: Db,
  workspaceId: string,
  contactIds: readonly string[],
): Promise<RecordedResponse[]> {
  if (contactIds.length === 0) return [];
  const rows = await db
    .selectFrom('response')
    .select(RESPONSE)
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', 'in', contactIds)
    .where('superseded_at', 'is', null)
    .where('score', 'is not', null)
    .execute();
  return rows.map(recordOf);
}

/** These responses, whosever they are, in no order. */
export async function list(db: Db, workspaceId: string, ids: readonly string[]): Promise<RecordedResponse[]> {
  const rows = await selectById(
    db,
    ids.map((id) => ({ workspace_id: workspaceId, id })),
  );
  return rows.map(recordOf);
}

/** Every answer of these responses, in no order. */
export async function listAnswers(
  db: Db,
  workspaceId: string,
  responseIds: readonly string[],
): Promise<RecordedAnswer[]> {
  const rows = await selectAnswers(
    db,
    responseIds.map((response_id) => ({ workspace_id: workspaceId, response_id })),
  );
  return rows.map((row) => ({
    responseId: row.response_id,
    question: row.question,
    number: row.number,
    text: row.text,
    answeredAt: row.answered_at,
  }));
}

/** A response to be written, and for a new one whether it waits to be read. */
export interface ResponseWrite {
  response: RecordedResponse;
  /** Of a new response: when there was nothing to read in it; null: somebody should read it. Ignored for known ones. */
  readAt: Instant | null;
}

/** Writes what answers changed; origin, beginning and `read_at` of known responses stay. */
export async function put(db: Db, workspaceId: string, writes: readonly ResponseWrite[]): Promise<void> {
  await upsertResponses(
    db,
    writes.map(({ response, readAt }) => ({
      workspace_id: workspaceId,
      id: response.id,
      content_id: response.contentId,
      version: response.version,
      contact_id: response.contactId,
      account_id: response.accountId,
      locale: response.locale,
      page_url: response.pageUrl,
      verified: response.verified ? (1 as const) : (0 as const),
      score: response.score,
      score_question: response.scoreQuestion,
      score_at: response.scoreAt,
      superseded_at: response.supersededAt,
      comment: response.comment,
      answered_at: response.answeredAt,
      completed_at: response.completedAt,
      read_at: readAt,
    })),
  );
}

/** Writes answers, in place of what was there. Their responses must be there. */
export async function putAnswers(
  db: Db,
  workspaceId: string,
  answers: readonly RecordedAnswer[],
): Promise<void> {
  await upsertAnswers(
    db,
    answers.map((answer) => ({
      workspace_id: workspaceId,
      response_id: answer.responseId,
      question: answer.question,
      number: answer.number,
      text: answer.text,
      answered_at: answer.answeredAt,
    })),
  );
}

/** Something new stands in these responses: they wait to be read again. @returns how many were read before. */
export async function markUnread(db: Db, workspaceId: string, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const changed = await db
    .updateTable('response')
    .set({ read_at: null })
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', ids)
    .where('read_at', 'is not', null)
    .returning('id')
    .execute();
  return changed.length;
}

/** Nothing is left to read in these responses. @returns how many waited to be read. */
export async function markRead(db: Db, workspaceId: string, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const changed = await db
    .updateTable('response')
    .set((eb) => ({ read_at: eb.ref('answered_at') }))
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', ids)
    .where('read_at', 'is', null)
    .returning('id')
    .execute();
  return changed.length;
}

/** Adds to the counter of responses that nobody on the team has read. */
export async function addUnread(db: Db, workspaceId: string, count: number): Promise<void> {
  await addToCounter(
    db,
    count === 0 ? [] : [{ workspace_id: workspaceId, name: 'unread_responses', value: count }],
  );
}

type Row = Pick<Selectable<Tables['response']>, (typeof RESPONSE)[number]>;

function recordOf(row: Row): RecordedResponse {
  return {
    id: row.id,
    contentId: row.content_id,
    version: row.version,
    contactId: row.contact_id,
    accountId: row.account_id,
    locale: row.locale,
    pageUrl: row.page_url,
    verified: row.verified === 1,
    score: row.score,
    scoreQuestion: row.score_question,
    scoreAt: row.score_at,
    supersededAt: row.superseded_at,
    comment: row.comment,
    answeredAt: row.answered_at,
    completedAt: row.completed_at,
  };
}
