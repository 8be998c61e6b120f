// vitest globalSetup: one PostgreSQL for the whole run, named to the tests by DATABASE_URL_TEST.
import { startPostgres } from './postgres.mjs';

/** @returns {Promise<(() => Promise<void>) | undefined>} */
export default async function startForRun() {
  if (process.env.DATABASE_URL_TEST) return undefined;
  const postgres = await startPostgres({ flags: ['-c', 'max_connections=200'] });
  if (!postgres) {
    const advice =
      'Install PostgreSQL, or set DATABASE_URL_TEST to a server whose databases may be thrown away.';
    if (process.env.CI) throw new Error(`No PostgreSQL for ${process.platform}-${process.arch}. ${advice}`);
    console.warn(`\n*** PostgreSQL tests are SKIPPED: no binaries for this platform. ${advice} ***\n`);
    return undefined;
  }
  process.env.DATABASE_URL_TEST = postgres.url;
  return () => postgres.stop();
}
