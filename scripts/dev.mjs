#!/usr/bin/env node
// One entry for every command of the repository, on a bare machine with Node 20 or newer and npm:
// bring the pinned tools, Node 24 among them, then run the task on them.
import { join } from 'node:path';
import { ensureBrowser } from '../packages/testkit/src/browser.mjs';
import { ensureOtherBrowsers } from '../packages/testkit/src/other-browsers.mjs';
import { postgresHome } from '../packages/testkit/src/postgres.mjs';
import { withLock } from './lock.mjs';
import { forgetResults, Tally, turboTasks } from './tally.mjs';
import {
  passSignalsOn,
  PlainError,
  pnpmCommand,
  requireHostNode,
  requireToolNode,
  root,
  run,
  runPnpm,
  runTurbo,
  toolEnv,
} from './toolchain.mjs';

const START_HELP = `npm start: installs, builds and serves Banso, then prints one URL.

  npm start                with demo data: a made-up company, its customers, nine months of history
  npm start -- --empty     a real installation: no demo data, the first visitor becomes the owner
  npm start -- --help      this text

Set in the environment:
  PORT               port to listen on                                      default 8787
  HOST               address to listen on; 0.0.0.0 opens it to the network  default 127.0.0.1
  BANSO_DATA_DIR     folder for the database and files                      default .banso
  DATABASE_URL       postgres://… to use PostgreSQL                         default SQLite in BANSO_DATA_DIR
  BANSO_PUBLIC_URL   address that browsers use, if it is another one        default http://HOST:PORT

Two can run beside each other: give each its own PORT and BANSO_DATA_DIR.
`;

/** The checks that read sources only. Each is a list of command lines that must all succeed. Lint knows the types, and checks them. */
const CHECKS = {
  format: [['oxfmt', '--check']],
  lint: [['oxlint']],
  arrows: [['node', 'scripts/check-arrows.mjs']],
  dead: [['knip'], ['knip', '--production']],
  platforms: [['node', 'scripts/check-platforms.mjs']],
};
/** What can be run by itself. */
const SINGLE = { ...CHECKS, typecheck: [['oxlint', '-A', 'all', '--type-check']] };
const FIXES = { format: [['oxfmt']], lint: [['oxlint', '--fix']] };
const SCRIPT_TESTS = ['vitest', 'run', '--config', 'scripts/vitest.config.mjs'];
/** Checks of what was built. */
const BUILT_CHECKS = {
  size: [['node', 'scripts/check-size.mjs']],
  packages: [['node', 'scripts/check-packages.mjs']],
};

/** Runs every command line and says whether all succeeded. */
async function succeeds(commandLines) {
  let ok = true;
  for (const [command, ...args] of commandLines) ok = (await run(command, args)) === 0 && ok;
  return ok;
}

/** Ends with the exit code of something that failed and has said why. */
function exitUnless0(status) {
  if (status !== 0) process.exit(status);
}

async function install() {
  console.error('Installing …');
  const status = await runPnpm(['install', '--frozen-lockfile', '--prefer-offline', '--loglevel=warn']);
  if (status !== 0)
    throw new PlainError(
      'Installing failed (see above). Is the package registry reachable from this machine?',
    );
  requireToolNode();
}

const alone = (work) =>
  withLock(join(root, '.turbo', 'install-and-build.lock'), work, () =>
    console.error('Another command installs or builds in this checkout; waiting for it …'),
  );

function build() {
  console.error('Building …');
  return runTurbo(['build', '--output-logs=errors-only', '--log-prefix=none'], { quiet: true });
}

async function start(args) {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(START_HELP);
    return;
  }
  await alone(async () => {
    await install();
    exitUnless0(await build());
  });
  process.exit(await run('node', ['apps/api/dist/main.mjs', ...args]));
}

/** Settings of a person's own Banso must not reach tests: they bring their own servers and folders. */
function testEnv(browser) {
  const own = /^(PORT|HOST|DATABASE_URL|DATABASE_REPLICA_URL|BANSO_.*)$/;
  const rest = Object.entries(toolEnv).filter(([name]) => !own.test(name));
  return { ...Object.fromEntries(rest), CHROMIUM_PATH: browser };
}

function requireBrowser() {
  const path = ensureBrowser(root, toolEnv, pnpmCommand());
  if (path === undefined)
    throw new PlainError('No Chromium. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.');
  return path;
}

/** Says which of the other engines are missing: what the deep run would ask of them is skipped then. */
function wantOtherBrowsers(env) {
  const { firefox, webkitDriver, xvfb } = ensureOtherBrowsers(env);
  const advice = 'Debian: apt-get install firefox-esr webkit2gtk-driver xvfb';
  if (!firefox) console.error(`No Firefox: it will be skipped. ${advice}, or set FIREFOX_PATH.`);
  if (!webkitDriver || !xvfb)
    console.error(`No WebKitGTK: it will be skipped. ${advice}, or set WEBKIT_DRIVER_PATH.`);
}

function requirePostgres() {
  if (postgresHome() || process.env.DATABASE_URL_TEST) return;
  const advice =
    'Install PostgreSQL, or set DATABASE_URL_TEST to a server whose databases may be thrown away.';
  const what = `No PostgreSQL binaries for ${process.platform}-${process.arch}.`;
  if (process.env.CI) throw new PlainError(`${what} ${advice}`);
  console.error(`${what} Its tests will be skipped. ${advice}`);
}

/** Runs turbo tasks to the end, whatever fails on the way, and counts them. */
async function countTurbo(tally, tasks, { env = toolEnv, args = [] } = {}) {
  const options = ['--concurrency=2', '--continue', '--summarize', '--output-logs=new-only', ...args];
  const status = await runTurbo([...tasks, ...options], { env });
  const ran = turboTasks(root).filter(({ task }) => tasks.includes(task)); // the others were counted before
  tally.addTasks(root, ran);
  if (status !== 0 && ran.every((task) => task.status === 0))
    tally.addCheck(`turbo ${tasks.join(' ')}`, false);
}

async function countChecks(tally) {
  for (const [name, commandLines] of Object.entries(CHECKS)) {
    console.log(`\n== ${name}`);
    tally.addCheck(name, await succeeds(commandLines));
  }
}

async function countBuiltChecks(tally) {
  for (const [name, commandLines] of Object.entries(BUILT_CHECKS)) {
    console.log(`\n== ${name}`);
    tally.addCheck(name, await succeeds(commandLines));
  }
}

async function countScriptTests(tally) {
  const status = await run(SCRIPT_TESTS[0], SCRIPT_TESTS.slice(1));
  tally.addTasks(root, [{ task: 'test', directory: 'scripts', status }]);
}

function finish(tally) {
  tally.print();
  process.exit(tally.failed === 0 ? 0 : 1);
}

async function test(args) {
  await alone(install);
  const env = testEnv(requireBrowser());
  requirePostgres();
  forgetResults(root);
  const tally = new Tally();
  await countChecks(tally);
  await countScriptTests(tally);
  await alone(() => countTurbo(tally, ['build'], { env, args }));
  await countTurbo(tally, ['test'], { env, args });
  await countBuiltChecks(tally);
  await countTurbo(tally, ['e2e'], { env, args });
  finish(tally);
}

async function check() {
  await alone(install);
  const tally = new Tally();
  await countChecks(tally);
  await alone(() => countTurbo(tally, ['build']));
  await countBuiltChecks(tally);
  finish(tally);
}

/** One check of what was built, by itself. */
async function builtCheck(name) {
  await alone(async () => {
    await install();
    exitUnless0(await build());
  });
  process.exit((await succeeds(BUILT_CHECKS[name])) ? 0 : 1);
}

/** Publishes what is new to npm, after the checks that need no browser. */
async function release() {
  await alone(async () => {
    await install();
    exitUnless0(await build());
  });
  if (!(await succeeds(BUILT_CHECKS.packages))) process.exit(1);
  process.exit(await runPnpm(['exec', 'changeset', 'publish']));
}

async function bench(args) {
  await alone(async () => {
    await install();
    exitUnless0(await build());
  });
  process.exit(await run('node', ['apps/bench/src/main.ts', ...args]));
}

/** What a host page may expect of the widget, quickly as in every test run, or with `--deep` as often as a release asks. */
async function guest(args) {
  await alone(install);
  const deep = args.includes('--deep');
  const env = { ...testEnv(requireBrowser()), ...(deep && { GUEST_DEEP: '1' }) };
  if (deep) wantOtherBrowsers(env);
  const wanted = args.filter((arg) => arg !== '--deep');
  const files = wanted.length > 0 ? wanted.map((name) => `src/guest/${name}`) : ['src/guest'];
  process.exit(await run('vitest', ['run', '--root', 'packages/loader', ...files], { env }));
}

/** One check by itself; `--fix` where the tool can repair what it finds. */
async function oneCheck(name, args) {
  await alone(install);
  const fix = args.includes('--fix');
  const commandLines = (fix && FIXES[name]) || SINGLE[name];
  const rest = fix ? args.filter((arg) => arg !== '--fix') : args;
  process.exit((await succeeds(commandLines.map((line) => [...line, ...rest]))) ? 0 : 1);
}

async function main([task = 'start', ...args]) {
  requireHostNode();
  passSignalsOn();
  if (task === 'start') return await start(args);
  if (task === 'test') return await test(args);
  if (task === 'check') return await check();
  if (task in BUILT_CHECKS) return await builtCheck(task);
  if (task === 'guest') return await guest(args);
  if (task === 'release') return await release();
  if (task === 'bench') return await bench(args);
  if (task in SINGLE) return await oneCheck(task, args);
  if (task === 'pnpm') process.exit(await runPnpm(args));
  await alone(install);
  if (task !== 'install') process.exit(await runTurbo([task, ...args]));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof PlainError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
