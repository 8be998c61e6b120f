import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Db, JsonText } from '../tables.ts';

/**
 * Takes ids of one person off every list that a condition holds: in segments, in drafts, and in the versions that drafts
 * became, which say the same of everybody else.
 */
export async function eraseFromLists(db: Db, workspaceId: string, ids: readonly string[]): Promise<void> {
  const holds = (column: RawBuilder<string>) => {
    const quoted = ids.map((id) => `%${JSON.stringify(id).replace(/[\\%_]/g, '\\$&')}%`);
    return sql<boolean>`(${sql.join(
      quoted.map((pattern) => sql`${column} like ${pattern} escape '\\'`),
      sql` or `,
    )})`;
  };
  const segments = await db
    .selectFrom('segment')
    .select(['id', 'condition'])
    .where('workspace_id', '=', workspaceId)
    .where(holds(sql.ref('condition')))
    .execute();
  for (const { id, condition } of segments)
    await db
      .updateTable('segment')
      .set({ condition: withoutIds(condition, ids) })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .execute();
  const drafts = await db
    .selectFrom('content')
    .select(['id', 'draft'])
    .where('workspace_id', '=', workspaceId)
    .where(holds(sql.ref('draft')))
    .execute();
  for (const { id, draft } of drafts)
    await db
      .updateTable('content')
      .set({ draft: withoutIds(draft, ids) })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .execute();
  const versions = await db
    .selectFrom('content_version')
    .select(['content_id', 'version', 'draft'])
    .where('workspace_id', '=', workspaceId)
    .where(holds(sql.ref('draft')))
    .execute();
  for (const { content_id, version, draft } of versions)
    await db
      .updateTable('content_version')
      .set({ draft: withoutIds(draft, ids) })
      .where('workspace_id', '=', workspaceId)
      .where('content_id', '=', content_id)
      .where('version', '=', version)
      .execute();
}

function withoutIds(json: JsonText, ids: readonly string[]): JsonText {
  return JSON.stringify(JSON.parse(json), function (this: unknown, key, value: unknown) {
    const isList = key === 'ids' && (this as { type?: unknown }).type === 'list' && Array.isArray(value);
    return isList ? value.filter((id) => !ids.includes(`${id}`)) : value;
  });
}
