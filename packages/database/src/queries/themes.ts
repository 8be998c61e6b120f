import type { Instant } from '@banso/domain/time';
import { addMs } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import { isPostgres } from '../is-postgres.ts';
import type { Db, Tables } from '../tables.ts';
import type { WorkspaceRecord } from './workspaces.ts';

/** What a theme says, as the contract's `Theme` does. */
export type Look = WorkspaceRecord['theme'];

/** A named look of the widget. */
export interface ThemeRecord {
  id: string;
  /** What files call it, whatever it is renamed to. */
  slug: string;
  name: string;
  look: Look;
  /** Worn by everything that chooses none; the workspace has one. */
  isDefault: boolean;
  createdAt: Instant;
  updatedAt: Instant;
  /** The member who changed it last; null: a key, or nobody yet. */
  updatedBy: string | null;
  revision: number;
}

const recordOf = (row: Selectable<Tables['theme']>): ThemeRecord => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  look: JSON.parse(row.look) as Look,
  isDefault: row.is_default === 1,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by,
  revision: row.revision,
});

/** Every theme of the workspace: the default one, then the others by name. */
export async function list(db: Db, workspaceId: string): Promise<ThemeRecord[]> {
  const rows = await db
    .selectFrom('theme')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('is_default', 'desc')
    .orderBy('name')
    .execute();
  return rows.map(recordOf);
}

/** {@link list} in a transaction that changes one of them: no other transaction does meanwhile. */
export async function listToChange(db: Db, workspaceId: string): Promise<ThemeRecord[]> {
  const query = db.selectFrom('theme').selectAll().where('workspace_id', '=', workspaceId).orderBy('id');
  // SQLite has one writer
  const rows = await (isPostgres(db) ? query.forUpdate() : query).execute();
  return rows.map(recordOf);
}

/** What the themes of the workspace say, by their ids. */
export async function looks(db: Db, workspaceId: string): Promise<ReadonlyMap<string, Look>> {
  const rows = await db
    .selectFrom('theme')
    .select(['id', 'look'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  return new Map(rows.map(({ id, look }) => [id, JSON.parse(look) as Look]));
}

/** Gives a workspace that is new the theme that it wears by default. */
export async function createDefault(db: Db, workspaceId: string, look: Look, at: Instant): Promise<void> {
  await create(db, workspaceId, {
    id: `thm_${workspaceId.slice(3)}`,
    slug: 'default',
    name: 'Default',
    look,
    isDefault: true,
    createdAt: at,
    updatedAt: at,
    updatedBy: null,
    revision: 1,
  });
}

/** Adds a theme. @throws a broken `unique` constraint when another one has the name or the slug. */
export async function create(db: Db, workspaceId: string, theme: ThemeRecord): Promise<void> {
  await db
    .insertInto('theme')
    .values({
      workspace_id: workspaceId,
      id: theme.id,
      slug: theme.slug,
      name: theme.name,
      look: JSON.stringify(theme.look),
      is_default: theme.isDefault ? 1 : 0,
      created_at: theme.createdAt,
      updated_at: theme.updatedAt,
      updated_by: theme.updatedBy,
      revision: theme.revision,
    })
    .execute();
}

/** What may change in a theme. */
export interface ThemeChange {
  slug?: string | undefined;
  name?: string | undefined;
  look?: Look | undefined;
  /** It becomes the default one, and that which was is no more. */
  isDefault?: true | undefined;
}

/** Changes a theme. @throws a broken `unique` constraint when another one has the name or the slug. */
export async function update(
  db: Db,
  workspaceId: string,
  id: string,
  { slug, name, look, isDefault }: ThemeChange,
  by: { at: Instant; member: string | null },
): Promise<void> {
  if (isDefault)
    await db
      .updateTable('theme')
      .set((eb) => ({ is_default: 0, revision: eb('revision', '+', 1) }))
      .where('workspace_id', '=', workspaceId)
      .where('is_default', '=', 1)
      .where('id', '!=', id)
      .execute();
  const changed = await db
    .updateTable('theme')
    .set((eb) => ({
      ...(slug !== undefined && { slug }),
      ...(name !== undefined && { name }),
      ...(look !== undefined && { look: JSON.stringify(look) }),
      ...(isDefault && { is_default: 1 }),
      updated_at: by.at,
      updated_by: by.member,
      revision: eb('revision', '+', 1),
    }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .returning(['is_default', 'look'])
    .executeTakeFirst();
  if (changed?.is_default === 1 && (isDefault || look !== undefined))
    await tellWorkspace(db, workspaceId, changed.look, by.at);
}

/** The workspace's own row carries the look of its default theme: every session needs it. */
async function tellWorkspace(db: Db, workspaceId: string, look: string, at: Instant): Promise<void> {
  const row = await db
    .selectFrom('workspace')
    .select('updated_at')
    .where('id', '=', workspaceId)
    .executeTakeFirst();
  if (!row) return;
  const updatedAt = at > row.updated_at ? at : addMs(row.updated_at, 1);
  await db
    .updateTable('workspace')
    .set({ theme: look, updated_at: updatedAt })
    .where('id', '=', workspaceId)
    .execute();
}

/** Gives the default theme the look that was put on the workspace itself. */
export async function putDefaultLook(
  db: Db,
  workspaceId: string,
  look: Look,
  by: { at: Instant; member: string | null },
): Promise<void> {
  await db
    .updateTable('theme')
    .set((eb) => ({
      look: JSON.stringify(look),
      updated_at: by.at,
      updated_by: by.member,
      revision: eb('revision', '+', 1),
    }))
    .where('workspace_id', '=', workspaceId)
    .where('is_default', '=', 1)
    .execute();
}

/** Deletes a theme. */
export async function remove(db: Db, workspaceId: string, id: string): Promise<void> {
  await db.deleteFrom('theme').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}
