import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** The case of the same person in which a closed one goes on. */
export const mergedCases = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    await db.schema
      .alterTable('customer_case')
      .addColumn('merged_into', postgres ? sql`text collate "C"` : 'text')
      .execute();
    await sql`
      create index customer_case_by_merged_into on customer_case
        (workspace_id, merged_into) where merged_into is not null`.execute(db);
  },
});
