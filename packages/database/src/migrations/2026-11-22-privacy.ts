import type { CreateTableBuilder, Kysely } from 'kysely';
import { sql } from 'kysely';

/** All of them text; whether each has to be there. */
const COLUMNS = {
  workspace_id: true,
  id: true,
  contact_id: true,
  source: true,
  requested_at: true,
  withdrawn_at: false,
  carried_out_at: false,
  carried_out_by: false,
  tombstone: false,
  lifted_at: false,
  lifted_by: false,
} as const;

/** Wishes to be erased, what became of them, and the tombstones that keep an erased person from being taken down again. */
export const privacy = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases: the same list in the same order
    const text = postgres ? sql`text collate "C"` : 'text';
    await db.schema.alterTable('contact').addColumn('erased_at', text).execute();

    let table: CreateTableBuilder<any, any> = db.schema.createTable('erasure');
    for (const [name, isRequired] of Object.entries(COLUMNS))
      table = table.addColumn(name, text, (column) => (isRequired ? column.notNull() : column));
    await table
      .addPrimaryKeyConstraint('erasure_pk', ['workspace_id', 'id'])
      .addForeignKeyConstraint('erasure_contact_fk', ['workspace_id', 'contact_id'], 'contact', [
        'workspace_id',
        'id',
      ])
      .$call((create) => (postgres ? create : create.modifyEnd(sql`strict`)))
      .execute();

    // what is open first, as the console's list is written
    await sql`
      create index erasure_by_place on erasure
        (workspace_id, ((case when withdrawn_at is null and carried_out_at is null then '1 ' else '0 ' end) || requested_at), id)`.execute(
      db,
    );
    // a person has at most one open request
    await sql`
      create unique index erasure_open on erasure (workspace_id, contact_id)
        where withdrawn_at is null and carried_out_at is null`.execute(db);
    await sql`
      create index erasure_by_tombstone on erasure (workspace_id, tombstone)
        where tombstone is not null and lifted_at is null`.execute(db);
    if (!postgres) return;
    const own = sql`workspace_id = current_setting('banso.workspace', true)`;
    await sql`alter table erasure enable row level security`.execute(db);
    await sql`alter table erasure force row level security`.execute(db);
    await sql`create policy own_workspace on erasure using (${own}) with check (${own})`.execute(db);
  },
});
