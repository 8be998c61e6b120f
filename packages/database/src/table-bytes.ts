import { sql } from 'kysely';
import type { Database } from './database.ts';
import { internalsOf } from './internals.ts';

/**
 * How many bytes tables take on the disk, with their indexes, once what was overwritten has been cleared away; PostgreSQL knows
 * them from then on as it does after a night's work of its own.
 */
export async function tableBytes(database: Database, tables: readonly string[]): Promise<number> {
  const { root } = internalsOf(database);
  if (database.dialect === 'postgres') {
    await sql`vacuum (full, analyze)`.execute(root);
    const { rows } = await sql<{ bytes: number }>`
      select coalesce(sum(pg_total_relation_size(c.oid)), 0) as bytes from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relname in (${sql.join(tables)})`.execute(
      root,
    );
    return Number(rows[0]?.bytes ?? 0);
  }
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(pgsize), 0) as bytes from dbstat
    where name in (select name from sqlite_schema where tbl_name in (${sql.join(tables)}))`.execute(root);
  return Number(rows[0]?.bytes ?? 0);
}
