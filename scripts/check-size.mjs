#!/usr/bin/env node
// The byte budgets of docs/architecture.md, computed from what was built: each file as brotli-11, as it is served.
import { fileURLToPath } from 'node:url';
import { Build } from './build.mjs';

const KIB = 1024;
const LOADER = ['packages/loader', 'dist/banso.js'];
const WIDGET = 'packages/widget';
const CONSOLE = 'apps/console';

/** Texts of one part of the widget, in the language that costs most; English comes with the part itself. */
const texts = (part) => [WIDGET, new RegExp(`^src/messages/[a-z]+/${part}\\.ts$`)];

/**
 * What a customer's page fetches in each situation. `start` lists a package each with
 * - a source: the chunk that was built from it and all that this chunk imports statically, each file counted once;
 * - a pattern: the heaviest chunk that matches, for what a page fetches one of, or with 'all' each that matches;
 * - `dist/…`: that file alone.
 */
export const PAGES = [
  { name: 'idle page', max: 2 * KIB, start: [LOADER] },
  {
    name: 'until an NPS survey is visible',
    max: 12 * KIB,
    start: [LOADER, [WIDGET, 'src/runtime.ts'], [WIDGET, 'src/surfaces/survey.ts'], texts('survey')],
  },
  {
    name: 'until a checklist is open',
    max: 14 * KIB,
    start: [
      LOADER,
      [WIDGET, 'src/runtime.ts'],
      [WIDGET, 'src/surfaces/launcher.ts'],
      [WIDGET, 'src/surfaces/panel.ts'],
      texts('launcher'),
      texts('panel'),
      texts('checklist'),
    ],
  },
  {
    name: 'all surfaces together, in Japanese',
    max: 28 * KIB,
    start: [LOADER, [WIDGET, /^(?!src\/messages\/)/, 'all'], [WIDGET, /^src\/messages\/ja\//, 'all']],
  },
];

/** The console: its entry with the page that opens first, then what each further chunk adds to that. */
export const APPLICATION = {
  package: CONSOLE,
  firstLoad: {
    name: 'console, first load',
    max: 90 * KIB,
    start: ['index.html', 'src/pages/my-day/my-day-page.tsx'],
  },
  further: { name: 'console, each further chunk', max: 30 * KIB },
};

function measurePage({ name, max, start }, build) {
  const sizes = new Map();
  for (const [folder, wanted, which] of start)
    for (const file of build(folder).files(wanted, which))
      sizes.set(`${folder}/dist/${file}`, build(folder).size(file));
  const files = [...sizes].map(([file, bytes]) => ({ file, bytes }));
  return { name, max, files, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
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
    .map((key) => ({
      key,
      files: [...app.filesOf([key])].filter((file) => isScript(file) && !first.has(file)),
    }))
    .filter(({ files }) => files.length > 0)
    .map(({ key, files }) => row({ ...further, name: `${further.name}: ${key}` }, files));
  return [row(firstLoad, first), ...rest];
}

/**
 * Measures every budget against the built files below `root`.
 * @returns rows of `{ name, bytes, max, files }`; over budget when `bytes > max`.
 * @throws {Error} when a package is not built or a table names a chunk that does not exist.
 */
export function measure(root, { pages = PAGES, application = APPLICATION } = {}) {
  const builds = new Map();
  const build = (folder) => {
    if (!builds.has(folder)) builds.set(folder, new Build(root, folder));
    return builds.get(folder);
  };
  return [...pages.map((page) => measurePage(page, build)), ...measureApplication(application, build)];
}

function print(rows) {
  const kib = (bytes) => `${(bytes / KIB).toFixed(2)} KiB`;
  const wide = Math.max(...rows.map(({ name }) => name.length));
  for (const { name, bytes, max, files } of rows) {
    const isOver = bytes > max;
    console.log(
      `${name.padEnd(wide)} ${kib(bytes).padStart(10)} of ${kib(max).padStart(9)}${isOver ? '  OVER' : ''}`,
    );
    if (isOver) for (const one of files) console.log(`  ${kib(one.bytes).padStart(10)} ${one.file}`);
  }
  return rows.every(({ bytes, max }) => bytes <= max);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    if (!print(measure(fileURLToPath(new URL('..', import.meta.url))))) process.exitCode = 1;
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
