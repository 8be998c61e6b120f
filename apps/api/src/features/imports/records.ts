import type * as history from '@banso/contract/history';
import type { ImportRecord, ImportRowRecord } from '@banso/database';
import type { ImportRowState, TargetSurvey } from '@banso/domain/history';
import { IMPORT_ROW_STATES, needsDayOrder, suggestColumns } from '@banso/domain/history';
import { scoreQuestionOf } from '@banso/domain/content';

/** How many lines are in each state. */
export type RowCounts = Partial<Record<ImportRowState, number>>;

/** The wire form of an import, as lists show it. */
export function summaryOf(
  record: ImportRecord,
  counts: RowCounts,
  nameOf: (member: string) => string | undefined,
): history.ImportSummary {
  const { createdBy } = record;
  return {
    id: record.id,
    source: record.source,
    fileName: record.fileName,
    status: record.status,
    rows: record.rows,
    counts: Object.fromEntries(
      IMPORT_ROW_STATES.map((state) => [state, counts[state] ?? 0]),
    ) as history.ImportSummary['counts'],
    createdAt: record.createdAt,
    createdBy: createdBy === null ? null : { id: createdBy, name: nameOf(createdBy) ?? null },
    startedAt: record.startedAt,
    finishedAt: record.finishedAt,
    undoneAt: record.undoneAt,
    failure: record.failure,
  };
}

/** What stands in the file beside that, and what its columns seem to mean. */
export function detailOf(
  record: ImportRecord,
  lines: readonly ImportRowRecord[],
  survey: TargetSurvey | undefined,
): Omit<history.Import, keyof history.ImportSummary> {
  const { source, header, choices } = record;
  const score = survey && scoreQuestionOf(survey.body);
  const questions = (survey?.body.questions ?? []).map(({ key, text }) => ({
    key,
    isScore: key === score,
    words: Object.values(text),
  }));
  const suggestion = suggestColumns(source, header, questions);
  const time = choices?.columns.fields.answeredAt ?? suggestion.fields.answeredAt;
  const preview = lines.flatMap(({ cells }) => (cells ? [cells] : []));
  return {
    encoding: record.encoding as history.Import['encoding'],
    header,
    preview: preview.slice(0, 5),
    suggestion: {
      fields: suggestion.fields,
      questions: { ...suggestion.questions },
    } as history.Import['suggestion'],
    questions: (survey?.body.questions ?? [])
      .filter(({ type }) => type !== 'statement')
      .map(({ key, type, text }) => ({ key, type, text })),
    needsDayOrder: time !== undefined && preview.some((cells) => needsDayOrder(cells[time] ?? '')),
    choices: choices as history.Import['choices'],
    report: record.report as history.Import['report'],
  };
}
