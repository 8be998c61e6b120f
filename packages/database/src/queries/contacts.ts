import type { Asking } from '@banso/domain/decide';
import type { Traits } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import { sql } from 'kysely';
import { decodeTraits, encodeJson } from '../json.ts';
import type { Page, PageRequest, SortOrder } from '../sort-order.ts';
import { behind, pageOf } from '../sort-order.ts';
import type { Db } from '../tables.ts';
import { containing } from '../text-search.ts';
import type { Upserted } from './accounts.ts';

/** People who are known to different degrees; the same external id in two classes is two people. */
export type ContactIdentity = 'verified' | 'unverified' | 'anonymous';

/** A person who uses the customer's product. */
export interface ContactRecord {
  id: string;
  identity: ContactIdentity;
  /** The user id of the customer's product, or the browser's anonymous id. */
  externalId: string;
  name: string | null;
  email: string | null;
  locale: string | null;
  timeZone: string | null;
  account: { id: string; name: string } | null;
  traits: Traits;
  /** What the person has chosen themselves. */
  preferences: { asking: Asking; locale: string | null };
  /** Latest score of any NPS survey. */
  lastScore: number | null;
  lastScoreAt: Instant | null;
  firstSeenAt: Instant | null;
  lastSeenAt: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
  /** Counts the changes: what `update` expects. */
  revision: number;
  /** When this became nobody in particular; null: it is a person. */
  erasedAt: Instant | null;
  /** The team tries things as this person: what they answer counts nowhere. */
  isTest: boolean;
}

/** What can be set by hand; absent fields stay as they are. */
export interface ContactChange {
  name?: string | null | undefined;
  email?: string | null | undefined;
  locale?: string | null | undefined;
  accountId?: string | null | undefined;
  traits?: Traits | undefined;
  isTest?: boolean | undefined;
}

/** Absent fields do not filter. */
export interface ContactFilter {
  /** Part of the name, the e-mail address or the external id. */
  search?: string | undefined;
  accountId?: string | undefined;
  identity?: ContactIdentity | undefined;
}

export const CONTACT_SORTS = ['name', 'lastSeenAt', 'createdAt'] as const;
/** What a list of contacts is sorted by; contacts without the value come last in either direction. */
export interface ContactSort {
  by: (typeof CONTACT_SORTS)[number];
  direction: 'asc' | 'desc';
}

// Literals, not parameters: the index by `last_seen_at` is found by its very expression. `~` sorts behind every time, and
// U+10FFFD behind every name.
const VALUES = {
  name: {
    asc: sql<string>`coalesce(substr(lower(contact.name), 1, 50), '\u{10FFFD}')`,
    desc: sql<string>`coalesce(substr(lower(contact.name), 1, 50), '')`,
  },
  lastSeenAt: {
    asc: sql<string>`coalesce(contact.last_seen_at, '~')`,
    desc: sql<string>`coalesce(contact.last_seen_at, '')`,
  },
  createdAt: { asc: sql<string>`contact.created_at`, desc: sql<string>`contact.created_at` },
} as const;

const orderOf = ({ by, direction }: ContactSort): SortOrder => ({
  name: `contacts ${by} ${direction}`,
  value: VALUES[by][direction],
  kind: 'string',
  direction,
});

const selected = (db: Db, workspaceId: string) =>
  db
    .selectFrom('contact')
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'contact.workspace_id')
        .onRef('account.id', '=', 'contact.account_id'),
    )
    .selectAll('contact')
    .select('account.name as account_name')
    .where('contact.workspace_id', '=', workspaceId);

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

const recordOf = (row: Row): ContactRecord => ({
  id: row.id,
  identity: row.identity,
  externalId: row.external_id,
  name: row.name,
  email: row.email,
  locale: row.locale,
  timeZone: row.time_zone,
  account: row.account_id === null ? null : { id: row.account_id, name: row.account_name ?? '' },
  traits: decodeTraits(row.traits),
  preferences: { asking: row.asking, locale: row.chosen_locale },
  lastScore: row.last_score,
  lastScoreAt: row.last_score_at,
  firstSeenAt: row.first_seen_at,
  lastSeenAt: row.last_seen_at,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  revision: row.revision,
  erasedAt: row.erased_at,
  isTest: row.is_test === 1,
});

/** One contact; undefined when there is none. */
export async function find(db: Db, workspaceId: string, id: string): Promise<ContactRecord | undefined> {
  const row = await selected(db, workspaceId).where('contact.id', '=', id).executeTakeFirst();
  return row && recordOf(row);
}

/** The person with this external id in one class; undefined when there is none. */
export async function findByExternalId(
  db: Db,
  workspaceId: string,
  identity: ContactIdentity,
  externalId: string,
): Promise<ContactRecord | undefined> {
  const row = await selected(db, workspaceId)
    .where('contact.identity', '=', identity)
    .where('contact.external_id', '=', externalId)
    .executeTakeFirst();
  return row && recordOf(row);
}

/**
 * One page of contacts, sorted; equal ones by id. Letters sort by their code, capitals like small ones.
 * @throws {InvalidCursor} for a cursor of another list or order.
 */
export async function list(
  db: Db,
  workspaceId: string,
  filter: ContactFilter,
  sort: ContactSort,
  page: PageRequest,
): Promise<Page<ContactRecord>> {
  const { search, accountId, identity } = filter;
  const order = orderOf(sort);
  let query = selected(db, workspaceId)
    .select(sql<string>`${order.value}`.as('sort_value'))
    .where(behind(order, sql<string>`contact.id`, page));
  if (search !== undefined && search.trim() !== '') {
    const pattern = containing(search);
    query = query.where((eb) =>
      eb.or([
        sql<boolean>`lower(contact.name) like ${pattern} escape '\\'`,
        sql<boolean>`lower(contact.email) like ${pattern} escape '\\'`,
        sql<boolean>`lower(contact.external_id) like ${pattern} escape '\\'`,
      ]),
    );
  }
  if (accountId !== undefined) query = query.where('contact.account_id', '=', accountId);
  if (identity !== undefined) query = query.where('contact.identity', '=', identity);
  const rows = await query
    .orderBy(order.value, sort.direction)
    .orderBy('contact.id', sort.direction)
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows, page, order, recordOf);
}

/** How many contacts the workspace has, or one of its accounts. */
export async function count(db: Db, workspaceId: string, accountId?: string): Promise<number> {
  let query = db
    .selectFrom('contact')
    .select((eb) => eb.fn.countAll().as('contacts'))
    .where('workspace_id', '=', workspaceId);
  if (accountId !== undefined) query = query.where('account_id', '=', accountId);
  return Number((await query.executeTakeFirstOrThrow()).contacts);
}

/** A new contact; the rest of `ContactChange` is empty unless given. */
export interface NewContact extends ContactChange {
  id: string;
  identity: ContactIdentity;
  externalId: string;
  at: Instant;
}

const columnsOf = (change: ContactChange) => ({
  ...(change.name !== undefined && { name: change.name }),
  ...(change.email !== undefined && { email: change.email }),
  ...(change.locale !== undefined && { locale: change.locale }),
  ...(change.accountId !== undefined && { account_id: change.accountId }),
  ...(change.traits !== undefined && { traits: encodeJson(change.traits) }),
  ...(change.isTest !== undefined && { is_test: change.isTest ? (1 as const) : (0 as const) }),
});

const rowOf = (workspaceId: string, contact: NewContact) => ({
  workspace_id: workspaceId,
  id: contact.id,
  identity: contact.identity,
  external_id: contact.externalId,
  traits: '{}',
  visits: 0,
  visit_interruptions: 0,
  asking: 'usual' as const,
  created_at: contact.at,
  updated_at: contact.at,
  revision: 1,
  ...columnsOf(contact),
});

/**
 * @returns `false` when somebody of this class has this external id: nothing was written.
 * @throws an error with the `foreign-key` constraint when the account is not of this workspace.
 */
export async function create(db: Db, workspaceId: string, contact: NewContact): Promise<boolean> {
  const row = await db
    .insertInto('contact')
    .values(rowOf(workspaceId, contact))
    .onConflict((conflict) => conflict.columns(['workspace_id', 'identity', 'external_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Changes a contact that still has the revision which the caller saw.
 * @returns the new revision; undefined when somebody else changed it since, or there is no such contact.
 * @throws an error with the `foreign-key` constraint when the account is not of this workspace.
 */
export async function update(
  db: Db,
  workspaceId: string,
  id: string,
  expectedRevision: number,
  change: ContactChange,
  at: Instant,
): Promise<number | undefined> {
  const row = await db
    .updateTable('contact')
    .set((eb) => ({ ...columnsOf(change), updated_at: at, revision: eb('revision', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('revision', '=', expectedRevision)
    .returning('revision')
    .executeTakeFirst();
  return row?.revision;
}

/**
 * Creates the contact with this class and external id, or changes the one that has them. Throws as `update` does.
 * @param contact - With the id of a new one, and what is to be set either way.
 */
export async function putByExternalId(db: Db, workspaceId: string, contact: NewContact): Promise<Upserted> {
  const row = await db
    .insertInto('contact')
    .values(rowOf(workspaceId, contact))
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'identity', 'external_id']).doUpdateSet((eb) => ({
        ...columnsOf(contact),
        updated_at: contact.at,
        revision: eb('contact.revision', '+', 1),
      })),
    )
    .returning(['id', 'revision'])
    .executeTakeFirstOrThrow();
  return { ...row, isNew: row.id === contact.id };
}
