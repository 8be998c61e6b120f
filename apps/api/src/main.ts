import { flushCompileCache } from 'node:module';
import { inspect } from 'node:util';
import { createApp } from './app.ts';
import type { AppDeps } from './app-env.ts';
import { createAuth } from './auth.ts';
import { CannotStart } from './cannot-start.ts';
import { newId, systemClock as clock } from './clock.ts';
import { commandNamed } from './commands/all.ts';
import { seedDemo } from './demo/seed.ts';
import { createEgress } from './egress.ts';
import { startHousekeeping } from './jobs/housekeeping.ts';
import { startDigests } from './jobs/digests.ts';
import { startMails } from './jobs/mails.ts';
import { startOutbox } from './jobs/outbox.ts';
import { startReplyMails } from './jobs/reply-mails.ts';
import { startSearchUpkeep } from './jobs/search-upkeep.ts';
import { startImports } from './jobs/abandoned-imports.ts';
import { createLinkChecks } from './links/link-checks.ts';
import { openLive } from './live.ts';
import { openLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createDecisionMemory } from './offer/decision-memory.ts';
import { publishedContents } from './published-contents.ts';
import { openRateLimits } from './rate-limit.ts';
import { createRecorder } from './recorder/create-recorder.ts';
import { openMigrated } from './open-migrated.ts';
import { listen } from './server.ts';
import { readSettings, settingsHelp } from './settings.ts';
import { fileRoots } from './static-files.ts';
import { keepWidgetFiles, keptFolder } from './widget-files.ts';

/** For one request to an address that a draft links to. */
const LINK_TIMEOUT_MS = 6_000;

/** Ends with a plain sentence where one is enough; a stack trace is for bugs. */
function giveUp(error: unknown): never {
  process.stderr.write(`${error instanceof CannotStart ? error.message : inspect(error)}\n`);
  process.exit(1);
}

async function main(args: readonly string[]): Promise<void> {
  const command = commandNamed(args[0]);
  if (command) {
    process.exitCode = await command(args.slice(1), process);
    return;
  }
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
    secret: settings.secret,
    onCommit: (callers) => metrics.observeGroup(callers),
  });
  const memory = createDecisionMemory({ database, log });
  const auth = createAuth({ settings, database });
  const links = settings.linkChecks
    ? createLinkChecks({
        egress: createEgress({ allow: settings.egressAllow, timeoutMs: LINK_TIMEOUT_MS }),
        clock,
      })
    : undefined;
  const deps: AppDeps = {
    settings,
    database,
    clock,
    newId,
    auth,
    recorder,
    memory,
    live,
    published,
    links,
    log,
    limits,
    metrics,
    stopping: stopping.signal,
  };
  const app = createApp(deps);
  if (!settings.empty) await seedDemo(deps);
  await keepWidgetFiles(fileRoots().widget, keptFolder(settings.dataDir)).catch((error: unknown) =>
    log.warn({ err: error }, 'pages that hold an older loader will miss its files: they cannot be kept'),
  );
  const server = await listen(app.fetch, settings);
  const stopHousekeeping = startHousekeeping(deps);
  const stopSearchUpkeep = startSearchUpkeep(deps);
  const stopImports = startImports(deps);
  const stopOutbox = startOutbox({ ...deps, live });
  const stopMails = startMails(deps);
  const stopReplyMails = startReplyMails(deps);
  const stopDigests = startDigests(deps);

  async function stop(): Promise<void> {
    stopping.abort();
    await server.stop();
    await stopHousekeeping();
    await stopSearchUpkeep();
    await stopImports();
    await stopOutbox();
    await stopDigests();
    await stopReplyMails();
    await stopMails();
    await recorder.close();
    await memory.close();
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
  flushCompileCache(); // the next start is quicker, also where this one is killed
}

main(process.argv.slice(2)).catch(giveUp);
