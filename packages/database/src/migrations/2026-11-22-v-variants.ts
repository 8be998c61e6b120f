import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Which variant somebody was given, began and answered, beside the version; null: the base, or there were none. */
export const variants = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases, as in all columns
    const text = postgres ? sql`text collate "C"` : 'text';
    for (const table of ['checklist_progress', 'exposure', 'response'])
      await db.schema.alterTable(table).addColumn('variant', text).execute();
  },
});
