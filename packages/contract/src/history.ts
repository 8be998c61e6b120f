import {
  DAY_ORDERS,
  IMPORT_FIELDS,
  IMPORT_ROW_STATES,
  IMPORT_SOURCES,
  IMPORT_STATUSES,
  ROW_PROBLEMS,
} from '@banso/domain/history';
import * as z from 'zod';
import { id, Instant, Locale, LocalizedText, MemberId, SurveyId, TimeZone } from './common.ts';
import { CustomerText } from './customer-text.ts';

export const ImportId = id('imp');
export const ExportId = id('exp');

/** Of a file before it is encoded. */
export const MAX_FILE_BYTES = 10 * 1_048_576;
/** Of the request that brings one: base64 takes four characters for three bytes. */
export const MAX_UPLOAD_BYTES = 14 * 1_048_576 + 65_536;
export const MAX_ROWS = 50_000;
export const MAX_COLUMNS = 500;
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-kr', 'windows-1252'] as const;

/** Who did it; null: a key. */
const By = z.object({ id: MemberId, name: z.string().nullable() }).nullable();

export const ImportUpload = z.strictObject({
  source: z.enum(IMPORT_SOURCES),
  fileName: z.string().trim().min(1).max(200),
  /** The bytes of the file, in base64. */
  file: z.base64().max(MAX_UPLOAD_BYTES),
  /** Absent: it is found out. */
  encoding: z.enum(ENCODINGS).optional(),
});

const Column = z
  .int()
  .min(0)
  .max(MAX_COLUMNS - 1);
/** Where columns lie, from 0: of fields, and of questions by their keys. */
export const ImportColumns = z.strictObject({
  fields: z.partialRecord(z.enum(IMPORT_FIELDS), Column),
  questions: z.record(z.string().min(1).max(64), Column),
});
export const ImportChoices = z.strictObject({
  /** Null: a column says so for each line. */
  surveyId: SurveyId.nullable(),
  columns: ImportColumns,
  /** Null: days that begin with no year are refused. */
  dayOrder: z.enum(DAY_ORDERS).nullable(),
  /** Of times that do not name theirs. */
  timeZone: TimeZone,
  /** Of answers whose line does not say it. */
  locale: Locale,
  people: z.enum(['create', 'known']),
});

const Problem = z.object({
  /** The heading of the column; null: it is about the line. */
  column: z.string().nullable(),
  code: z.enum(ROW_PROBLEMS),
  value: CustomerText.nullable(),
});

/** What would become of a file. */
export const ImportReport = z.object({
  /** Lines that are new. */
  ready: z.int(),
  /** Lines that would take the place of what an earlier import brought under their ids. */
  changed: z.int().default(0),
  /** Lines that came before. */
  known: z.int(),
  failed: z.int(),
  /** People and accounts that would be made. */
  newPeople: z.int(),
  newAccounts: z.int(),
  /** What is wrong, the most frequent first. */
  causes: z.array(z.object({ column: z.string().nullable(), code: z.enum(ROW_PROBLEMS), lines: z.int() })),
  /** Of the first lines in which something is wrong. */
  problems: z.array(Problem.extend({ line: z.int() })),
  /** The first lines as they would be. */
  samples: z.array(
    z.object({
      line: z.int(),
      survey: z.string(),
      person: z.string(),
      isNew: z.boolean(),
      account: z.string().nullable(),
      answeredAt: Instant,
      locale: z.string(),
      answers: z.array(z.object({ question: z.string(), value: CustomerText })),
    }),
  ),
  from: Instant.nullable(),
  to: Instant.nullable(),
});
export type ImportReport = z.infer<typeof ImportReport>;

const counted = z.record(z.enum(IMPORT_ROW_STATES), z.int());

export const ImportSummary = z.object({
  id: ImportId,
  source: z.enum(IMPORT_SOURCES),
  fileName: z.string(),
  status: z.enum(IMPORT_STATUSES),
  rows: z.int(),
  /** Lines by what became of them. */
  counts: counted,
  createdAt: Instant,
  createdBy: By,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  undoneAt: Instant.nullable(),
  /** Why it stands still at present; it goes on by itself. Null: it does not. */
  failure: z.string().nullable(),
});
export type ImportSummary = z.infer<typeof ImportSummary>;

export const Import = ImportSummary.extend({
  encoding: z.enum(ENCODINGS),
  header: z.array(z.string()),
  /** The first lines of the file, as far as they are still kept. */
  preview: z.array(z.array(CustomerText)),
  /** What the columns seem to mean. */
  suggestion: ImportColumns,
  /** What the survey asks, for which the columns are suggested. */
  questions: z.array(z.object({ key: z.string(), type: z.string(), text: LocalizedText })),
  /** A column of times in which the day and the month cannot be told apart, so that `dayOrder` has to be chosen. */
  needsDayOrder: z.boolean(),
  choices: ImportChoices.nullable(),
  report: ImportReport.nullable(),
});
export type Import = z.infer<typeof Import>;

export const ImportQuery = z.object({
  /** For which survey the columns are suggested. */
  surveyId: SurveyId.optional(),
});

export const EXPORT_KINDS = ['responses', 'contacts', 'accounts'] as const;
export const EXPORT_FORMATS = ['csv', 'jsonl'] as const;

export const ExportCreate = z.strictObject({
  kind: z.enum(EXPORT_KINDS),
  /** Of responses; absent: of all surveys, in columns that are the same for every survey. */
  surveyId: SurveyId.optional(),
  format: z.enum(EXPORT_FORMATS).default('csv'),
  /** In front of CSV: Excel takes it for UTF-8 then. */
  byteOrderMark: z.boolean().default(false),
  /** Answered at or after. */
  from: Instant.optional(),
  /** Answered, or made, before; absent: now. */
  until: Instant.optional(),
});

export const Export = z.object({
  id: ExportId,
  kind: z.enum(EXPORT_KINDS),
  survey: z.object({ id: SurveyId, name: z.string() }).nullable(),
  format: z.enum(EXPORT_FORMATS),
  byteOrderMark: z.boolean(),
  from: Instant.nullable(),
  until: Instant,
  /** The names of its columns, in their order. */
  columns: z.array(z.string()),
  /** Null: it was not fetched to its end yet. */
  rows: z.int().nullable(),
  downloads: z.int(),
  createdAt: Instant,
  createdBy: By,
  lastDownloadedAt: Instant.nullable(),
});
export type Export = z.infer<typeof Export>;

export const ExportFileQuery = z.object({
  /** The id in the last line that arrived whole: the file goes on behind it, without its headings. */
  after: z.string().max(60).optional(),
});
