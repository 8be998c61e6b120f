import type { DecidedRenewal, RenewalOutcome } from '@banso/domain/renewal';
import type { Day, Instant } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Page, PageRequest, SortOrder } from '../sort-order.ts';
import { behind, pageOf } from '../sort-order.ts';
import type { Db, Tables } from '../tables.ts';

/** A renewal of an account that was decided. */
export interface RenewalRecord extends DecidedRenewal {
  id: string;
  accountId: string;
  accountName: string;
  /** The day on which the customer decided, as somebody told it. */
  decidedOn: Day;
  /** When it was written down. */
  decidedAt: Instant;
  /** The member who wrote it down; null: a key. */
  decidedBy: string | null;
}

/** Absent fields do not filter; both days are included. */
export interface RenewalFilter {
  accountId?: string | undefined;
  outcome?: RenewalOutcome | undefined;
  dueFrom?: Day | undefined;
  dueTo?: Day | undefined;
}

const amountOf = (amountMinor: number | null, currency: string | null) =>
  amountMinor === null || currency === null ? null : { amountMinor: Number(amountMinor), currency };

function recordOf(row: Selectable<Tables['renewal']> & { account_name: string }): RenewalRecord {
  return {
    id: row.id,
    accountId: row.account_id,
    accountName: row.account_name,
    dueDate: row.due_date,
    outcome: row.outcome,
    decidedOn: row.decided_on,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    amountBefore: amountOf(row.before_minor, row.before_currency),
    amountAfter: amountOf(row.after_minor, row.after_currency),
    nextDueDate: row.next_due_date,
    lifecycleBefore: row.lifecycle_before,
  };
}

const selected = (db: Db, workspaceId: string) =>
  db
    .selectFrom('renewal')
    .innerJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'renewal.workspace_id')
        .onRef('account.id', '=', 'renewal.account_id'),
    )
    .selectAll('renewal')
    .select('account.name as account_name')
    .where('renewal.workspace_id', '=', workspaceId);

/** Writes a decided renewal down; `false` when this due date of the account was decided before. */
export async function add(
  db: Db,
  workspaceId: string,
  renewal: Omit<RenewalRecord, 'accountName'>,
): Promise<boolean> {
  const row = await db
    .insertInto('renewal')
    .values({
      workspace_id: workspaceId,
      id: renewal.id,
      account_id: renewal.accountId,
      due_date: renewal.dueDate,
      outcome: renewal.outcome,
      decided_on: renewal.decidedOn,
      decided_at: renewal.decidedAt,
      decided_by: renewal.decidedBy,
      before_minor: renewal.amountBefore?.amountMinor ?? null,
      before_currency: renewal.amountBefore?.currency ?? null,
      after_minor: renewal.amountAfter?.amountMinor ?? null,
      after_currency: renewal.amountAfter?.currency ?? null,
      next_due_date: renewal.nextDueDate,
      lifecycle_before: renewal.lifecycleBefore,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'account_id', 'due_date']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** One renewal; undefined when there is none. */
export async function find(db: Db, workspaceId: string, id: string): Promise<RenewalRecord | undefined> {
  const row = await selected(db, workspaceId).where('renewal.id', '=', id).executeTakeFirst();
  return row && recordOf(row);
}

const LATEST_DUE: SortOrder = {
  name: 'renewals latest due',
  value: sql<string>`renewal.due_date`,
  kind: 'string',
  direction: 'desc',
};

/**
 * One page of renewals, the latest due first.
 * @throws {InvalidCursor} for a cursor of another list.
 */
export async function list(
  db: Db,
  workspaceId: string,
  { accountId, outcome, dueFrom, dueTo }: RenewalFilter,
  page: PageRequest,
): Promise<Page<RenewalRecord>> {
  let query = selected(db, workspaceId)
    .select(sql<string>`${LATEST_DUE.value}`.as('sort_value'))
    .where(behind(LATEST_DUE, sql<string>`renewal.id`, page));
  if (accountId !== undefined) query = query.where('renewal.account_id', '=', accountId);
  if (outcome !== undefined) query = query.where('renewal.outcome', '=', outcome);
  if (dueFrom !== undefined) query = query.where('renewal.due_date', '>=', dueFrom);
  if (dueTo !== undefined) query = query.where('renewal.due_date', '<=', dueTo);
  const rows = await query
    .orderBy('renewal.due_date', 'desc')
    .orderBy('renewal.id', 'desc')
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows, page, LATEST_DUE, recordOf);
}

/** Takes a renewal off the list of what was decided. */
export async function remove(db: Db, workspaceId: string, id: string): Promise<void> {
  await db.deleteFrom('renewal').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}
