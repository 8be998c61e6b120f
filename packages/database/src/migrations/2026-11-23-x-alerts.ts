import type { CreateTableBuilder, Kysely } from 'kysely';
import { sql } from 'kysely';

type Columns = Readonly<Record<string, 'text' | 'text?' | 'integer' | 'integer?'>>;

const ws = 'workspace_id';

/** What follows from facts and has not left yet, where it goes, and what became of it. */
const TABLES: Readonly<Record<string, [columns: Columns, key: readonly string[]]>> = {
  outbox: [
    { [ws]: 'text', id: 'text', type: 'text', subject: 'text', contact_id: 'text?', at: 'text' },
    [ws, 'id'],
  ],
  webhook: [
    {
      [ws]: 'text',
      id: 'text',
      kind: 'text',
      name: 'text',
      url: 'text',
      url_hint: 'text',
      events: 'text',
      secrets: 'text',
      status: 'text',
      failing_since: 'text?',
      created_at: 'text',
      updated_at: 'text',
      revision: 'integer',
    },
    [ws, 'id'],
  ],
  delivery: [
    {
      [ws]: 'text',
      id: 'text',
      webhook_id: 'text',
      event_id: 'text',
      type: 'text',
      contact_id: 'text?',
      body: 'text',
      status: 'text',
      attempts: 'integer',
      due_at: 'text?',
      last_at: 'text?',
      last_code: 'integer?',
      last_error: 'text?',
      created_at: 'text',
    },
    [ws, 'id'],
  ],
  alert_rule: [
    {
      [ws]: 'text',
      id: 'text',
      name: 'text',
      status: 'text',
      condition: 'text',
      receivers: 'text',
      hours: 'text?',
      per_hour: 'integer',
      created_at: 'text',
      updated_at: 'text',
      updated_by: 'text?',
      revision: 'integer',
    },
    [ws, 'id'],
  ],
  alert: [
    {
      [ws]: 'text',
      rule_id: 'text',
      subject: 'text',
      contact_id: 'text?',
      about: 'text',
      at: 'text',
      release_at: 'text?',
      sent_at: 'text?',
    },
    [ws, 'rule_id', 'subject'],
  ],
  notice: [
    {
      [ws]: 'text',
      id: 'text',
      member_id: 'text',
      kind: 'text',
      contact_id: 'text?',
      about: 'text',
      created_at: 'text',
      read_at: 'text?',
    },
    [ws, 'id'],
  ],
};

/** The outbox, webhooks with their deliveries, and alerts. */
export const alerts = (postgres: boolean) => ({
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
      if ('contact_id' in columns)
        table = table.addForeignKeyConstraint(`${name}_contact_fk`, [ws, 'contact_id'], 'contact', [
          ws,
          'id',
        ]);
      if ('webhook_id' in columns)
        table = table.addForeignKeyConstraint(`${name}_webhook_fk`, [ws, 'webhook_id'], 'webhook', [
          ws,
          'id',
        ]);
      if ('rule_id' in columns)
        table = table.addForeignKeyConstraint(`${name}_rule_fk`, [ws, 'rule_id'], 'alert_rule', [ws, 'id']);
      await (postgres ? table : table.modifyEnd(sql`strict, without rowid`)).execute();
      if ('contact_id' in columns)
        await db.schema.createIndex(`${name}_by_contact`).on(name).columns([ws, 'contact_id']).execute();
    }
    await sql`create index delivery_by_due on delivery (workspace_id, webhook_id, due_at, id) where due_at is not null`.execute(
      db,
    );
    await db.schema
      .createIndex('delivery_by_webhook')
      .on('delivery')
      .columns([ws, 'webhook_id', 'id'])
      .execute();
    await sql`create index alert_held on alert (workspace_id, release_at) where release_at is not null`.execute(
      db,
    );
    await db.schema.createIndex('alert_by_sent_at').on('alert').columns([ws, 'rule_id', 'sent_at']).execute();
    await db.schema.createIndex('notice_by_member').on('notice').columns([ws, 'member_id', 'id']).execute();
    await db.schema
      .alterTable('workspace')
      .addColumn('texts_may_leave', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
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
