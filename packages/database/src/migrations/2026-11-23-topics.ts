import type { CreateTableBuilder, Kysely } from 'kysely';
import { sql } from 'kysely';

type Columns = Readonly<Record<string, 'text' | 'text?' | 'integer' | 'bigint'>>;

const ws = 'workspace_id';

/** The words of a text, and where each of its terms stands: `search_recent` until it is packed into `search_block`. */
const SEARCH: Readonly<Record<string, [columns: Columns, key: readonly string[]]>> = {
  search_text: [
    { [ws]: 'text', source: 'text', place: 'bigint', id: 'text', words: 'text' },
    [ws, 'source', 'place', 'id'],
  ],
  search_recent: [
    { [ws]: 'text', source: 'text', term: 'text', place: 'bigint' },
    [ws, 'source', 'term', 'place'],
  ],
  search_block: [
    { [ws]: 'text', source: 'text', term: 'text', place: 'bigint', places: 'text' },
    [ws, 'source', 'term', 'place'],
  ],
  search_fill: [{ [ws]: 'text', source: 'text', at: 'text', id: 'text', done: 'integer' }, [ws, 'source']],
};

const TOPICS: Readonly<Record<string, [columns: Columns, key: readonly string[]]>> = {
  topic: [
    {
      [ws]: 'text',
      id: 'text',
      name: 'text',
      status: 'text',
      pinned: 'integer',
      rules: 'text',
      fill_before: 'text?',
      created_at: 'text',
      updated_at: 'text',
      updated_by: 'text?',
      revision: 'integer',
    },
    [ws, 'id'],
  ],
  topic_answer: [
    {
      [ws]: 'text',
      topic_id: 'text',
      response_id: 'text',
      contact_id: 'text',
      account_id: 'text?',
      answered_at: 'text',
      given_by: 'text',
      is_off: 'integer',
    },
    [ws, 'topic_id', 'response_id'],
  ],
  topic_day: [{ [ws]: 'text', topic_id: 'text', day: 'text', count: 'integer' }, [ws, 'topic_id', 'day']],
};

/** Search in what customers wrote, and topics of it. */
export const topics = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    for (const [name, [columns, key]] of Object.entries({ ...SEARCH, ...TOPICS })) {
      let table: CreateTableBuilder<any, any> = db.schema.createTable(name);
      for (const [column, kind] of Object.entries(columns)) {
        // byte order on both databases: the same list in the same order
        const text = postgres ? sql`text collate "C"` : 'text';
        const number = kind === 'bigint' && postgres ? 'bigint' : 'integer';
        table = table.addColumn(column, kind.startsWith('text') ? text : number, (c) =>
          kind.endsWith('?') ? c : c.notNull(),
        );
      }
      table = table.addPrimaryKeyConstraint(`${name}_pk`, [...key]);
      if ('contact_id' in columns)
        table = table.addForeignKeyConstraint(`${name}_contact_fk`, [ws, 'contact_id'], 'contact', [
          ws,
          'id',
        ]);
      if (name === 'topic') table = table.addUniqueConstraint('topic_name', [ws, 'name']);
      if (name === 'topic_answer')
        table = table
          .addForeignKeyConstraint('topic_answer_topic_fk', [ws, 'topic_id'], 'topic', [ws, 'id'])
          .addForeignKeyConstraint('topic_answer_response_fk', [ws, 'response_id'], 'response', [ws, 'id']);
      await (postgres ? table : table.modifyEnd(sql`strict, without rowid`)).execute();
    }
    await db.schema
      .createIndex('topic_answer_by_answered_at')
      .on('topic_answer')
      .columns([ws, 'topic_id', 'answered_at'])
      .execute();
    await db.schema
      .createIndex('topic_answer_by_response')
      .on('topic_answer')
      .columns([ws, 'response_id'])
      .execute();
    await db.schema
      .createIndex('topic_answer_by_contact')
      .on('topic_answer')
      .columns([ws, 'contact_id'])
      .execute();
    if (postgres) for (const name of Object.keys({ ...SEARCH, ...TOPICS })) await protect(db, name);
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
