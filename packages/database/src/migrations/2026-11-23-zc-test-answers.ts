import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Answers that only try a survey, and people whose answers all do: what they say is kept and counts nowhere. */
export const testAnswers = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    for (const table of ['contact', 'response'])
      await db.schema
        .alterTable(table)
        .addColumn('is_test', postgres ? 'smallint' : 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
    await sql`
      create index response_test on response (workspace_id, answered_at, id) where is_test = 1`.execute(db);
  },
});
