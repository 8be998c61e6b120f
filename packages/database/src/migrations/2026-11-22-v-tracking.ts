import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Facts from customers' servers: who sent them, under which ids they came, and who else a person was before. */
export const tracking = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases, as in all columns
    const text = postgres ? sql`text collate "C"` : 'text';
    await db.schema.alterTable('event').addColumn('sent_by', text).execute();
    await sql`
      create index event_sent_by_servers on event (workspace_id, received_at, id)
        where sent_by is not null`.execute(db);

    await db.schema
      .createTable('receipt')
      .addColumn('workspace_id', text, (column) => column.notNull())
      .addColumn('message_hash', text, (column) => column.notNull())
      .addColumn('event_id', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('receipt_pk', ['workspace_id', 'message_hash'])
      .addForeignKeyConstraint('receipt_workspace_fk', ['workspace_id'], 'workspace', ['id'])
      .$call((create) => (postgres ? create : create.modifyEnd(sql`strict, without rowid`)))
      .execute();
    await db.schema
      .createTable('contact_alias')
      .addColumn('workspace_id', text, (column) => column.notNull())
      .addColumn('name_hash', text, (column) => column.notNull())
      .addColumn('contact_id', text, (column) => column.notNull())
      .addColumn('linked_at', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('contact_alias_pk', ['workspace_id', 'name_hash'])
      .addForeignKeyConstraint('contact_alias_contact_fk', ['workspace_id', 'contact_id'], 'contact', [
        'workspace_id',
        'id',
      ])
      .$call((create) => (postgres ? create : create.modifyEnd(sql`strict, without rowid`)))
      .execute();
    await db.schema
      .createIndex('contact_alias_by_contact_id')
      .on('contact_alias')
      .columns(['workspace_id', 'contact_id'])
      .execute();

    if (!postgres) return;
    const own = sql`workspace_id = current_setting('banso.workspace', true)`;
    await sql`alter table receipt enable row level security`.execute(db);
    await sql`alter table receipt force row level security`.execute(db);
    await sql`create policy own_workspace on receipt using (${own}) with check (${own})`.execute(db);
    await sql`alter table contact_alias enable row level security`.execute(db);
    await sql`alter table contact_alias force row level security`.execute(db);
    await sql`create policy own_workspace on contact_alias using (${own}) with check (${own})`.execute(db);
  },
});
