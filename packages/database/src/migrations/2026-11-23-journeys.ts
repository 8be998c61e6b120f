import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** What counts as activated after a checklist, or in a whole workspace; and days in which contents were put off are counted. */
export const journeys = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases, as in all columns
    const text = postgres ? sql`text collate "C"` : 'text';
    await db.schema
      .createTable('activation_goal')
      .addColumn('workspace_id', text, (column) => column.notNull())
      .addColumn('scope', text, (column) => column.notNull())
      .addColumn('content_id', text)
      .addColumn('event', text, (column) => column.notNull())
      .addColumn('within_days', 'integer', (column) => column.notNull())
      .addColumn('updated_at', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('activation_goal_pk', ['workspace_id', 'scope'])
      .addForeignKeyConstraint('activation_goal_workspace_fk', ['workspace_id'], 'workspace', ['id'])
      .addForeignKeyConstraint(
        'activation_goal_content_fk',
        ['workspace_id', 'content_id'],
        'content',
        ['workspace_id', 'id'],
        (constraint) => constraint.onDelete('cascade'),
      )
      .$call((create) => (postgres ? create : create.modifyEnd(sql`strict, without rowid`)))
      .execute();
    if (postgres) {
      const own = sql`workspace_id = current_setting('banso.workspace', true)`;
      await sql`alter table activation_goal enable row level security`.execute(db);
      await sql`alter table activation_goal force row level security`.execute(db);
      await sql`create policy own_workspace on activation_goal using (${own}) with check (${own})`.execute(
        db,
      );
      // what follows is about all workspaces: the wall stands again before anybody else can look
      await sql`alter table event no force row level security`.execute(db);
      await sql`alter table content_day no force row level security`.execute(db);
    }
    await sql`
      insert into content_day (workspace_id, content_id, day, metric, count)
      select workspace_id, content_id, substr(at, 1, 10), 'snoozed', count(*) from event
      where type = 'content_snoozed' and content_id is not null
      group by workspace_id, content_id, substr(at, 1, 10)`.execute(db);
    if (!postgres) return;
    await sql`alter table event force row level security`.execute(db);
    await sql`alter table content_day force row level security`.execute(db);
  },
});
