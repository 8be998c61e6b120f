import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** For which session of a person an interruption is kept, and until when: one that opened its page can show it without asking. */
export const speed = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    const text = postgres ? sql`text collate "C"` : 'text';
    for (const name of ['reserved_for', 'reserved_until'])
      await db.schema.alterTable('contact').addColumn(name, text).execute();
  },
});
