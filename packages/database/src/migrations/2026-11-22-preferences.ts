import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** What people have chosen themselves: how often they are asked, and in which language; with when they did. */
export const preferences = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases, as in all columns
    const text = postgres ? sql`text collate "C"` : 'text';
    const contact = () => db.schema.alterTable('contact');
    await contact()
      .addColumn('asking', text, (column) => column.notNull().defaultTo('usual'))
      .execute();
    for (const name of ['asking_set_at', 'chosen_locale', 'locale_set_at'])
      await contact().addColumn(name, text).execute();
  },
});
