import type { CreateTableBuilder, Kysely } from 'kysely';
import { sql } from 'kysely';

const ws = 'workspace_id';

/** The type of each column; `?`: it may be null. */
const TABLES = {
  note: {
    workspace_id: 'text',
    id: 'text',
    subject_kind: 'text',
    subject_id: 'text',
    contact_id: 'text?',
    account_id: 'text?',
    words: 'text',
    written_by: 'text?',
    writer_name: 'text',
    created_at: 'text',
    edited_at: 'text?',
  },
  note_mention: { workspace_id: 'text', note_id: 'text', member_id: 'text', at: 'text', read_at: 'text?' },
  saved_view: {
    workspace_id: 'text',
    id: 'text',
    page: 'text',
    name: 'text',
    query: 'text',
    owner_id: 'text',
    shared: 'flag',
    created_at: 'text',
    updated_at: 'text',
  },
  tag: {
    workspace_id: 'text',
    id: 'text',
    key: 'text',
    name: 'text',
    responses: 'flag',
    created_at: 'text',
  },
  response_tag: {
    workspace_id: 'text',
    response_id: 'text',
    tag_id: 'text',
    answered_at: 'text',
    tagged_at: 'text',
    tagged_by: 'text?',
  },
} as const;

/** Internal notes with mentions, tags of answers, saved views, and the orders in which the inbox is read. */
export const inbox = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases: the same list in the same order
    const text = postgres ? sql`text collate "C"` : 'text';
    const create = async (
      name: keyof typeof TABLES,
      constrain: (table: CreateTableBuilder<any, any>) => CreateTableBuilder<any, any>,
    ) => {
      let table: CreateTableBuilder<any, any> = db.schema.createTable(name);
      for (const [column, type] of Object.entries(TABLES[name]))
        table = table.addColumn(column, type === 'flag' ? 'integer' : text, (one) =>
          type.endsWith('?') ? one : one.notNull(),
        );
      await constrain(table)
        .$call((made) => (postgres ? made : made.modifyEnd(sql`strict`)))
        .execute();
    };
    await create('note', (table) => table.addPrimaryKeyConstraint('note_pk', [ws, 'id']));
    await create('note_mention', (table) =>
      table
        .addPrimaryKeyConstraint('note_mention_pk', [ws, 'note_id', 'member_id'])
        .addForeignKeyConstraint('note_mention_note_fk', [ws, 'note_id'], 'note', [ws, 'id']),
    );
    await create('saved_view', (table) => table.addPrimaryKeyConstraint('saved_view_pk', [ws, 'id']));
    await create('tag', (table) =>
      table.addPrimaryKeyConstraint('tag_pk', [ws, 'id']).addUniqueConstraint('tag_key', [ws, 'key']),
    );
    await create('response_tag', (table) =>
      table
        .addPrimaryKeyConstraint('response_tag_pk', [ws, 'response_id', 'tag_id'])
        .addForeignKeyConstraint('response_tag_response_fk', [ws, 'response_id'], 'response', [ws, 'id'])
        .addForeignKeyConstraint('response_tag_tag_fk', [ws, 'tag_id'], 'tag', [ws, 'id']),
    );
    for (const index of [
      sql`create index note_by_subject on note (workspace_id, subject_kind, subject_id, id)`,
      sql`create index note_by_contact on note (workspace_id, contact_id, created_at, id) where contact_id is not null`,
      sql`create index note_mention_unread on note_mention (workspace_id, member_id, at) where read_at is null`,
      sql`create index saved_view_by_page on saved_view (workspace_id, page)`,
      // when somebody answered never changes, so it can stand here too: the inbox of one tag is read in order
      sql`create index response_tag_by_tag on response_tag (workspace_id, tag_id, answered_at, response_id)`,
      sql`create index response_by_account on response (workspace_id, account_id, answered_at, id)`,
      sql`drop index response_by_account_id_answered_at`,
      sql`create index response_by_score on response (workspace_id, score, answered_at, id)`,
      sql`create index response_unread on response (workspace_id, answered_at, id) where read_at is null`,
    ])
      await index.execute(db);

    if (!postgres) return;
    const own = sql`workspace_id = current_setting('banso.workspace', true)`;
    for (const table of [
      sql.table('note'),
      sql.table('note_mention'),
      sql.table('saved_view'),
      sql.table('tag'),
      sql.table('response_tag'),
    ]) {
      await sql`alter table ${table} enable row level security`.execute(db);
      await sql`alter table ${table} force row level security`.execute(db);
      await sql`create policy own_workspace on ${table} using (${own}) with check (${own})`.execute(db);
    }
  },
});
