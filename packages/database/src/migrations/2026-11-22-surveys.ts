import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';

const COLUMNS = {
  workspace_id: 'text',
  content_id: 'text',
  question: 'text',
  hour: 'text',
  version: 'integer',
  locale: 'text',
  verified: 'integer',
  value: 'text',
  count: 'integer',
} as const;
const KEY = ['workspace_id', 'content_id', 'question', 'hour', 'version', 'locale', 'verified', 'value'];

/** Answers by choice, answers on a way that was left, and how often each answer was given, by hour. */
export const surveys = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases: the same list in the same order
    const typeOf = (kind: 'text' | 'integer'): 'text' | 'integer' | RawBuilder<unknown> =>
      postgres && kind === 'text' ? sql`text collate "C"` : kind;
    await db.schema.alterTable('response_answer').addColumn('options', typeOf('text')).execute();
    await db.schema
      .alterTable('response_answer')
      .addColumn('walked', 'integer', (column) => column.notNull().defaultTo(1))
      .execute();

    let table = db.schema.createTable('answer_hour');
    for (const [name, kind] of Object.entries(COLUMNS))
      table = table.addColumn(name, typeOf(kind), (column) => column.notNull());
    await table
      .addPrimaryKeyConstraint('answer_hour_pk', KEY as any)
      .addForeignKeyConstraint('answer_hour_content_fk', ['workspace_id', 'content_id'] as any, 'content', [
        'workspace_id',
        'id',
      ])
      .$call((create) => (postgres ? create : create.modifyEnd(sql`strict, without rowid`)))
      .execute();
    if (!postgres) return;
    const own = sql`workspace_id = current_setting('banso.workspace', true)`;
    await sql`alter table answer_hour enable row level security`.execute(db);
    await sql`alter table answer_hour force row level security`.execute(db);
    await sql`create policy own_workspace on answer_hour using (${own}) with check (${own})`.execute(db);
  },
});
