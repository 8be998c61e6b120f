import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** PostgreSQL: until this transaction ends, no other process changes the schema of this database. */
export async function lockSchema(db: Kysely<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(7164512309)`.execute(db);
}
