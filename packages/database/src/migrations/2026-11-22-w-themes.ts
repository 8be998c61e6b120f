import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Named themes. What a workspace had as its look is its default theme from now on. */
export const themes = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases, as in all columns
    const text = postgres ? sql`text collate "C"` : 'text';
    await db.schema
      .createTable('theme')
      .addColumn('workspace_id', text, (column) => column.notNull())
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('slug', text, (column) => column.notNull())
      .addColumn('name', text, (column) => column.notNull())
      .addColumn('look', text, (column) => column.notNull())
      .addColumn('is_default', 'integer', (column) => column.notNull())
      .addColumn('created_at', text, (column) => column.notNull())
      .addColumn('updated_at', text, (column) => column.notNull())
      .addColumn('updated_by', text)
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('theme_pk', ['workspace_id', 'id'])
      .addUniqueConstraint('theme_slug', ['workspace_id', 'slug'])
      .addUniqueConstraint('theme_name', ['workspace_id', 'name'])
      .$call((create) => (postgres ? create : create.modifyEnd(sql`strict`)))
      .execute();
    await sql`create unique index theme_default on theme (workspace_id) where is_default = 1`.execute(db);
    // before the wall: there is no workspace to be in yet. An id of a workspace is a prefix and a UUID, and so is that of a theme.
    await sql`
      insert into theme (workspace_id, id, slug, name, look, is_default, created_at, updated_at, revision)
      select id, 'thm_' || substr(id, 4), 'default', 'Default', theme, 1, created_at, updated_at, 1 from workspace`.execute(
      db,
    );
    if (!postgres) return;
    const own = sql`workspace_id = current_setting('banso.workspace', true)`;
    await sql`alter table theme enable row level security`.execute(db);
    await sql`alter table theme force row level security`.execute(db);
    await sql`create policy own_workspace on theme using (${own}) with check (${own})`.execute(db);
  },
});
