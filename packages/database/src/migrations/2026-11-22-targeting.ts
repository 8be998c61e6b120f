import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Saved segments. */
export const targeting = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases, as in all columns
    const text = postgres ? sql`text collate "C"` : 'text';
    await db.schema
      .createTable('segment')
      .addColumn('workspace_id', text, (column) => column.notNull())
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('slug', text, (column) => column.notNull())
      .addColumn('name', text, (column) => column.notNull())
      .addColumn('description', text, (column) => column.notNull())
      .addColumn('condition', text, (column) => column.notNull())
      .addColumn('created_at', text, (column) => column.notNull())
      .addColumn('updated_at', text, (column) => column.notNull())
      .addColumn('updated_by', text)
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('segment_pk', ['workspace_id', 'id'])
      .addUniqueConstraint('segment_slug', ['workspace_id', 'slug'])
      .addUniqueConstraint('segment_name', ['workspace_id', 'name'])
      .$call((create) => (postgres ? create : create.modifyEnd(sql`strict`)))
      .execute();
    if (!postgres) return;
    const own = sql`workspace_id = current_setting('banso.workspace', true)`;
    await sql`alter table segment enable row level security`.execute(db);
    await sql`alter table segment force row level security`.execute(db);
    await sql`create policy own_workspace on segment using (${own}) with check (${own})`.execute(db);
  },
});
