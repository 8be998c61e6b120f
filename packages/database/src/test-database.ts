import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { uuidv7 } from 'uuidv7';
import type { Database, Dialect } from './database.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';
import { emptySlot, freshSlot, hasServer, urlOf } from './test-server.ts';

/** Both databases; without a PostgreSQL server (said loudly at the start of the run) only SQLite. */
export const DIALECTS: readonly Dialect[] = hasServer ? ['sqlite', 'postgres'] : ['sqlite'];

/**
 * An empty, migrated database that nobody else uses: SQLite in memory, or a PostgreSQL database of the run's server.
 * @param options.poolSize - PostgreSQL connections at most. Default 5.
 * @param options.isFresh - For tests that change the schema: a new PostgreSQL database, thrown away by `close`. Default
 *   false: one that is emptied and used again.
 */
export async function openTestDatabase(
  dialect: Dialect,
  { poolSize = 5, isFresh = false }: { poolSize?: number; isFresh?: boolean } = {},
): Promise<Database> {
  if (dialect === 'sqlite') return openSqlite(await (migrated ??= migratedBytes()));
  const slot = isFresh ? await freshSlot(`banso_fresh_${uuidv7().replaceAll('-', '')}`) : await emptySlot();
  const database = await openPostgres({ url: urlOf(slot.name), poolSize });
  const close = database.close.bind(database);
  let closing: Promise<void> | undefined;
  database.close = () => (closing ??= close().then(() => slot.release()));
  return database;
}

/** An empty database after all migrations, which take a while: made once in a process. */
let migrated: Promise<Buffer> | undefined;

async function migratedBytes(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'banso-migrated-'));
  const file = join(folder, 'banso.db');
  const database = openSqlite(file);
  await migrate(database);
  await database.close();
  const connection = new BetterSqlite(file);
  connection.pragma('journal_mode = delete'); // a log of its own is for files
  const bytes = connection.serialize();
  connection.close();
  rmSync(folder, { recursive: true });
  return bytes;
}
