import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** What a workspace changed of the fatigue budget, and the way to the interruptions of one person. */
export const budget = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    await db.schema
      .alterTable('workspace')
      .addColumn('fatigue', postgres ? sql`text collate "C"` : 'text', (column) =>
        column.notNull().defaultTo('{}'),
      )
      .execute();
    await db.schema
      .createIndex('exposure_by_contact_id_granted_at')
      .on('exposure')
      .columns(['workspace_id', 'contact_id', 'granted_at'])
      .execute();
  },
});
