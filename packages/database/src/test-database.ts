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
  if (dialect === 'sqlite') {
    const database = openSqlite(':memory:');
    await migrate(database);
    return database;
  }
  const slot = isFresh ? await freshSlot(`banso_fresh_${uuidv7().replaceAll('-', '')}`) : await emptySlot();
  const database = await openPostgres({ url: urlOf(slot.name), poolSize });
  const close = database.close.bind(database);
  let closing: Promise<void> | undefined;
  database.close = () => (closing ??= close().then(() => slot.release()));
  return database;
}
