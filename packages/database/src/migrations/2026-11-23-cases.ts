import type { CreateTableBuilder, Kysely } from 'kysely';
import { sql } from 'kysely';

const ws = 'workspace_id';

/** The type of each column; `?`: it may be null. */
const COLUMNS = {
  workspace_id: 'text',
  id: 'text',
  contact_id: 'text',
  account_id: 'text?',
  response_id: 'text?',
  cause: 'text',
  score: 'integer?',
  priority: 'text',
  owner_id: 'text?',
  status: 'text',
  snoozed_until: 'text?',
  outcome: 'text?',
  opened_at: 'text',
  due_at: 'text?',
  in_time: 'integer?',
  first_touch_at: 'text?',
  contacted_at: 'text?',
  closed_at: 'text?',
  reopened_at: 'text?',
  reopenings: 'integer',
  heard_at: 'text',
  updated_at: 'text',
  revision: 'integer',
} as const;

/** Cases that answers and messages open, and how a workspace works on them. `case` is a word of SQL. */
export const cases = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases: the same list in the same order
    const text = postgres ? sql`text collate "C"` : 'text';
    let table: CreateTableBuilder<any, any> = db.schema.createTable('customer_case');
    for (const [name, type] of Object.entries(COLUMNS))
      table = table.addColumn(name, type.startsWith('integer') ? 'integer' : text, (column) =>
        type.endsWith('?') ? column : column.notNull(),
      );
    await table
      .addPrimaryKeyConstraint('customer_case_pk', [ws, 'id'])
      .addForeignKeyConstraint('customer_case_contact_fk', [ws, 'contact_id'], 'contact', [ws, 'id'])
      .addForeignKeyConstraint('customer_case_account_fk', [ws, 'account_id'], 'account', [ws, 'id'])
      .addForeignKeyConstraint('customer_case_response_fk', [ws, 'response_id'], 'response', [ws, 'id'])
      .$call((create) => (postgres ? create : create.modifyEnd(sql`strict, without rowid`)))
      .execute();
    // a person has one open case at most, whatever two processes do
    await sql`create unique index customer_case_open on customer_case (workspace_id, contact_id) where status = 'open'`.execute(
      db,
    );
    await sql`
      create index customer_case_by_due on customer_case
        (workspace_id, status, (coalesce(due_at, '9')), id)`.execute(db);
    for (const [name, columns] of [
      ['by_closed_at', [ws, 'status', 'closed_at', 'id']],
      ['by_opened_at', [ws, 'opened_at', 'id']],
      ['by_contact', [ws, 'contact_id', 'opened_at']],
      ['by_account', [ws, 'account_id', 'opened_at']],
      ['by_response', [ws, 'response_id']],
      ['by_owner', [ws, 'owner_id', 'status']],
    ] as const)
      await db.schema
        .createIndex(`customer_case_${name}`)
        .on('customer_case')
        .columns([...columns])
        .execute();
    await db.schema.alterTable('workspace').addColumn('case_settings', text).execute();

    if (!postgres) return;
    const own = sql`workspace_id = current_setting('banso.workspace', true)`;
    await sql`alter table customer_case enable row level security`.execute(db);
    await sql`alter table customer_case force row level security`.execute(db);
    await sql`create policy own_workspace on customer_case using (${own}) with check (${own})`.execute(db);
  },
});
