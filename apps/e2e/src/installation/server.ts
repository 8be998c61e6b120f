import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@banso/testkit/free-port';

const MAIN = fileURLToPath(new URL('../../../api/dist/main.mjs', import.meta.url));
const START_MS = 120_000;
const STOP_MS = 15_000;

/** A real service that runs for this test run, on a port and in a folder of its own. */
export interface Server {
  url: string;
  /** Holds the database, if it is SQLite, and `demo.json`. */
  dataDir: string;
  /**
   * Ends it as an operator would, and removes the folder.
   * @throws {Error} when it had to be killed, ended badly, or logged an error while it ran.
   */
  stop(): Promise<void>;
}

/** How a server is started. */
export interface ServerOptions {
  /** PostgreSQL; undefined: SQLite in the server's own folder. */
  databaseUrl?: string | undefined;
  /** A real installation, without demo data. Default: false. */
  empty?: boolean;
  /** The mail server: `smtp://…`; undefined: nothing is mailed. */
  mailUrl?: string | undefined;
}

/**
 * Starts the service as `npm start` does, and waits until it answers.
 * @throws {Error} with what it wrote, when it does not come up.
 */
export async function startServer({ databaseUrl, empty = false, mailUrl }: ServerOptions): Promise<Server> {
  const port = await freePort();
  const dataDir = await mkdtemp(join(tmpdir(), 'banso-e2e-'));
  const service = spawn(process.execPath, [MAIN, ...(empty ? ['--empty'] : [])], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      PORT: `${port}`,
      HOST: '127.0.0.1',
      BANSO_DATA_DIR: dataDir,
      BANSO_LOG_LEVEL: 'error',
      BANSO_EGRESS_ALLOW: '127.0.0.1', // a story has a server of its own that stands for the web
      BANSO_WIDGET_LIMIT: '0', // hundreds of made-up customers come from one address here
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
      ...(mailUrl !== undefined && {
        BANSO_SMTP_URL: mailUrl,
        BANSO_MAIL_FROM: 'Banso <banso@example.com>',
      }),
    },
  });
  const ended = once(service, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const killNow = () => service.kill('SIGKILL');
  process.once('exit', killNow);

  let said = '';
  let complaints = '';
  const ready = Promise.withResolvers<void>();
  service.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes('Banso is ready')) ready.resolve();
  });
  service.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const refuse = (why: string) =>
    ready.reject(new Error(`The server did not start (${why}):\n${said}${complaints}`));
  const late = setTimeout(() => refuse(`nothing after ${START_MS} ms`), START_MS);
  void ended.then(([code]) => refuse(`exit code ${code}`));

  async function stop(): Promise<void> {
    process.off('exit', killNow);
    service.kill('SIGTERM');
    const late = setTimeout(killNow, STOP_MS);
    const [code, signal] = await ended;
    clearTimeout(late);
    await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
    if (code !== 0) throw new Error(`The server ended with ${signal ?? code}:\n${complaints}`);
    if (complaints !== '') throw new Error(`The server logged errors:\n${complaints}`);
  }

  try {
    await ready.promise;
  } catch (error) {
    await stop().catch(() => undefined); // why it did not start is the better news
    throw error;
  } finally {
    clearTimeout(late);
  }
  return { url: `http://127.0.0.1:${port}`, dataDir, stop };
}
