#!/usr/bin/env node
// What is published to npm, looked at as whoever installs it will: packed, then read by publint and by the compiler in each of the ways
// in which packages are resolved.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { packInto } from './pack.mjs';

/** Our packages are ES modules for bundlers and browsers: CommonJS and the resolution of before Node 12 are not promised. */
const NOT_PROMISED = new Set(['node10', 'node16-cjs']);
const isPromised = ({ resolutionKind, kind }) =>
  kind !== 'CJSResolvesToESM' && !(resolutionKind && NOT_PROMISED.has(resolutionKind));

/** What publint says of a tarball. */
async function lint(bytes) {
  const { messages, pkg } = await publint({ pack: { tarball: bytes }, strict: true });
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false })}`);
}

/** What the compiler would find wrong with its types. Files that are not code have none. */
async function checkTypes(packed) {
  const options = { excludeEntrypoints: [/\.json$/, './banso.js'] };
  const found = await checkPackage(packed, options);
  if (!found.types) return ['types: there are none'];
  return found.problems
    .filter(isPromised)
    .map(
      ({ kind, entrypoint = '', resolutionKind = '' }) => `types: ${kind} ${entrypoint} ${resolutionKind}`,
    );
}

/** Whoever installs a package gets all that it names. */
function checkDependencies({ dependencies, peerDependencies, optionalDependencies }, published) {
  return Object.entries({ ...dependencies, ...peerDependencies, ...optionalDependencies })
    .filter(([name, range]) => /^(workspace|catalog|link|file):/.test(range) || isOurs(name, published))
    .map(([name, range]) => `dependency ${name}@${range} cannot be installed`);
}
const isOurs = (name, published) => name.startsWith('@banso/') && !published.has(name);

async function checkAll() {
  const folder = mkdtempSync(join(tmpdir(), 'banso-packages-'));
  try {
    const packed = packInto(folder);
    const published = new Set(packed.map(({ name }) => name));
    for (const { name, tarball } of packed) {
      const bytes = new Uint8Array(readFileSync(tarball));
      const content = createPackageFromTarballData(bytes);
      const manifest = JSON.parse(content.readFile(`/node_modules/${name}/package.json`));
      const problems = [
        ...(await lint(bytes)),
        ...(await checkTypes(content)),
        ...checkDependencies(manifest, published),
      ];
      for (const problem of problems) console.error(`${name}: ${problem}`);
      if (problems.length > 0) process.exitCode = 1;
      else console.log(`${name}: ready to be published, ${(bytes.length / 1024).toFixed(1)} KiB`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await checkAll();
