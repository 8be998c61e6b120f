import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** What happened that surveys ask about, each once; and what a response was about. */
export const transactions = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases, as in all columns
    const text = postgres ? sql`text collate "C"` : 'text';
    await db.schema
      .createTable('survey_transaction')
      .addColumn('workspace_id', text, (column) => column.notNull())
      .addColumn('contact_id', text, (column) => column.notNull())
      .addColumn('content_id', text, (column) => column.notNull())
      .addColumn('transaction_id', text, (column) => column.notNull())
      .addColumn('at', text, (column) => column.notNull())
      .addColumn('asked_at', text)
      .addColumn('answered_at', text)
      .addPrimaryKeyConstraint('survey_transaction_pk', [
        'workspace_id',
        'contact_id',
        'content_id',
        'transaction_id',
      ])
      .addForeignKeyConstraint('survey_transaction_contact_fk', ['workspace_id', 'contact_id'], 'contact', [
        'workspace_id',
        'id',
      ])
      .addForeignKeyConstraint('survey_transaction_content_fk', ['workspace_id', 'content_id'], 'content', [
        'workspace_id',
        'id',
      ])
      .$call((create) => (postgres ? create : create.modifyEnd(sql`strict, without rowid`)))
      .execute();
    // what nobody was asked about
    await sql`
      create index survey_transaction_open on survey_transaction (workspace_id, content_id, at)
        where asked_at is null and answered_at is null`.execute(db);
    await db.schema.alterTable('response').addColumn('transaction_id', text).execute();
    await sql`
      create index response_by_transaction_id on response (workspace_id, transaction_id)
        where transaction_id is not null`.execute(db);

    if (!postgres) return;
    const own = sql`workspace_id = current_setting('banso.workspace', true)`;
    await sql`alter table survey_transaction enable row level security`.execute(db);
    await sql`alter table survey_transaction force row level security`.execute(db);
    await sql`create policy own_workspace on survey_transaction using (${own}) with check (${own})`.execute(
      db,
    );
  },
});
