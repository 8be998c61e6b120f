import type { Kysely } from 'kysely';

/** What a member is given or denied whatever the role says. */
export const desk = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    for (const permission of ['read_texts', 'reply'])
      await db.schema
        .alterTable('member')
        .addColumn(permission, postgres ? 'smallint' : 'integer')
        .execute();
  },
});
