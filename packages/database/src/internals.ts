import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

/** What only this package may do with a database: reach every table without the guard. */
export interface Internals {
  /** No guard and, on PostgreSQL outside transactions, the connecting role's own rights. */
  readonly root: Kysely<Tables>;
  /** One transaction with the connecting role's own rights: for migrations and maintenance. */
  asOwner<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** PostgreSQL: the role that transactions take because the connecting one stands above row-level security. */
  readonly appRole: string | undefined;
}

const known = new WeakMap<Database, Internals>();

/** Remembers what `internalsOf` answers. */
export function withInternals(database: Database, internals: Internals): Database {
  known.set(database, internals);
  return database;
}

/** @throws {TypeError} for a database that `openDatabase` did not make. */
export function internalsOf(database: Database): Internals {
  const internals = known.get(database);
  if (!internals) throw new TypeError('Not a database of openDatabase');
  return internals;
}
