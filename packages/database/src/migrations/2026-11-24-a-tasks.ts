import type { CreateTableBuilder, Kysely } from 'kysely';
import { sql } from 'kysely';

type Columns = Readonly<Record<string, 'text' | 'text?' | 'integer'>>;

const ws = 'workspace_id';

const COLUMNS: Columns = {
  [ws]: 'text',
  id: 'text',
  title: 'text',
  subject_kind: 'text?',
  subject_id: 'text?',
  contact_id: 'text?',
  account_id: 'text?',
  owner_id: 'text?',
  due_on: 'text?',
  done_at: 'text?',
  done_by: 'text?',
  doer_name: 'text?',
  created_at: 'text',
  created_by: 'text?',
  creator_name: 'text',
  updated_at: 'text',
  revision: 'integer',
};

/** What the team has set itself to do. */
export const tasks = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases: the same list in the same order
    const text = postgres ? sql`text collate "C"` : 'text';
    let table: CreateTableBuilder<any, any> = db.schema.createTable('task');
    for (const [column, kind] of Object.entries(COLUMNS))
      table = table.addColumn(column, kind.startsWith('text') ? text : 'integer', (c) =>
        kind.endsWith('?') ? c : c.notNull(),
      );
    table = table
      .addPrimaryKeyConstraint('task_pk', [ws, 'id'])
      .addForeignKeyConstraint('task_contact_fk', [ws, 'contact_id'], 'contact', [ws, 'id'])
      .addForeignKeyConstraint('task_account_fk', [ws, 'account_id'], 'account', [ws, 'id']);
    await (postgres ? table : table.modifyEnd(sql`strict, without rowid`)).execute();
    await sql`
      create index task_open on task (workspace_id, coalesce(due_on, '9'), id)
        where done_at is null`.execute(db);
    await sql`
      create index task_open_by_owner on task (workspace_id, owner_id, coalesce(due_on, '9'), id)
        where done_at is null`.execute(db);
    await sql`create index task_done on task (workspace_id, done_at, id) where done_at is not null`.execute(
      db,
    );
    await sql`
      create index task_by_contact on task (workspace_id, contact_id, created_at, id)
        where contact_id is not null`.execute(db);
    await sql`create index task_by_account on task (workspace_id, account_id) where account_id is not null`.execute(
      db,
    );

    if (!postgres) return;
    const own = sql`workspace_id = current_setting('banso.workspace', true)`;
    await sql`alter table task enable row level security`.execute(db);
    await sql`alter table task force row level security`.execute(db);
    await sql`create policy own_workspace on task using (${own}) with check (${own})`.execute(db);
  },
});
