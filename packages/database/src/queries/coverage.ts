import type { Day, Instant } from '@banso/domain/time';
import type { ExpressionBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Page, PageRequest, SortOrder } from '../sort-order.ts';
import { behind, pageOf } from '../sort-order.ts';
import type { Db, Flag, Tables } from '../tables.ts';

/** Whose accounts are looked at; absent fields do not filter. Accounts that have left are in no list. */
export interface CoverageFilter {
  /** Null: accounts that nobody looks after. */
  ownerId?: string | null | undefined;
  plan?: string | undefined;
}

/** Accounts alike in currency and in whether they were heard. */
export interface CoverageRecord {
  isHeard: boolean;
  /** Null: their recurring revenue is not known. */
  currency: string | null;
  accounts: number;
  /** Of all of them, in minor units. */
  revenueMinor: number;
}

/** An account of which nobody was heard for a while. */
export interface UnheardRecord {
  id: string;
  name: string;
  owner: { id: string; name: string } | null;
  plan: string | null;
  recurringRevenue: { amountMinor: number; currency: string } | null;
  renewalDate: Day | null;
  /** When somebody of it answered or wrote last; null: never. */
  lastHeardAt: Instant | null;
  lastSeenAt: Instant | null;
}

/** Accounts that are customers, by whether somebody of them answered a survey or wrote a message since. */
export async function heard(
  db: Db,
  workspaceId: string,
  since: Instant,
  filter: CoverageFilter,
): Promise<CoverageRecord[]> {
  const each = customers(db, workspaceId, filter).select((eb) => [
    'account.revenue_currency',
    'account.revenue_minor',
    sql<Flag>`case when ${isHeard(eb, workspaceId, since)} then 1 else 0 end`.as('is_heard'),
  ]);
  const rows = await db
    .selectFrom(each.as('account_heard'))
    .select(({ fn }) => [
      'is_heard',
      'revenue_currency',
      fn.countAll().as('accounts'),
      fn.sum<number | null>('revenue_minor').as('revenue'),
    ])
    .groupBy(['is_heard', 'revenue_currency'])
    .orderBy('revenue_currency')
    .orderBy('is_heard')
    .execute();
  return rows.map((row) => ({
    isHeard: row.is_heard === 1,
    currency: row.revenue_currency,
    accounts: Number(row.accounts),
    revenueMinor: Number(row.revenue ?? 0),
  }));
}

// `~` sorts behind every date: an account without one comes last
const ORDER: SortOrder = {
  name: 'unheard renewalDate asc',
  value: sql<string>`coalesce(account.renewal_date, '~')`,
  kind: 'string',
  direction: 'asc',
};

/** One page of the accounts of which nobody was heard since, the next renewal first. @throws {InvalidCursor} */
export async function listUnheard(
  db: Db,
  workspaceId: string,
  since: Instant,
  filter: CoverageFilter,
  page: PageRequest,
): Promise<Page<UnheardRecord>> {
  const rows = await customers(db, workspaceId, filter)
    .leftJoin('member', 'member.id', 'account.owner_id')
    .leftJoin('auth_user', 'auth_user.id', 'member.user_id')
    .select((eb) => [
      'account.id',
      'account.name',
      'account.owner_id',
      'auth_user.name as owner_name',
      'account.plan',
      'account.revenue_minor',
      'account.revenue_currency',
      'account.renewal_date',
      'account.last_seen_at',
      sql<string>`${ORDER.value}`.as('sort_value'),
      answersOf(eb, workspaceId)
        .select(({ fn }) => fn.max<Instant | null>('response.answered_at').as('at'))
        .as('answered_at'),
      peopleOf(eb, workspaceId)
        .select((of) =>
          of.fn
            .max<Instant | null>(
              wordsOf(of, workspaceId).select(({ fn }) =>
                fn.max<Instant | null>('message.received_at').as('at'),
              ),
            )
            .as('at'),
        )
        .as('wrote_at'),
    ])
    .where((eb) => eb.not(isHeard(eb, workspaceId, since)))
    .where(behind(ORDER, sql<string>`account.id`, page))
    .orderBy(ORDER.value)
    .orderBy('account.id')
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows, page, ORDER, (row) => ({
    id: row.id,
    name: row.name,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
    plan: row.plan,
    recurringRevenue:
      row.revenue_minor === null || row.revenue_currency === null
        ? null
        : { amountMinor: row.revenue_minor, currency: row.revenue_currency },
    renewalDate: row.renewal_date,
    lastHeardAt: later(row.answered_at, row.wrote_at),
    lastSeenAt: row.last_seen_at,
  }));
}

const customers = (db: Db, workspaceId: string, { ownerId, plan }: CoverageFilter) =>
  db
    .selectFrom('account')
    .where('account.workspace_id', '=', workspaceId)
    .where('account.lifecycle', '!=', 'churned')
    .$if(ownerId !== undefined, (query) =>
      query.where('account.owner_id', ownerId === null ? 'is' : '=', ownerId ?? null),
    )
    .$if(plan !== undefined, (query) => query.where('account.plan', '=', plan ?? ''));

type OfAccount = ExpressionBuilder<Tables, 'account'>;

/** By the index of responses by account and time: what was said before costs nothing. */
const answersOf = (eb: OfAccount, workspaceId: string) =>
  eb
    .selectFrom('response')
    .where('response.workspace_id', '=', workspaceId)
    .whereRef('response.account_id', '=', 'account.id')
    .where('response.is_test', '=', 0);

/** The people of the account; what they wrote is looked up by person, so that nobody else's messages are read. */
const peopleOf = (eb: OfAccount, workspaceId: string) =>
  eb
    .selectFrom('contact')
    .where('contact.workspace_id', '=', workspaceId)
    .whereRef('contact.account_id', '=', 'account.id');

const wordsOf = (eb: ExpressionBuilder<Tables, 'account' | 'contact'>, workspaceId: string) =>
  eb
    .selectFrom('message')
    .where('message.workspace_id', '=', workspaceId)
    .whereRef('message.contact_id', '=', 'contact.id')
    .where('message.author', '=', 'contact');

const isHeard = (eb: OfAccount, workspaceId: string, since: Instant) =>
  eb.or([
    eb.exists(answersOf(eb, workspaceId).select('response.id').where('response.answered_at', '>=', since)),
    eb.exists(
      peopleOf(eb, workspaceId)
        .select('contact.id')
        .where((of) =>
          of.exists(wordsOf(of, workspaceId).select('message.id').where('message.received_at', '>=', since)),
        ),
    ),
  ]);

function later(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
