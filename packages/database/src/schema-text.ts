import { sql } from 'kysely';
import type { Database } from './database.ts';
import { internalsOf } from './internals.ts';

/** The schema as it stands in the database, as text that can be compared: for the committed snapshots. */
export async function schemaText(database: Database): Promise<string> {
  const lines = database.dialect === 'sqlite' ? await sqliteLines(database) : await postgresLines(database);
  return `${lines.join('\n')}\n`;
}

async function sqliteLines(database: Database): Promise<string[]> {
  const { rows } = await sql<{ sql: string }>`
    select sql from sqlite_schema where sql is not null order by tbl_name, type desc, name`.execute(
    internalsOf(database).root,
  );
  return rows.map((row) => `${row.sql.replaceAll(', constraint', ',\n  constraint')};`);
}

async function postgresLines(database: Database): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    with tables as (
      select oid, relname, relkind, relrowsecurity, relforcerowsecurity,
        pg_get_partkeydef(oid) as parted_by, pg_get_expr(relpartbound, oid) as bound
      from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
    ), lines as (
      select relname as name, 0 as part, 0 as place, 'table ' || relname || coalesce(' partition by ' || parted_by, '')
        || coalesce(' ' || bound, '') || case when relrowsecurity then ' row level security' else '' end
        || case when relforcerowsecurity then ' forced' else '' end as line from tables
      union all
      select relname, 1, attnum, '  ' || attname || ' ' || format_type(atttypid, atttypmod)
        || case when attcollation = 'pg_catalog."C"'::regcollation then ' collate "C"' else '' end
        || case when attnotnull then ' not null' else '' end
      from tables join pg_attribute on attrelid = tables.oid where attnum > 0 and not attisdropped
      union all
      select relname, 2, 0, '  constraint ' || conname || ' ' || pg_get_constraintdef(con.oid)
      from tables join pg_constraint con on conrelid = tables.oid where contype <> 'n'
      union all
      select relname, 3, 0, '  ' || pg_get_indexdef(indexrelid)
      from tables join pg_index on indrelid = tables.oid
      where not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
      union all
      select relname, 4, 0, '  policy ' || polname || ' for ' || polcmd::text || ' using ' || pg_get_expr(polqual, polrelid)
        || coalesce(' with check ' || pg_get_expr(polwithcheck, polrelid), '')
      from tables join pg_policy on polrelid = tables.oid
    )
    select line from lines order by name collate "C", part, place, line collate "C"`.execute(
    internalsOf(database).root,
  );
  return rows.map((row) =>
    row.line.replaceAll(/ (?:on|ON) (?:ONLY )?public\./g, ' on ').replaceAll('public.', ''),
  );
}
