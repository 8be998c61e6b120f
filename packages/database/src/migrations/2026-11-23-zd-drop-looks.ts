import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** When it was last looked whether the score of a rule fell, and old alerts by their age. */
export const dropLooks = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases, as in all columns
    const text = postgres ? sql`text collate "C"` : 'text';
    await db.schema.alterTable('alert_rule').addColumn('looked_at', text).execute();
    await db.schema.createIndex('alert_by_age').on('alert').columns(['workspace_id', 'at']).execute();
  },
});
