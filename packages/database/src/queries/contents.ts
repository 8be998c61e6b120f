import type { ContentBodies, ContentKind, Delivery, VariantBodies } from '@banso/domain/content';
import type { Day, Instant } from '@banso/domain/time';
import type { Selectable } from 'kysely';
import { decodeNumbers, decodeStrings, encodeJson } from '../json.ts';
import type { Db, Tables } from '../tables.ts';

/** What an editor works on and a version freezes. */
export interface ContentDraft {
  defaultLocale: string;
  locales: string[];
  delivery: Delivery;
  body: ContentBodies[ContentKind];
  /** The bodies of variants beside it, as the experiment of the delivery plans them. */
  variants?: VariantBodies | undefined;
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
  /** The member who changed the draft last; null as in `updatedBy`. */
  draftedBy: string | null;
  /** Grows with every change of the draft. */
  draftRevision: number;
  /** The highest number that a version has, on show or not; 0 before the first publication. */
  lastVersion: number;
  /** When customers see the version, from and until; null: from its publication, for ever. */
  startsAt: Instant | null;
  endsAt: Instant | null;
  /** A version that follows at its start, while customers still see the one before. */
  next: NextVersion | null;
  /** The team's own words for it, as they are written; they hold at once, whatever the version. */
  tags: readonly string[];
}

/** A version that waits for its time. */
export interface NextVersion {
  version: number;
  startsAt: Instant;
  endsAt: Instant | null;
}

export interface VersionRecord {
  contentId: string;
  version: number;
  draft: ContentDraft;
  publishedAt: Instant;
  publishedBy: string | null;
  note: string;
  /** Earlier versions that those who began them stay with while this one is on show, newest first. */
  staying: readonly number[];
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
  tags: readonly string[];
  /** What those have who stay with an earlier version, newest first. */
  staying: readonly Pick<VersionRecord, 'version' | 'draft'>[];
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
    draftedBy: row.drafted_by,
    draftRevision: row.draft_revision,
    lastVersion: row.last_version,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    tags: decodeStrings(row.tags),
    next:
      row.next_version === null || row.next_starts_at === null
        ? null
        : { version: row.next_version, startsAt: row.next_starts_at, endsAt: row.next_ends_at },
  };
}

/** A content as it stands at a moment: a version whose time has come has taken the place of the one before. */
export function asOf(record: ContentRecord, now: Instant): ContentRecord {
  const { next } = record;
  if (next === null || next.startsAt > now) return record;
  return { ...record, version: next.version, startsAt: next.startsAt, endsAt: next.endsAt, next: null };
}

function versionOf(row: Selectable<Tables['content_version']>): VersionRecord {
  return {
    contentId: row.content_id,
    version: row.version,
    draft: parseDraft(row.draft),
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    note: row.note,
    staying: decodeNumbers(row.staying),
  };
}

const nextColumns = (next: NextVersion | null) => ({
  next_version: next?.version ?? null,
  next_starts_at: next?.startsAt ?? null,
  next_ends_at: next?.endsAt ?? null,
});

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
      drafted_by: content.draftedBy,
      draft_revision: content.draftRevision,
      last_version: content.lastVersion,
      starts_at: content.startsAt,
      ends_at: content.endsAt,
      ...nextColumns(content.next),
      tags: encodeJson(content.tags),
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

/** A stored status, or published content by where a moment lies in its time. */
export type StatusFilter = StoredStatus | { is: 'scheduled' | 'published' | 'ended'; at: Instant };

/** Contents of one kind, newest first; archived ones only when asked for. `before` is the id after which to go on. */
export async function list(
  db: Db,
  workspaceId: string,
  kind: ContentKind,
  filter: { status?: StatusFilter | undefined; before?: string | undefined; limit: number },
): Promise<ContentRecord[]> {
  let query = db
    .selectFrom('content')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', kind);
  const { status } = filter;
  if (status === undefined) query = query.where('status', '!=', 'archived');
  else if (typeof status === 'string') query = query.where('status', '=', status);
  else {
    const { is, at } = status;
    query = query.where('status', '=', 'published').where((eb) => {
      const comes = eb('next_starts_at', '<=', at);
      const starts = eb.case().when(comes).then(eb.ref('next_starts_at')).else(eb.ref('starts_at')).end();
      const ends = eb.case().when(comes).then(eb.ref('next_ends_at')).else(eb.ref('ends_at')).end();
      const isAhead = eb.and([eb(starts, 'is not', null), eb(starts, '>', at)]);
      const isOver = eb.and([eb(ends, 'is not', null), eb(ends, '<=', at)]);
      if (is === 'scheduled') return isAhead;
      return is === 'ended' ? eb.and([isOver, eb.not(isAhead)]) : eb.not(eb.or([isAhead, isOver]));
    });
  }
  if (filter.before) query = query.where('id', '<', filter.before);
  const rows = await query.orderBy('id', 'desc').limit(filter.limit).execute();
  return rows.map(recordOf);
}

/** What a content is called, by everybody who refers to it. */
export type ContentName = Pick<ContentRecord, 'id' | 'kind' | 'slug' | 'name' | 'status'>;

/** Every content of a workspace, archived ones too, by kind and slug. */
export async function listNames(db: Db, workspaceId: string): Promise<ContentName[]> {
  return db
    .selectFrom('content')
    .select(['id', 'kind', 'slug', 'name', 'status'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('kind')
    .orderBy('slug')
    .execute();
}

/** The tags of every content of a workspace, archived ones too. */
export async function listTags(db: Db, workspaceId: string): Promise<(readonly string[])[]> {
  const rows = await db
    .selectFrom('content')
    .select('tags')
    .where('workspace_id', '=', workspaceId)
    .where('tags', '!=', '[]')
    .orderBy('id')
    .execute();
  return rows.map(({ tags }) => decodeStrings(tags));
}

/** Those of these contents that are there, whatever their kind, by id. */
export async function listByIds(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<ContentRecord[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('content')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
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
  /** The draft says something else than before, by this member; null: a key or the system. */
  draftedBy?: string | null | undefined;
  lastVersion?: number | undefined;
  startsAt?: Instant | null | undefined;
  endsAt?: Instant | null | undefined;
  next?: NextVersion | null | undefined;
  tags?: readonly string[] | undefined;
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
    .set((eb) => ({
      ...(change.draftedBy !== undefined && { draft_revision: eb('draft_revision', '+', 1) }),
      ...(change.name !== undefined && { name: change.name }),
      ...(change.slug !== undefined && { slug: change.slug }),
      ...(change.draft !== undefined && { draft: JSON.stringify(change.draft) }),
      ...(change.status !== undefined && { status: change.status }),
      ...(change.version !== undefined && { version: change.version }),
      ...(change.publishedAt !== undefined && { published_at: change.publishedAt }),
      ...(change.edited !== undefined && { edited: change.edited ? 1 : 0 }),
      ...(change.lastVersion !== undefined && { last_version: change.lastVersion }),
      ...(change.startsAt !== undefined && { starts_at: change.startsAt }),
      ...(change.endsAt !== undefined && { ends_at: change.endsAt }),
      ...(change.next !== undefined && nextColumns(change.next)),
      ...(change.tags !== undefined && { tags: encodeJson(change.tags) }),
      ...(change.draftedBy !== undefined && { drafted_by: change.draftedBy }),
      updated_at: by.at,
      updated_by: by.member,
      revision: revision + 1,
    }))
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
      staying: encodeJson(version.staying),
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

/** Published and paused contents in the version that customers see at a moment, older publication first. */
export async function listPublished(db: Db, workspaceId: string, now: Instant): Promise<PublishedRecord[]> {
  const rows = await db
    .selectFrom('content')
    .innerJoin('content_version', (join) =>
      join
        .onRef('content_version.workspace_id', '=', 'content.workspace_id')
        .onRef('content_version.content_id', '=', 'content.id')
        .on((eb) =>
          eb(
            'content_version.version',
            '=',
            eb
              .case()
              .when('content.next_starts_at', '<=', now)
              .then(eb.ref('content.next_version'))
              .else(eb.ref('content.version'))
              .end(),
          ),
        ),
    )
    .select([
      'content.id',
      'content.kind',
      'content.slug',
      'content.name',
      'content.status',
      'content_version.version',
      'content.published_at',
      'content.tags',
      'content_version.draft',
      'content_version.staying',
    ])
    .where('content.workspace_id', '=', workspaceId)
    .where('content.status', 'in', ['published', 'paused'])
    .orderBy('content.published_at')
    .orderBy('content.id')
    .execute();
  const staying = await listStaying(
    db,
    workspaceId,
    new Map(rows.map((row) => [row.id, decodeNumbers(row.staying)])),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    slug: row.slug,
    name: row.name,
    status: row.status,
    version: row.version,
    publishedAt: row.published_at ?? '',
    draft: parseDraft(row.draft),
    tags: decodeStrings(row.tags),
    staying: staying.get(row.id) ?? [],
  }));
}

/** The versions with these numbers by the id of their content, newest first. */
async function listStaying(
  db: Db,
  workspaceId: string,
  wanted: ReadonlyMap<string, readonly number[]>,
): Promise<Map<string, PublishedRecord['staying'][number][]>> {
  const numbers = new Set([...wanted.values()].flat());
  if (numbers.size === 0) return new Map();
  const rows = await db
    .selectFrom('content_version')
    .select(['content_id', 'version', 'draft'])
    .where('workspace_id', '=', workspaceId)
    .where(
      'content_id',
      'in',
      [...wanted].flatMap(([id, versions]) => (versions.length > 0 ? [id] : [])),
    )
    .where('version', 'in', [...numbers])
    .orderBy('version', 'desc')
    .execute();
  const found = rows
    .filter(({ content_id, version }) => wanted.get(content_id)?.includes(version))
    .map(({ content_id, version, draft }) => ({ contentId: content_id, version, draft: parseDraft(draft) }));
  return Map.groupBy(found, ({ contentId }) => contentId);
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

/** A draft beside the version that it follows. */
export interface DraftBeside {
  record: ContentRecord;
  /** Of the version that customers see or that waits for its time; undefined before the first publication. */
  published: ContentDraft | undefined;
}

/** Every content that is not archived with what its draft follows, by kind, name and id: one read, whatever their number. */
export async function listBesidePublished(db: Db, workspaceId: string): Promise<DraftBeside[]> {
  const rows = await db
    .selectFrom('content')
    .leftJoin('content_version', (join) =>
      join
        .onRef('content_version.workspace_id', '=', 'content.workspace_id')
        .onRef('content_version.content_id', '=', 'content.id')
        .on((eb) =>
          eb('content_version.version', '=', eb.fn.coalesce('content.next_version', 'content.version')),
        ),
    )
    .selectAll('content')
    .select('content_version.draft as published_draft')
    .where('content.workspace_id', '=', workspaceId)
    .where('content.status', '!=', 'archived')
    .orderBy('content.kind')
    .orderBy('content.name')
    .orderBy('content.id')
    .execute();
  return rows.map((row) => ({
    record: recordOf(row),
    published: row.published_draft === null ? undefined : parseDraft(row.published_draft),
  }));
}
