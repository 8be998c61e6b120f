import type { CreateTableBuilder, Kysely } from 'kysely';
import { sql } from 'kysely';

const ws = 'workspace_id';

/** The type of each column; `?`: it may be null. */
const SURVEY_LINK = {
  workspace_id: 'text',
  id: 'text',
  content_id: 'text',
  kind: 'text',
  channel: 'text',
  name: 'text',
  expires_at: 'text?',
  revoked_at: 'text?',
  created_at: 'text',
  created_by: 'text?',
} as const;

/** Surveys that are shared by link, and how each response came. */
export const links = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases: the same list in the same order
    const text = postgres ? sql`text collate "C"` : 'text';
    let table: CreateTableBuilder<any, any> = db.schema.createTable('survey_link');
    for (const [column, type] of Object.entries(SURVEY_LINK))
      table = table.addColumn(column, text, (of) => (type.endsWith('?') ? of : of.notNull()));
    table = table
      .addPrimaryKeyConstraint('survey_link_pk', [ws, 'id'])
      .addForeignKeyConstraint('survey_link_content_fk', [ws, 'content_id'], 'content', [ws, 'id']);
    await (postgres ? table : table.modifyEnd(sql`strict`)).execute();
    await db.schema
      .createIndex('survey_link_by_content')
      .on('survey_link')
      .columns([ws, 'content_id', 'id'])
      .execute();
    await db.schema
      .alterTable('response')
      .addColumn('source', text, (of) => of.defaultTo('widget'))
      .execute();
    await db.schema.alterTable('response').addColumn('link_id', text).execute();
    await sql`update response set source = 'import' where import_id is not null`.execute(db);
    await sql`
      create index response_by_link on response (workspace_id, link_id, completed_at)
        where link_id is not null`.execute(db);

    if (!postgres) return;
    const own = sql`workspace_id = current_setting('banso.workspace', true)`;
    await sql`alter table survey_link enable row level security`.execute(db);
    await sql`alter table survey_link force row level security`.execute(db);
    await sql`create policy own_workspace on survey_link using (${own}) with check (${own})`.execute(db);
  },
});
