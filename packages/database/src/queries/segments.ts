import type { ContentKind } from '@banso/domain/content';
import type { Condition, Segments } from '@banso/domain/targeting';
import type { Instant } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import { isPostgres } from '../is-postgres.ts';
import type { Db, Tables } from '../tables.ts';
import type { ContentDraft } from './contents.ts';

/** A saved audience. */
export interface SegmentRecord {
  id: string;
  /** What files call it, whatever it is renamed to. */
  slug: string;
  name: string;
  description: string;
  condition: Condition;
  createdAt: Instant;
  updatedAt: Instant;
  /** The member who changed it last; null: a key. */
  updatedBy: string | null;
  revision: number;
}

const recordOf = (row: Selectable<Tables['segment']>): SegmentRecord => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  description: row.description,
  condition: JSON.parse(row.condition) as Condition,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by,
  revision: row.revision,
});

/** Every segment of the workspace, by name. */
export async function list(db: Db, workspaceId: string): Promise<SegmentRecord[]> {
  const rows = await db
    .selectFrom('segment')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('name')
    .execute();
  return rows.map(recordOf);
}

/** What the segments of the workspace ask for. */
export async function conditions(db: Db, workspaceId: string): Promise<Segments> {
  const rows = await db
    .selectFrom('segment')
    .select(['id', 'condition'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  return new Map(rows.map(({ id, condition }) => [id, JSON.parse(condition) as Condition]));
}

/** {@link list} in a transaction that changes one of them: what they need of each other stays as it is until its end. */
export async function listToChange(db: Db, workspaceId: string): Promise<SegmentRecord[]> {
  const query = db.selectFrom('segment').selectAll().where('workspace_id', '=', workspaceId).orderBy('id');
  // SQLite has one writer
  const rows = await (isPostgres(db) ? query.forUpdate() : query).execute();
  return rows.map(recordOf);
}

/** Adds a segment. @throws a broken `unique` constraint when another one has the name or the slug. */
export async function create(db: Db, workspaceId: string, segment: SegmentRecord): Promise<void> {
  await db
    .insertInto('segment')
    .values({
      workspace_id: workspaceId,
      id: segment.id,
      slug: segment.slug,
      name: segment.name,
      description: segment.description,
      condition: JSON.stringify(segment.condition),
      created_at: segment.createdAt,
      updated_at: segment.updatedAt,
      updated_by: segment.updatedBy,
      revision: segment.revision,
    })
    .execute();
}

/** What may change in a segment. */
export interface SegmentChange {
  slug?: string | undefined;
  name?: string | undefined;
  description?: string | undefined;
  condition?: Condition | undefined;
}

/** Changes a segment. @throws a broken `unique` constraint when another one has the name or the slug. */
export async function update(
  db: Db,
  workspaceId: string,
  id: string,
  { slug, name, description, condition }: SegmentChange,
  by: { at: Instant; member: string | null },
): Promise<void> {
  await db
    .updateTable('segment')
    .set((eb) => ({
      ...(slug !== undefined && { slug }),
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
      ...(condition !== undefined && { condition: JSON.stringify(condition) }),
      updated_at: by.at,
      updated_by: by.member,
      revision: eb('revision', '+', 1),
    }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Deletes a segment. */
export async function remove(db: Db, workspaceId: string, id: string): Promise<void> {
  await db.deleteFrom('segment').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

/** A content with the drafts of it in which an id may stand. */
export interface ContentNaming {
  id: string;
  kind: ContentKind;
  name: string;
  draft: ContentDraft;
  /** Versions that customers see, or that wait for their time. */
  onShow: ContentDraft[];
}

/** Contents that are not archived and in which one of these ids stands, wherever it does, by name. */
export async function listNaming(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<ContentNaming[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('content')
    .leftJoin('content_version', (join) =>
      join
        .onRef('content_version.workspace_id', '=', 'content.workspace_id')
        .onRef('content_version.content_id', '=', 'content.id')
        .on('content.status', '!=', 'draft')
        .on((eb) =>
          eb.or([
            eb('content_version.version', '=', eb.ref('content.version')),
            eb('content_version.version', '=', eb.ref('content.next_version')),
          ]),
        ),
    )
    .select(['content.id', 'content.kind', 'content.name', 'content.draft'])
    .select('content_version.draft as version_draft')
    .where('content.workspace_id', '=', workspaceId)
    .where('content.status', '!=', 'archived')
    .where((eb) =>
      eb.or(
        ids.flatMap((id) => [
          eb('content.draft', 'like', `%${id}%`),
          eb('content_version.draft', 'like', `%${id}%`),
        ]),
      ),
    )
    .orderBy('content.name')
    .orderBy('content.id')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((versions) => {
    const [first] = versions;
    if (!first) return [];
    const { id, kind, name, draft } = first;
    const onShow = versions.flatMap(({ version_draft }) =>
      version_draft === null ? [] : [JSON.parse(version_draft) as ContentDraft],
    );
    return [{ id, kind, name, draft: JSON.parse(draft) as ContentDraft, onShow }];
  });
}
