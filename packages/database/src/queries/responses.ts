import type { ResponseSource } from '@banso/domain/content';
import type { VariantKey } from '@banso/domain/experiment';
import type { Instant } from '@banso/domain/time';
import type { Expression, SqlBool } from 'kysely';
import { decodeStrings } from '../json.ts';
import type { Db } from '../tables.ts';

/** One person's answers to one survey, with whom it concerns. */
export interface ResponseRecord {
  id: string;
  surveyId: string;
  surveyName: string;
  version: number;
  /** Null: the base, or there were none. */
  variant: VariantKey | null;
  contact: {
    id: string;
    name: string | null;
    email: string | null;
    identity: 'verified' | 'unverified' | 'anonymous';
    erased: boolean;
  };
  account: {
    id: string;
    name: string;
    plan: string | null;
    revenueMinor: number | null;
    revenueCurrency: string | null;
    renewalDate: string | null;
    ownerId: string | null;
  } | null;
  locale: string;
  pageUrl: string | null;
  transactionId: string | null;
  verified: boolean;
  score: number | null;
  comment: string | null;
  answeredAt: Instant;
  completedAt: Instant | null;
  readAt: Instant | null;
  /** The import that brought it; null: it was answered here. */
  importId: string | null;
  source: ResponseSource;
  /** Somebody only tried the survey: it counts nowhere. */
  isTest: boolean;
}

export interface AnswerRecord {
  responseId: string;
  question: string;
  number: number | null;
  text: string | null;
  /** Keys of the chosen options. */
  options: readonly string[] | null;
}

const selected = (db: Db, workspaceId: string) =>
  db
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
      'content.name as survey_name',
      'response.version',
      'response.variant',
      'response.contact_id',
      'contact.name as contact_name',
      'contact.email as contact_email',
      'contact.identity',
      'contact.erased_at',
      'response.account_id',
      'account.name as account_name',
      'account.plan',
      'account.revenue_minor',
      'account.revenue_currency',
      'account.renewal_date',
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
      'response.is_test',
    ])
    .where('response.workspace_id', '=', workspaceId);

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

function recordOf(row: Row): ResponseRecord {
  return {
    id: row.id,
    surveyId: row.content_id,
    surveyName: row.survey_name,
    version: row.version,
    variant: row.variant,
    contact: {
      id: row.contact_id,
      name: row.contact_name,
      email: row.contact_email,
      identity: row.identity,
      erased: row.erased_at !== null,
    },
    account:
      row.account_id === null || row.account_name === null
        ? null
        : {
            id: row.account_id,
            name: row.account_name,
            plan: row.plan,
            revenueMinor: row.revenue_minor,
            revenueCurrency: row.revenue_currency,
            renewalDate: row.renewal_date,
            ownerId: row.owner_id,
          },
    locale: row.locale,
    pageUrl: row.page_url,
    transactionId: row.transaction_id,
    verified: row.verified === 1,
    score: row.score,
    comment: row.comment,
    answeredAt: row.answered_at,
    completedAt: row.completed_at,
    readAt: row.read_at,
    importId: row.import_id,
    source: row.source ?? 'widget',
    isTest: row.is_test === 1,
  };
}

/**
 * Those of these responses that are there, in no particular order.
 * @param conditions - What else must hold of them.
 */
export async function listByIds(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
  conditions: readonly Expression<SqlBool>[] = [],
): Promise<ResponseRecord[]> {
  if (ids.length === 0) return [];
  const rows = await selected(db, workspaceId)
    .where('response.id', 'in', ids)
    .where((eb) => eb.and(conditions))
    .execute();
  return rows.map(recordOf);
}

/** One response; undefined when there is none. */
export async function find(db: Db, workspaceId: string, id: string): Promise<ResponseRecord | undefined> {
  const row = await selected(db, workspaceId).where('response.id', '=', id).executeTakeFirst();
  return row && recordOf(row);
}

/** Every answer of these responses that counts, in no particular order. */
export async function answersOf(
  db: Db,
  workspaceId: string,
  responseIds: readonly string[],
): Promise<AnswerRecord[]> {
  if (responseIds.length === 0) return [];
  const rows = await db
    .selectFrom('response_answer')
    .select(['response_id', 'question', 'number', 'text', 'options'])
    .where('workspace_id', '=', workspaceId)
    .where('response_id', 'in', responseIds)
    .where('walked', '=', 1)
    .execute();
  return rows.map((row) => ({
    responseId: row.response_id,
    question: row.question,
    number: row.number,
    text: row.text,
    options: row.options === null ? null : decodeStrings(row.options),
  }));
}

/**
 * Marks a response read or unread and keeps the counter of unread ones in step.
 * @returns `false` when it was so already.
 */
export async function setRead(
  db: Db,
  workspaceId: string,
  id: string,
  readAt: Instant | null,
): Promise<boolean> {
  const changed = await db
    .updateTable('response')
    .set({ read_at: readAt })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('read_at', readAt === null ? 'is not' : 'is', null)
    // what is only tried waits for nobody
    .$if(readAt === null, (query) => query.where('is_test', '=', 0))
    .returning('id')
    .executeTakeFirst();
  if (!changed) return false;
  await db
    .updateTable('counter')
    .set((eb) => ({ value: eb('value', '+', readAt === null ? 1 : -1) }))
    .where('workspace_id', '=', workspaceId)
    .where('name', '=', 'unread_responses')
    .execute();
  return true;
}

/** Responses that nobody on the team has read yet. */
export async function countUnread(db: Db, workspaceId: string): Promise<number> {
  const row = await db
    .selectFrom('counter')
    .select('value')
    .where('workspace_id', '=', workspaceId)
    .where('name', '=', 'unread_responses')
    .executeTakeFirst();
  return Number(row?.value ?? 0);
}
