import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Which fact gave an answer: facts of one sender sort in the order in which they were made, times that went through a network do not. */
export const answerOrder = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases, as in all columns
    const text = postgres ? sql`text collate "C"` : 'text';
    await db.schema.alterTable('response_answer').addColumn('fact_id', text).execute();
  },
});
