export { answerCells } from './answer-cells.ts';
export type { AnswerCell, KeptAnswer, SkipReason } from './answer-cells.ts';
export { tableOf } from './file-rows.ts';
export type { FileTable } from './file-rows.ts';
export {
  DAY_ORDERS,
  IMPORT_FIELDS,
  IMPORT_ROW_STATES,
  IMPORT_SOURCES,
  IMPORT_STATUSES,
  ROW_PROBLEMS,
} from './import.ts';
export type {
  DayOrder,
  ImportChoices,
  ImportColumns,
  ImportField,
  ImportRowState,
  ImportSource,
  ImportStatus,
  RowProblem,
  RowProblemCode,
} from './import.ts';
export { rowReader } from './read-row.ts';
export type { ReadRow, RowReading, TargetSurvey } from './read-row.ts';
export { needsDayOrder, timeReader } from './read-time.ts';
export type { ReadTime } from './read-time.ts';
export { plainHeading, suggestColumns } from './suggest-columns.ts';
export type { KnownQuestion } from './suggest-columns.ts';
