/** Where a file of survey history comes from: it says what its columns are called. */
export const IMPORT_SOURCES = ['csv', 'delighted', 'formbricks', 'typeform', 'surveymonkey'] as const;
export type ImportSource = (typeof IMPORT_SOURCES)[number];

/** `uploaded`: its columns are to be chosen; `checked`: a dry run has told what would become of it. */
export const IMPORT_STATUSES = ['uploaded', 'checked', 'running', 'done', 'undoing', 'undone'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** `known`: it was brought before, in this file or another one. `changed`: it took the place of what an earlier import had brought. */
export const IMPORT_ROW_STATES = ['waiting', 'added', 'changed', 'known', 'failed', 'undone'] as const;
export type ImportRowState = (typeof IMPORT_ROW_STATES)[number];

/** What a column of a file can mean, beside a question of the survey. */
export const IMPORT_FIELDS = [
  'email',
  'externalId',
  'name',
  'accountExternalId',
  'accountName',
  'answeredAt',
  'finished',
  'locale',
  'survey',
  'rowId',
  'score',
  'text',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** In which order a day is written where it begins with no year. */
export const DAY_ORDERS = ['dmy', 'mdy'] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];

/** Where the columns of a file lie, from 0. */
export interface ImportColumns {
  fields: Readonly<Partial<Record<ImportField, number | undefined>>>;
  /** By the keys of the survey's questions. */
  questions: Readonly<Record<string, number>>;
}

/** What somebody chose for a file before it is read. */
export interface ImportChoices {
  /** The survey that was answered; null: a column says so for each line. */
  surveyId: string | null;
  columns: ImportColumns;
  /** Null: days that begin with no year are refused, since nobody can tell the day from the month. */
  dayOrder: DayOrder | null;
  /** Of times that do not name theirs. */
  timeZone: string;
  /** Of answers whose line does not say it. */
  locale: string;
  /** Whether people who are not known yet are made contacts; `known`: their lines are refused. */
  people: 'create' | 'known';
}

/** What is wrong with a line. The words stand in the console, in the language of its reader. */
export const ROW_PROBLEMS = [
  'no_person',
  'bad_email',
  'too_long',
  'no_time',
  'bad_time',
  'ambiguous_time',
  'future_time',
  'bad_locale',
  'unknown_survey',
  'not_published',
  'no_answer',
  'no_question',
  'bad_answer',
  'not_finished',
  'unknown_person',
  'several_people',
  'several_accounts',
  'erased',
  'differs',
  'too_many_cells',
  'refused',
] as const;
export type RowProblemCode = (typeof ROW_PROBLEMS)[number];

/** One thing that is wrong with a line, and the column where that shows; null: it is about the whole line. */
export interface RowProblem {
  column: string | null;
  code: RowProblemCode;
  value: string | null;
}
