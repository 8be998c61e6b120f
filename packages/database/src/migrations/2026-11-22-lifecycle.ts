import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Approval and comments of drafts, when a publication begins and ends, and a version that waits for its time. */
export const lifecycle = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases, as in all columns
    const text = postgres ? sql`text collate "C"` : 'text';
    const { schema } = db;
    await schema
      .alterTable('workspace')
      .addColumn('require_approval', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();

    for (const name of ['starts_at', 'ends_at', 'next_starts_at', 'next_ends_at', 'drafted_by'])
      await schema.alterTable('content').addColumn(name, text).execute();
    await schema.alterTable('content').addColumn('next_version', 'integer').execute();
    await schema
      .alterTable('content')
      .addColumn('last_version', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await schema
      .alterTable('content')
      .addColumn('draft_revision', 'integer', (column) => column.notNull().defaultTo(1))
      .execute();

    await schema
      .createTable('content_review')
      .addColumn('workspace_id', text, (column) => column.notNull())
      .addColumn('content_id', text, (column) => column.notNull())
      .addColumn('state', text, (column) => column.notNull())
      .addColumn('draft_revision', 'integer', (column) => column.notNull())
      .addColumn('requested_by', text)
      .addColumn('requested_at', text)
      .addColumn('reviewer', text)
      .addColumn('note', text, (column) => column.notNull())
      .addColumn('decided_by', text)
      .addColumn('decided_at', text)
      .addColumn('comment', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('content_review_pk', ['workspace_id', 'content_id'])
      .addForeignKeyConstraint(
        'content_review_content_fk',
        ['workspace_id', 'content_id'],
        'content',
        ['workspace_id', 'id'],
        (key) => key.onDelete('cascade'),
      )
      .$call((create) => (postgres ? create : create.modifyEnd(sql`strict`)))
      .execute();
    await schema
      .createTable('content_comment')
      .addColumn('workspace_id', text, (column) => column.notNull())
      .addColumn('id', text, (column) => column.notNull())
      .addColumn('content_id', text, (column) => column.notNull())
      .addColumn('author', text, (column) => column.notNull())
      .addColumn('path', text)
      .addColumn('words', text, (column) => column.notNull())
      .addColumn('created_at', text, (column) => column.notNull())
      .addColumn('resolved_at', text)
      .addColumn('resolved_by', text)
      .addPrimaryKeyConstraint('content_comment_pk', ['workspace_id', 'id'])
      .addForeignKeyConstraint(
        'content_comment_content_fk',
        ['workspace_id', 'content_id'],
        'content',
        ['workspace_id', 'id'],
        (key) => key.onDelete('cascade'),
      )
      .$call((create) => (postgres ? create : create.modifyEnd(sql`strict`)))
      .execute();
    await schema
      .createIndex('content_comment_by_content')
      .on('content_comment')
      .columns(['workspace_id', 'content_id', 'id'])
      .execute();
    await schema
      .createIndex('audit_entry_by_target')
      .on('audit_entry')
      .columns(['workspace_id', 'target', 'id'])
      .execute();

    // the rows of all workspaces are written at once: the wall between them is opened for the tables' owner
    if (postgres) {
      await sql`alter table content no force row level security`.execute(db);
      await sql`alter table content_version no force row level security`.execute(db);
    }
    await db
      .updateTable('content')
      .set((eb) => ({
        drafted_by: eb.ref('updated_by'),
        last_version: eb.fn.coalesce('version', eb.lit(0)),
      }))
      .execute();
    await takeTimesOver(db);
    if (!postgres) return;
    await sql`alter table content force row level security`.execute(db);
    await sql`alter table content_version force row level security`.execute(db);
    const own = sql`workspace_id = current_setting('banso.workspace', true)`;
    await sql`alter table content_review enable row level security`.execute(db);
    await sql`alter table content_review force row level security`.execute(db);
    await sql`create policy own_workspace on content_review using (${own}) with check (${own})`.execute(db);
    await sql`alter table content_comment enable row level security`.execute(db);
    await sql`alter table content_comment force row level security`.execute(db);
    await sql`create policy own_workspace on content_comment using (${own}) with check (${own})`.execute(db);
  },
});

/** What is published already has its times in the draft that its version froze. */
async function takeTimesOver(db: Kysely<any>): Promise<void> {
  const versions = await db
    .selectFrom('content')
    .innerJoin('content_version', (join) =>
      join
        .onRef('content_version.workspace_id', '=', 'content.workspace_id')
        .onRef('content_version.content_id', '=', 'content.id')
        .onRef('content_version.version', '=', 'content.version'),
    )
    .select(['content.workspace_id', 'content.id', 'content_version.draft'])
    .execute();
  for (const { workspace_id, id, draft } of versions) {
    const { startsAt, endsAt } = (JSON.parse(draft) as { delivery: { startsAt?: string; endsAt?: string } })
      .delivery;
    if (startsAt === undefined && endsAt === undefined) continue;
    await db
      .updateTable('content')
      .set({ starts_at: startsAt ?? null, ends_at: endsAt ?? null })
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', id)
      .execute();
  }
}
