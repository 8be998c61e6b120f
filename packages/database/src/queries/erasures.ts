import type { Instant } from '@banso/domain/time';
import { sql } from 'kysely';
import { bulkInsertIgnore, bulkSelect } from '../bulk.ts';
import type { Page, PageRequest, SortOrder } from '../sort-order.ts';
import { behind, pageOf } from '../sort-order.ts';
import type { Db } from '../tables.ts';
import type { ContactIdentity } from './contacts.ts';

/** What became of a wish: `lifted` was carried out, and the user id may come back. */
export const ERASURE_STATUSES = ['open', 'withdrawn', 'carried_out', 'lifted'] as const;
export type ErasureStatus = (typeof ERASURE_STATUSES)[number];

/** A person's wish to be erased, and what became of it. */
export interface ErasureRecord {
  id: string;
  contact: {
    id: string;
    identity: ContactIdentity;
    externalId: string;
    name: string | null;
    email: string | null;
    erasedAt: Instant | null;
  };
  account: { id: string; name: string } | null;
  /** Who wished it: the person in the widget, or a member of the team on their behalf. */
  source: 'contact' | 'member';
  status: ErasureStatus;
  requestedAt: Instant;
  withdrawnAt: Instant | null;
  carriedOutAt: Instant | null;
  /** Id of the member. */
  carriedOutBy: string | null;
  liftedAt: Instant | null;
  /** Id of the member. */
  liftedBy: string | null;
}

/** A wish as the recorder keeps it. */
export interface RequestRecord {
  id: string;
  contactId: string;
  requestedAt: Instant;
  withdrawnAt: Instant | null;
}

/** Absent fields do not filter. */
export interface ErasureFilter {
  status?: ErasureStatus | undefined;
  contactId?: string | undefined;
}

// The index is found by its very expression: what is open sorts before all the rest, then by time.
const PLACE = sql<string>`((case when erasure.withdrawn_at is null and erasure.carried_out_at is null then '1 ' else '0 ' end) || erasure.requested_at)`;
const OPEN = '1 ';
const ORDER: SortOrder = { name: 'erasures', value: PLACE, kind: 'string', direction: 'desc' };

const selected = (db: Db, workspaceId: string) =>
  db
    .selectFrom('erasure')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'erasure.workspace_id')
        .onRef('contact.id', '=', 'erasure.contact_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'contact.workspace_id')
        .onRef('account.id', '=', 'contact.account_id'),
    )
    .selectAll('erasure')
    .select([
      'contact.identity',
      'contact.external_id',
      'contact.name',
      'contact.email',
      'contact.erased_at',
      'account.id as account_id',
      'account.name as account_name',
      PLACE.as('sort_value'),
    ])
    .where('erasure.workspace_id', '=', workspaceId);

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

function statusOf({ withdrawn_at, carried_out_at, lifted_at }: Row): ErasureStatus {
  if (lifted_at !== null) return 'lifted';
  if (carried_out_at !== null) return 'carried_out';
  return withdrawn_at === null ? 'open' : 'withdrawn';
}

const recordOf = (row: Row): ErasureRecord => ({
  id: row.id,
  contact: {
    id: row.contact_id,
    identity: row.identity,
    externalId: row.external_id,
    name: row.name,
    email: row.email,
    erasedAt: row.erased_at,
  },
  account:
    row.account_id === null || row.account_name === null
      ? null
      : { id: row.account_id, name: row.account_name },
  source: row.source,
  status: statusOf(row),
  requestedAt: row.requested_at,
  withdrawnAt: row.withdrawn_at,
  carriedOutAt: row.carried_out_at,
  carriedOutBy: row.carried_out_by,
  liftedAt: row.lifted_at,
  liftedBy: row.lifted_by,
});

/**
 * Wishes: the open ones first, then by the time of the wish, the newest first.
 * @throws {InvalidCursor} for a cursor of another list.
 */
export async function list(
  db: Db,
  workspaceId: string,
  { status, contactId }: ErasureFilter,
  page: PageRequest,
): Promise<Page<ErasureRecord>> {
  let query = selected(db, workspaceId).where(behind(ORDER, sql<string>`erasure.id`, page));
  if (contactId !== undefined) query = query.where('erasure.contact_id', '=', contactId);
  if (status === 'open') query = query.where(PLACE, '>=', OPEN);
  if (status === 'withdrawn') query = query.where('erasure.withdrawn_at', 'is not', null);
  if (status === 'carried_out')
    query = query.where('erasure.carried_out_at', 'is not', null).where('erasure.lifted_at', 'is', null);
  if (status === 'lifted') query = query.where('erasure.lifted_at', 'is not', null);
  const rows = await query
    .orderBy(PLACE, 'desc')
    .orderBy('erasure.id', 'desc')
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows, page, ORDER, recordOf);
}

/** Open wishes, the oldest first. */
export async function listOpen(db: Db, workspaceId: string, limit: number): Promise<ErasureRecord[]> {
  const rows = await selected(db, workspaceId)
    .where(PLACE, '>=', OPEN)
    .orderBy(PLACE)
    .orderBy('erasure.id')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}

/** One wish; undefined when there is none. */
export async function find(db: Db, workspaceId: string, id: string): Promise<ErasureRecord | undefined> {
  const row = await selected(db, workspaceId).where('erasure.id', '=', id).executeTakeFirst();
  return row && recordOf(row);
}

/** The open wish of a person; undefined when there is none. */
export async function findOpen(
  db: Db,
  workspaceId: string,
  contactId: string,
): Promise<ErasureRecord | undefined> {
  const row = await selected(db, workspaceId)
    .where('erasure.contact_id', '=', contactId)
    .where(PLACE, '>=', OPEN)
    .executeTakeFirst();
  return row && recordOf(row);
}

const REQUEST = ['id', 'contact_id', 'requested_at', 'withdrawn_at', 'carried_out_at'] as const;
const selectOf = bulkSelect('erasure', REQUEST, ['workspace_id', 'contact_id']);
const insertRequests = bulkInsertIgnore(
  'erasure',
  ['workspace_id', 'id', 'contact_id', 'source', 'requested_at', 'withdrawn_at'],
  ['workspace_id', 'id'],
);

/** The open wishes of these people, in no order. */
export async function openOf(
  db: Db,
  workspaceId: string,
  contactIds: readonly string[],
): Promise<RequestRecord[]> {
  const rows = await selectOf(
    db,
    contactIds.map((contact_id) => ({ workspace_id: workspaceId, contact_id })),
  );
  return rows
    .filter((row) => row.withdrawn_at === null && row.carried_out_at === null)
    .map((row) => ({
      id: row.id,
      contactId: row.contact_id,
      requestedAt: row.requested_at,
      withdrawnAt: row.withdrawn_at,
    }));
}

/** Writes what people wished, and what they took back. */
export async function put(db: Db, workspaceId: string, requests: readonly RequestRecord[]): Promise<void> {
  const inserted = await insertRequests(
    db,
    requests.map((request) => ({
      workspace_id: workspaceId,
      id: request.id,
      contact_id: request.contactId,
      source: 'contact' as const,
      requested_at: request.requestedAt,
      withdrawn_at: request.withdrawnAt,
    })),
  );
  const isNew = new Set(inserted.map(({ id }) => id));
  for (const { id, withdrawnAt } of requests.filter((request) => !isNew.has(request.id)))
    await db
      .updateTable('erasure')
      .set({ withdrawn_at: withdrawnAt })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .where('carried_out_at', 'is', null)
      .execute();
}

/** What is written down of a wish that is carried out. */
export interface CarriedOut {
  /** Of the open wish, or a new one. */
  id: string;
  contactId: string;
  at: Instant;
  /** The member. */
  by: string;
  tombstone: string;
}

/** Notes that a wish is carried out; a wish that nobody wrote down before is a member's. */
export async function carryOut(db: Db, workspaceId: string, done: CarriedOut): Promise<void> {
  const fate = { carried_out_at: done.at, carried_out_by: done.by, tombstone: done.tombstone };
  await db
    .insertInto('erasure')
    .values({
      workspace_id: workspaceId,
      id: done.id,
      contact_id: done.contactId,
      source: 'member',
      requested_at: done.at,
      ...fate,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doUpdateSet(fate))
    .execute();
}

const selectTombstones = bulkSelect('erasure', ['tombstone', 'lifted_at'], ['workspace_id', 'tombstone']);

/** Those of these tombstones that stand. */
export async function standing(
  db: Db,
  workspaceId: string,
  tombstones: readonly string[],
): Promise<Set<string>> {
  const rows = await selectTombstones(
    db,
    tombstones.map((tombstone) => ({ workspace_id: workspaceId, tombstone })),
  );
  return new Set(
    rows.flatMap(({ tombstone, lifted_at }) => (tombstone === null || lifted_at !== null ? [] : [tombstone])),
  );
}

/** Lets the user id in again. @returns `false` when there is no tombstone that stands. */
export async function lift(
  db: Db,
  workspaceId: string,
  id: string,
  { at, by }: { at: Instant; by: string },
): Promise<boolean> {
  const lifted = await db
    .updateTable('erasure')
    // the hash has done its work
    .set({ lifted_at: at, lifted_by: by, tombstone: null })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('tombstone', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  return lifted !== undefined;
}
