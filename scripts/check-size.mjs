#!/usr/bin/env node
// The byte budgets of docs/architecture.md, computed from what was built: each file as brotli-11, as it is served.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Build } from './build.mjs';

const KIB = 1024;
const LOADER = ['packages/loader', 'dist/banso.js'];
const WIDGET = 'packages/widget';
const CONSOLE = 'apps/console';

/** The widget's files are groups of modules (`packages/widget/vite.config.ts`) under names that carry a hash. */
const group = (name) => [WIDGET, new RegExp(`^_${name}-[\\w-]{8}\\.js$`)];
const RUNTIME = [WIDGET, 'src/runtime.ts'];

/**
 * What a customer's page fetches in each situation; `packages/loader/src/fetched.node.test.ts` holds the lists against a browser. `start`
 * lists a package each with
 * - a source: the chunk that was built from it and all that this chunk imports statically, each file counted once;
 * - a pattern: the heaviest chunk that matches, for what a page fetches one of, or with 'all' each that matches;
 * - `dist/…`: that file alone.
 *
 * `max` is the budget. Where it is not met yet, `ratchet` is what was built when that was written down: more fails, and whoever
 * gets below it lowers it (docs/decisions/0005-widget-bytes.md).
 */
export const PAGES = [
  { name: 'idle page', max: 2 * KIB, start: [LOADER] },
  { name: 'until an NPS survey is visible', max: 12 * KIB, start: [LOADER, RUNTIME] },
  {
    // In the panel, with the launcher that is there by default.
    name: 'until a checklist is open',
    max: 14 * KIB,
    // Grew by a survey's first look, which is in the first file now (docs/decisions/0007-one-way-to-the-first-look.md).
    ratchet: 21_400,
    start: [LOADER, RUNTIME, group('panel'), [WIDGET, /^src\/messages\/\w+\/words\.ts$/]],
  },
  {
    // Without what only developers (`why()`) and pages without https fetch.
    name: 'all surfaces together, in Japanese',
    max: 28 * KIB,
    ratchet: 57_900,
    start: [LOADER, [WIDGET, /^(?!src\/messages\/(?:en|ko)\/|src\/runtime\/(?:explain|lease)\.ts)/, 'all']],
  },
];

/** The page of a survey shared by link: its script with every chunk that a survey may need, in all languages. A build of its own, without a manifest. */
const HOSTED = { name: 'a survey shared by link', max: 17 * KIB, script: 'hosted.js', chunks: 'hosted' };

function measureHosted(root) {
  const { name, max, script, chunks } = HOSTED;
  const build = new Build(root, WIDGET);
  const names = readdirSync(join(root, WIDGET, 'dist', chunks)).map((file) => `${chunks}/${file}`);
  const files = [script, ...names].map((file) => ({
    file: `${WIDGET}/dist/${file}`,
    bytes: build.size(file),
  }));
  return { name, max, files, bytes: files.reduce((sum, one) => sum + one.bytes, 0) };
}

/** The console: its entry with the page that opens first, then what each further chunk adds to that. */
export const APPLICATION = {
  package: CONSOLE,
  firstLoad: {
    name: 'console, first load',
    max: 90 * KIB,
    start: ['index.html', 'src/pages/my-day/my-day-page.tsx'],
  },
  /** A page or a section of the settings, with all it needs beyond the first load. */
  further: {
    name: 'console, each further page',
    page: /-(page|section)\.tsx$/,
    max: 30 * KIB,
  },
};

function measurePage({ name, max, ratchet, start }, build) {
  const sizes = new Map();
  for (const [folder, wanted, which] of start)
    for (const file of build(folder).files(wanted, which))
      sizes.set(`${folder}/dist/${file}`, build(folder).size(file));
  const files = [...sizes].map(([file, bytes]) => ({ file, bytes }));
  const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
  return { name, max, ...(ratchet ? { ratchet } : {}), files, bytes };
}

function measureApplication({ package: folder, firstLoad, further }, build) {
  const app = build(folder);
  const isScript = (file) => /\.m?js$/.test(file);
  const start = firstLoad.start.flatMap((wanted) => app.keys(wanted));
  const first = new Set([...app.filesOf(start)].filter(isScript));
  const row = ({ name, max }, files) => ({
    name,
    max,
    bytes: app.bytes(files),
    files: [...files].map((file) => ({ file: `${folder}/dist/${file}`, bytes: app.size(file) })),
  });
  const rest = app
    .dynamicKeys(start)
    .filter((key) => further.page === undefined || further.page.test(key))
    .map((key) => ({
      key,
      files: [...app.filesOf([key])].filter((file) => isScript(file) && !first.has(file)),
    }))
    .filter(({ files }) => files.length > 0)
    .map(({ key, files }) => row({ name: `${further.name}: ${key}`, max: further.max }, files));
  return [row(firstLoad, first), ...rest];
}

/**
 * Measures every budget against the built files below `root`.
 * @returns rows of `{ name, bytes, max, ratchet?, files }`; over budget when `bytes > max`, see {@link fails}.
 * @throws {Error} when a package is not built or a table names a chunk that does not exist.
 */
export function measure(root, { pages = PAGES, application = APPLICATION } = {}) {
  const build = buildsIn(root);
  return [...pages.map((page) => measurePage(page, build)), ...measureApplication(application, build)];
}

/** Measures what a customer's page fetches, and no application. Rows and errors as of {@link measure}. */
function measurePages(root) {
  const build = buildsIn(root);
  return PAGES.map((page) => measurePage(page, build));
}

function buildsIn(root) {
  const builds = new Map();
  return (folder) => {
    if (!builds.has(folder)) builds.set(folder, new Build(root, folder));
    return builds.get(folder);
  };
}

/** Whether a row stops the build: over its budget, or where that is not met yet, over what it was. */
export const fails = ({ bytes, max, ratchet = max }) => bytes > Math.max(max, ratchet);

/** What is said about a row: its size, its budget, and how the two stand. */
export function sayRow({ name, bytes, max, ratchet }, wide = name.length) {
  const kib = (size) => `${(size / KIB).toFixed(2)} KiB`;
  const row = `${name.padEnd(wide)} ${kib(bytes).padStart(10)}`;
  if (bytes <= max) return `${row} of ${kib(max).padStart(9)}`;
  const limit = ratchet
    ? `, ratchet ${ratchet} bytes${bytes > ratchet ? `, is ${bytes}  OVER` : ''}`
    : '  OVER';
  return `${row} over its budget of ${kib(max)}${limit}`;
}

function print(rows) {
  const wide = Math.max(...rows.map(({ name }) => name.length));
  for (const row of rows) {
    console.log(sayRow(row, wide));
    if (row.bytes > row.max)
      for (const { file, bytes } of row.files) console.log(`  ${String(bytes).padStart(8)} ${file}`);
  }
  return !rows.some(fails);
}

/** `--pages <root>`: what pages fetch of the builds below a root, as JSON; without it the budgets of this repository. */
function run([flag, root]) {
  if (flag === '--pages') console.log(JSON.stringify(measurePages(root)));
  else {
    const here = fileURLToPath(new URL('..', import.meta.url));
    if (!print([...measure(here), measureHosted(here)])) process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    run(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
