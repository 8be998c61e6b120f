import type { Instant } from '@banso/domain/time';
import type { Kysely, Selectable } from 'kysely';
import type { ControlTables } from '../tables.ts';

export interface OrganisationRecord {
  id: string;
  name: string;
  createdAt: Instant;
}

const recordOf = (row: Selectable<ControlTables['organisation']>): OrganisationRecord => ({
  id: row.id,
  name: row.name,
  createdAt: row.created_at,
});

export async function create(db: Kysely<ControlTables>, organisation: OrganisationRecord): Promise<void> {
  await db
    .insertInto('organisation')
    .values({ id: organisation.id, name: organisation.name, created_at: organisation.createdAt })
    .execute();
}

/** One organisation; undefined when there is none. */
export async function find(db: Kysely<ControlTables>, id: string): Promise<OrganisationRecord | undefined> {
  const row = await db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst();
  return row && recordOf(row);
}

/** Gives it another name; `false` when there is no such organisation. */
export async function rename(db: Kysely<ControlTables>, id: string, name: string): Promise<boolean> {
  const row = await db
    .updateTable('organisation')
    .set({ name })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Holds the organisation's row until the transaction ends, so that rules over all its members ("one owner stays") are
 * judged by one transaction at a time.
 */
export async function lock(db: Kysely<ControlTables>, id: string): Promise<void> {
  await db
    .updateTable('organisation')
    .set((eb) => ({ name: eb.ref('name') }))
    .where('id', '=', id)
    .execute();
}

/** Ids of every organisation, ascending. */
export async function listIds(db: Kysely<ControlTables>): Promise<string[]> {
  const rows = await db.selectFrom('organisation').select('id').orderBy('id').execute();
  return rows.map((row) => row.id);
}
