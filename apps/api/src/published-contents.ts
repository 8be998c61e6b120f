import { createHash } from 'node:crypto';
import type { PublishedContent, PublishedFile } from '@banso/contract';
import { contents, type Database, type PublishedRecord, segments, themes, workspaces } from '@banso/database';
import type {
  AnnouncementBody,
  Bodied,
  ChecklistBody,
  ContentKind,
  ResourceBody,
  VariantBodies,
} from '@banso/domain/content';
import { bodiesOf, localeOf, tagKey } from '@banso/domain/content';
import type { Candidate, FatigueBudget } from '@banso/domain/decide';
import { DEFAULT_BUDGET } from '@banso/domain/decide';
import type { Edition, Experiment, VariantKey } from '@banso/domain/experiment';
import { editionOf } from '@banso/domain/experiment';
import type { Segments } from '@banso/domain/targeting';
import type { Theme } from '@banso/domain/theme';
import { contentTheme } from '@banso/domain/theme';
import { msBetween, SECOND_MS } from '@banso/domain/time';
import type { Clock } from './app-env.ts';
import { renderContent } from './contents/render.ts';
import type { Live } from './live.ts';

interface LiveBase {
  /** Which body it has; null: the base. */
  variant: VariantKey | null;
  name: string;
  slug: string;
  defaultLocale: string;
  /** As the decision sees it. */
  candidate: Candidate;
}
/** What customers can see now, with everything that judging a fact about it needs. */
export type LiveContent = LiveBase &
  (LiveOf<'checklist'> | LiveOf<'survey'> | LiveOf<'resource'> | LiveOf<'announcement'>);

interface LiveOf<K extends ContentKind> extends Bodied<K> {
  kind: K;
  id: string;
  version: number;
  /** What those have who stay with an earlier version, newest first. */
  staying?: readonly (Bodied<K> & { version: number })[];
}

/**
 * A live content as somebody has it: in the version that is on show where nobody stays with that one, and with the base where there is no such
 * variant. Whom it is for and when stays as it is now.
 */
export function liveEdition<C extends LiveContent>(content: C, { version, variant }: Edition): C {
  const of = content.staying?.find((each) => each.version === version) ?? content;
  const other = variant === null ? undefined : of.variants?.[variant];
  if (of === content && other === undefined) return content;
  const given = other === undefined ? { body: of.body, variant: null } : { body: other, variant };
  return { ...content, ...given, version: of.version };
}

/** Which edition somebody has of contents of which there are several, by their id. */
export type GivenEditions = ReadonlyMap<string, Edition>;

/** The live contents of a workspace by id, with the rules that hold over all of them. */
export interface LiveContents extends ReadonlyMap<string, LiveContent> {
  readonly budget: FatigueBudget;
  /** Whom the workspace keeps without anything; null: nobody. */
  readonly holdout: Experiment | null;
  /** Of the workspace. */
  readonly timeZone: string;
  /** The saved segments of the workspace, also those that no content needs. */
  readonly segments: Segments;
}

/**
 * Published content, kept in memory and refreshed when something is published, a segment, a theme or the workspace's settings change,
 * here or in another process.
 */
export interface PublishedContents {
  /** Everything published or paused, by content id; answers to paused content are still accepted. */
  of(workspaceId: string): Promise<LiveContents>;
  /**
   * The immutable file for the available language nearest to `locale`, with one edition of each content and no word of the others;
   * makes it if it is not there yet.
   */
  file(workspaceId: string, locale: string, editions?: GivenEditions): Promise<{ hash: string }>;
  /** One content as the file holds it; undefined when it is not published. */
  content(
    workspaceId: string,
    locale: string,
    contentId: string,
    edition?: Edition,
  ): Promise<PublishedContent | undefined>;
  /** A file by its hash; undefined when there never was one. */
  byHash(workspaceId: string, hash: string): Promise<string | undefined>;
  /** Forget what is kept of a workspace: something was published. */
  invalidate(workspaceId: string): void;
}

interface Kept {
  loadedAt: string;
  contents: LiveContents;
  records: readonly PublishedRecord[];
  locales: readonly string[];
  defaultLocale: string;
  /** What contents wear that choose no theme. */
  usual: Theme;
  themes: ReadonlyMap<string, Theme>;
  files: Map<string, Promise<{ hash: string }>>;
}

/** What is heard of changes it. */
const OURS: ReadonlySet<string> = new Set(['content', 'segment', 'theme', 'workspace']);
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
    const loadedAt = clock.now();
    const [records, saved, looks] = await database
      .forWorkspace(workspaceId)
      .read(async (db) => [
        await contents.listPublished(db, workspaceId, loadedAt),
        await segments.conditions(db, workspaceId),
        await themes.looks(db, workspaceId),
      ]);
    const defaultLocale = workspace?.defaultLocale ?? 'en';
    return {
      loadedAt,
      records,
      contents: Object.assign(new Map(records.map((record) => [record.id, liveOf(record)])), {
        budget: workspace?.fatigue ?? DEFAULT_BUDGET,
        holdout: workspace?.holdout ?? null,
        timeZone: workspace?.timeZone ?? 'UTC',
        segments: saved,
      }),
      locales: [
        ...new Set([...(workspace?.locales ?? []), ...records.flatMap((record) => record.draft.locales)]),
      ],
      defaultLocale,
      usual: workspace?.theme ?? {},
      themes: looks,
      files: new Map(),
    };
  }

  async function current(workspaceId: string): Promise<Kept> {
    if (!heard.has(workspaceId)) {
      heard.add(workspaceId);
      live.subscribe(workspaceId, ({ type }) => {
        if (OURS.has(type)) invalidate(workspaceId);
      });
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

  async function makeFile(
    workspaceId: string,
    of: Kept,
    locale: string,
    editions: GivenEditions,
  ): Promise<{ hash: string }> {
    const file: PublishedFile = {
      locale,
      contents: of.records
        .filter((record) => record.status === 'published')
        .map((record) => dressed(of, record, locale, editions.get(record.id))),
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
    async file(workspaceId, locale, editions = NO_EDITIONS) {
      const of = await current(workspaceId);
      const available = localeOf([locale], of.locales, of.defaultLocale);
      const key = [available, ...others(of, editions)].join(' ');
      const made = of.files.get(key) ?? makeFile(workspaceId, of, available, editions);
      keep(of.files, key, made);
      made.catch(() => of.files.delete(key));
      return made;
    },
    async content(workspaceId, locale, contentId, edition) {
      const of = await current(workspaceId);
      const record = of.records.find(({ id, status }) => id === contentId && status === 'published');
      return record && dressed(of, record, localeOf([locale], of.locales, of.defaultLocale), edition);
    },
    byHash: (workspaceId, hash) =>
      database.forWorkspace(workspaceId).read((db) => contents.findFile(db, workspaceId, hash)),
    invalidate,
  };
}

const NO_EDITIONS: GivenEditions = new Map();

/** The editions that are not the base of what is on show, always in the same order: they tell one file from another. */
const others = ({ contents: live }: Kept, editions: GivenEditions): string[] =>
  [...editions]
    .flatMap(([id, edition]) => {
      const number = editionOf(edition);
      return number === live.get(id)?.version ? [] : [`${id}.${number}`];
    })
    .toSorted();

/** With many experiments at a time there are as many files as ways to be in them: the ones that were asked for last are kept. */
const FILES_KEPT = 1_000;

function keep(files: Kept['files'], key: string, file: Promise<{ hash: string }>): void {
  files.delete(key);
  files.set(key, file);
  const [oldest] = files.keys();
  if (files.size > FILES_KEPT && oldest !== undefined) files.delete(oldest);
}

/** A content in the theme that it chooses; in the default one where that is gone. */
function dressed(
  { themes: looks, usual }: Kept,
  record: PublishedRecord,
  locale: string,
  edition: Edition | undefined,
): PublishedContent {
  const chosen = looks.get(record.draft.delivery.themeId ?? '');
  const theme = chosen && contentTheme(chosen, usual);
  const had = record.staying.find(({ version }) => version === edition?.version);
  return { ...renderContent({ ...record, ...had }, locale, edition?.variant), ...(theme && { theme }) };
}

/** A content in one of its versions, as customers see it. */
export function liveOf(record: PublishedRecord): LiveContent {
  const { id, kind, version, name, slug, status, publishedAt, draft, tags, staying } = record;
  const base = {
    id,
    version,
    variant: null,
    name,
    slug,
    defaultLocale: draft.defaultLocale,
    candidate: { ...draft.delivery, id, kind, version, status, publishedAt, tags: tags.map(tagKey) },
  };
  switch (kind) {
    case 'checklist':
      return {
        ...base,
        kind,
        body: draft.body as ChecklistBody,
        variants: draft.variants as VariantBodies<'checklist'> | undefined,
        ...(staying.length > 0 && {
          staying: staying.map(({ version: had, draft: of }) => ({
            ...(of as Bodied<'checklist'>),
            version: had,
          })),
        }),
      };
    case 'survey':
      return surveyOf(base, draft as Bodied<'survey'>);
    case 'resource':
      return { ...base, kind, body: draft.body as ResourceBody };
    case 'announcement': {
      const body = draft.body as AnnouncementBody;
      return { ...base, kind, body, candidate: { ...base.candidate, mode: body.mode } };
    }
  }
}

/** A survey that asks an NPS question in waves, or again and again, is the relationship NPS. */
function surveyOf(
  base: LiveBase & { id: string; version: number },
  { body, variants }: Bodied<'survey'>,
): LiveContent {
  const { candidate } = base;
  const isWave =
    (candidate.waves !== undefined || candidate.recurrence.afterAnsweredDays !== null) &&
    bodiesOf({ body, variants }).some(({ body: { questions } }) =>
      questions.some(({ type }) => type === 'nps'),
    );
  return { ...base, kind: 'survey', body, variants, candidate: { ...candidate, isWave } };
}
