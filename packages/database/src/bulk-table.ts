import type { BulkSql } from './bulk-sql.ts';
import { bulkSqlOf } from './bulk-sql.ts';
import { isPostgres } from './is-postgres.ts';
import { postgresJson } from './postgres-json.ts';
import { RefusedStatement } from './refused-statement.ts';
import { rawQuery, repeatedQuery } from './repeated-query.ts';
import { StatementGuard } from './statement-guard.ts';
import type { Db } from './tables.ts';

type AnyRow = Readonly<Record<string, unknown>>;

/** The statements of one table with one choice of columns. */
export class BulkTable {
  readonly #columns: readonly string[];
  readonly #key: readonly string[];
  readonly #add: readonly string[];
  readonly #replace: readonly string[];
  readonly #sql: BulkSql;

  /** @throws {TypeError} for a key without `workspace_id`, or a name that is no plain identifier. */
  constructor(
    table: string,
    columns: readonly string[],
    key: readonly string[],
    { replace, add }: { replace: readonly string[]; add: readonly string[] } = { replace: [], add: [] },
  ) {
    if (!key.includes('workspace_id')) throw new TypeError(`The key of ${table} starts with workspace_id`);
    this.#columns = columns;
    this.#key = key;
    this.#add = add;
    this.#replace = replace;
    this.#sql = bulkSqlOf({ table, columns, key, replace, add });
  }

  async insertIgnore<R extends AnyRow>(db: Db, rows: readonly R[]): Promise<R[]> {
    const entered = enter(db, rows, { toWrite: true });
    if (rows.length === 0) return [];
    if (!entered.isPostgres) {
      const changes = await this.#repeat<number>(entered, this.#sql.sqlite.insertIgnore, rows, this.#columns);
      return rows.filter((_, at) => changes[at] === 1);
    }
    const inserted = await this.#send<AnyRow>(entered, this.#sql.postgres.insertIgnore, rows);
    const left = new Set(inserted.map((row) => this.#keyOf(row)));
    return rows.filter((row) => left.delete(this.#keyOf(row)));
  }

  async upsert(db: Db, rows: readonly AnyRow[]): Promise<void> {
    const entered = enter(db, rows, { toWrite: true });
    const merged = this.#merged(rows);
    if (merged.length === 0) return;
    if (entered.isPostgres) await this.#send(entered, this.#sql.postgres.upsert, merged);
    else await this.#repeat(entered, this.#sql.sqlite.upsert, merged, this.#columns);
  }

  async delete(db: Db, keys: readonly AnyRow[]): Promise<number> {
    const entered = enter(db, keys, { toWrite: true });
    const merged = this.#merged(keys);
    if (merged.length === 0) return 0;
    if (entered.isPostgres) return (await this.#send(entered, this.#sql.postgres.delete, merged)).length;
    const changes = await this.#repeat<number>(entered, this.#sql.sqlite.delete, merged, this.#key);
    return changes.reduce((sum, count) => sum + count, 0);
  }

  async select<R>(db: Db, keys: readonly AnyRow[]): Promise<R[]> {
    const entered = enter(db, keys, { toWrite: false });
    const merged = this.#merged(keys);
    if (merged.length === 0) return [];
    return entered.isPostgres
      ? this.#send<R>(entered, this.#sql.postgres.select, merged)
      : this.#repeat<R>(entered, this.#sql.sqlite.select, merged, this.#key);
  }

  /**
   * One row for each key, in the order of the keys: PostgreSQL refuses to meet a row twice in one statement, and two
   * transactions that lock rows in the same order do not wait for each other in a circle.
   */
  #merged(rows: readonly AnyRow[]): AnyRow[] {
    const byKey = new Map<string, AnyRow>();
    for (const row of rows) {
      const key = this.#keyOf(row);
      const known = byKey.get(key);
      byKey.set(key, known ? this.#together(known, row) : row);
    }
    return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  }

  #together(first: AnyRow, then: AnyRow): AnyRow {
    const together: Record<string, unknown> = { ...first };
    for (const column of this.#replace) together[column] = then[column];
    for (const column of this.#add) together[column] = Number(first[column]) + Number(then[column]);
    return together;
  }

  #keyOf(row: AnyRow): string {
    return this.#key.map((column) => String(row[column])).join('\u001f');
  }

  async #repeat<R>(
    { db, guard }: Entered,
    sql: string,
    rows: readonly AnyRow[],
    columns: readonly string[],
  ): Promise<R[]> {
    const each = rows.map((row) => columns.map((column) => row[column]));
    return (await db.executeQuery(guard.admit(repeatedQuery<R>(sql, each)))).rows;
  }

  async #send<R>({ db, guard }: Entered, sql: string, rows: readonly AnyRow[]): Promise<R[]> {
    return (await db.executeQuery(guard.admit(rawQuery<R>(sql, [postgresJson(rows)])))).rows;
  }
}

/** The handle of a workspace, which every row is of. */
interface Entered {
  db: Db;
  guard: StatementGuard;
  isPostgres: boolean;
}

function enter(db: Db, rows: readonly AnyRow[], { toWrite }: { toWrite: boolean }): Entered {
  const { plugins } = db.getExecutor();
  const guard = plugins.find((plugin) => plugin instanceof StatementGuard);
  if (!guard) throw new RefusedStatement('bulk statements need the handle of a workspace');
  guard.requireUsable();
  if (toWrite) guard.requireWritable();
  if (rows.some((row) => row['workspace_id'] !== guard.workspaceId))
    throw new RefusedStatement('a row is of another workspace');
  return { db, guard, isPostgres: isPostgres(db) };
}
