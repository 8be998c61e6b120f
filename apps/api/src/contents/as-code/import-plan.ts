import type { ImportedContent, ImportRequest } from '@banso/contract/as-code';
import {
  audit,
  type ContentRecord,
  contents,
  type Db,
  listed,
  type SegmentRecord,
  type ThemeRecord,
} from '@banso/database';
import { changesOf, publishProblems, sameValue } from '@banso/domain/content';
import { AppError, type FieldError } from '../../errors.ts';
import type { TagLimit } from '@banso/domain/decide';
import { statusOf } from '../lifecycle.ts';
import { tagsAct } from '../tagging.ts';
import type { Act } from '../lifecycle.ts';
import { isApproved, personOf } from '../review.ts';
import type { ThemeRights } from '../../themes/rules.ts';
import { canonicalDraft, type FiledContent, filedContent } from './content-file.ts';
import type { Lookup, ReadContent, ReadFile } from './read-file.ts';
import {
  idsIn,
  ownIdsIn,
  referenceOf,
  SEGMENT_PREFIX,
  segmentReference,
  THEME_PREFIX,
  themeReference,
} from './references.ts';
import { filedSegment } from './segment-file.ts';
import { type FoundSegment, type PlannedSegment, planSegments, segmentErrors } from './segment-plan.ts';
import { filedTheme } from './theme-file.ts';
import { type FoundTheme, type PlannedTheme, planThemes, themeErrors } from './theme-plan.ts';

/** One file beside what the workspace has under its name. */
export interface PlannedContent extends FiledContent {
  file: ReadContent;
  /** Its id in the workspace, also where it is still to be created. */
  id: string;
  /** The draft of the file is another one than that which is there. */
  hasNewDraft: boolean;
  /** What is there now. */
  record: ContentRecord | undefined;
  /** As it is told. */
  report: ImportedContent;
  /** A conflict which gives way, because whoever imports has seen it. */
  gives: boolean;
}

/** What the plan has to know about the workspace, read before the transaction. */
export interface ImportPlace {
  nameOf: (member: string) => string | undefined;
  isApprovalRequired: boolean;
  /** Of whoever imports, where a segment or a theme acts on what customers see. */
  rights: ThemeRights;
  /** Limits of the workspace by tag. */
  tagLimits: readonly TagLimit[];
  newId: (prefix: string) => string;
}

/** How to import; `replace: 'all'` lets every conflict give way. */
export interface ImportWish extends Pick<ImportRequest, 'publish' | 'note'> {
  replace: ImportRequest['replace'] | 'all';
}

/** What a workspace has beside its contents. */
export interface Saved {
  segments: readonly SegmentRecord[];
  themes: readonly ThemeRecord[];
}

/** An import that can be carried out, or told of. */
export interface ImportPlan {
  contents: PlannedContent[];
  segments: PlannedSegment[];
  themes: PlannedTheme[];
  names: Record<string, string>;
}

/**
 * Compares files with what the workspace has, and changes nothing.
 * @param there - Every segment and theme of the workspace; to carry the plan out, locked.
 * @throws {AppError} `invalid` with everything that is wrong, by file and field.
 */
export async function planImport(
  db: Db,
  act: Act,
  files: readonly ReadFile[],
  { segments: saved, themes: looks }: Saved,
  wish: ImportWish,
  place: ImportPlace,
): Promise<ImportPlan> {
  const there = await contents.listNames(db, act.workspaceId);
  const known = new Map([
    ...there.map((each) => [referenceOf(each), each.id] as const),
    ...saved.map((each) => [segmentReference(each), each.id] as const),
    ...looks.map((each) => [themeReference(each), each.id] as const),
  ]);
  const ids = new Map(files.map((file) => [file.reference, idFor(file, known, place)]));
  const owned = new Set(known.values());
  const people = await listed.knownOf(db, act.workspaceId, ownIdsOf(files));
  const find: Lookup = {
    byName: (name) => ids.get(name) ?? known.get(name),
    hasId: (id) => owned.has(id),
    hasOwn: (id) => people.has(id),
  };
  const errors: FieldError[] = [];
  const foundContents: Found[] = [];
  const foundSegments: FoundSegment[] = [];
  const foundThemes: FoundTheme[] = [];
  const idsThere = [...ids.values()].filter((id) => owned.has(id));
  const records = await contents.listByIds(db, act.workspaceId, idsThere);
  for (const file of files) {
    const id = ids.get(file.reference) ?? '';
    if (file.of === 'theme') {
      const filed = filedTheme(file, find);
      const record = looks.find((each) => each.id === id);
      if (Array.isArray(filed)) errors.push(...filed);
      else foundThemes.push({ file, id, ...filed, record });
    } else if (file.of === 'segment') {
      const filed = filedSegment(file, find);
      const record = saved.find((each) => each.id === id);
      if (Array.isArray(filed)) errors.push(...filed);
      else foundSegments.push({ file, id, ...filed, record });
    } else {
      const filed = filedContent(file, find);
      const record = records.find((each) => each.id === id);
      if (Array.isArray(filed)) errors.push(...filed);
      else foundContents.push({ file, id, ...filed, record: record && contents.asOf(record, act.at) });
    }
  }
  if (errors.length === 0)
    errors.push(...segmentErrors(foundSegments, saved), ...themeErrors(foundThemes, looks));
  if (errors.length > 0) throw unfit(errors);

  const planned: PlannedContent[] = [];
  for (const found of foundContents) planned.push(await planOne(db, act, found, wish, place));
  const plan = {
    contents: planned,
    segments: await planSegments(db, act, foundSegments, saved, wish, place),
    themes: await planThemes(db, act, foundThemes, wish, place),
  };
  return { ...plan, names: namesIn(plan, [...there, ...saved, ...looks]) };
}

const ownIdsOf = (files: readonly ReadFile[]): string[] => [
  ...new Set(files.flatMap(({ yaml }) => ownIdsIn(yaml.value).map(({ id }) => id))),
];

/** The refusal of files of which at least one cannot be taken: nothing was changed. */
export function unfit(errors: readonly FieldError[]): AppError {
  const [first] = errors;
  return new AppError('invalid', first ? `${first.path}: ${first.message}` : 'There are no files.', {
    errors,
  });
}

type Found = Omit<PlannedContent, 'report' | 'gives' | 'hasNewDraft'>;

async function planOne(
  db: Db,
  act: Act,
  found: Found,
  { publish, replace }: ImportWish,
  place: ImportPlace,
): Promise<PlannedContent> {
  const { file, name, draft, archived, record } = found;
  const tags = found.tags ?? [...(record?.tags ?? [])];
  const kind = file.kind.kind;
  const old = record && canonicalDraft(kind, record.draft);
  const isSame = old !== undefined && sameValue(old, draft);
  const isRenamed = record !== undefined && record.name !== name;
  const isRetagged = record !== undefined && !sameValue(record.tags, tags);
  const isUnchanged = isSame && !isRenamed && !isRetagged;
  const outcome = record === undefined ? 'created' : isUnchanged ? 'unchanged' : 'changed';
  const conflict = record && !isSame ? await conflictOf(db, act, record, place) : null;
  const isHeld = archived || record?.status === 'paused' || record?.status === 'archived';
  const waiting = isSame ? record : undefined;
  const isNew = waiting === undefined || waiting.version === null || waiting.edited;
  const published = publish && !isHeld && isNew;
  const isApprovalMissing =
    published && place.isApprovalRequired && !(waiting && (await isApproved(db, act.workspaceId, waiting)));
  const isForbidden = record !== undefined && !place.rights.publish && tagsAct(record, tags, place.tagLimits);
  return {
    ...found,
    hasNewDraft: !isSame,
    gives:
      replace === 'all' ||
      replace.some(({ path, revision }) => path === file.path && revision === record?.revision),
    report: {
      path: file.path,
      kind,
      id: record?.id ?? null,
      name,
      outcome,
      status: record ? statusOf(record, act.at) : null,
      nameBefore: isRenamed ? record.name : null,
      tags,
      tagsBefore: isRetagged ? [...record.tags] : null,
      changes: old ? [...changesOf(old, draft)] : [],
      conflict,
      published,
      problems: [
        ...(isForbidden ? [{ path: 'tags', code: 'forbidden' }] : []),
        ...(published
          ? [
              ...publishProblems(kind, draft),
              ...(isApprovalMissing ? [{ path: '', code: 'approval_required' }] : []),
            ]
          : []),
      ],
    },
  };
}

/** Somebody's work since the last import that would be replaced: unpublished changes where there was no import before. */
async function conflictOf(
  db: Db,
  { workspaceId }: Act,
  record: ContentRecord,
  { nameOf }: ImportPlace,
): Promise<ImportedContent['conflict']> {
  const about = { target: record.id, actions: [`${record.kind}.import`] };
  const [last] = await audit.list(db, workspaceId, { limit: 1, about });
  const isTheirs = last ? last.change['draftRevision'] !== record.draftRevision : record.edited;
  if (!isTheirs) return null;
  const by = personOf(record.draftedBy, nameOf);
  return { revision: record.revision, at: record.updatedAt, by, known: last !== undefined };
}

const idFor = (file: ReadFile, known: ReadonlyMap<string, string>, { newId }: ImportPlace): string =>
  known.get(file.reference) ?? newId(prefixOf(file));

function prefixOf(file: ReadFile): string {
  if (file.of === 'content') return file.kind.prefix;
  return file.of === 'theme' ? THEME_PREFIX : SEGMENT_PREFIX;
}

function namesIn(
  plan: Omit<ImportPlan, 'names'>,
  there: readonly { id: string; name: string }[],
): Record<string, string> {
  const planned = [...plan.contents, ...plan.segments, ...plan.themes];
  const asked = new Set<unknown>(
    planned.flatMap(({ report: { changes } }) => [
      ...idsIn(changes),
      ...changes.flatMap((change) =>
        change.type === 'setting' && change.path === 'delivery.themeId' ? [change.from, change.to] : [],
      ),
    ]),
  );
  return Object.fromEntries(
    [...there, ...planned].flatMap(({ id, name }) => (asked.has(id) ? [[id, name]] : [])),
  );
}
