import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Every content carries tags. They belong to the content and not to its versions, so that they hold at once. */
export const tags = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    await db.schema
      .alterTable('content')
      .addColumn('tags', postgres ? sql`text collate "C"` : 'text', (column) =>
        column.notNull().defaultTo('[]'),
      )
      .execute();
  },
});
