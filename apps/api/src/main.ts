import { join } from 'node:path';
import { inspect } from 'node:util';
import { ensureEventPartitions, migrate, openDatabase } from '@banso/database';
import type { Database } from '@banso/database';
import { createApp } from './app.ts';
import type { AppDeps } from './app-env.ts';
import { createAuth } from './auth.ts';
import { CannotStart } from './cannot-start.ts';
import { newId, systemClock as clock } from './clock.ts';
import { seedDemo } from './demo/seed.ts';
import { startHousekeeping } from './jobs/housekeeping.ts';
import { openLive } from './live.ts';
import { openLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { publishedContents } from './published-contents.ts';
import { openRateLimits } from './rate-limit.ts';
import { createRecorder } from './recorder/create-recorder.ts';
import { listen } from './server.ts';
import { readSettings, settingsHelp } from './settings.ts';
import type { Settings } from './settings.ts';

/** Ends with a plain sentence where one is enough; a stack trace is for bugs. */
function giveUp(error: unknown): never {
  process.stderr.write(`${error instanceof CannotStart ? error.message : inspect(error)}\n`);
  process.exit(1);
}

/** @throws {CannotStart} when there is no database to be had, or a newer version wrote it. */
async function openMigrated(settings: Settings): Promise<Database> {
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

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(settingsHelp());
    return;
  }
  const settings = readSettings(args);
  const log = openLog(settings.logLevel);
  const metrics = createMetrics({ process: true });
  const stopping = new AbortController();
  const database = await openMigrated(settings);
  const live = await openLive({ database, log, processId: newId() });
  const limits = await openRateLimits({ settings, clock });
  const published = publishedContents({ database, live, clock });
  const recorder = createRecorder({
    database,
    published,
    live,
    clock,
    newId,
    onCommit: (callers) => metrics.observeGroup(callers),
  });
  const auth = createAuth({ settings, database });
  const deps: AppDeps = {
    settings,
    database,
    clock,
    newId,
    auth,
    recorder,
    live,
    published,
    log,
    limits,
    metrics,
    stopping: stopping.signal,
  };
  const app = createApp(deps);
  if (!settings.empty) await seedDemo(deps);
  const server = await listen(app.fetch, settings);
  const stopHousekeeping = startHousekeeping(deps);

  async function stop(): Promise<void> {
    stopping.abort();
    await server.stop();
    await stopHousekeeping();
    await recorder.close();
    await live.close();
    await limits.close();
    await database.close();
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (stopping.signal.aborted) process.exit(1); // asked twice: at once
      log.info({ signal }, 'stopping');
      stop().then(() => process.exit(0), giveUp);
    });
  process.stdout.write(`Banso is ready: ${settings.publicUrl}\n`);
}

main(process.argv.slice(2)).catch(giveUp);
