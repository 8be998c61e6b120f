import { createHash } from 'node:crypto';
import type { PublishedFile } from '@banso/contract';
import { contents, type Database, type PublishedRecord, workspaces } from '@banso/database';
import type { ChecklistBody, ResourceBody, SurveyBody } from '@banso/domain/content';
import { localeOf } from '@banso/domain/content';
import type { Candidate } from '@banso/domain/decide';
import { msBetween, SECOND_MS } from '@banso/domain/time';
import type { Clock } from './app-env.ts';
import { renderContent } from './contents/render.ts';
import type { Live } from './live.ts';

interface LiveBase {
  name: string;
  slug: string;
  defaultLocale: string;
  /** As the decision sees it. */
  candidate: Candidate;
}
/** What customers can see now, with everything that judging a fact about it needs. */
export type LiveContent = LiveBase &
  (
    | { kind: 'checklist'; id: string; version: number; body: ChecklistBody }
    | { kind: 'survey'; id: string; version: number; body: SurveyBody }
    | { kind: 'resource'; id: string; version: number; body: ResourceBody }
  );

/** Published content, kept in memory and refreshed when something is published, here or in another process. */
export interface PublishedContents {
  /** Everything published or paused, by content id; answers to paused content are still accepted. */
  of(workspaceId: string): Promise<ReadonlyMap<string, LiveContent>>;
  /** The immutable file for the available language nearest to `locale`; makes it if it is not there yet. */
  file(workspaceId: string, locale: string): Promise<{ hash: string }>;
  /** A file by its hash; undefined when there never was one. */
  byHash(workspaceId: string, hash: string): Promise<string | undefined>;
  /** Forget what is kept of a workspace: something was published. */
  invalidate(workspaceId: string): void;
}

interface Kept {
  loadedAt: string;
  contents: ReadonlyMap<string, LiveContent>;
  records: readonly PublishedRecord[];
  locales: readonly string[];
  defaultLocale: string;
  files: Map<string, Promise<{ hash: string }>>;
}

/** A message of another process can be lost; this bounds how long an old publication can be served. */
const MAX_AGE_MS = 30 * SECOND_MS;

/** Keeps the published content of each workspace that somebody asked for. */
export function publishedContents(deps: { database: Database; live: Live; clock: Clock }): PublishedContents {
  const { database, live, clock } = deps;
  const kept = new Map<string, Promise<Kept>>();
  const heard = new Set<string>();

  function invalidate(workspaceId: string): void {
    kept.delete(workspaceId);
  }

  async function load(workspaceId: string): Promise<Kept> {
    const workspace = await workspaces.find(database.control, workspaceId);
    const records = await database
      .forWorkspace(workspaceId)
      .read((db) => contents.listPublished(db, workspaceId));
    const defaultLocale = workspace?.defaultLocale ?? 'en';
    return {
      loadedAt: clock.now(),
      records,
      contents: new Map(records.map((record) => [record.id, liveOf(record)])),
      locales: [
        ...new Set([...(workspace?.locales ?? []), ...records.flatMap((record) => record.draft.locales)]),
      ],
      defaultLocale,
      files: new Map(),
    };
  }

  async function current(workspaceId: string): Promise<Kept> {
    if (!heard.has(workspaceId)) {
      heard.add(workspaceId);
      live.subscribe(workspaceId, (event) => event.type === 'content' && invalidate(workspaceId));
    }
    const known = kept.get(workspaceId);
    const fresh = known && (await known);
    if (fresh && msBetween(fresh.loadedAt, clock.now()) < MAX_AGE_MS) return fresh;
    if (kept.get(workspaceId) === known) {
      const loading = load(workspaceId);
      kept.set(workspaceId, loading);
      loading.catch(() => kept.get(workspaceId) === loading && kept.delete(workspaceId));
    }
    return kept.get(workspaceId) ?? current(workspaceId);
  }

  async function makeFile(workspaceId: string, of: Kept, locale: string): Promise<{ hash: string }> {
    const file: PublishedFile = {
      locale,
      contents: of.records
        .filter((record) => record.status === 'published')
        .map((record) => renderContent(record, locale)),
    };
    const body = JSON.stringify(file);
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 32);
    await database
      .forWorkspace(workspaceId)
      .write((db) => contents.putFile(db, workspaceId, { hash, locale, body, createdAt: clock.now() }));
    return { hash };
  }

  return {
    async of(workspaceId) {
      return (await current(workspaceId)).contents;
    },
    async file(workspaceId, locale) {
      const of = await current(workspaceId);
      const available = localeOf([locale], of.locales, of.defaultLocale);
      const made = of.files.get(available) ?? makeFile(workspaceId, of, available);
      of.files.set(available, made);
      made.catch(() => of.files.delete(available));
      return made;
    },
    byHash: (workspaceId, hash) =>
      database.forWorkspace(workspaceId).read((db) => contents.findFile(db, workspaceId, hash)),
    invalidate,
  };
}

function liveOf(record: PublishedRecord): LiveContent {
  const { id, kind, version, name, slug, status, publishedAt, draft } = record;
  const base = {
    id,
    version,
    name,
    slug,
    defaultLocale: draft.defaultLocale,
    candidate: { ...draft.delivery, id, kind, version, status, publishedAt },
  };
  switch (kind) {
    case 'checklist':
      return { ...base, kind, body: draft.body as ChecklistBody };
    case 'survey':
      return { ...base, kind, body: draft.body as SurveyBody };
    case 'resource':
      return { ...base, kind, body: draft.body as ResourceBody };
  }
}
