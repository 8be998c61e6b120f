import type { Transaction } from '@banso/domain/decide';
import type { Instant } from '@banso/domain/time';
import { bulkUpsert } from '../bulk.ts';
import type { Db } from '../tables.ts';

/** Something that happened to a person, which a survey asks about. */
export interface TransactionRecord extends Transaction {
  contactId: string;
  contentId: string;
}

const COLUMNS = [
  'workspace_id',
  'contact_id',
  'content_id',
  'transaction_id',
  'at',
  'asked_at',
  'answered_at',
] as const;
const upsert = bulkUpsert(
  'survey_transaction',
  COLUMNS,
  ['workspace_id', 'contact_id', 'content_id', 'transaction_id'],
  { replace: ['at', 'asked_at', 'answered_at'] },
);

/** What to look for: of these people what happened after `since`, and everything under these ids. */
export interface TransactionSearch {
  contactIds: readonly string[];
  since: Instant;
  ids: readonly string[];
}

/** What happened to people that surveys ask about, in no order. */
export async function list(
  db: Db,
  workspaceId: string,
  { contactIds, since, ids }: TransactionSearch,
): Promise<TransactionRecord[]> {
  if (contactIds.length === 0) return [];
  const rows = await db
    .selectFrom('survey_transaction')
    .select(['contact_id', 'content_id', 'transaction_id', 'at', 'asked_at', 'answered_at'])
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', 'in', contactIds)
    .where((eb) =>
      eb.or([eb('at', '>', since), ...(ids.length === 0 ? [] : [eb('transaction_id', 'in', ids)])]),
    )
    .execute();
  return rows.map((row) => ({
    contactId: row.contact_id,
    contentId: row.content_id,
    id: row.transaction_id,
    at: row.at,
    askedAt: row.asked_at ?? undefined,
    answeredAt: row.answered_at ?? undefined,
  }));
}

/** Writes transactions, in place of what was there. */
export async function put(db: Db, workspaceId: string, records: readonly TransactionRecord[]): Promise<void> {
  await upsert(
    db,
    records.map(({ contactId, contentId, id, at, askedAt, answeredAt }) => ({
      workspace_id: workspaceId,
      contact_id: contactId,
      content_id: contentId,
      transaction_id: id,
      at,
      asked_at: askedAt ?? null,
      answered_at: answeredAt ?? null,
    })),
  );
}

/** Forgets what nobody has answered of what happened to a person under an id. */
export async function removeUnanswered(
  db: Db,
  workspaceId: string,
  { contactId, id }: { contactId: string; id: string },
): Promise<void> {
  await db
    .deleteFrom('survey_transaction')
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .where('transaction_id', '=', id)
    .where('answered_at', 'is', null)
    .execute();
}

/** How many things happened after `since` that nobody was asked about by this survey. */
export async function countOpen(
  db: Db,
  workspaceId: string,
  { contentId, since }: { contentId: string; since: Instant },
): Promise<number> {
  const row = await db
    .selectFrom('survey_transaction')
    .select(({ fn }) => fn.countAll().as('open'))
    .where('workspace_id', '=', workspaceId)
    .where('content_id', '=', contentId)
    .where('asked_at', 'is', null)
    .where('answered_at', 'is', null)
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.open);
}
