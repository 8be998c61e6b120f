import { join } from 'node:path';
import { ensureEventPartitions, migrate, openDatabase } from '@banso/database';
import type { Database } from '@banso/database';
import { CannotStart } from './cannot-start.ts';
import { systemClock as clock } from './clock.ts';
import type { Settings } from './settings.ts';

/**
 * The database that the settings name, brought up to date.
 * @throws {CannotStart} when there is no database to be had, or a newer version wrote it.
 */
export async function openMigrated(settings: Settings): Promise<Database> {
  let database: Database | undefined;
  try {
    database = await openDatabase({
      url: settings.databaseUrl,
      listenUrl: settings.databaseListenUrl,
      file: join(settings.dataDir, 'banso.db'),
    });
    await migrate(database);
    await ensureEventPartitions(database, clock.now());
    return database;
  } catch (error) {
    await database?.close();
    const reasons = [error, error instanceof Error ? error.cause : undefined];
    const words = reasons.flatMap((reason) => (reason instanceof Error ? [reason.message] : []));
    throw new CannotStart(`The database cannot be used. ${words.join(': ')}`, { cause: error });
  }
}
