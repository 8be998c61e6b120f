import type { Export } from '@banso/contract/as-code';
import {
  type ContentRecord,
  contents,
  type Db,
  type SegmentRecord,
  segments,
  type ThemeRecord,
  themes,
} from '@banso/database';
import { AppError } from '../../errors.ts';
import { contentFile } from './content-file.ts';
import { idsIn, ownIdsIn, referenceOf, segmentReference, themeReference } from './references.ts';
import { segmentFile } from './segment-file.ts';
import { themeFile } from './theme-file.ts';

/** Drafts that are read at a time. */
const BATCH = 500;

/** What goes into files. */
export interface Selection {
  /** Only this content; without it all segments, all themes but the default one, and all contents that are not archived, and archived ones that these refer to. */
  content?: string | undefined;
  /** With `content`: what it refers to as well. */
  references?: boolean | undefined;
}

/**
 * The drafts, the saved segments and the themes of a workspace as files. What it wears by default stays its own, unless a content chooses
 * that theme by itself.
 * @throws {AppError} `not_found` when the chosen content is not there.
 */
export async function exportContents(
  db: Db,
  workspaceId: string,
  { content, references = content === undefined }: Selection = {},
): Promise<Export> {
  const names = await contents.listNames(db, workspaceId);
  const looks = await themes.list(db, workspaceId);
  const saved = new Map<string, SegmentRecord | ThemeRecord>(
    [...(await segments.list(db, workspaceId)), ...looks].map((each) => [each.id, each]),
  );
  const nameOf = new Map([
    ...names.map((each) => [each.id, referenceOf(each)] as const),
    ...[...saved.values()].map(
      (each) => [each.id, 'look' in each ? themeReference(each) : segmentReference(each)] as const,
    ),
  ]);
  if (content !== undefined && !names.some(({ id }) => id === content))
    throw new AppError('not_found', 'There is no such content.');
  const found = new Map<string, ContentRecord | SegmentRecord | ThemeRecord>();
  let wanted =
    content === undefined
      ? [
          ...names.filter(({ status }) => status !== 'archived').map(({ id }) => id),
          ...[...saved.values()].filter((each) => !('look' in each && each.isDefault)).map(({ id }) => id),
        ]
      : [content];
  while (wanted.length > 0) {
    const batch = wanted.slice(0, BATCH);
    const records = [
      ...(await contents.listByIds(db, workspaceId, batch)),
      ...batch.flatMap((id) => saved.get(id) ?? []),
    ];
    for (const record of records) found.set(record.id, record);
    const further = references ? records.flatMap((record) => idsIn(saidOf(record))) : [];
    wanted = [...new Set([...wanted.slice(BATCH), ...further])].filter(
      (id) => nameOf.has(id) && !found.has(id),
    );
  }
  const written = [...found.values()]
    .map((record) => {
      const name = (id: string) => nameOf.get(id);
      const ownIds = ownIdsIn(saidOf(record)).map(({ id }) => id);
      if ('look' in record) return { file: themeFile(record), lost: [], ownIds };
      return { ...('draft' in record ? contentFile(record, name) : segmentFile(record, name)), ownIds };
    })
    .toSorted((a, b) => (a.file.path < b.file.path ? -1 : 1));
  return {
    files: written.map(({ file }) => file),
    missing: written.flatMap(({ file: { path }, lost }) =>
      lost.map(({ reference }) => ({ path, id: reference })),
    ),
    ownIds: written.flatMap(({ file: { path }, ownIds }) => ownIds.map((id) => ({ path, id }))),
  };
}

function saidOf(record: ContentRecord | SegmentRecord | ThemeRecord): unknown {
  if ('look' in record) return record.look;
  return 'draft' in record ? record.draft : record.condition;
}
