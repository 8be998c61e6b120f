import type { Instant } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import { decodeRecord, encodeJson } from '../json.ts';
import type { Db, Tables } from '../tables.ts';

/** What a list of the console was narrowed down to, under a name. */
export interface SavedViewRecord {
  id: string;
  /** Which list it is of: `feedback`, `cases`. */
  page: string;
  name: string;
  /** The state of the list, as its address has it. */
  query: Readonly<Record<string, string>>;
  /** The member who saved it. */
  ownerId: string;
  /** Everybody in the workspace sees it. */
  isShared: boolean;
  createdAt: Instant;
  updatedAt: Instant;
}

const recordOf = (row: Selectable<Tables['saved_view']>): SavedViewRecord => ({
  id: row.id,
  page: row.page,
  name: row.name,
  query: decodeRecord(row.query) as Record<string, string>,
  ownerId: row.owner_id,
  isShared: row.shared === 1,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

/** The views of one list that a member sees: their own and the shared ones, the oldest first. */
export async function list(
  db: Db,
  workspaceId: string,
  page: string,
  memberId: string,
): Promise<SavedViewRecord[]> {
  const rows = await db
    .selectFrom('saved_view')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('page', '=', page)
    .where((eb) => eb.or([eb('shared', '=', 1), eb('owner_id', '=', memberId)]))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(recordOf);
}

/** One view that this member sees; undefined when there is none. */
export async function find(
  db: Db,
  workspaceId: string,
  id: string,
  memberId: string,
): Promise<SavedViewRecord | undefined> {
  const row = await db
    .selectFrom('saved_view')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('shared', '=', 1), eb('owner_id', '=', memberId)]))
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Saves a view, in the place of one with its id. */
export async function put(db: Db, workspaceId: string, view: SavedViewRecord): Promise<void> {
  const changing = {
    name: view.name,
    query: encodeJson(view.query),
    shared: view.isShared ? (1 as const) : (0 as const),
    updated_at: view.updatedAt,
  };
  await db
    .insertInto('saved_view')
    .values({
      workspace_id: workspaceId,
      id: view.id,
      page: view.page,
      owner_id: view.ownerId,
      created_at: view.createdAt,
      ...changing,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doUpdateSet(changing))
    .execute();
}

/** Deletes a view. */
export async function remove(db: Db, workspaceId: string, id: string): Promise<void> {
  await db.deleteFrom('saved_view').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

/** Deletes the views that nobody but a member sees, who is about to leave. */
export async function removePersonal(db: Db, workspaceId: string, memberId: string): Promise<void> {
  await db
    .deleteFrom('saved_view')
    .where('workspace_id', '=', workspaceId)
    .where('owner_id', '=', memberId)
    .where('shared', '=', 0)
    .execute();
}
