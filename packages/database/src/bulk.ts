import type { SelectType } from 'kysely';
import type { Db, TenantTables } from './tables.ts';
import { BulkTable } from './bulk-table.ts';

type Table = keyof TenantTables;
type Column<N extends Table> = keyof TenantTables[N] & string;
type Row<N extends Table, C extends Column<N>> = { [K in C]: SelectType<TenantTables[N][K]> };

/**
 * Statements on many rows of one workspace at once, for the recorder: compiled once for each database, prepared once on
 * SQLite, one JSON parameter on PostgreSQL. Each runs inside the transaction of the handle that is given; every row (or key)
 * carries `workspace_id`, and all of them must be the handle's.
 */

/**
 * Inserts rows whose key is not there yet; of equal keys among them the first.
 * @returns those that were inserted, in their order.
 * @throws {RefusedStatement} when a row is of another workspace, or the handle is out of date or not a guarded one.
 */
export function bulkInsertIgnore<N extends Table, C extends Column<N>>(
  table: N,
  columns: readonly C[],
  key: readonly NoInfer<C>[],
): (db: Db, rows: readonly Row<N, C>[]) => Promise<Row<N, C>[]> {
  const bulk = new BulkTable(table, columns, key);
  return (db, rows) => bulk.insertIgnore(db, rows);
}

/** What happens to the columns of a row that is there already; those in neither list stay as they are. */
export interface OnConflict<C extends string> {
  /** Take the new value; of equal keys in one call the last. */
  replace?: readonly C[];
  /** Numbers, not null: the new one is added. */
  add?: readonly C[];
}

/** Inserts rows, or brings those up to date whose key is there. Throws as `bulkInsertIgnore` does. */
export function bulkUpsert<N extends Table, C extends Column<N>>(
  table: N,
  columns: readonly C[],
  key: readonly NoInfer<C>[],
  onConflict: OnConflict<NoInfer<C>>,
): (db: Db, rows: readonly Row<N, C>[]) => Promise<void> {
  const { replace = [], add = [] } = onConflict;
  const bulk = new BulkTable(table, columns, key, { replace, add });
  return (db, rows) => bulk.upsert(db, rows);
}

/** Deletes the rows with these keys. @returns how many there were. Throws as `bulkInsertIgnore` does. */
export function bulkDelete<N extends Table, K extends Column<N>>(
  table: N,
  key: readonly K[],
): (db: Db, keys: readonly Row<N, K>[]) => Promise<number> {
  const bulk = new BulkTable(table, key, key);
  return (db, keys) => bulk.delete(db, keys);
}

/**
 * Reads the rows whose key columns are in the list, each once, in no order. The key need not be the whole primary key.
 * Throws as `bulkInsertIgnore` does.
 */
export function bulkSelect<N extends Table, C extends Column<N>, K extends Column<N>>(
  table: N,
  columns: readonly C[],
  key: readonly K[],
): (db: Db, keys: readonly Row<N, K>[]) => Promise<Row<N, C>[]> {
  const bulk = new BulkTable(table, columns, key);
  return (db, keys) => bulk.select(db, keys);
}
