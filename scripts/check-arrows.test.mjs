import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packageFolders } from './tally.mjs';
import { ARROWS, findViolations } from './check-arrows.mjs';

const repository = join(import.meta.dirname, '..');
let root;

/** A copy of the repository's package.json files without any source: green by itself. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'banso-arrows-'));
  for (const folder of packageFolders(repository))
    cpSync(join(repository, folder, 'package.json'), join(root, folder, 'package.json'));
});
afterEach(() => rmSync(root, { recursive: true }));

function plant(file, source) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), source);
}

test('the packages as they stand have a row each and no circle', () => {
  expect(findViolations(root)).toEqual([]);
  expect(packageFolders(repository).filter((folder) => !(folder in ARROWS))).toEqual([]);
});

test.each([
  ['domain imports nothing', 'packages/domain/src/a.ts', `import { z } from 'zod';`, 'no arrow to zod'],
  [
    'domain has no I/O',
    'packages/domain/src/a.ts',
    `import { readFile } from 'node:fs';`,
    "may not import Node's",
  ],
  [
    'domain has no I/O without the prefix',
    'packages/domain/src/a.ts',
    `import 'fs';`,
    "may not import Node's",
  ],
  [
    'types count as well',
    'packages/domain/src/a.ts',
    `import type { Nps } from '@banso/contract';`,
    'no arrow',
  ],
  ['contract ends at domain', 'packages/contract/src/a.ts', `export * from '@banso/database';`, 'no arrow'],
  ['database never knows the wire', 'packages/database/src/a.ts', `import '@banso/contract';`, 'no arrow'],
  [
    'database never knows hono',
    'packages/database/src/a.ts',
    `import { Hono } from 'hono';`,
    'no arrow to hono',
  ],
  ['ui knows no noun', 'packages/ui/src/a.tsx', `import type { A } from '@banso/contract';`, 'no arrow'],
  [
    'no zod on a customer page',
    'packages/widget/src/a.ts',
    `import { Answer } from '@banso/contract';`,
    'only types',
  ],
  [
    'an inline type loads the module',
    'packages/loader/src/a.ts',
    `import { type A } from '@banso/contract';`,
    'only types',
  ],
  ['an import() loads it too', 'packages/loader/src/a.ts', `void import('@banso/contract');`, 'only types'],
  [
    'the widget has no framework',
    'packages/widget/src/a.ts',
    `import { h } from 'preact';`,
    'no arrow to preact',
  ],
  [
    'the widget sees types of the contract only',
    'packages/widget/src/a.ts',
    `import { Problem } from '@banso/contract';`,
    'only types',
  ],
  ['the console has no API', 'apps/console/src/a.ts', `import type { A } from '@banso/api';`, 'no arrow'],
  ['the console has no database', 'apps/console/src/a.ts', `import '@banso/database';`, 'no arrow'],
  ['the API has no console', 'apps/api/src/a.ts', `import '@banso/ui';`, 'no arrow'],
  ['the playground uses what is built', 'apps/playground/src/a.ts', `import '@banso/widget';`, 'no arrow'],
  ['e2e uses what is built', 'apps/e2e/tests/a.ts', `import '@banso/database';`, 'no arrow'],
  [
    'packages never import apps',
    'packages/widget/src/a.ts',
    `import type { A } from '@banso/api';`,
    'a package imports an app',
  ],
  [
    'not even in their tests',
    'packages/database/src/a.test.ts',
    `import '@banso/api';`,
    'a package imports an app',
  ],
  ['testkit is for tests', 'apps/api/src/a.ts', `import { fakeClock } from '@banso/testkit';`, 'tests only'],
  [
    'so is what is named testing',
    'apps/api/src/a.ts',
    `import { openTest } from '@banso/database/testing';`,
    'tests only',
  ],
  [
    'no deep imports',
    'packages/contract/src/a.ts',
    `import '@banso/domain/src/time/instant.ts';`,
    'not among the exports',
  ],
  [
    'no paths out of a package',
    'packages/contract/src/a.ts',
    `import '../../domain/src/time/index.ts';`,
    'leaves the package',
  ],
  [
    'nor into an app',
    'packages/ui/src/a.css',
    `@import '../../../apps/console/src/a.css';`,
    'leaves the package',
  ],
  [
    'features stay apart',
    'apps/api/src/features/surveys/a.ts',
    `import '../accounts/b.ts';`,
    'feature surveys imports feature accounts',
  ],
  ['packages that do not exist', 'apps/api/src/a.ts', `import '@banso/utils';`, 'no such package'],
  ['dependencies are listed', 'apps/api/src/a.ts', `import 'lodash';`, 'is not listed'],
  ['exports count as imports', 'packages/domain/src/a.ts', `export { a } from '@banso/ui';`, 'no arrow'],
  [
    'types named inline count',
    'packages/domain/src/a.ts',
    `export type A = import('@banso/contract').A;`,
    'no arrow',
  ],
  [
    'scripts import no package',
    'scripts/a.mjs',
    `import '../packages/domain/src/a.mjs';`,
    'scripts import no package',
  ],
])('goes red: %s', (_reason, file, source, message) => {
  plant(file, `\n${source}\n`);
  const violations = findViolations(root);
  expect(violations).toEqual([{ file, line: 2, message: expect.stringContaining(message) }]);
});

test.each([
  [
    'packages/contract/src/a.ts',
    `import { z } from 'zod';\nimport { npsOf } from '@banso/domain/statistics';`,
  ],
  [
    'packages/database/src/a.ts',
    `import { Kysely } from 'kysely';\nimport { Pool } from 'pg';\nimport 'node:fs';`,
  ],
  ['packages/widget/src/a.ts', `import { html } from 'lit';\nimport type { A } from '@banso/contract';`],
  ['packages/ui/src/a.tsx', `import { signal } from '@preact/signals';\nimport '@banso/tokens/tokens.css';`],
  ['apps/console/src/a.tsx', `import icon from './icon.svg?url';\nimport '@banso/widget/preview';`],
  ['apps/api/src/features/surveys/a.ts', `import './b.ts';\nimport '../../errors.ts';`],
  ['apps/api/src/a.test.ts', `import { fakeClock } from '@banso/testkit';\nimport { test } from 'vitest';`],
  ['packages/domain/src/a.test.ts', `import fc from 'fast-check';\nimport 'node:fs';`],
  ['packages/domain/src/testing/a.ts', `import fc from 'fast-check';`],
  ['packages/domain/src/a.test.ts', `import './testing/a.ts';`],
  ['packages/ui/vitest.config.ts', `import { browserTests } from '@banso/testkit/vitest';`],
  ['apps/bench/src/a.ts', `import { startPostgres } from '@banso/testkit/postgres';\nimport '@banso/api';`],
  ['scripts/a.mjs', `import '../packages/testkit/src/browser.mjs';\nimport './b.mjs';`],
])('stays green in %s', (file, source) => {
  plant(file, source);
  expect(findViolations(root)).toEqual([]);
});

test('goes red on a circle of packages', () => {
  const manifest = (name, ...needs) =>
    JSON.stringify({ name, devDependencies: Object.fromEntries(needs.map((need) => [need, 'workspace:*'])) });
  plant('packages/domain/package.json', manifest('@banso/domain', '@banso/contract'));
  plant('packages/contract/package.json', manifest('@banso/contract', '@banso/domain'));
  const [circle] = findViolations(root).map(({ message }) => message);
  expect(circle).toMatch(
    /^packages go in a circle: .*(contract → @banso.domain|domain → @banso.contract) → /,
  );
});

test('goes red on a package without a row', () => {
  plant('packages/utils/package.json', '{ "name": "@banso/utils" }');
  expect(findViolations(root)).toMatchObject([{ file: 'packages/utils/package.json' }]);
});
