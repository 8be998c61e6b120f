// Apart from the index: only the page that shows it loads what its schema needs.
import { CONTENT_KINDS } from '@banso/domain/content';
import * as z from 'zod';
import { ContentId, Locale } from './common.ts';
import { ImportQuery, ImportReport, TRANSLATION_FORMATS } from './translation.ts';

/** What can be open: no words, words of an older source, or a language of the workspace that the content does not have at all. */
export const OPEN_STATES = ['missing', 'outdated', 'absent'] as const;
export type OpenState = (typeof OPEN_STATES)[number];

/** Open texts that one report tells; the file has all of them. */
export const MOST_OPEN_TEXTS = 500;

export const TranslationReportQuery = z.object({
  kind: z.enum(CONTENT_KINDS).optional(),
  locale: Locale.optional(),
  state: z.enum(OPEN_STATES).optional(),
});

const openText = z.object({
  locale: Locale,
  /** As files for translators name the text; stays when steps, questions or options change their order. */
  key: z.string(),
  /** Where it is in the draft's body. */
  path: z.string(),
  state: z.enum(['missing', 'outdated']),
  /** The words to translate; empty where the default language itself has none. */
  source: z.string(),
});

/** How complete the contents are in each language, and what is open. Archived ones are left out. */
export const TranslationReport = z.object({
  /** Those of the workspace first, then others that a content has. */
  languages: z.array(
    z.object({
      locale: Locale,
      /** Contents that have the language, and all there are. */
      contents: z.int(),
      of: z.int(),
      /** Texts that are written, of those that have to be, in the contents that have the language. */
      written: z.int(),
      total: z.int(),
      /** Written ones whose source has changed since the last publication. */
      outdated: z.int(),
      /** Languages from which something open is translated: a file holds one of them. */
      sources: z.array(Locale),
    }),
  ),
  /** Contents with something open that the query asks for, by kind and name. */
  contents: z.array(
    z.object({
      id: ContentId,
      kind: z.enum(CONTENT_KINDS),
      name: z.string(),
      defaultLocale: Locale,
      /** At most 500 in all contents together. */
      texts: z.array(openText),
      /** Languages of the workspace that it does not have. */
      absent: z.array(Locale),
    }),
  ),
  /** Open texts that the query asks for, told or not. */
  open: z.int(),
});
export type TranslationReport = z.infer<typeof TranslationReport>;

/** Which open texts of all contents go out. */
export const OpenTextsQuery = z.object({
  format: z.enum(TRANSLATION_FORMATS).default('csv'),
  /** The language to translate into. */
  locale: Locale,
  /** The language to translate from. May be left out where all that is open has one. */
  source: Locale.optional(),
});

export const MAX_TRANSLATIONS_CHARACTERS = 4_000_000;
/** For the body of an import into many contents. */
export const MAX_TRANSLATIONS_BYTES = 16_777_216;

export const OpenTextsImportQuery = ImportQuery;
/** A translated file with texts of many contents, as it was exported, read as text. */
export const OpenTextsImportRequest = z.strictObject({
  format: z.enum(TRANSLATION_FORMATS),
  text: z.string().min(1).max(MAX_TRANSLATIONS_CHARACTERS),
});

/** Why nothing of a file can be taken into a content. */
export const UNFIT_CONTENTS = ['unknown_content', 'not_in_language'] as const;

/** What an import does, or would do, content by content. */
export const OpenTextsImportReport = ImportReport.omit({ texts: true }).extend({
  contents: z.array(
    z.object({
      /** As the file says it. */
      id: z.string(),
      kind: z.enum(CONTENT_KINDS).nullable(),
      name: z.string(),
      problem: z.enum(UNFIT_CONTENTS).nullable(),
      texts: ImportReport.shape.texts,
    }),
  ),
});
export type OpenTextsImportReport = z.infer<typeof OpenTextsImportReport>;
