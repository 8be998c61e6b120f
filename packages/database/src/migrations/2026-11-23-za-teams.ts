import type { CreateTableBuilder, Kysely } from 'kysely';
import { sql } from 'kysely';

const ws = 'workspace_id';

/** Teams of members, and the team that a case is for. */
export const teams = (postgres: boolean) => ({
  async up(db: Kysely<any>): Promise<void> {
    // byte order on both databases: the same list in the same order
    const text = postgres ? sql`text collate "C"` : 'text';
    const finish = (table: CreateTableBuilder<any, any>) =>
      (postgres ? table : table.modifyEnd(sql`strict, without rowid`)).execute();
    let team: CreateTableBuilder<any, any> = db.schema.createTable('team');
    for (const column of [ws, 'id', 'key', 'name', 'created_at', 'updated_at'])
      team = team.addColumn(column, text, (one) => one.notNull());
    await finish(
      team
        .addColumn('archived_at', text)
        .addColumn('revision', 'integer', (one) => one.notNull())
        .addPrimaryKeyConstraint('team_pk', [ws, 'id'])
        .addUniqueConstraint('team_key', [ws, 'key']),
    );
    let member: CreateTableBuilder<any, any> = db.schema.createTable('team_member');
    for (const column of [ws, 'team_id', 'member_id'])
      member = member.addColumn(column, text, (one) => one.notNull());
    await finish(
      member
        .addPrimaryKeyConstraint('team_member_pk', [ws, 'team_id', 'member_id'])
        .addForeignKeyConstraint('team_member_team_fk', [ws, 'team_id'], 'team', [ws, 'id']),
    );
    await db.schema.alterTable('customer_case').addColumn('team_id', text).execute();
    await sql`
      create index customer_case_by_team on customer_case
        (workspace_id, team_id, status) where team_id is not null`.execute(db);

    if (!postgres) return;
    const own = sql`workspace_id = current_setting('banso.workspace', true)`;
    for (const table of [sql.table('team'), sql.table('team_member')]) {
      await sql`alter table ${table} enable row level security`.execute(db);
      await sql`alter table ${table} force row level security`.execute(db);
      await sql`create policy own_workspace on ${table} using (${own}) with check (${own})`.execute(db);
    }
  },
});
