import { castDemo } from '../demo/cast.ts';
import { readDemo } from '../demo/facts.ts';
import type { DatabaseKind } from './databases.ts';
import { DATABASES } from './databases.ts';
import { tellInstallations } from './installations.ts';
import type { Installation } from './installations.ts';
import { openMailbox } from './mailbox.ts';
import { openDatabases } from './postgres.ts';
import { startServer } from './server.ts';

type Stop = () => Promise<void>;

/**
 * Before all tests: two servers for each database, one with demo data and one empty.
 * @returns What ends them; it throws when one of them misbehaved, which fails the run.
 */
// oxlint-disable-next-line import/no-default-export -- Playwright asks for one
export default async function startAll(): Promise<Stop> {
  const running: Stop[] = [];

  /** The first trouble is told after everything has been ended, in the opposite order. */
  async function stopAll(): Promise<void> {
    const troubles: unknown[] = [];
    for (const stop of running.toReversed()) await stop().catch((error: unknown) => troubles.push(error));
    if (troubles.length > 0) throw troubles[0];
  }

  async function start(database: DatabaseKind): Promise<[DatabaseKind, Installation]> {
    const postgres = database === 'postgres' ? await openDatabases() : undefined;
    if (postgres) running.push(() => postgres.stop());
    const mailbox = await openMailbox();
    running.push(() => mailbox.stop());
    const [demo, empty] = await Promise.all(
      [false, true].map(async (isEmpty) => {
        const server = await startServer({
          databaseUrl: await postgres?.create(),
          empty: isEmpty,
          mailUrl: mailbox.url,
        });
        running.push(() => server.stop());
        return server;
      }),
    );
    if (!demo || !empty) throw new Error('A server is missing');
    await castDemo(demo.dataDir, await readDemo(demo.dataDir));
    return [database, { demoDir: demo.dataDir, emptyUrl: empty.url, mailDir: mailbox.dir }];
  }

  const started = await Promise.allSettled(DATABASES.map(start));
  const failed = started.find((one) => one.status === 'rejected');
  if (failed) {
    await stopAll().catch(() => undefined); // the first failure explains the others
    throw failed.reason;
  }
  tellInstallations(
    Object.fromEntries(started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))),
  );
  return stopAll;
}
