import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { internalsOf } from './internals.ts';
import { migrationsFor } from './migrations/index.ts';
import { ensureAppRole } from './postgres-role.ts';
import { lockSchema } from './schema-lock.ts';
import type { Tables } from './tables.ts';

/** `behind`: migrate; `ahead`: a newer version wrote this schema, and this code must not touch it. */
export type SchemaState = 'current' | 'behind' | 'ahead';

interface WithLedger extends Tables {
  schema_migration: { name: string; applied_at: string };
}

/** How the schema stands to this code. Changes nothing. */
export async function schemaState(database: Database): Promise<SchemaState> {
  const db = internalsOf(database).root.$extendTables<Pick<WithLedger, 'schema_migration'>>();
  return stateOf(database, await appliedNames(db));
}

/**
 * Brings the schema up to date, one migration a transaction, forward only. May be interrupted at any point and started
 * in several processes at once: each migration is applied wholly, once.
 * @returns the names of the migrations that were applied.
 * @throws {Error} when the schema is ahead of this code, or the PostgreSQL role cannot be put below row-level security.
 */
export async function migrate(database: Database): Promise<string[]> {
  const internals = internalsOf(database);
  const applied: string[] = [];
  for (const [name, migration] of migrationsOf(database)) {
    const isNew = await internals.asOwner(async (tx) => {
      const db = tx.$extendTables<Pick<WithLedger, 'schema_migration'>>();
      await prepareLedger(db, database);
      const names = await appliedNames(db);
      if (stateOf(database, names) === 'ahead')
        throw new Error(
          'The database was written by a newer version of Banso: start that version, or restore a backup',
        );
      if (names.includes(name)) return false;
      await migration.up(db);
      await db
        .insertInto('schema_migration')
        .values({ name, applied_at: sql`cast(current_timestamp as text)` })
        .execute();
      return true;
    });
    if (isNew) applied.push(name);
  }
  if (internals.appRole !== undefined)
    await internals.asOwner(async (tx) => {
      await lockSchema(tx); // two that grant at once would be "tuple concurrently updated"
      await ensureAppRole(tx);
    });
  return applied;
}

const migrationsOf = ({ dialect }: Database) =>
  Object.entries(migrationsFor(dialect === 'postgres')).toSorted(([a], [b]) => (a < b ? -1 : 1));

function stateOf(database: Database, applied: readonly string[]): SchemaState {
  const known = migrationsOf(database).map(([name]) => name);
  if (applied.some((name) => !known.includes(name))) return 'ahead';
  return known.every((name) => applied.includes(name)) ? 'current' : 'behind';
}

/** Takes the lock of this transaction first, so that two processes do not both find the ledger absent. */
async function prepareLedger(db: Kysely<WithLedger>, { dialect }: Database): Promise<void> {
  if (dialect === 'postgres') await lockSchema(db);
  await db.schema
    .createTable('schema_migration')
    .ifNotExists()
    .addColumn('name', 'text', (c) => c.primaryKey().notNull())
    .addColumn('applied_at', 'text', (c) => c.notNull())
    .execute();
}

async function appliedNames(db: Kysely<WithLedger>): Promise<string[]> {
  const tables = await db.introspection.getTables();
  if (!tables.some((table) => table.name === 'schema_migration')) return [];
  const rows = await db.selectFrom('schema_migration').select('name').orderBy('name').execute();
  return rows.map((row) => row.name);
}
