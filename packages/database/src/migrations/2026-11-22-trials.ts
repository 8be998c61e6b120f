import type { CreateTableBuilder, Kysely } from 'kysely';
import { sql } from 'kysely';

const ws = 'workspace_id';

/** Whether each has to be there; all of them are text but the version. */
const COLUMNS = {
  workspace_id: true,
  experiment: true,
  unit_id: true,
  contact_id: false,
  account_id: false,
  arm: true,
  version: true,
  assigned_at: true,
} as const;

/** Who takes part in which experiment, in which arm, from when on; and whom a workspace keeps without anything. */
export const trials = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases: the same list in the same order
    const text = postgres ? sql`text collate "C"` : 'text';
    await db.schema.alterTable('workspace').addColumn('holdout', text).execute();

    let table: CreateTableBuilder<any, any> = db.schema.createTable('assignment');
    for (const [name, isRequired] of Object.entries(COLUMNS))
      table = table.addColumn(name, name === 'version' ? 'integer' : text, (column) =>
        isRequired ? column.notNull() : column,
      );
    await table
      .addPrimaryKeyConstraint('assignment_pk', [ws, 'experiment', 'unit_id'])
      .addForeignKeyConstraint('assignment_contact_fk', [ws, 'contact_id'], 'contact', [ws, 'id'])
      .addForeignKeyConstraint('assignment_account_fk', [ws, 'account_id'], 'account', [ws, 'id'])
      .$call((create) => (postgres ? create : create.modifyEnd(sql`strict, without rowid`)))
      .execute();
    // what is kept of one person
    await sql`
      create index assignment_by_contact on assignment (workspace_id, contact_id)
        where contact_id is not null`.execute(db);

    if (!postgres) return;
    const own = sql`workspace_id = current_setting('banso.workspace', true)`;
    await sql`alter table assignment enable row level security`.execute(db);
    await sql`alter table assignment force row level security`.execute(db);
    await sql`create policy own_workspace on assignment using (${own}) with check (${own})`.execute(db);
  },
});
