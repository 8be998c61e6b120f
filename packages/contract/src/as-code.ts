// Apart from the index, so that only the parts of the console that need it carry it.
import type { DraftChange as DomainChange } from '@banso/domain/content';
import { CONTENT_KINDS, CONTENT_STATUSES } from '@banso/domain/content';
import * as z from 'zod';
import { ContentId, Instant, Locale, LocalizedText, SegmentId, ThemeId } from './common.ts';
import { Condition } from './condition.ts';
import { Colleague } from './content.ts';
import { SegmentUse } from './segment.ts';
import { ThemeUse } from './theme.ts';

/** What one request may carry; contents of a larger workspace go in several. */
export const MAX_IMPORT_BYTES = 4_194_304;
const MAX_FILES = 500;
const MAX_FILE_CHARACTERS = 500_000;

const yes = z.enum(['true', 'false']).default('false');

export const ExportQuery = z.object({
  /** Only this content; without it every segment, every theme but the default one, every content that is not archived, and what these refer to. */
  content: ContentId.optional(),
  /** With `content`: also what it refers to, and what that refers to. */
  references: yes,
});

/** One content, segment or theme as a file: `surveys/relationship-nps.yaml`, `segments/admins.yaml`, `themes/brand.yaml`. */
export const ContentFile = z.strictObject({
  path: z.string().min(1).max(300),
  text: z.string().max(MAX_FILE_CHARACTERS),
});
export type ContentFile = z.infer<typeof ContentFile>;

export const Export = z.object({
  /** In the order of their paths. */
  files: z.array(ContentFile),
  /** References to what is not there any more, which no import accepts. */
  missing: z.array(z.object({ path: z.string(), id: z.string() })),
  /** Ids of ours on lists of people or accounts: only this workspace knows them, and no import into another one accepts them. */
  ownIds: z.array(z.object({ path: z.string(), id: z.string() })),
});
export type Export = z.infer<typeof Export>;

export const ImportQuery = z.object({
  /** Says what would change, and changes nothing. */
  dryRun: yes,
});
export const ImportRequest = z.strictObject({
  /** As an export answers it, so that its answer can be sent as it is; not looked at. */
  missing: z.array(z.unknown()).optional(),
  ownIds: z.array(z.unknown()).optional(),
  files: z.array(ContentFile).min(1).max(MAX_FILES),
  /** Publishes what the import creates or changes, and what was waiting; takes the permission to publish. */
  publish: z.boolean().default(false),
  /** Stands in the log, and at versions that are published: where the files are from. */
  note: z.string().trim().max(500).default(''),
  /** Conflicts that give way, each at the revision that was seen; one that is not named refuses the import. */
  replace: z
    .array(z.strictObject({ path: z.string().max(300), revision: z.int() }))
    .max(MAX_FILES)
    .default([]),
});
export type ImportRequest = z.infer<typeof ImportRequest>;

const path = z.string();
const title = LocalizedText;
const DraftChange = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), path, locale: Locale, from: z.string(), to: z.string() }),
  z.object({ type: z.literal('added'), path, title }),
  z.object({ type: z.literal('removed'), path, title }),
  z.object({ type: z.literal('moved'), path, title, from: z.int(), to: z.int() }),
  z.object({ type: z.literal('part_added'), path, part: Condition }),
  z.object({ type: z.literal('part_removed'), path, part: Condition }),
  z.object({ type: z.literal('setting'), path, from: z.unknown(), to: z.unknown() }),
]) satisfies z.ZodType<DomainChange>;

/** Somebody changed it in the workspace since the last import: an import would replace their work. */
const Conflict = z
  .object({
    /** Of the content, the segment or the theme as a whole, for `replace`. */
    revision: z.int(),
    at: Instant,
    by: Colleague.nullable(),
    /** It was imported before. */
    known: z.boolean(),
  })
  .nullable();

/** What becomes of one content of the workspace by an import. */
export const ImportedContent = z.object({
  path: z.string(),
  kind: z.enum(CONTENT_KINDS),
  /** Null where a dry run would create it. */
  id: ContentId.nullable(),
  name: z.string(),
  outcome: z.enum(['created', 'changed', 'unchanged']),
  /** How it stood before the import; null: it was not there. */
  status: z.enum(CONTENT_STATUSES).nullable(),
  /** Its name before, where that changes. */
  nameBefore: z.string().nullable(),
  tags: z.array(z.string()),
  /** Its tags before, where they change. */
  tagsBefore: z.array(z.string()).nullable(),
  /** What differs in the draft; empty with `changed` where it is only the name, blanks, or a text nobody sees. */
  changes: z.array(DraftChange),
  conflict: Conflict,
  /** It is, or would be, published. A paused or archived content never is. */
  published: z.boolean(),
  /** What keeps it from being published. */
  problems: z.array(z.object({ path: z.string(), code: z.string() })),
});
export type ImportedContent = z.infer<typeof ImportedContent>;

/** What becomes of one saved segment of the workspace by an import. */
export const ImportedSegment = z.object({
  path: z.string(),
  /** Null where a dry run would create it. */
  id: SegmentId.nullable(),
  name: z.string(),
  outcome: z.enum(['created', 'changed', 'unchanged']),
  /** Its name before, where that changes. */
  nameBefore: z.string().nullable(),
  /** What differs in `description` and `condition`. */
  changes: z.array(DraftChange),
  conflict: Conflict,
  /** Contents that customers see and on which the new condition acts at once. */
  actsOn: z.array(SegmentUse),
  /** What keeps the condition from acting on them: `forbidden` or `approval_required`. */
  problems: z.array(z.object({ path: z.string(), code: z.string() })),
});
export type ImportedSegment = z.infer<typeof ImportedSegment>;

/** What becomes of one theme of the workspace by an import. */
export const ImportedTheme = z.object({
  path: z.string(),
  /** Null where a dry run would create it. */
  id: ThemeId.nullable(),
  name: z.string(),
  outcome: z.enum(['created', 'changed', 'unchanged']),
  /** Its name before, where that changes. */
  nameBefore: z.string().nullable(),
  /** What differs in `look`. */
  changes: z.array(DraftChange),
  conflict: Conflict,
  /** Contents that customers see and on which the new look acts at once. */
  actsOn: z.array(ThemeUse),
  /** What keeps the look from acting: `forbidden` or `approval_required`. */
  problems: z.array(z.object({ path: z.string(), code: z.string() })),
});
export type ImportedTheme = z.infer<typeof ImportedTheme>;

export const ImportReport = z.object({
  /** False after a dry run. */
  applied: z.boolean(),
  contents: z.array(ImportedContent),
  segments: z.array(ImportedSegment),
  themes: z.array(ImportedTheme),
  /** Names of the contents, segments and themes that the changes speak of by their ids. */
  names: z.record(z.string(), z.string()),
});
export type ImportReport = z.infer<typeof ImportReport>;
