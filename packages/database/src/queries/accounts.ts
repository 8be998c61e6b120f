import type { HealthLevel } from '@banso/domain/health';
import type { Traits } from '@banso/domain/targeting';
import type { Day, Instant } from '@banso/domain/time';
import { sql } from 'kysely';
import { decodeTraits, encodeJson } from '../json.ts';
import type { Page, PageRequest, SortOrder } from '../sort-order.ts';
import { behind, pageOf } from '../sort-order.ts';
import type { Db } from '../tables.ts';
import { containing } from '../text-search.ts';

/** What somebody of the team says of an account's health. */
export interface HealthRecord {
  level: HealthLevel;
  reason: string;
  at: Instant;
  until: Instant;
  /** Null: a key, or a member who is gone. */
  by: { id: string; name: string } | null;
}

/** A customer company. */
export interface AccountRecord {
  id: string;
  /** As the customer's own system names it. */
  externalId: string | null;
  name: string;
  /** The member who looks after it. */
  owner: { id: string; name: string } | null;
  plan: string | null;
  lifecycle: string;
  recurringRevenue: { amountMinor: number; currency: string } | null;
  renewalDate: Day | null;
  /** What somebody has said of its health, whether that still holds or not. */
  health: HealthRecord | null;
  traits: Traits;
  /** How many contacts belong to it. */
  contacts: number;
  lastSeenAt: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
  /** Counts the changes: what `update` expects. */
  revision: number;
}

/** What can be set by hand; absent fields stay as they are. */
export interface AccountChange {
  externalId?: string | null | undefined;
  name?: string | undefined;
  ownerId?: string | null | undefined;
  plan?: string | null | undefined;
  lifecycle?: string | undefined;
  recurringRevenue?: { amountMinor: number; currency: string } | null | undefined;
  renewalDate?: Day | null | undefined;
  /** `by`: a member's id. */
  health?: (Omit<HealthRecord, 'by'> & { by: string | null }) | null | undefined;
  traits?: Traits | undefined;
}

/** Absent fields do not filter. */
export interface AccountFilter {
  /** Part of the name or of the external id. */
  search?: string | undefined;
  /** Null: accounts that nobody looks after. */
  ownerId?: string | null | undefined;
  plan?: string | undefined;
  lifecycle?: string | undefined;
  /** First and last renewal date, both included. */
  /** As it is judged at a moment. */
  health?: { level: HealthLevel; at: Instant } | undefined;
  renewalFrom?: Day | undefined;
  renewalTo?: Day | undefined;
}

export const ACCOUNT_SORTS = ['name', 'renewalDate', 'recurringRevenue', 'lastSeenAt', 'createdAt'] as const;
/** What a list of accounts is sorted by; accounts without the value come last in either direction. */
export interface AccountSort {
  by: (typeof ACCOUNT_SORTS)[number];
  direction: 'asc' | 'desc';
}

// Literals, not parameters: the index by name is found by its very expression. `~` sorts behind every date.
const VALUES = {
  name: {
    asc: sql<string>`substr(lower(account.name), 1, 50)`,
    desc: sql<string>`substr(lower(account.name), 1, 50)`,
  },
  renewalDate: {
    asc: sql<string>`coalesce(account.renewal_date, '~')`,
    desc: sql<string>`coalesce(account.renewal_date, '')`,
  },
  recurringRevenue: {
    asc: sql<number>`coalesce(account.revenue_minor, 9007199254740991)`,
    desc: sql<number>`coalesce(account.revenue_minor, -9007199254740991)`,
  },
  lastSeenAt: {
    asc: sql<string>`coalesce(account.last_seen_at, '~')`,
    desc: sql<string>`coalesce(account.last_seen_at, '')`,
  },
  createdAt: { asc: sql<string>`account.created_at`, desc: sql<string>`account.created_at` },
} as const;

const orderOf = ({ by, direction }: AccountSort): SortOrder => ({
  name: `accounts ${by} ${direction}`,
  value: VALUES[by][direction],
  kind: by === 'recurringRevenue' ? 'number' : 'string',
  direction,
});

const selected = (db: Db, workspaceId: string) =>
  db
    .selectFrom('account')
    .leftJoin('member', 'member.id', 'account.owner_id')
    .leftJoin('auth_user', 'auth_user.id', 'member.user_id')
    .leftJoin('member as judge', 'judge.id', 'account.health_by')
    .leftJoin('auth_user as judge_user', 'judge_user.id', 'judge.user_id')
    .selectAll('account')
    .select((eb) => [
      'auth_user.name as owner_name',
      'judge_user.name as judge_name',
      eb
        .selectFrom('contact')
        .select((count) => count.fn.countAll().as('contacts'))
        .whereRef('contact.workspace_id', '=', 'account.workspace_id')
        .whereRef('contact.account_id', '=', 'account.id')
        .as('contacts'),
    ])
    .where('account.workspace_id', '=', workspaceId);

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

function healthOf(row: Row): HealthRecord | null {
  const { health: level, health_reason: reason, health_at: at, health_until: until, health_by: by } = row;
  if (level === null || at === null || until === null) return null;
  const judge = by === null || row.judge_name === null ? null : { id: by, name: row.judge_name };
  return { level, reason: reason ?? '', at, until, by: judge };
}

const recordOf = (row: Row): AccountRecord => ({
  id: row.id,
  externalId: row.external_id,
  name: row.name,
  owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
  plan: row.plan,
  lifecycle: row.lifecycle,
  recurringRevenue:
    row.revenue_minor === null || row.revenue_currency === null
      ? null
      : { amountMinor: row.revenue_minor, currency: row.revenue_currency },
  renewalDate: row.renewal_date,
  health: healthOf(row),
  traits: decodeTraits(row.traits),
  contacts: Number(row.contacts ?? 0),
  lastSeenAt: row.last_seen_at,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  revision: row.revision,
});

/** One account; undefined when there is none. */
export async function find(db: Db, workspaceId: string, id: string): Promise<AccountRecord | undefined> {
  const row = await selected(db, workspaceId).where('account.id', '=', id).executeTakeFirst();
  return row && recordOf(row);
}

/** The account that the customer's own system names so; undefined when there is none. */
export async function findByExternalId(
  db: Db,
  workspaceId: string,
  externalId: string,
): Promise<AccountRecord | undefined> {
  const row = await selected(db, workspaceId)
    .where('account.external_id', '=', externalId)
    .executeTakeFirst();
  return row && recordOf(row);
}

/**
 * One page of accounts, sorted; equal ones by id. Letters sort by their code, capitals like small ones.
 * @throws {InvalidCursor} for a cursor of another list or order.
 */
export async function list(
  db: Db,
  workspaceId: string,
  filter: AccountFilter,
  sort: AccountSort,
  page: PageRequest,
): Promise<Page<AccountRecord>> {
  const { search, ownerId, plan, lifecycle, health, renewalFrom, renewalTo } = filter;
  const order = orderOf(sort);
  let query = selected(db, workspaceId)
    .select(sql<string | number>`${order.value}`.as('sort_value'))
    .where(behind(order, sql<string>`account.id`, page));
  if (search !== undefined && search.trim() !== '') {
    const pattern = containing(search);
    query = query.where((eb) =>
      eb.or([
        sql<boolean>`lower(account.name) like ${pattern} escape '\\'`,
        sql<boolean>`lower(account.external_id) like ${pattern} escape '\\'`,
      ]),
    );
  }
  if (ownerId !== undefined) query = query.where('account.owner_id', ownerId === null ? 'is' : '=', ownerId);
  if (plan !== undefined) query = query.where('account.plan', '=', plan);
  if (lifecycle !== undefined) query = query.where('account.lifecycle', '=', lifecycle);
  if (health !== undefined)
    query = query.where('account.health', '=', health.level).where('account.health_until', '>', health.at);
  if (renewalFrom !== undefined) query = query.where('account.renewal_date', '>=', renewalFrom);
  if (renewalTo !== undefined) query = query.where('account.renewal_date', '<=', renewalTo);
  const rows = await query
    .orderBy(order.value, sort.direction)
    .orderBy('account.id', sort.direction)
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows, page, order, recordOf);
}

/** What each account that has any pays, in minor units. By account id. */
export async function revenuesOf(
  db: Db,
  workspaceId: string,
): Promise<Map<string, { minor: number; currency: string }>> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'revenue_minor', 'revenue_currency'])
    .where('workspace_id', '=', workspaceId)
    .where('revenue_minor', 'is not', null)
    .execute();
  return new Map(
    rows.map((row) => [row.id, { minor: Number(row.revenue_minor), currency: row.revenue_currency ?? '' }]),
  );
}

/** Plans that accounts have, in order, each once: for filters. */
export async function listPlans(db: Db, workspaceId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('account')
    .select('plan')
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .where('plan', 'is not', null)
    .orderBy('plan')
    .execute();
  return rows.flatMap(({ plan }) => plan ?? []);
}

/** A new account; the rest of `AccountChange` is empty unless given. */
export interface NewAccount extends AccountChange {
  id: string;
  name: string;
  at: Instant;
}

const columnsOf = (change: AccountChange) => ({
  ...(change.externalId !== undefined && { external_id: change.externalId }),
  ...(change.name !== undefined && { name: change.name }),
  ...(change.ownerId !== undefined && { owner_id: change.ownerId }),
  ...(change.plan !== undefined && { plan: change.plan }),
  ...(change.lifecycle !== undefined && { lifecycle: change.lifecycle }),
  ...(change.recurringRevenue !== undefined && {
    revenue_minor: change.recurringRevenue?.amountMinor ?? null,
    revenue_currency: change.recurringRevenue?.currency ?? null,
  }),
  ...(change.renewalDate !== undefined && { renewal_date: change.renewalDate }),
  ...(change.health !== undefined && {
    health: change.health?.level ?? null,
    health_reason: change.health?.reason ?? null,
    health_at: change.health?.at ?? null,
    health_until: change.health?.until ?? null,
    health_by: change.health?.by ?? null,
  }),
  ...(change.traits !== undefined && { traits: encodeJson(change.traits) }),
});

const rowOf = (workspaceId: string, { id, name, at, ...rest }: NewAccount) => ({
  workspace_id: workspaceId,
  id,
  name,
  lifecycle: 'onboarding',
  traits: '{}',
  created_at: at,
  updated_at: at,
  revision: 1,
  ...columnsOf(rest),
});

/** @returns `false` when another account has this external id: nothing was written. */
export async function create(db: Db, workspaceId: string, account: NewAccount): Promise<boolean> {
  const row = await db
    .insertInto('account')
    .values(rowOf(workspaceId, account))
    .onConflict((conflict) => conflict.columns(['workspace_id', 'external_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Changes an account that still has the revision which the caller saw.
 * @returns the new revision; undefined when somebody else changed it since, or there is no such account.
 * @throws an error with the `unique` constraint when another account has this external id.
 */
export async function update(
  db: Db,
  workspaceId: string,
  id: string,
  expectedRevision: number,
  change: AccountChange,
  at: Instant,
): Promise<number | undefined> {
  const row = await db
    .updateTable('account')
    .set((eb) => ({ ...columnsOf(change), updated_at: at, revision: eb('revision', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('revision', '=', expectedRevision)
    .returning('revision')
    .executeTakeFirst();
  return row?.revision;
}

/** Which account an upsert met. */
export interface Upserted {
  id: string;
  revision: number;
  isNew: boolean;
}

/**
 * Creates the account with this external id, or changes the one that has it.
 * @param account - With the id of a new one and what is to be set either way; a new one without a name takes `externalId`.
 */
export async function putByExternalId(
  db: Db,
  workspaceId: string,
  externalId: string,
  account: Omit<NewAccount, 'name' | 'externalId'> & { name?: string | undefined },
): Promise<Upserted> {
  const { id, at, ...change } = account;
  const row = await db
    .insertInto('account')
    .values(rowOf(workspaceId, { ...account, name: account.name ?? externalId, externalId }))
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'external_id']).doUpdateSet((eb) => ({
        ...columnsOf(change),
        updated_at: at,
        revision: eb('account.revision', '+', 1),
      })),
    )
    .returning(['id', 'revision'])
    .executeTakeFirstOrThrow();
  return { ...row, isNew: row.id === id };
}

/** Takes a member's accounts away, because the member leaves. @returns how many there were. */
export async function releaseOwner(
  db: Db,
  workspaceId: string,
  ownerId: string,
  at: Instant,
): Promise<number> {
  const rows = await db
    .updateTable('account')
    .set((eb) => ({ owner_id: null, updated_at: at, revision: eb('revision', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('owner_id', '=', ownerId)
    .returning('id')
    .execute();
  return rows.length;
}
