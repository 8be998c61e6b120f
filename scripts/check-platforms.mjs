#!/usr/bin/env node
// A registry that lags can lack some platforms of a native package; pnpm then leaves them out of the lockfile in
// silence, and the project breaks for people on those platforms only. This finds such gaps in what is installed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const LOCKED_NAME = /^ {2}'?((?:@[^@\s/]+\/)?[^@\s/]+)@[^\s:']+'?:/gm;
const IGNORED = /^ignoredOptionalDependencies:\n((?: {2}- \S+\n)+)/m;

/** Names in the lockfile, and those that we leave out on every platform. */
function lockedNames() {
  const lockfile = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8');
  const leftOut = IGNORED.exec(lockfile)?.[1].matchAll(/- (\S+)/g) ?? [];
  return new Set([...lockfile.matchAll(LOCKED_NAME), ...leftOut].map((match) => match[1]));
}

/** package.json of every installed package, from pnpm's own folder of them. */
function* installedManifests() {
  const store = join(root, 'node_modules', '.pnpm');
  for (const folder of readdirSync(store)) {
    const [, scope, name] = /^(?:(@[^+@]+)\+)?([^@]+)@/.exec(folder) ?? [];
    if (!name) continue;
    const file = join(store, folder, 'node_modules', scope ?? '', name, 'package.json');
    if (existsSync(file)) yield JSON.parse(readFileSync(file, 'utf8'));
  }
}

const locked = lockedNames();
let [looked, gaps] = [0, 0];
for (const { name, version, optionalDependencies = {} } of installedManifests()) {
  looked += 1;
  const missing = Object.keys(optionalDependencies).filter((other) => !locked.has(other));
  if (missing.length === 0) continue;
  gaps += 1;
  console.error(`${name}@${version}: not in the lockfile: ${missing.join(', ')}`);
}
if (gaps > 0 || looked === 0) process.exitCode = 1;
else console.log(`Every platform of ${looked} packages is in the lockfile.`);
