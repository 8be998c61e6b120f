import { postgresHome } from '@banso/testkit/postgres';

/** The databases that Banso runs on; each is a project of the test run. */
export type DatabaseKind = 'sqlite' | 'postgres';

const hasPostgres = process.env['DATABASE_URL_TEST'] !== undefined || postgresHome() !== undefined;

/** The databases of this run. In CI PostgreSQL is never left out: its absence fails the run instead. */
export const DATABASES: readonly DatabaseKind[] =
  hasPostgres || process.env['CI'] ? ['sqlite', 'postgres'] : ['sqlite'];
