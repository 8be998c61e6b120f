import { tagKey } from '@banso/domain/content';
import type { Instant } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import type { Db, Tables } from '../tables.ts';

/** Members of a workspace's team under a name, who share what comes in. */
export interface TeamRecord {
  id: string;
  name: string;
  /** In no order that means anything. */
  memberIds: readonly string[];
  /** It gets nothing new any more; null: it does. */
  archivedAt: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
  revision: number;
}

const recordOf = (row: Selectable<Tables['team']>, memberIds: readonly string[]): TeamRecord => ({
  id: row.id,
  name: row.name,
  memberIds,
  archivedAt: row.archived_at,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  revision: row.revision,
});

/** Every team of the workspace by its name, archived ones among them. */
export async function list(db: Db, workspaceId: string): Promise<TeamRecord[]> {
  const rows = await db
    .selectFrom('team')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('key')
    .execute();
  const members = await db
    .selectFrom('team_member')
    .select(['team_id', 'member_id'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('member_id')
    .execute();
  const inside = Map.groupBy(members, ({ team_id }) => team_id);
  return rows.map((row) =>
    recordOf(
      row,
      (inside.get(row.id) ?? []).map(({ member_id }) => member_id),
    ),
  );
}

/** One team; undefined when there is none. */
export async function find(db: Db, workspaceId: string, id: string): Promise<TeamRecord | undefined> {
  return (await list(db, workspaceId)).find((one) => one.id === id);
}

/** Adds a team. @throws a broken `unique` constraint when another one has the name, whatever its case and width. */
export async function add(db: Db, workspaceId: string, team: TeamRecord): Promise<void> {
  await db
    .insertInto('team')
    .values({
      workspace_id: workspaceId,
      id: team.id,
      key: tagKey(team.name),
      name: team.name,
      archived_at: team.archivedAt,
      created_at: team.createdAt,
      updated_at: team.updatedAt,
      revision: team.revision,
    })
    .execute();
  await putMembers(db, workspaceId, team);
}

/**
 * Writes a changed team, one revision later.
 * @returns false when somebody else changed it since.
 * @throws a broken `unique` constraint when another one has the name.
 */
export async function update(db: Db, workspaceId: string, team: TeamRecord): Promise<boolean> {
  const done = await db
    .updateTable('team')
    .set({
      key: tagKey(team.name),
      name: team.name,
      archived_at: team.archivedAt,
      updated_at: team.updatedAt,
      revision: team.revision + 1,
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', team.id)
    .where('revision', '=', team.revision)
    .returning('id')
    .executeTakeFirst();
  if (!done) return false;
  await db
    .deleteFrom('team_member')
    .where('workspace_id', '=', workspaceId)
    .where('team_id', '=', team.id)
    .execute();
  await putMembers(db, workspaceId, team);
  return true;
}

async function putMembers(db: Db, workspaceId: string, { id, memberIds }: TeamRecord): Promise<void> {
  if (memberIds.length === 0) return;
  await db
    .insertInto('team_member')
    .values(memberIds.map((member_id) => ({ workspace_id: workspaceId, team_id: id, member_id })))
    .execute();
}

/** Takes a member who leaves out of every team. */
export async function release(db: Db, workspaceId: string, memberId: string): Promise<void> {
  await db
    .deleteFrom('team_member')
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', memberId)
    .execute();
}
