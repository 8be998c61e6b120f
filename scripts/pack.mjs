#!/usr/bin/env node
// Packs what is published to npm, as publishing would: node scripts/pack.mjs FOLDER puts the tarballs there and prints their names.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFolders } from './tally.mjs';
import { pnpmCommand, root, toolEnv } from './toolchain.mjs';

const manifestOf = (folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));

/** Folders of the packages that strangers install. */
export const publishedFolders = () => packageFolders(root).filter((folder) => !manifestOf(folder).private);

/** Packs each; they must have been built. Returns `{ name, folder, tarball }` of each. */
export function packInto(destination) {
  const [command, ...first] = pnpmCommand();
  return publishedFolders().map((folder) => {
    const args = [...first, '--dir', join(root, folder), 'pack', '--json', '--pack-destination', destination];
    const printed = execFileSync(command, args, {
      env: toolEnv,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    });
    const { name, filename } = JSON.parse(printed.slice(printed.indexOf('{')));
    return { name, folder, tarball: filename };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(JSON.stringify(packInto(process.argv[2])));
