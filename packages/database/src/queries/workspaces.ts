import type { Instant } from '@banso/domain/time';
import type { Kysely, Selectable } from 'kysely';
import type { ControlTables } from '../tables.ts';

export interface WorkspaceRecord {
  id: string;
  organisationId: string;
  name: string;
  identityMode: 'required' | 'measure';
  defaultLocale: string;
  locales: string[];
  timeZone: string;
  /** The widget's look, as the contract's `Theme` says. */
  theme: Record<string, string | number>;
  createdAt: Instant;
  updatedAt: Instant;
}

const recordOf = (row: Selectable<ControlTables['workspace']>): WorkspaceRecord => ({
  id: row.id,
  organisationId: row.organisation_id,
  name: row.name,
  identityMode: row.identity_mode === 'measure' ? 'measure' : 'required',
  defaultLocale: row.default_locale,
  locales: JSON.parse(row.locales) as string[],
  timeZone: row.time_zone,
  theme: JSON.parse(row.theme) as WorkspaceRecord['theme'],
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});

export async function create(db: Kysely<ControlTables>, workspace: WorkspaceRecord): Promise<void> {
  await db
    .insertInto('workspace')
    .values({
      id: workspace.id,
      organisation_id: workspace.organisationId,
      name: workspace.name,
      identity_mode: workspace.identityMode,
      default_locale: workspace.defaultLocale,
      locales: JSON.stringify(workspace.locales),
      time_zone: workspace.timeZone,
      theme: JSON.stringify(workspace.theme),
      created_at: workspace.createdAt,
      updated_at: workspace.updatedAt,
    })
    .execute();
}

/** One workspace, whatever its organisation; undefined when there is none. */
export async function find(db: Kysely<ControlTables>, id: string): Promise<WorkspaceRecord | undefined> {
  const row = await db.selectFrom('workspace').selectAll().where('id', '=', id).executeTakeFirst();
  return row && recordOf(row);
}

/** Workspaces of an organisation, oldest first. `after` is the id after which to go on. */
export async function list(
  db: Kysely<ControlTables>,
  organisationId: string,
  page: { after?: string | undefined; limit: number },
): Promise<WorkspaceRecord[]> {
  let query = db.selectFrom('workspace').selectAll().where('organisation_id', '=', organisationId);
  if (page.after !== undefined) query = query.where('id', '>', page.after);
  const rows = await query.orderBy('id').limit(page.limit).execute();
  return rows.map(recordOf);
}

/** Ids of every workspace of an organisation, or of all organisations, ascending. */
export async function listIds(db: Kysely<ControlTables>, organisationId?: string): Promise<string[]> {
  let query = db.selectFrom('workspace').select('id');
  if (organisationId !== undefined) query = query.where('organisation_id', '=', organisationId);
  const rows = await query.orderBy('id').execute();
  return rows.map((row) => row.id);
}

export type WorkspaceChange = Partial<
  Pick<WorkspaceRecord, 'name' | 'identityMode' | 'defaultLocale' | 'locales' | 'timeZone' | 'theme'>
>;

/**
 * Changes a workspace that was last changed at `seenAt`.
 * @returns `false` when somebody else changed it since.
 */
export async function update(
  db: Kysely<ControlTables>,
  id: string,
  seenAt: Instant,
  change: WorkspaceChange,
  updatedAt: Instant,
): Promise<boolean> {
  const row = await db
    .updateTable('workspace')
    .set({
      ...(change.name !== undefined && { name: change.name }),
      ...(change.identityMode !== undefined && { identity_mode: change.identityMode }),
      ...(change.defaultLocale !== undefined && { default_locale: change.defaultLocale }),
      ...(change.locales !== undefined && { locales: JSON.stringify(change.locales) }),
      ...(change.timeZone !== undefined && { time_zone: change.timeZone }),
      ...(change.theme !== undefined && { theme: JSON.stringify(change.theme) }),
      updated_at: updatedAt,
    })
    .where('id', '=', id)
    .where('updated_at', '=', seenAt)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Holds the workspace's row until the transaction ends, so that rules over all of its keys are judged by one transaction at
 * a time.
 */
export async function lock(db: Kysely<ControlTables>, id: string): Promise<void> {
  await db
    .updateTable('workspace')
    .set((eb) => ({ name: eb.ref('name') }))
    .where('id', '=', id)
    .execute();
}
