import * as z from 'zod';
import { Locale } from './common.ts';

export const TRANSLATION_FORMATS = ['csv', 'xliff'] as const;
export type TranslationFormat = (typeof TRANSLATION_FORMATS)[number];

export const ExportQuery = z.object({
  format: z.enum(TRANSLATION_FORMATS).default('csv'),
  /** The language to translate into: one of the content's, not its default one. */
  locale: Locale,
});

const yes = z.enum(['true', 'false']).default('false');
export const ImportQuery = z.object({
  /** Says what would change, and changes nothing. */
  dryRun: yes,
  /** Leaves out texts that are unknown or whose source has changed; without it one of them refuses the whole file. */
  skip: yes,
});

/** A translated file as it was exported, read as text. */
export const ImportRequest = z.strictObject({
  format: z.enum(TRANSLATION_FORMATS),
  text: z.string().min(1).max(900_000),
});

/**
 * What becomes of one text. `filled`: it was missing. `changed`: it was translated otherwise. `empty`: the file has no words
 * for it, and nothing is taken away. `unknown`: the content has no such text. `source_changed`: the file is a translation
 * of other words than those that stand there now.
 */
export const IMPORT_OUTCOMES = [
  'filled',
  'changed',
  'unchanged',
  'empty',
  'unknown',
  'source_changed',
] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

export const ImportReport = z.object({
  locale: Locale,
  /** False after a dry run, and where nothing was to be changed. */
  applied: z.boolean(),
  /** How many texts of each outcome. */
  counts: z.record(z.enum(IMPORT_OUTCOMES), z.int()),
  /** Every text of the file but the unchanged and the empty ones. */
  texts: z.array(
    z.object({
      key: z.string(),
      /** Where it is in the draft; null where the content has no such text. */
      path: z.string().nullable(),
      outcome: z.enum(IMPORT_OUTCOMES),
      before: z.string(),
      after: z.string(),
    }),
  ),
});
export type ImportReport = z.infer<typeof ImportReport>;
