import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@banso/testkit/free-port';
import { startPostgres } from '@banso/testkit/postgres';
import type { Row } from './report.ts';

/** A server in a process of its own. */
export interface Server {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

function start(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Omit<Server, 'stop'> & { stop(): Promise<void> }> {
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((end) => child.once('exit', () => end()));
  return new Promise((ready, fail) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /https?:\/\/\S+/.exec(said)?.[0];
      if (url)
        ready({
          url,
          pid: child.pid ?? 0,
          async stop() {
            child.kill('SIGTERM');
            await ended;
          },
        });
    });
    void ended.then(() => fail(new Error(`${file} ended before it was ready`)));
  });
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Measures on SQLite, and on PostgreSQL that flushes where there is one. */
export async function onBothDatabases(
  measure: (name: string, databaseUrl: string | undefined) => Promise<Row[]>,
): Promise<Row[]> {
  const rows = await measure('SQLite', undefined);
  const postgres = await startPostgres({ durable: true });
  if (!postgres) return rows;
  try {
    return [...rows, ...(await measure('PostgreSQL', postgres.url))];
  } finally {
    await postgres.stop();
  }
}

/** The bare echo. */
export const startEcho = (): Promise<Server> => start(here('./echo.ts'), [], {});

/** The whole service on an empty installation, without rate limits; on SQLite its database lies in the folder. */
export async function startApi(databaseUrl?: string): Promise<Server & { folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'banso-bench-'));
  const port = await freePort();
  const server = await start(here('../../api/dist/main.mjs'), ['--empty'], {
    PORT: `${port}`,
    BANSO_DATA_DIR: folder,
    BANSO_WIDGET_LIMIT: '0',
    BANSO_LOG_LEVEL: 'silent',
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
  });
  return {
    ...server,
    folder,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
