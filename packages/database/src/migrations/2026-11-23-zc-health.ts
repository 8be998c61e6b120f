import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** What the team says of an account's health: how it is, why, by whom, and until when that holds. */
export const health = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    const text = postgres ? sql`text collate "C"` : 'text';
    for (const column of ['health', 'health_reason', 'health_at', 'health_until', 'health_by'])
      await db.schema.alterTable('account').addColumn(column, text).execute();
  },
});
