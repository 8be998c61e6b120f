import { QUESTION_OUTCOMES, type QuestionOutcome, type ResponseSource } from '@banso/domain/content';
import type { VariantKey } from '@banso/domain/experiment';
import type { SurveyAnswer } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import { bulkDelete, bulkSelect, bulkUpsert } from '../bulk.ts';
import { decodeRecord, decodeStrings, encodeJson } from '../json.ts';
import type { Db, Tables } from '../tables.ts';

/** A response as the recorder keeps it. Whether somebody on the team has read it is not the recorder's to write. */
export interface RecordedResponse {
  id: string;
  contentId: string;
  version: number;
  variant: VariantKey | null;
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
  /** What it is about, as the host product names it. */
  transactionId: string | null;
  /** The import that brought it; null: it was answered here. */
  importId: string | null;
  /** How it came. */
  source: ResponseSource;
  /** By which link; null: by none. */
  linkId: string | null;
  /** Of the account when the response began; null: there was none, or it had none. */
  plan: string | null;
  ownerId: string | null;
  lifecycle: string | null;
  /** Whether the person decides for their account, as told when the response began. */
  decides: boolean;
  /** What became of each question, by its key; null: imported, or written before this was kept. */
  outcomes: ReadonlyMap<string, QuestionOutcome> | null;
  /** Somebody only tried the survey: it counts nowhere. */
  isTest: boolean;
}

/** One answer of a response; neither number nor text nor options: the question was skipped. */
export interface RecordedAnswer {
  responseId: string;
  question: string;
  number: number | null;
  text: string | null;
  /** Keys of the chosen options. */
  options: readonly string[] | null;
  /** False: the person left the way on which this was asked, so that it counts nowhere. */
  walked: boolean;
  answeredAt: Instant;
  /** The fact that gave it; null: written before this was kept. */
  factId: string | null;
}

const RESPONSE = [
  'workspace_id',
  'id',
  'content_id',
  'version',
  'variant',
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
  'transaction_id',
  'import_id',
  'source',
  'link_id',
  'account_plan',
  'account_owner',
  'account_lifecycle',
  'decides',
  'outcomes',
  'is_test',
] as const;
const ANSWER = [
  'workspace_id',
  'response_id',
  'question',
  'number',
  'text',
  'options',
  'walked',
  'answered_at',
  'fact_id',
] as const;

const selectByContact = bulkSelect('response', RESPONSE, ['workspace_id', 'contact_id']);
const selectById = bulkSelect('response', RESPONSE, ['workspace_id', 'id']);
const upsertResponses = bulkUpsert('response', [...RESPONSE, 'read_at'], ['workspace_id', 'id'], {
  replace: [
    'score',
    'score_question',
    'score_at',
    'superseded_at',
    'comment',
    'completed_at',
    'outcomes',
    'is_test',
  ],
});
const selectAnswers = bulkSelect('response_answer', ANSWER, ['workspace_id', 'response_id']);
const upsertAnswers = bulkUpsert('response_answer', ANSWER, ['workspace_id', 'response_id', 'question'], {
  replace: ['number', 'text', 'options', 'walked', 'answered_at', 'fact_id'],
});
const deleteAnswers = bulkDelete('response_answer', ['workspace_id', 'response_id', 'question']);
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
    options: row.options === null ? null : decodeStrings(row.options),
    walked: row.walked === 1,
    answeredAt: row.answered_at,
    factId: row.fact_id,
  }));
}

/** An answer that counts, with who gave it. */
export interface GivenAnswer extends SurveyAnswer {
  contactId: string;
}

/** What these people said to these surveys, without what was skipped or left, in no order. */
export async function listGiven(
  db: Db,
  workspaceId: string,
  contactIds: readonly string[],
  surveyIds: readonly string[],
): Promise<GivenAnswer[]> {
  if (contactIds.length === 0 || surveyIds.length === 0) return [];
  const rows = await db
    .selectFrom('response')
    .innerJoin('response_answer', (join) =>
      join
        .onRef('response_answer.workspace_id', '=', 'response.workspace_id')
        .onRef('response_answer.response_id', '=', 'response.id'),
    )
    .select([
      'response.contact_id',
      'response.content_id',
      'response.id',
      'response_answer.question',
      'response_answer.number',
      'response_answer.text',
      'response_answer.options',
      'response_answer.answered_at',
    ])
    .where('response.workspace_id', '=', workspaceId)
    .where('response_answer.workspace_id', '=', workspaceId)
    .where('response.contact_id', 'in', contactIds)
    .where('response.content_id', 'in', surveyIds)
    .where('response_answer.walked', '=', 1)
    .execute();
  return rows
    .filter(({ number, text, options }) => number !== null || text !== null || options !== null)
    .map((row) => ({
      contactId: row.contact_id,
      surveyId: row.content_id,
      responseId: row.id,
      question: row.question,
      at: row.answered_at,
      number: row.number ?? undefined,
      options: row.options === null ? undefined : decodeStrings(row.options),
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
      variant: response.variant,
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
      transaction_id: response.transactionId,
      import_id: response.importId,
      source: response.source,
      link_id: response.linkId,
      account_plan: response.plan,
      account_owner: response.ownerId,
      account_lifecycle: response.lifecycle,
      decides: response.decides ? (1 as const) : (0 as const),
      outcomes: response.outcomes && encodeJson(Object.fromEntries(response.outcomes)),
      is_test: response.isTest ? (1 as const) : (0 as const),
      read_at: readAt,
    })),
  );
}

/**
 * Writes what only an import changes of responses that are there. By itself: the time stands in most indexes, which every answer would write
 * again otherwise.
 */
export async function revise(
  db: Db,
  workspaceId: string,
  responses: readonly Pick<RecordedResponse, 'id' | 'version' | 'locale' | 'answeredAt' | 'importId'>[],
): Promise<void> {
  for (const { id, version, locale, answeredAt, importId } of responses)
    await db
      .updateTable('response')
      .set({ version, locale, answered_at: answeredAt, import_id: importId })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .execute();
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
      options: answer.options === null ? null : encodeJson(answer.options),
      walked: answer.walked ? (1 as const) : (0 as const),
      answered_at: answer.answeredAt,
      fact_id: answer.factId,
    })),
  );
}

/** Takes answers out that are not in their responses any more. */
export async function removeAnswers(
  db: Db,
  workspaceId: string,
  answers: readonly Pick<RecordedAnswer, 'responseId' | 'question'>[],
): Promise<void> {
  await deleteAnswers(
    db,
    answers.map(({ responseId, question }) => ({
      workspace_id: workspaceId,
      response_id: responseId,
      question,
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
    variant: row.variant,
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
    transactionId: row.transaction_id,
    importId: row.import_id,
    source: row.source ?? 'widget',
    linkId: row.link_id,
    plan: row.account_plan,
    ownerId: row.account_owner,
    lifecycle: row.account_lifecycle,
    decides: row.decides === 1,
    outcomes: row.outcomes === null ? null : outcomesIn(row.outcomes),
    isTest: row.is_test === 1,
  };
}

function outcomesIn(text: string): Map<string, QuestionOutcome> {
  return new Map(
    Object.entries(decodeRecord(text)).flatMap(([question, known]) => {
      const outcome = QUESTION_OUTCOMES.find((each) => each === known);
      return outcome ? [[question, outcome] as const] : [];
    }),
  );
}
