import type { CreateTableBuilder, Kysely } from 'kysely';
import { sql } from 'kysely';

type Columns = Readonly<Record<string, 'text' | 'text?' | 'integer'>>;

const ws = 'workspace_id';

const TABLES: Readonly<Record<string, [columns: Columns, key: readonly string[]]>> = {
  mail: [
    {
      [ws]: 'text',
      id: 'text',
      contact_id: 'text?',
      recipient: 'text',
      sender_name: 'text?',
      locale: 'text',
      subject: 'text',
      body: 'text?',
      unsubscribe_url: 'text?',
      purpose: 'text',
      dedupe_key: 'text',
      state: 'text',
      attempts: 'integer',
      due_at: 'text?',
      last_error: 'text?',
      created_at: 'text',
      sent_at: 'text?',
    },
    [ws, 'id'],
  ],
  digest_turn: [{ [ws]: 'text', member_id: 'text', week: 'text' }, [ws, 'member_id']],
};

/** Mails on their way and what became of them, who is mailed replies and where, and when members want their digest. */
export const mail = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases: the same list in the same order
    const text = postgres ? sql`text collate "C"` : 'text';
    for (const [name, [columns, key]] of Object.entries(TABLES)) {
      let table: CreateTableBuilder<any, any> = db.schema.createTable(name);
      for (const [column, kind] of Object.entries(columns))
        table = table.addColumn(column, kind.startsWith('text') ? text : 'integer', (c) =>
          kind.endsWith('?') ? c : c.notNull(),
        );
      table = table.addPrimaryKeyConstraint(`${name}_pk`, [...key]);
      if ('dedupe_key' in columns)
        table = table
          .addUniqueConstraint('mail_dedupe_key', [ws, 'dedupe_key'])
          .addForeignKeyConstraint('mail_contact_fk', [ws, 'contact_id'], 'contact', [ws, 'id']);
      await (postgres ? table : table.modifyEnd(sql`strict, without rowid`)).execute();
    }
    await sql`create index mail_by_due on mail (workspace_id, due_at) where due_at is not null`.execute(db);
    await sql`create index mail_by_contact on mail (workspace_id, contact_id) where contact_id is not null`.execute(
      db,
    );
    await db.schema.alterTable('contact').addColumn('vouched_email', text).execute();
    await db.schema.alterTable('contact').addColumn('mail_off_at', text).execute();
    await db.schema.alterTable('thread').addColumn('mailed_at', text).execute();
    await sql`create index thread_unread_by_contact on thread (workspace_id, contact_id) where unread_by_contact > 0`.execute(
      db,
    );
    await db.schema.alterTable('workspace').addColumn('reply_mail', text).execute();
    await db.schema.alterTable('member').addColumn('time_zone', text).execute();
    await db.schema.alterTable('member').addColumn('digest', text).execute();
    if (postgres) for (const name of Object.keys(TABLES)) await protect(db, name);
  },
});

/** A row is visible and writable only inside its own workspace. */
async function protect(db: Kysely<any>, table: string): Promise<void> {
  // oxlint-disable-next-line banso/no-dynamic-sql -- one of the names above
  const name = sql.table(table);
  const own = sql`workspace_id = current_setting('banso.workspace', true)`;
  await sql`alter table ${name} enable row level security`.execute(db);
  await sql`alter table ${name} force row level security`.execute(db);
  await sql`create policy own_workspace on ${name} using (${own}) with check (${own})`.execute(db);
}
