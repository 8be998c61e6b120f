import type { CreateTableBuilder, Kysely } from 'kysely';
import { sql } from 'kysely';

const ws = 'workspace_id';

/** The type of each column; `?`: it may be null. */
const IMPORT = {
  workspace_id: 'text',
  id: 'text',
  source: 'text',
  file_name: 'text',
  encoding: 'text',
  header: 'text',
  choices: 'text?',
  status: 'text',
  rows: 'number',
  report: 'text?',
  created_at: 'text',
  created_by: 'text?',
  started_at: 'text?',
  finished_at: 'text?',
  undone_at: 'text?',
  failure: 'text?',
  leased_until: 'text?',
} as const;

const IMPORT_ROW = {
  workspace_id: 'text',
  import_id: 'text',
  line: 'number',
  cells: 'text?',
  state: 'text',
  problems: 'text?',
  response_id: 'text?',
  contact_id: 'text?',
  made_contact: 'number',
  made_account_id: 'text?',
} as const;

const EXPORT = {
  workspace_id: 'text',
  id: 'text',
  kind: 'text',
  survey_id: 'text?',
  format: 'text',
  byte_order_mark: 'number',
  answered_from: 'text?',
  until: 'text',
  questions: 'text',
  rows: 'number?',
  downloads: 'number',
  created_at: 'text',
  created_by: 'text?',
  last_downloaded_at: 'text?',
} as const;

/** Imports of survey history with their rows, exports, and which import brought a response. */
export const history = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases: the same list in the same order
    const text = postgres ? sql`text collate "C"` : 'text';
    const made = (name: string, columns: Readonly<Record<string, string>>): CreateTableBuilder<any, any> => {
      let table: CreateTableBuilder<any, any> = db.schema.createTable(name);
      for (const [column, type] of Object.entries(columns))
        table = table.addColumn(column, type.startsWith('number') ? 'integer' : text, (of) =>
          type.endsWith('?') ? of : of.notNull(),
        );
      return postgres ? table : table.modifyEnd(sql`strict`);
    };
    await made('import', IMPORT)
      .addPrimaryKeyConstraint('import_pk', [ws, 'id'])
      .addForeignKeyConstraint('import_workspace_fk', [ws], 'workspace', ['id'])
      .execute();
    await made('import_row', IMPORT_ROW)
      .addPrimaryKeyConstraint('import_row_pk', [ws, 'import_id', 'line'])
      .addForeignKeyConstraint('import_row_import_fk', [ws, 'import_id'], 'import', [ws, 'id'], (key) =>
        key.onDelete('cascade'),
      )
      .execute();
    await made('export', EXPORT)
      .addPrimaryKeyConstraint('export_pk', [ws, 'id'])
      .addForeignKeyConstraint('export_workspace_fk', [ws], 'workspace', ['id'])
      .execute();
    await sql`create index import_row_by_state on import_row (workspace_id, import_id, state, line)`.execute(
      db,
    );
    await sql`
      create index import_row_by_contact on import_row (workspace_id, contact_id)
        where contact_id is not null`.execute(db);
    await db.schema.alterTable('response').addColumn('import_id', text).execute();
    await sql`
      create index response_by_import on response (workspace_id, import_id, id)
        where import_id is not null`.execute(db);
    // whom a file means by an address
    await sql`
      create index contact_by_email on contact (workspace_id, lower(email))
        where email is not null`.execute(db);

    if (!postgres) return;
    const own = sql`workspace_id = current_setting('banso.workspace', true)`;
    for (const table of [sql.table('import'), sql.table('import_row'), sql.table('export')]) {
      await sql`alter table ${table} enable row level security`.execute(db);
      await sql`alter table ${table} force row level security`.execute(db);
      await sql`create policy own_workspace on ${table} using (${own}) with check (${own})`.execute(db);
    }
  },
});
