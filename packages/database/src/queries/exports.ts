import type { Instant } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import { decodeJson, decodeStrings, encodeJson } from '../json.ts';
import type { Db, Tables } from '../tables.ts';

/** A column of a question: fixed when the export is made, so that no later version moves it. */
export interface ExportQuestion {
  key: string;
  /** Options may come with words of the person's own. */
  hasOther: boolean;
}

/** What somebody takes out. The rows are read when they are fetched. */
export interface ExportRecord {
  id: string;
  kind: 'responses' | 'contacts' | 'accounts';
  /** Null: of all surveys. */
  surveyId: string | null;
  format: 'csv' | 'jsonl';
  byteOrderMark: boolean;
  /** Only what was answered from then on. */
  from: Instant | null;
  /** Only what was there by then. */
  until: Instant;
  questions: readonly ExportQuestion[];
  /** Null: it was never fetched to its end. */
  rows: number | null;
  downloads: number;
  createdAt: Instant;
  /** Null: a key. */
  createdBy: string | null;
  lastDownloadedAt: Instant | null;
}

function recordOf(row: Selectable<Tables['export']>): ExportRecord {
  return {
    id: row.id,
    kind: row.kind,
    surveyId: row.survey_id,
    format: row.format,
    byteOrderMark: row.byte_order_mark === 1,
    from: row.answered_from,
    until: row.until,
    questions: decodeJson(row.questions, (value) => value as ExportQuestion[]),
    rows: row.rows,
    downloads: row.downloads,
    createdAt: row.created_at,
    createdBy: row.created_by,
    lastDownloadedAt: row.last_downloaded_at,
  };
}

/** Exports, the newest first. `before` is the id after which to go on. */
export async function list(
  db: Db,
  workspaceId: string,
  page: { before?: string | undefined; limit: number },
): Promise<ExportRecord[]> {
  let query = db.selectFrom('export').selectAll().where('workspace_id', '=', workspaceId);
  if (page.before !== undefined) query = query.where('id', '<', page.before);
  return (await query.orderBy('id', 'desc').limit(page.limit).execute()).map(recordOf);
}

/** One export; undefined when there is none. */
export async function find(db: Db, workspaceId: string, id: string): Promise<ExportRecord | undefined> {
  const row = await db
    .selectFrom('export')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Writes down what is to be taken out. */
export async function create(
  db: Db,
  workspaceId: string,
  wish: Omit<ExportRecord, 'rows' | 'downloads' | 'lastDownloadedAt'>,
): Promise<void> {
  await db
    .insertInto('export')
    .values({
      workspace_id: workspaceId,
      id: wish.id,
      kind: wish.kind,
      survey_id: wish.surveyId,
      format: wish.format,
      byte_order_mark: wish.byteOrderMark ? 1 : 0,
      answered_from: wish.from,
      until: wish.until,
      questions: encodeJson(wish.questions),
      rows: null,
      downloads: 0,
      created_at: wish.createdAt,
      created_by: wish.createdBy,
      last_downloaded_at: null,
    })
    .execute();
}

/** Somebody begins to fetch it. */
export async function noteDownload(db: Db, workspaceId: string, id: string, at: Instant): Promise<void> {
  await db
    .updateTable('export')
    .set((eb) => ({ downloads: eb('downloads', '+', 1), last_downloaded_at: at }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/** It was fetched whole, from its first row to its end. */
export async function noteRows(db: Db, workspaceId: string, id: string, rows: number): Promise<void> {
  await db
    .updateTable('export')
    .set({ rows })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Where a list of rows goes on. */
export interface ExportPlace {
  answeredAt: Instant;
  id: string;
}

/** Where a response stands in an export; undefined when it is in none. */
export async function placeOf(db: Db, workspaceId: string, id: string): Promise<ExportPlace | undefined> {
  const row = await db
    .selectFrom('response')
    .select(['id', 'answered_at'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { answeredAt: row.answered_at, id: row.id };
}

/** A response with whom it concerns, as it is taken out. */
export type ExportedResponse = Awaited<ReturnType<typeof listResponses>>[number];

/** Responses in the order of their beginning. */
export async function listResponses(
  db: Db,
  workspaceId: string,
  of: { surveyId: string | null; from: Instant | null; until: Instant },
  page: { after: ExportPlace | undefined; limit: number },
) {
  let query = db
    .selectFrom('response')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('is_test', '=', 0)
    .where('answered_at', '<', of.until);
  if (of.surveyId !== null) query = query.where('content_id', '=', of.surveyId);
  if (of.from !== null) query = query.where('answered_at', '>=', of.from);
  const { after } = page;
  if (after)
    query = query
      .where('answered_at', '>=', after.answeredAt)
      .where((eb) => eb.or([eb('answered_at', '>', after.answeredAt), eb('id', '>', after.id)]));
  // the page first, by itself: SQLite, which knows how few contents and people there are, would begin with those and sort every response
  const wanted = await query.orderBy('answered_at').orderBy('id').limit(page.limit).execute();
  if (wanted.length === 0) return [];
  return db
    .selectFrom('response')
    .innerJoin('content', (join) =>
      join
        .onRef('content.workspace_id', '=', 'response.workspace_id')
        .onRef('content.id', '=', 'response.content_id'),
    )
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'response.workspace_id')
        .onRef('contact.id', '=', 'response.contact_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'response.workspace_id')
        .onRef('account.id', '=', 'response.account_id'),
    )
    .select([
      'response.id',
      'response.content_id',
      'content.slug as survey_slug',
      'content.name as survey_name',
      'response.version',
      'response.variant',
      'response.contact_id',
      'contact.identity',
      'contact.external_id',
      'contact.name as contact_name',
      'contact.email',
      'contact.erased_at',
      'response.account_id',
      'account.external_id as account_external_id',
      'account.name as account_name',
      'account.owner_id',
      'response.locale',
      'response.page_url',
      'response.transaction_id',
      'response.verified',
      'response.score',
      'response.comment',
      'response.answered_at',
      'response.completed_at',
      'response.read_at',
      'response.import_id',
      'response.source',
    ])
    .where('response.workspace_id', '=', workspaceId)
    .where(
      'response.id',
      'in',
      wanted.map(({ id }) => id),
    )
    .orderBy('response.answered_at')
    .orderBy('response.id')
    .execute();
}

/** The answers of these responses, in no order. */
export async function listAnswers(db: Db, workspaceId: string, responseIds: readonly string[]) {
  if (responseIds.length === 0) return [];
  const rows = await db
    .selectFrom('response_answer')
    .select(['response_id', 'question', 'number', 'text', 'options', 'walked'])
    .where('workspace_id', '=', workspaceId)
    .where('response_id', 'in', responseIds)
    .execute();
  return rows.map((row) => ({
    responseId: row.response_id,
    question: row.question,
    number: row.number,
    text: row.text,
    options: row.options === null ? null : decodeStrings(row.options),
    walked: row.walked === 1,
  }));
}

/** A contact as it is taken out. */
export type ExportedContact = Awaited<ReturnType<typeof listContacts>>[number];

/** Contacts by their ids, without those who were erased. */
export async function listContacts(
  db: Db,
  workspaceId: string,
  of: { until: Instant },
  page: { after: string | undefined; limit: number },
) {
  let query = db
    .selectFrom('contact')
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'contact.workspace_id')
        .onRef('account.id', '=', 'contact.account_id'),
    )
    .select([
      'contact.id',
      'contact.identity',
      'contact.external_id',
      'contact.name',
      'contact.email',
      'contact.locale',
      'contact.time_zone',
      'contact.account_id',
      'account.external_id as account_external_id',
      'account.name as account_name',
      'contact.traits',
      'contact.last_score',
      'contact.last_score_at',
      'contact.first_seen_at',
      'contact.last_seen_at',
      'contact.created_at',
    ])
    .where('contact.workspace_id', '=', workspaceId)
    .where('contact.erased_at', 'is', null)
    .where('contact.created_at', '<', of.until);
  if (page.after !== undefined) query = query.where('contact.id', '>', page.after);
  return query.orderBy('contact.id').limit(page.limit).execute();
}

/** An account as it is taken out. */
export type ExportedAccount = Awaited<ReturnType<typeof listAccounts>>[number];

/** Accounts by their ids. */
export async function listAccounts(
  db: Db,
  workspaceId: string,
  of: { until: Instant },
  page: { after: string | undefined; limit: number },
) {
  let query = db
    .selectFrom('account')
    .select([
      'id',
      'external_id',
      'name',
      'owner_id',
      'plan',
      'lifecycle',
      'revenue_minor',
      'revenue_currency',
      'renewal_date',
      'health',
      'health_reason',
      'health_until',
      'traits',
      'last_seen_at',
      'created_at',
    ])
    .where('workspace_id', '=', workspaceId)
    .where('created_at', '<', of.until);
  if (page.after !== undefined) query = query.where('id', '>', page.after);
  return query.orderBy('id').limit(page.limit).execute();
}
