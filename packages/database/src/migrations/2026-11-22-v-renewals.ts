import type { CreateTableBuilder, Kysely } from 'kysely';
import { sql } from 'kysely';

const ws = 'workspace_id';
const amount = 'bigint';

/** The type of each column; `?`: it may be null. */
const COLUMNS = {
  workspace_id: 'text',
  id: 'text',
  account_id: 'text',
  due_date: 'text',
  outcome: 'text',
  decided_on: 'text',
  decided_at: 'text',
  decided_by: 'text?',
  before_minor: `${amount}?`,
  before_currency: 'text?',
  after_minor: `${amount}?`,
  after_currency: 'text?',
  next_due_date: 'text?',
  lifecycle_before: 'text',
} as const;

/** What became of the renewals of accounts: one row for each that was decided. */
export const renewals = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases: the same list in the same order
    const text = postgres ? sql`text collate "C"` : 'text';
    const number = postgres ? 'bigint' : 'integer';
    let table: CreateTableBuilder<any, any> = db.schema.createTable('renewal');
    for (const [name, type] of Object.entries(COLUMNS))
      table = table.addColumn(name, type.startsWith(amount) ? number : text, (column) =>
        type.endsWith('?') ? column : column.notNull(),
      );
    await table
      .addPrimaryKeyConstraint('renewal_pk', [ws, 'id'])
      // a due date is decided once; and which came due first after a day
      .addUniqueConstraint('renewal_due', [ws, 'account_id', 'due_date'])
      .addForeignKeyConstraint('renewal_account_fk', [ws, 'account_id'], 'account', [ws, 'id'])
      .$call((create) => (postgres ? create : create.modifyEnd(sql`strict, without rowid`)))
      .execute();
    await sql`create index renewal_by_due_date on renewal (workspace_id, due_date, id)`.execute(db);

    if (!postgres) return;
    const own = sql`workspace_id = current_setting('banso.workspace', true)`;
    await sql`alter table renewal enable row level security`.execute(db);
    await sql`alter table renewal force row level security`.execute(db);
    await sql`create policy own_workspace on renewal using (${own}) with check (${own})`.execute(db);
  },
});
