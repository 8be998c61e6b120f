import type { CreateTableBuilder, Kysely } from 'kysely';
import { sql } from 'kysely';

type Columns = Readonly<Record<string, `${'text' | 'integer'}${'' | '?'}`>>;

const ws = 'workspace_id';

const THREAD: Columns = {
  workspace_id: 'text',
  contact_id: 'text',
  started_at: 'text',
  last_at: 'text',
  last_message_id: 'text',
  unread_by_team: 'integer',
  unread_by_contact: 'integer',
};
const MESSAGE: Columns = {
  workspace_id: 'text',
  id: 'text',
  contact_id: 'text',
  author: 'text',
  author_id: 'text?',
  author_name: 'text?',
  text: 'text',
  about: 'text?',
  sent_at: 'text',
  received_at: 'text',
  read_at: 'text?',
};

/** Notes of customers and the team's replies: one thread a person. */
export const messages = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    const begun = (name: string, columns: Columns): CreateTableBuilder<any, any> => {
      let table: CreateTableBuilder<any, any> = db.schema.createTable(name);
      for (const [column, kind] of Object.entries(columns)) {
        // byte order on both databases: the same list in the same order
        const type = kind.startsWith('integer') ? 'integer' : postgres ? sql`text collate "C"` : 'text';
        table = table.addColumn(column, type, (c) => (kind.endsWith('?') ? c : c.notNull()));
      }
      return table;
    };
    const contactOf = (name: string, table: CreateTableBuilder<any, any>) =>
      table.addForeignKeyConstraint(`${name}_contact_fk`, [ws, 'contact_id'], 'contact', [ws, 'id']);

    const thread = contactOf('thread', begun('thread', THREAD)).addPrimaryKeyConstraint('thread_pk', [
      ws,
      'contact_id',
    ]);
    await (postgres ? thread : thread.modifyEnd(sql`strict, without rowid`)).execute();
    const message = contactOf('message', begun('message', MESSAGE))
      .addPrimaryKeyConstraint('message_pk', [ws, 'id'])
      .addForeignKeyConstraint('message_response_fk', [ws, 'about'], 'response', [ws, 'id']);
    await (postgres ? message : message.modifyEnd(sql`strict`)).execute();

    // what waits for the team first, as the console's list is written
    await sql`
      create index thread_by_waiting on thread
        (workspace_id, ((case when unread_by_team > 0 then '1 ' else '0 ' end) || last_at), contact_id)`.execute(
      db,
    );
    await db.schema
      .createIndex('message_by_contact')
      .on('message')
      .columns([ws, 'contact_id', 'received_at', 'id'])
      .execute();
    await db.schema
      .createIndex('message_by_received_at')
      .on('message')
      .columns([ws, 'received_at', 'id'])
      .execute();
    await db.schema.createIndex('message_by_about').on('message').columns([ws, 'about']).execute();

    if (postgres) for (const name of ['thread', 'message']) await protect(db, name);
  },
});

/** A row is visible and writable only inside its own workspace. */
async function protect(db: Kysely<any>, table: string): Promise<void> {
  // oxlint-disable-next-line banso/no-dynamic-sql -- one of the two names above
  const name = sql.table(table);
  const own = sql`workspace_id = current_setting('banso.workspace', true)`;
  await sql`alter table ${name} enable row level security`.execute(db);
  await sql`alter table ${name} force row level security`.execute(db);
  await sql`create policy own_workspace on ${name} using (${own}) with check (${own})`.execute(db);
}
