import { WITHHELD } from '@banso/contract';
import {
  cases,
  contents,
  type Database,
  type Db,
  type ExportPlace,
  type ExportQuestion,
  type ExportRecord,
  exports,
  responseTags,
} from '@banso/database';
import type { SurveyBody } from '@banso/domain/content';
import { bodyOf, FOLLOW_UP_KEY, scoreQuestionOf } from '@banso/domain/content';
import { answerCells } from '@banso/domain/history';
import type { Column, ResponseRow } from './columns.ts';
import { accountColumns, CONTACT_COLUMNS, responseColumns } from './columns.ts';
import { fileLines } from './file-lines.ts';

/** Rows that are read at once: the widget's calls come between two of these, and on SQLite wait for one. */
const TOGETHER = { sqlite: 25, postgres: 200 } as const;
/** Versions of a survey that are looked at for its columns; more than anybody has published. */
const MOST_VERSIONS = 1_000;

/** Runs works one after the other. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** What is exported, and where it begins. */
export interface Wanted {
  database: Database;
  workspaceId: string;
  record: ExportRecord;
  nameOf: (member: string) => string | undefined;
  /** Undefined: at the first row, with the headings. */
  after: ExportPlace | undefined;
  /** The reader may not read what customers write. */
  withholdsTexts: boolean;
  /** All files of a process are read in turn. */
  inTurn: InTurn;
}

/** The names of the columns of an export. */
export function columnNames(record: ExportRecord): string[] {
  const columns: readonly Column<never>[] =
    record.kind === 'responses'
      ? responseColumns(record)
      : record.kind === 'contacts'
        ? CONTACT_COLUMNS
        : accountColumns(() => undefined);
  return columns.map(({ name }) => name);
}

/**
 * The columns that the questions of a survey have: every question that any version asked so far, the newest order first. They never
 * depend on an answer.
 */
export async function questionsOf(db: Db, workspaceId: string, surveyId: string): Promise<ExportQuestion[]> {
  const versions = await contents.listVersions(db, workspaceId, surveyId, { limit: MOST_VERSIONS });
  const questions = new Map<string, ExportQuestion>();
  for (const { draft } of versions) {
    const variants = Object.keys(draft.variants ?? {}) as (keyof NonNullable<typeof draft.variants>)[];
    for (const variant of [null, ...variants]) {
      const body = bodyOf(draft, variant) as SurveyBody | undefined;
      if (!body) continue;
      for (const question of body.questions) {
        if (question.type === 'statement') continue;
        const hasOther = 'other' in question && question.other !== null;
        const known = questions.get(question.key);
        questions.set(question.key, { key: question.key, hasOther: hasOther || known?.hasOther === true });
        if (question.key === scoreQuestionOf(body) && !questions.has(FOLLOW_UP_KEY))
          questions.set(FOLLOW_UP_KEY, { key: FOLLOW_UP_KEY, hasOther: false });
      }
    }
  }
  return [...questions.values()];
}

/**
 * The file, piece by piece: the next one is read once the one before was taken, so that a slow reader costs nothing.
 * @returns (of the generator) how many rows there were.
 */
export async function* exportText(wanted: Wanted): AsyncGenerator<string, number> {
  const { record, after, database, workspaceId, inTurn } = wanted;
  const limit = TOGETHER[database.dialect];
  const read = <T>(work: (db: Db) => Promise<T>) =>
    inTurn(() => database.forWorkspace(workspaceId).read(work));
  switch (record.kind) {
    case 'responses':
      return yield* written(record, responseColumns(record), after === undefined, responsePages(wanted));
    case 'contacts':
      return yield* written(
        record,
        CONTACT_COLUMNS,
        after === undefined,
        pages(after?.id, limit, (id) =>
          read((db) => exports.listContacts(db, workspaceId, record, { after: id, limit })),
        ),
      );
    case 'accounts':
      return yield* written(
        record,
        accountColumns(wanted.nameOf),
        after === undefined,
        pages(after?.id, limit, (id) =>
          read((db) => exports.listAccounts(db, workspaceId, record, { after: id, limit })),
        ),
      );
    default:
      return record.kind satisfies never;
  }
}

async function* written<Row>(
  record: ExportRecord,
  columns: readonly Column<Row>[],
  isWhole: boolean,
  rowPages: AsyncGenerator<readonly Row[]>,
): AsyncGenerator<string, number> {
  const { head, line } = fileLines(record, columns);
  let rows = 0;
  if (isWhole && head !== '') yield head;
  for await (const page of rowPages) {
    rows += page.length;
    yield page.map(line).join('');
  }
  return rows;
}

async function* pages<Row extends { id: string }>(
  first: string | undefined,
  limit: number,
  read: (after: string | undefined) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  for (let after = first; ;) {
    const rows = await read(after);
    if (rows.length > 0) yield rows;
    if (rows.length < limit) return;
    after = rows.at(-1)?.id;
  }
}

const withheldCell: ResponseRow['text'] = (words) => (typeof words === 'string' ? WITHHELD : words);

async function* responsePages({
  database,
  workspaceId,
  record,
  nameOf,
  after: first,
  inTurn,
  withholdsTexts,
}: Wanted): AsyncGenerator<readonly ResponseRow[]> {
  const workspace = database.forWorkspace(workspaceId);
  const limit = TOGETHER[database.dialect];
  const bodies = new Map<string, SurveyBody | undefined>();
  for (let after = first; ;) {
    const from = after;
    const {
      responses,
      answers,
      tags,
      cases: about,
    } = await inTurn(() =>
      workspace.read(async (db) => {
        const found = await exports.listResponses(db, workspaceId, record, { after: from, limit });
        for (const { content_id: id, version, variant } of found) {
          const key = `${id} ${version} ${variant}`;
          if (bodies.has(key)) continue;
          const draft = (await contents.findVersion(db, workspaceId, id, version))?.draft;
          bodies.set(key, (draft && bodyOf(draft, variant)) as SurveyBody | undefined);
        }
        const ids = found.map(({ id }) => id);
        return {
          responses: found,
          answers: await exports.listAnswers(db, workspaceId, ids),
          tags: await responseTags.namesOn(db, workspaceId, ids),
          cases: await cases.listAbout(db, workspaceId, ids),
        };
      }),
    );
    const byResponse = Map.groupBy(answers, ({ responseId }) => responseId);
    if (responses.length > 0)
      yield responses.map((response): ResponseRow => {
        const body = bodies.get(`${response.content_id} ${response.version} ${response.variant}`);
        const own = byResponse.get(response.id) ?? [];
        const asked = (body?.questions ?? [])
          .filter(({ type }) => type !== 'statement')
          .map(({ key }) => key);
        return {
          response,
          text: withholdsTexts ? withheldCell : (words) => words,
          nameOf,
          tags: tags.get(response.id) ?? [],
          about: about.get(response.id),
          cell: answerCells(body, own, response.completed_at !== null),
          questions: [...new Set([...asked, ...own.map(({ question }) => question)])],
        };
      });
    const last = responses.at(-1);
    if (!last || responses.length < limit) return;
    after = { answeredAt: last.answered_at, id: last.id };
  }
}
