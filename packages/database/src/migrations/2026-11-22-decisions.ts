import type { CreateTableBuilder, Kysely } from 'kysely';
import { sql } from 'kysely';

const ws = 'workspace_id';

/** Whether each has to be there; all of them are text but the version. */
const COLUMNS = {
  workspace_id: true,
  id: true,
  contact_id: true,
  account_id: false,
  content_id: true,
  at: true,
  until: false,
  source: true,
  outcome: true,
  reason: true,
  version: true,
  facts: true,
} as const;

/** What was decided for a person and a content, from when until when and why; and how long a workspace keeps it. */
export const decisions = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    await db.schema
      .alterTable('workspace')
      .addColumn('decision_retention_days', 'integer', (column) => column.notNull().defaultTo(400))
      .execute();

    // byte order on both databases: the same list in the same order
    const text = postgres ? sql`text collate "C"` : 'text';
    let table: CreateTableBuilder<any, any> = db.schema.createTable('decision');
    for (const [name, isRequired] of Object.entries(COLUMNS))
      table = table.addColumn(name, name === 'version' ? 'integer' : text, (column) =>
        isRequired ? column.notNull() : column,
      );
    await table
      .addPrimaryKeyConstraint('decision_pk', [ws, 'at', 'id'])
      .addForeignKeyConstraint('decision_contact_fk', [ws, 'contact_id'], 'contact', [ws, 'id'])
      .addForeignKeyConstraint('decision_content_fk', [ws, 'content_id'], 'content', [ws, 'id'])
      .$call((create) => (postgres ? create : create.modifyEnd(sql`strict`)))
      .execute();

    // of a person and a content one decision is in force
    await sql`
      create unique index decision_in_force on decision (workspace_id, contact_id, content_id)
        where until is null`.execute(db);
    for (const name of ['contact', 'account', 'content'])
      await db.schema
        .createIndex(`decision_by_${name}`)
        .on('decision')
        .columns([ws, `${name}_id`, 'at', 'id'])
        .execute();
    // what is forgotten
    await sql`
      create index decision_by_end on decision (workspace_id, until) where until is not null`.execute(db);

    if (!postgres) return;
    const own = sql`workspace_id = current_setting('banso.workspace', true)`;
    await sql`alter table decision enable row level security`.execute(db);
    await sql`alter table decision force row level security`.execute(db);
    await sql`create policy own_workspace on decision using (${own}) with check (${own})`.execute(db);
  },
});
