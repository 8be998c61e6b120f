import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { ensureEventPartitions } from './event-partitions.ts';
import { internalsOf } from './internals.ts';
import { schemaText } from './schema-text.ts';
import { TENANT_TABLES } from './tables.ts';
import { DIALECTS, openTestDatabase } from './testing.ts';

describe.each(DIALECTS)('the schema on %s', (dialect) => {
  let database: Database;
  beforeAll(async () => void (database = await openTestDatabase(dialect, { isFresh: true })));
  afterAll(() => database.close());

  // The snapshots are what reviewers read; a migration changes both in the same commit (vitest -u).
  test('is the one that is committed', async () => {
    await expect(await schemaText(database)).toMatchFileSnapshot(`schema.${dialect}.sql`);
  });

  test('gives every table with a workspace its place among the guarded ones', async () => {
    const tables = await internalsOf(database).root.introspection.getTables();
    const withWorkspace = tables
      .filter((table) => table.columns.some((column) => column.name === 'workspace_id'))
      .map((table) => table.name)
      .filter((name) => !name.startsWith('event_') || name === 'event_count');
    expect(new Set(withWorkspace)).toEqual(TENANT_TABLES);
  });
});

describe.runIf(DIALECTS.includes('postgres'))('row-level security', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase('postgres', { isFresh: true });
    await ensureEventPartitions(database, '2026-11-21T00:00:00.000Z');
  });
  afterAll(() => database.close());

  const unprotected = async () => {
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_class c
      where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped)
        and not (c.relrowsecurity and c.relforcerowsecurity and exists (
          select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive
            and p.polwithcheck is not null and pg_get_expr(p.polqual, c.oid) like '%workspace_id = current_setting(%'))`.execute(
      internalsOf(database).root,
    );
    return rows.map((row) => row.name);
  };

  test('is enabled, forced and has a policy on every table with a workspace, partitions included', async () => {
    expect(await unprotected()).toEqual([]);
    const { rows } = await sql<{ tables: number }>`
      select count(*) as tables from pg_class where relrowsecurity and relforcerowsecurity`.execute(
      internalsOf(database).root,
    );
    expect(rows[0]?.tables).toBe(TENANT_TABLES.size + 5); // the rest of the events and four months
  });

  test('is missed where it is missing (control)', async () => {
    await sql`alter table audit_entry no force row level security`.execute(internalsOf(database).root);
    await sql`alter table event_2026_12 disable row level security`.execute(internalsOf(database).root);
    await sql`drop policy own_workspace on idempotency`.execute(internalsOf(database).root);
    expect((await unprotected()).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      'audit_entry',
      'event_2026_12',
      'idempotency',
    ]);
  });

  test('stands above the role that transactions take', async () => {
    const role = await database.control.transaction().execute((tx) =>
      sql<{ role: string; above: boolean }>`
        select current_user as role, rolsuper or rolbypassrls as above from pg_roles where rolname = current_user`.execute(
        tx,
      ),
    );
    expect(role.rows).toEqual([{ role: 'banso_app', above: false }]);
  });
});
