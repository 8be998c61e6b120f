// What every command needs: the repository's root, the pinned pnpm, and children that get our signals.
// Runs on the host's Node before anything is installed, so it imports nothing but Node itself.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const onWindows = process.platform === 'win32';

/** npm's own settings must not leak into pnpm and npx; how to reach the registry must. */
const leaks = (name) =>
  /^npm_(config|package|lifecycle)_/i.test(name) && !/registry|cafile|proxy/i.test(name);

/** Environment in which the workspace's tools, its Node 24 above all, come before the host's. */
export const toolEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !leaks(name))),
  PATH: bin + delimiter + process.env.PATH,
  TURBO_TELEMETRY_DISABLED: '1',
  // what Node has made of our sources once is not made again by every process
  NODE_COMPILE_CACHE: join(root, '.turbo', 'compiled'),
  // the type checker is done before its garbage is worth collecting
  GOGC: 'off',
  GOMEMLIMIT: '3GiB',
};

/** Something is missing on this machine: the message says what, and nobody needs a stack trace. */
export class PlainError extends Error {}

const children = new Set();
let stoppedBy;

function stop(signal) {
  stoppedBy ??= signal;
  for (const child of children) child.kill(signal);
  if (children.size === 0) process.exit(128 + constants.signals[signal]);
}

/** Our parent and, where the system tells, the npm behind the shell that npm may have put between itself and us. */
function ancestorsUpToNpm() {
  const parent = process.ppid;
  try {
    const [, name, grandparent] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${parent}/stat`, 'utf8'));
    return /^(sh|dash|bash)$/.test(name) ? [parent, grandparent] : [parent];
  } catch {
    return [parent];
  }
}

/** From now on a signal ends the running children first, and then us. */
export function passSignalsOn() {
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGHUP', () => stop('SIGHUP'));
  // at a terminal Ctrl-C has reached the children already, and a second one would mean "at once"
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY || children.size === 0) stop('SIGINT');
    else stoppedBy ??= 'SIGINT';
  });
  if (!process.env.npm_lifecycle_event) return;
  // whoever ends npm means us, but npm passes on few signals and its shell none: notice that they are gone
  const ancestors = ancestorsUpToNpm().join();
  setInterval(() => !stoppedBy && ancestorsUpToNpm().join() !== ancestors && stop('SIGTERM'), 500).unref();
}

/**
 * Runs a command in the repository's root and shows what it prints.
 * @param options.quiet - true shows it only if the command fails; default false.
 * @returns its exit code; a child that a signal ended counts as 128 + the signal's number.
 */
export function run(command, args, { env = toolEnv, quiet = false } = {}) {
  return new Promise((done, failed) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(command, args, { cwd: root, stdio, env, shell: onWindows });
    children.add(child);
    const printed = [];
    child.stdout?.on('data', (chunk) => printed.push(chunk));
    child.stderr?.on('data', (chunk) => printed.push(chunk));
    child.once('error', (error) => {
      children.delete(child);
      const missing = error.code === 'ENOENT';
      failed(missing ? new PlainError(`\`${command}\` is not on this machine's PATH.`) : error);
    });
    child.once('close', (code, signal) => {
      children.delete(child);
      if (stoppedBy) process.exit(code ?? 128 + constants.signals[stoppedBy]);
      if (code !== 0) process.stderr.write(Buffer.concat(printed));
      done(code ?? 128 + constants.signals[signal]);
    });
  });
}

function output(command, args) {
  return spawnSync(command, args, {
    cwd: tmpdir(),
    env: toolEnv,
    encoding: 'utf8',
    shell: onWindows,
  }).stdout?.trim();
}

let pnpm;

/** Command line of the pinned pnpm: the one on PATH if it is exactly that version, else npx brings it. */
export function pnpmCommand() {
  if (pnpm) return pnpm;
  const pin = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager;
  if (`pnpm@${output('pnpm', ['--version'])}` === pin) return (pnpm = ['pnpm']);
  if (!output('npx', ['--version'])) throw new PlainError('npm (with npx) is missing. It comes with Node.');
  return (pnpm = ['npx', '-y', pin]);
}

/** Runs pnpm; resolves to its exit code. */
export function runPnpm(args, options) {
  const [command, ...first] = pnpmCommand();
  return run(command, [...first, ...args], options);
}

/** Runs turbo through pnpm, which turbo wants on its PATH; resolves to its exit code. */
export function runTurbo(args, options) {
  return runPnpm(['exec', 'turbo', 'run', ...args], options);
}

/** Stops with a plain message when the Node that `npm start` itself runs on is too old for this script's tools. */
export function requireHostNode() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    throw new PlainError(`This needs Node 20 or newer; here is ${process.versions.node}.`);
}

/** After the install: the Node that will run Banso, bundled or the host's, must be one that its parts support. */
export function requireToolNode() {
  const version = output('node', ['-p', 'process.versions.node']) ?? '';
  const [major, minor] = version.split('.').map(Number);
  const fits = major === 24 || major >= 26 || (major === 22 && minor >= 19);
  if (fits) return;
  const where = `${process.platform}-${process.arch}`;
  throw new PlainError(
    `Node ${version || '(none)'} cannot run Banso, and no Node is bundled for ${where}. Install Node 24 LTS.`,
  );
}
