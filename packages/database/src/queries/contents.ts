import type { ChecklistBody, ContentKind, Delivery, ResourceBody, SurveyBody } from '@banso/domain/content';
import type { Day, Instant } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import type { Db, Tables } from '../tables.ts';

/** What an editor works on and a version freezes. */
export interface ContentDraft {
  defaultLocale: string;
  locales: string[];
  delivery: Delivery;
  body: ChecklistBody | SurveyBody | ResourceBody;
}

export type StoredStatus = Tables['content']['status'];

export interface ContentRecord {
  id: string;
  kind: ContentKind;
  slug: string;
  name: string;
  status: StoredStatus;
  draft: ContentDraft;
  /** Null before the first publication. */
  version: number | null;
  publishedAt: Instant | null;
  edited: boolean;
  createdAt: Instant;
  updatedAt: Instant;
  /** A member's id, or null when a key or the system wrote it. */
  updatedBy: string | null;
  revision: number;
}

export interface VersionRecord {
  contentId: string;
  version: number;
  draft: ContentDraft;
  publishedAt: Instant;
  publishedBy: string | null;
  note: string;
}

/** A content that customers can see or could still answer, in its published version. */
export interface PublishedRecord {
  id: string;
  kind: ContentKind;
  slug: string;
  name: string;
  status: StoredStatus;
  version: number;
  /** First publication. */
  publishedAt: Instant;
  draft: ContentDraft;
}

export type Metric = Tables['content_day']['metric'];

const parseDraft = (text: string): ContentDraft => JSON.parse(text) as ContentDraft;

function recordOf(row: Selectable<Tables['content']>): ContentRecord {
  return {
    id: row.id,
    kind: row.kind,
    slug: row.slug,
    name: row.name,
    status: row.status,
    draft: parseDraft(row.draft),
    version: row.version,
    publishedAt: row.published_at,
    edited: row.edited === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    revision: row.revision,
  };
}

function versionOf(row: Selectable<Tables['content_version']>): VersionRecord {
  return {
    contentId: row.content_id,
    version: row.version,
    draft: parseDraft(row.draft),
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    note: row.note,
  };
}

/** Adds a content; `false` when the slug is taken for this kind. */
export async function create(db: Db, workspaceId: string, content: ContentRecord): Promise<boolean> {
  const inserted = await db
    .insertInto('content')
    .values({
      workspace_id: workspaceId,
      id: content.id,
      kind: content.kind,
      slug: content.slug,
      name: content.name,
      status: content.status,
      draft: JSON.stringify(content.draft),
      version: content.version,
      published_at: content.publishedAt,
      edited: content.edited ? 1 : 0,
      created_at: content.createdAt,
      updated_at: content.updatedAt,
      updated_by: content.updatedBy,
      revision: content.revision,
    })
    .onConflict((oc) => oc.columns(['workspace_id', 'kind', 'slug']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** One content of this kind; undefined when there is none. */
export async function find(
  db: Db,
  workspaceId: string,
  kind: ContentKind,
  id: string,
): Promise<ContentRecord | undefined> {
  const row = await db
    .selectFrom('content')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Contents of one kind, newest first; archived ones only when asked for. `before` is the id after which to go on. */
export async function list(
  db: Db,
  workspaceId: string,
  kind: ContentKind,
  filter: { status?: StoredStatus | undefined; before?: string | undefined; limit: number },
): Promise<ContentRecord[]> {
  let query = db
    .selectFrom('content')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', kind);
  query = filter.status ? query.where('status', '=', filter.status) : query.where('status', '!=', 'archived');
  if (filter.before) query = query.where('id', '<', filter.before);
  const rows = await query.orderBy('id', 'desc').limit(filter.limit).execute();
  return rows.map(recordOf);
}

/** What may change in a draft. */
export interface ContentChange {
  name?: string | undefined;
  slug?: string | undefined;
  draft?: ContentDraft | undefined;
  status?: StoredStatus | undefined;
  version?: number | undefined;
  publishedAt?: Instant | undefined;
  edited?: boolean | undefined;
}

/** Changes a content if it still has this revision; `false` when somebody else was faster. */
export async function update(
  db: Db,
  workspaceId: string,
  id: string,
  revision: number,
  change: ContentChange,
  by: { at: Instant; member: string | null },
): Promise<boolean> {
  const updated = await db
    .updateTable('content')
    .set({
      ...(change.name !== undefined && { name: change.name }),
      ...(change.slug !== undefined && { slug: change.slug }),
      ...(change.draft !== undefined && { draft: JSON.stringify(change.draft) }),
      ...(change.status !== undefined && { status: change.status }),
      ...(change.version !== undefined && { version: change.version }),
      ...(change.publishedAt !== undefined && { published_at: change.publishedAt }),
      ...(change.edited !== undefined && { edited: change.edited ? 1 : 0 }),
      updated_at: by.at,
      updated_by: by.member,
      revision: revision + 1,
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

/** True when another content of this kind has the slug. */
export async function slugTaken(
  db: Db,
  workspaceId: string,
  kind: ContentKind,
  slug: string,
  exceptId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('content')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .where('id', '!=', exceptId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Deletes a content that was never published; `false` otherwise. */
export async function removeUnpublished(db: Db, workspaceId: string, id: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('content')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('version', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return removed !== undefined;
}

/** Freezes a version. Versions are never changed afterwards. */
export async function addVersion(db: Db, workspaceId: string, version: VersionRecord): Promise<void> {
  await db
    .insertInto('content_version')
    .values({
      workspace_id: workspaceId,
      content_id: version.contentId,
      version: version.version,
      draft: JSON.stringify(version.draft),
      published_at: version.publishedAt,
      published_by: version.publishedBy,
      note: version.note,
    })
    .execute();
}

/** Versions of one content, newest first. `before`: only older ones. */
export async function listVersions(
  db: Db,
  workspaceId: string,
  contentId: string,
  page: { before?: number | undefined; limit: number },
): Promise<VersionRecord[]> {
  let query = db
    .selectFrom('content_version')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('content_id', '=', contentId);
  if (page.before !== undefined) query = query.where('version', '<', page.before);
  const rows = await query.orderBy('version', 'desc').limit(page.limit).execute();
  return rows.map(versionOf);
}

/** One version; undefined when there is none. */
export async function findVersion(
  db: Db,
  workspaceId: string,
  contentId: string,
  version: number,
): Promise<VersionRecord | undefined> {
  const row = await db
    .selectFrom('content_version')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('content_id', '=', contentId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && versionOf(row);
}

/** Published and paused contents in their published version, older publication first. */
export async function listPublished(db: Db, workspaceId: string): Promise<PublishedRecord[]> {
  const rows = await db
    .selectFrom('content')
    .innerJoin('content_version', (join) =>
      join
        .onRef('content_version.workspace_id', '=', 'content.workspace_id')
        .onRef('content_version.content_id', '=', 'content.id')
        .onRef('content_version.version', '=', 'content.version'),
    )
    .select([
      'content.id',
      'content.kind',
      'content.slug',
      'content.name',
      'content.status',
      'content_version.version',
      'content.published_at',
      'content_version.draft',
    ])
    .where('content.workspace_id', '=', workspaceId)
    .where('content.status', 'in', ['published', 'paused'])
    .orderBy('content.published_at')
    .orderBy('content.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    slug: row.slug,
    name: row.name,
    status: row.status,
    version: row.version,
    publishedAt: row.published_at ?? '',
    draft: parseDraft(row.draft),
  }));
}

/** Sums of the day counters since a day, by content id and metric. */
export async function countsSince(
  db: Db,
  workspaceId: string,
  contentIds: readonly string[],
  since: Day,
): Promise<Map<string, Partial<Record<Metric, number>>>> {
  const sums = new Map<string, Partial<Record<Metric, number>>>();
  if (contentIds.length === 0) return sums;
  const rows = await db
    .selectFrom('content_day')
    .select(({ fn }) => ['content_id', 'metric', fn.sum<number>('count').as('total')])
    .where('workspace_id', '=', workspaceId)
    .where('content_id', 'in', contentIds)
    .where('day', '>=', since)
    .groupBy(['content_id', 'metric'])
    .execute();
  for (const row of rows)
    sums.set(row.content_id, { ...sums.get(row.content_id), [row.metric]: Number(row.total) });
  return sums;
}

/** Keeps a published file under its hash for ever; a known hash is left as it is. */
export async function putFile(
  db: Db,
  workspaceId: string,
  file: { hash: string; locale: string; body: string; createdAt: Instant },
): Promise<void> {
  await db
    .insertInto('content_file')
    .values({
      workspace_id: workspaceId,
      hash: file.hash,
      locale: file.locale,
      body: file.body,
      created_at: file.createdAt,
    })
    .onConflict((oc) => oc.columns(['workspace_id', 'hash']).doNothing())
    .execute();
}

/** The text of a published file; undefined when there never was one with this hash. */
export async function findFile(db: Db, workspaceId: string, hash: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('content_file')
    .select('body')
    .where('workspace_id', '=', workspaceId)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row?.body;
}

/** One metric of one content over whole UTC days, both ends included. */
export async function countBetween(
  db: Db,
  workspaceId: string,
  contentId: string,
  metric: Metric,
  from: Day,
  to: Day,
): Promise<number> {
  const row = await db
    .selectFrom('content_day')
    .select(({ fn }) => fn.sum<number | null>('count').as('total'))
    .where('workspace_id', '=', workspaceId)
    .where('content_id', '=', contentId)
    .where('metric', '=', metric)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .executeTakeFirst();
  return Number(row?.total ?? 0);
}
