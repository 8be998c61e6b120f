import type { Database, Dialect } from '@banso/database';
import { openTestDatabase } from '@banso/database/testing';
import type { AnswerValue } from '@banso/domain/content';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { Fact, Verdict } from '../recorder.ts';
import { rowsOf } from './recount/recount.ts';
import type { Rig } from './rig.ts';
import { aFact, rigOn } from './rig.ts';

type Row = Awaited<ReturnType<typeof rowsOf>>[number];
type Table = Parameters<typeof rowsOf>[2];

/** Contents that the suites publish as they need them. */
export const SURVEY = 'srv_0195d000-0000-7000-8000-000000000010';
export const OTHER_SURVEY = 'srv_0195d000-0000-7000-8000-000000000013';
export const CHECKLIST = 'chk_0195d000-0000-7000-8000-000000000011';
export const OTHER_CHECKLIST = 'chk_0195d000-0000-7000-8000-000000000014';
export const GUIDE = 'res_0195d000-0000-7000-8000-000000000012';

/** A database for all tests of a suite, and for each a workspace and a recorder of its own. */
export interface RecorderSuite {
  readonly rig: Rig;
  rows(table: Table): Promise<Row[]>;
  /** The one row of a table. */
  only(table: Table): Promise<Row>;
  /** What a column holds in each row, sorted as text. */
  column(table: Table, name: string): Promise<string[]>;
  /** An answer to a question of `SURVEY`. */
  answer(question: string, value: AnswerValue, responseId: string, version?: number): Fact;
}

/** Registers what opens and closes the database. */
export function recorderSuite(dialect: Dialect): RecorderSuite {
  let database: Database;
  let rig: Rig;
  beforeAll(async () => void (database = await openTestDatabase(dialect)));
  beforeEach(async () => void (rig = await rigOn(database)));
  afterAll(() => database.close());

  const rows = (table: Table) => rowsOf(database, rig.workspaceId, table);
  return {
    get rig() {
      return rig;
    },
    rows,
    async only(table) {
      const [row, ...more] = await rows(table);
      expect(more).toEqual([]);
      if (!row) throw new Error(`Nothing in ${table}`);
      return row;
    },
    async column(table, name) {
      return sorted((await rows(table)).map((row) => String(row[name])));
    },
    answer: (question, value, responseId, version = 1) =>
      aFact(rig, 'survey_answered', { contentId: SURVEY, version, responseId, question, value }),
  };
}

export const newResponse = (): string => `rsp_${uuidv7()}`;

/** `accepted`, or the code of the refusal, of each. */
export function codesOf(verdicts: readonly Verdict[]): string[] {
  return verdicts.map((verdict) => (verdict.accepted ? 'accepted' : verdict.code));
}

/** In the order of their text. */
export function sorted<T>(values: readonly T[]): T[] {
  return values.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
