#!/usr/bin/env node
// The arrows of docs/architecture.md: who may import whom. Sources are parsed, not searched.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importsOf } from './imports-of.mjs';

/**
 * For each package: the workspace packages it may import (`imports`), those of which it may import types only
 * (`types`), and the packages from outside (`outside`; without it: whatever its package.json lists). `node: true`
 * lets Node's own modules in. Only what is shipped is held to this; tests may import all that package.json lists.
 */
export const ARROWS = {
  'packages/domain': { imports: [], outside: [] },
  'packages/tokens': { imports: [], outside: [] },
  'packages/contract': { imports: ['domain'], outside: ['zod'] },
  'packages/database': {
    imports: ['domain'],
    outside: ['kysely', 'better-sqlite3', 'pg', 'uuidv7'],
    node: true,
  },
  'packages/ui': { imports: ['tokens'], outside: ['preact', '@preact/signals', 'lucide-preact'] },
  'packages/loader': {
    imports: ['domain', 'tokens'],
    types: ['contract', 'widget'],
    outside: ['lit', 'idb-keyval'],
  },
  'packages/widget': { imports: ['domain', 'tokens'], types: ['contract'], outside: ['lit', 'idb-keyval'] },
  'packages/react': { imports: ['loader'], outside: ['react'] },
  'packages/build': { imports: [], node: true },
  'packages/testkit': { imports: [], node: true },
  'apps/api': { imports: ['domain', 'contract', 'database'], node: true },
  'apps/console': { imports: ['contract', 'domain', 'ui', 'tokens', 'widget'] },
  'apps/playground': { imports: ['loader', 'react'] },
  'apps/e2e': { imports: ['testkit', 'api'], node: true },
  'apps/bench': { imports: ['testkit', 'api', 'database', 'domain'], node: true },
};

/** Relative imports that may leave their package: the bootstrap runs before anything is installed. */
const BOOTSTRAP = ['browser', 'other-browsers', 'postgres'].map((name) => `packages/testkit/src/${name}.mjs`);

const SOURCE = /\.([cm]?[jt]sx?|css)$/;
/** Tests, and what only tests use: a folder or file named `testing`, a table of `cases`. */
const TEST = /(\.(test|spec)\.[cm]?[jt]sx?|\/([a-z-]*testing|cases)\.ts|\/testing\/.+)$/;
const CONFIG = /^([^/]+\.config\.[cm]?[jt]s|build\/[^/]+\.ts)$/;
const SKIPPED = new Set(['node_modules', 'dist', 'coverage', 'test-results', 'playwright-report', '.turbo']);
const TEST_ONLY = /^@banso\/(testkit(\/.*)?|.*\/testing)$/;

const slashed = (path) => path.split(sep).join('/');
const isRelative = (specifier) => specifier.startsWith('.') || specifier.startsWith('/');
const packageOf = (specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

function* sourcesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) yield* sourcesBelow(path);
    else if (entry.isFile() && SOURCE.test(entry.name)) yield path;
  }
}

function readPackages(root) {
  const packages = new Map();
  for (const parent of ['apps', 'packages']) {
    if (!existsSync(join(root, parent))) continue;
    for (const name of readdirSync(join(root, parent))) {
      const file = join(root, parent, name, 'package.json');
      if (!existsSync(file)) continue;
      const manifest = JSON.parse(readFileSync(file, 'utf8'));
      const { dependencies, devDependencies, peerDependencies, optionalDependencies } = manifest;
      const listed = { ...dependencies, ...devDependencies, ...peerDependencies, ...optionalDependencies };
      packages.set(manifest.name, {
        name: manifest.name,
        folder: `${parent}/${name}`,
        exports: Object.keys(manifest.exports ?? {}),
        listed: new Set(Object.keys(listed)),
      });
    }
  }
  return packages;
}

const shortName = ({ folder }) => folder.split('/')[1];

function isExported(target, specifier) {
  const path = `.${specifier.slice(target.name.length)}`;
  return target.exports.some((key) =>
    key.includes('*') ? path.startsWith(key.slice(0, key.indexOf('*'))) : key === path,
  );
}

/** Why `specifier`, a path, may not be imported by `file`; undefined when it may. */
function relativeRefusal(from, file, specifier, isTest) {
  const target = posix.normalize(posix.join(posix.dirname(file), specifier.replace(/\?.*$/, '')));
  if (!target.startsWith(`${from.folder}/`)) return `leaves the package by a path (${target})`;
  if (!isTest && TEST.test(target)) return 'is for tests only';
  const feature = (path) => /^apps\/api\/src\/features\/([^/]+)\//.exec(path)?.[1];
  const [here, there] = [feature(file), feature(target)];
  if (here && there && here !== there) return `feature ${here} imports feature ${there}`;
  return undefined;
}

/** Why another package of the workspace may not be imported; undefined when it may. */
function workspaceRefusal(from, row, target, { specifier, typesOnly }, isTest) {
  const name = shortName(target);
  if (target === from) return isTest ? undefined : 'imports itself by name';
  if (target.folder.startsWith('apps/') && from.folder.startsWith('packages/'))
    return 'a package imports an app';
  if (!isExported(target, specifier)) return `is not among the exports of ${target.name}`;
  if (isTest) return undefined;
  if (TEST_ONLY.test(specifier) && !row.imports.includes('testkit')) return 'is for tests only';
  if (row.imports.includes(name)) return undefined;
  if (row.types?.includes(name))
    return typesOnly ? undefined : `only types of ${name} may come in: import type`;
  return `no arrow from ${shortName(from)} to ${name}`;
}

/** Why a module from outside the workspace may not be imported; undefined when it may. */
function outsideRefusal(row, specifier, isTest) {
  if (isBuiltin(specifier)) return isTest || row.node ? undefined : "may not import Node's modules";
  if (isTest || !row.outside || row.outside.includes(packageOf(specifier))) return undefined;
  return `no arrow to ${packageOf(specifier)}`;
}

function refusal(packages, from, row, file, found) {
  const { specifier } = found;
  const inPackage = file.slice(from.folder.length + 1);
  const isTest = TEST.test(file) || CONFIG.test(inPackage);
  if (isRelative(specifier)) return relativeRefusal(from, file, specifier, isTest);
  const name = packageOf(specifier);
  const target = packages.get(name);
  if (!target && name.startsWith('@banso/')) return 'no such package';
  const refused = target
    ? workspaceRefusal(from, row, target, found, isTest)
    : outsideRefusal(row, specifier, isTest);
  if (refused) return refused;
  const names = found.typesOnly ? [name, `@types/${name}`] : [name];
  const isListed = target === from || isBuiltin(specifier) || names.some((one) => from.listed.has(one));
  return isListed ? undefined : `is not listed in ${from.folder}/package.json`;
}

/** Circles among the packages' own dependency lists, each as the names along it. */
function findCircles(packages) {
  const circles = [];
  const done = new Set();
  const walk = (name, path) => {
    if (path.includes(name)) return circles.push([...path.slice(path.indexOf(name)), name]);
    if (done.has(name)) return;
    for (const next of packages.get(name).listed) if (packages.has(next)) walk(next, [...path, name]);
    done.add(name);
  };
  for (const name of packages.keys()) walk(name, []);
  return circles;
}

/** Every arrow that does not exist, as `{ file, line, message }`; empty when all is well. */
export function findViolations(root, arrows = ARROWS) {
  const packages = readPackages(root);
  const violations = findCircles(packages).map((circle) => ({
    file: 'package.json',
    line: 1,
    message: `packages go in a circle: ${circle.join(' → ')}`,
  }));
  for (const from of packages.values()) {
    const row = arrows[from.folder];
    if (!row) {
      violations.push({
        file: `${from.folder}/package.json`,
        line: 1,
        message: 'has no row in check-arrows.mjs',
      });
      continue;
    }
    for (const path of sourcesBelow(join(root, from.folder))) {
      const file = slashed(relative(root, path));
      for (const found of importsOf(file, readFileSync(path, 'utf8'))) {
        const why = refusal(packages, from, row, file, found);
        if (why) violations.push({ file, line: found.line, message: `'${found.specifier}': ${why}` });
      }
    }
  }
  return [...violations, ...findScriptViolations(root)];
}

/** scripts/ stands outside the packages: of their files it may import the bootstrap's alone. */
function findScriptViolations(root) {
  const folder = join(root, 'scripts');
  if (!existsSync(folder)) return [];
  const violations = [];
  for (const path of sourcesBelow(folder)) {
    const file = slashed(relative(root, path));
    for (const { specifier, line } of importsOf(file, readFileSync(path, 'utf8'))) {
      const target = isRelative(specifier) && posix.normalize(posix.join(dirname(file), specifier));
      const isFine = target
        ? target.startsWith('scripts/') || BOOTSTRAP.includes(target)
        : !specifier.startsWith('@banso/');
      if (!isFine) violations.push({ file, line, message: `'${specifier}': scripts import no package` });
    }
  }
  return violations;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const violations = findViolations(fileURLToPath(new URL('..', import.meta.url)));
  for (const { file, line, message } of violations) console.error(`${file}:${line} ${message}`);
  if (violations.length > 0) process.exitCode = 1;
  else console.log('Every import follows an arrow.');
}
