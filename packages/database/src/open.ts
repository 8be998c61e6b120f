import type { Database } from './database.ts';
import { openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';

/** Where the rows are. */
export interface DatabaseSettings {
  /** `postgres://…`; undefined for SQLite. */
  url: string | undefined;
  /** The SQLite file, made with its folder when absent; `:memory:` for tests. */
  file: string;
  /** PostgreSQL connections at most. Default 10. */
  poolSize?: number | undefined;
  /** PostgreSQL behind a pooler in transaction mode: the server's own address, for `LISTEN`. Default: `url`. */
  listenUrl?: string | undefined;
}

/**
 * Opens the database; `migrate` brings its schema up to date.
 * @throws {Error} when the file cannot be opened or the server does not answer.
 */
export async function openDatabase({ url, file, poolSize, listenUrl }: DatabaseSettings): Promise<Database> {
  return url === undefined ? openSqlite(file) : openPostgres({ url, listenUrl, poolSize });
}
