import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const KEY = {
  workspace_id: 'text',
  content_id: 'text',
  day: 'text',
  version: 'integer',
  verified: 'integer',
  question: 'text',
  outcome: 'text',
} as const;

/**
 * What became of each question of a response, and how often by the day. Of responses from before nobody kept what was asked: they are in no
 * count until they go on.
 */
export const figures = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases, as in all columns
    const text = postgres ? sql`text collate "C"` : 'text';
    await db.schema.alterTable('response').addColumn('outcomes', text).execute();
    let table = db.schema.createTable('question_day');
    for (const [name, kind] of [...Object.entries(KEY), ['count', 'integer'] as const])
      table = table.addColumn(name, kind === 'text' ? text : 'integer', (column) => column.notNull());
    await table
      .addPrimaryKeyConstraint('question_day_pk', Object.keys(KEY) as any)
      .addForeignKeyConstraint('question_day_content_fk', ['workspace_id', 'content_id'] as any, 'content', [
        'workspace_id',
        'id',
      ])
      .$call((create) => (postgres ? create : create.modifyEnd(sql`strict, without rowid`)))
      .execute();
    if (!postgres) return;
    const own = sql`workspace_id = current_setting('banso.workspace', true)`;
    await sql`alter table question_day enable row level security`.execute(db);
    await sql`alter table question_day force row level security`.execute(db);
    await sql`create policy own_workspace on question_day using (${own}) with check (${own})`.execute(db);
  },
});
