import type { Instant } from '@banso/domain/time';
import type { Db } from '../tables.ts';

/** One person's answers to one survey, with whom it concerns. */
export interface ResponseRecord {
  id: string;
  surveyId: string;
  surveyName: string;
  version: number;
  contact: {
    id: string;
    name: string | null;
    email: string | null;
    identity: 'verified' | 'unverified' | 'anonymous';
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
  verified: boolean;
  score: number | null;
  comment: string | null;
  answeredAt: Instant;
  completedAt: Instant | null;
  readAt: Instant | null;
}

export interface AnswerRecord {
  responseId: string;
  question: string;
  number: number | null;
  text: string | null;
}

/** Absent fields do not filter. */
export interface ResponseFilter {
  surveyId?: string | undefined;
  /** Both ends belong to the range. */
  scores?: readonly [number, number] | undefined;
  locale?: string | undefined;
  accountId?: string | undefined;
  contactId?: string | undefined;
  from?: Instant | undefined;
  to?: Instant | undefined;
  hasComment?: boolean | undefined;
  read?: boolean | undefined;
  verified?: boolean | undefined;
  /** Only the scores that count in the period: each person's latest in it. */
  counted?: boolean | undefined;
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
      'response.contact_id',
      'contact.name as contact_name',
      'contact.email as contact_email',
      'contact.identity',
      'response.account_id',
      'account.name as account_name',
      'account.plan',
      'account.revenue_minor',
      'account.revenue_currency',
      'account.renewal_date',
      'account.owner_id',
      'response.locale',
      'response.page_url',
      'response.verified',
      'response.score',
      'response.comment',
      'response.answered_at',
      'response.completed_at',
      'response.read_at',
    ])
    .where('response.workspace_id', '=', workspaceId);

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

function recordOf(row: Row): ResponseRecord {
  return {
    id: row.id,
    surveyId: row.content_id,
    surveyName: row.survey_name,
    version: row.version,
    contact: { id: row.contact_id, name: row.contact_name, email: row.contact_email, identity: row.identity },
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
    verified: row.verified === 1,
    score: row.score,
    comment: row.comment,
    answeredAt: row.answered_at,
    completedAt: row.completed_at,
    readAt: row.read_at,
  };
}

/** Responses, newest answer first. `after` is the last one of the page before. */
export async function list(
  db: Db,
  workspaceId: string,
  filter: ResponseFilter,
  page: { after?: { answeredAt: Instant; id: string } | undefined; limit: number },
): Promise<ResponseRecord[]> {
  const { surveyId, scores, locale, accountId, contactId, from, to, hasComment, read, verified, counted } =
    filter;
  let query = selected(db, workspaceId);
  if (surveyId !== undefined) query = query.where('response.content_id', '=', surveyId);
  if (scores !== undefined)
    query = query.where('response.score', '>=', scores[0]).where('response.score', '<=', scores[1]);
  if (locale !== undefined) query = query.where('response.locale', '=', locale);
  if (accountId !== undefined) query = query.where('response.account_id', '=', accountId);
  if (contactId !== undefined) query = query.where('response.contact_id', '=', contactId);
  if (hasComment !== undefined) query = query.where('response.comment', hasComment ? 'is not' : 'is', null);
  if (read !== undefined) query = query.where('response.read_at', read ? 'is not' : 'is', null);
  if (verified !== undefined) query = query.where('response.verified', '=', verified ? 1 : 0);
  // what counts is placed by the time of the score, as the report places it
  const time = counted ? 'response.score_at' : 'response.answered_at';
  if (from !== undefined) query = query.where(time, '>=', from);
  if (to !== undefined) query = query.where(time, '<', to);
  if (counted) {
    query = query
      .where('response.score', 'is not', null)
      .where((eb) =>
        eb.or([
          eb('response.superseded_at', 'is', null),
          ...(to === undefined ? [] : [eb('response.superseded_at', '>=', to)]),
        ]),
      );
  }
  const { after } = page;
  if (after) {
    query = query.where((eb) =>
      eb.or([
        eb('response.answered_at', '<', after.answeredAt),
        eb.and([eb('response.answered_at', '=', after.answeredAt), eb('response.id', '<', after.id)]),
      ]),
    );
  }
  const rows = await query
    .orderBy('response.answered_at', 'desc')
    .orderBy('response.id', 'desc')
    .limit(page.limit)
    .execute();
  return rows.map(recordOf);
}

/** One response; undefined when there is none. */
export async function find(db: Db, workspaceId: string, id: string): Promise<ResponseRecord | undefined> {
  const row = await selected(db, workspaceId).where('response.id', '=', id).executeTakeFirst();
  return row && recordOf(row);
}

/** Every answer of these responses, in no particular order. */
export async function answersOf(
  db: Db,
  workspaceId: string,
  responseIds: readonly string[],
): Promise<AnswerRecord[]> {
  if (responseIds.length === 0) return [];
  const rows = await db
    .selectFrom('response_answer')
    .select(['response_id', 'question', 'number', 'text'])
    .where('workspace_id', '=', workspaceId)
    .where('response_id', 'in', responseIds)
    .execute();
  return rows.map((row) => ({
    responseId: row.response_id,
    question: row.question,
    number: row.number,
    text: row.text,
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
