import type { Day, Instant } from '@banso/domain/time';
import type { Db } from '../tables.ts';

export interface UnreadAnswer {
  responseId: string;
  contactId: string;
  contactName: string | null;
  accountId: string | null;
  accountName: string | null;
  revenueMinor: number | null;
  score: number | null;
  comment: string | null;
  answeredAt: Instant;
}

/** Unread answers with a score or a comment, oldest first; those of erased people want nothing any more. */
export async function unreadAnswers(
  db: Db,
  workspaceId: string,
  since: Instant,
  limit: number,
): Promise<UnreadAnswer[]> {
  const rows = await db
    .selectFrom('response')
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
      'response.contact_id',
      'contact.name as contact_name',
      'response.account_id',
      'account.name as account_name',
      'account.revenue_minor',
      'response.score',
      'response.comment',
      'response.answered_at',
    ])
    .where('response.workspace_id', '=', workspaceId)
    .where('response.read_at', 'is', null)
    .where('contact.erased_at', 'is', null)
    .where('response.answered_at', '>=', since)
    .where((eb) => eb.or([eb('response.score', '<=', 6), eb('response.comment', 'is not', null)]))
    .orderBy('response.answered_at')
    .orderBy('response.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    responseId: row.id,
    contactId: row.contact_id,
    contactName: row.contact_name,
    accountId: row.account_id,
    accountName: row.account_name,
    revenueMinor: row.revenue_minor,
    score: row.score,
    comment: row.comment,
    answeredAt: row.answered_at,
  }));
}

export interface StalledChecklist {
  contentId: string;
  checklist: string;
  /** The contact or the account that does not go on. */
  subjectId: string;
  accountId: string | null;
  accountName: string | null;
  revenueMinor: number | null;
  contactId: string | null;
  contactName: string | null;
  lastStepAt: Instant;
}

/** Checklists begun, not finished, and left alone between the two moments; the longest wait first. */
export async function stalledChecklists(
  db: Db,
  workspaceId: string,
  between: { from: Instant; to: Instant },
  limit: number,
): Promise<StalledChecklist[]> {
  const rows = await db
    .selectFrom('checklist_progress as progress')
    .innerJoin('content', (join) =>
      join
        .onRef('content.workspace_id', '=', 'progress.workspace_id')
        .onRef('content.id', '=', 'progress.content_id'),
    )
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'progress.workspace_id')
        .onRef('contact.id', '=', 'progress.subject_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'progress.workspace_id')
        .on((eb) =>
          eb.or([
            eb('account.id', '=', eb.ref('progress.subject_id')),
            eb('account.id', '=', eb.ref('contact.account_id')),
          ]),
        ),
    )
    .select(({ fn }) => [
      'progress.content_id',
      'content.name as checklist',
      'progress.subject_id',
      'account.id as account_id',
      'account.name as account_name',
      'account.revenue_minor',
      'contact.id as contact_id',
      'contact.name as contact_name',
      fn.coalesce('progress.last_step_at', 'progress.started_at').as('last_step_at'),
    ])
    .where('progress.workspace_id', '=', workspaceId)
    .where('progress.completed_at', 'is', null)
    .where('contact.erased_at', 'is', null)
    .where('content.status', '=', 'published')
    .where(({ eb, fn }) =>
      eb(fn.coalesce('progress.last_step_at', 'progress.started_at'), '>=', between.from),
    )
    .where(({ eb, fn }) => eb(fn.coalesce('progress.last_step_at', 'progress.started_at'), '<', between.to))
    .orderBy('last_step_at')
    .orderBy('progress.subject_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    contentId: row.content_id,
    checklist: row.checklist,
    subjectId: row.subject_id,
    accountId: row.account_id,
    accountName: row.account_name,
    revenueMinor: row.revenue_minor,
    contactId: row.contact_id,
    contactName: row.contact_name,
    lastStepAt: row.last_step_at,
  }));
}

export interface AccountAtHand {
  id: string;
  name: string;
  revenueMinor: number | null;
  revenueCurrency: string | null;
  renewalDate: Day | null;
  lastSeenAt: Instant | null;
}

const accountsAtHand = (db: Db, workspaceId: string) =>
  db
    .selectFrom('account')
    .select(['id', 'name', 'revenue_minor', 'revenue_currency', 'renewal_date', 'last_seen_at'])
    .where('workspace_id', '=', workspaceId)
    .where('lifecycle', '!=', 'churned');

type AccountRow = Awaited<ReturnType<ReturnType<typeof accountsAtHand>['executeTakeFirstOrThrow']>>;

const accountOf = (row: AccountRow): AccountAtHand => ({
  id: row.id,
  name: row.name,
  revenueMinor: row.revenue_minor,
  revenueCurrency: row.revenue_currency,
  renewalDate: row.renewal_date,
  lastSeenAt: row.last_seen_at,
});

/**
 * Accounts whose renewal date lies in the range, both ends included, the nearest first.
 * @param ownerId - Only those in the hands of this member.
 */
export async function renewalsBetween(
  db: Db,
  workspaceId: string,
  from: Day,
  to: Day,
  limit: number,
  ownerId?: string,
): Promise<AccountAtHand[]> {
  let query = accountsAtHand(db, workspaceId)
    .where('renewal_date', '>=', from)
    .where('renewal_date', '<=', to);
  if (ownerId !== undefined) query = query.where('owner_id', '=', ownerId);
  const rows = await query.orderBy('renewal_date').orderBy('id').limit(limit).execute();
  return rows.map(accountOf);
}

/** Paying accounts that nobody was seen from since a moment, the longest silence first. */
export async function quietAccounts(
  db: Db,
  workspaceId: string,
  since: Instant,
  limit: number,
): Promise<AccountAtHand[]> {
  const rows = await accountsAtHand(db, workspaceId)
    .where('last_seen_at', '<', since)
    .where('revenue_minor', '>', 0)
    .orderBy('last_seen_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(accountOf);
}

/** The size of the book: accounts that are customers, those in onboarding, and those that renew until a day. */
export async function bookOf(
  db: Db,
  workspaceId: string,
  today: Day,
  until: Day,
): Promise<{ accounts: number; onboarding: number; renewals: number }> {
  const row = await db
    .selectFrom('account')
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('accounts'),
      fn.sum<number>(eb.case().when('lifecycle', '=', 'onboarding').then(1).else(0).end()).as('onboarding'),
      fn
        .sum<number>(
          eb
            .case()
            .when(eb.and([eb('renewal_date', '>=', today), eb('renewal_date', '<=', until)]))
            .then(1)
            .else(0)
            .end(),
        )
        .as('renewals'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('lifecycle', '!=', 'churned')
    .executeTakeFirst();
  return {
    accounts: Number(row?.accounts ?? 0),
    onboarding: Number(row?.onboarding ?? 0),
    renewals: Number(row?.renewals ?? 0),
  };
}

/** True when a page with our widget was ever seen. */
export async function wasInstalled(db: Db, workspaceId: string): Promise<boolean> {
  const row = await db
    .selectFrom('contact')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('last_seen_at', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
