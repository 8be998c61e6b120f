import { PostgresAdapter } from 'kysely';
import type { Db } from './tables.ts';

/** Which of the two databases a handle speaks to. */
export const isPostgres = (db: Db): boolean => db.getExecutor().adapter instanceof PostgresAdapter;
