import type { Kysely } from 'kysely';

/** Which earlier versions of a checklist those who began them stay with. */
export const staying = () => ({
  async up(db: Kysely<any>): Promise<void> {
    await db.schema
      .alterTable('content_version')
      .addColumn('staying', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();
  },
});
