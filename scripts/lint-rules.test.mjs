import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const BROKEN = [
  ['packages/domain/src/a.ts', 'export const a = Date.now();', 'banso(no-ambient-time)'],
  ['packages/domain/src/a.ts', 'export const a = new Date();', 'banso(no-ambient-time)'],
  ['packages/domain/src/a.test.ts', 'export const a = new Date();', 'banso(no-ambient-time)'],
  ['packages/domain/src/a.ts', 'export const a = Math.random();', 'banso(no-ambient-random)'],
  ['packages/domain/src/a.ts', 'export const a = crypto.randomUUID();', 'banso(no-ambient-random)'],
  ['packages/domain/src/a.ts', 'export const a = fetch;', 'eslint(no-restricted-globals)'],
  ['packages/domain/src/a.ts', 'export const a = process.env;', 'banso(no-env)'],
  ['apps/api/src/a.ts', `export const a = process.env['HOME'];`, 'banso(no-env)'],
  ['apps/api/src/a.ts', `export { env } from 'node:process';`, 'banso(no-env)'],
  [
    'apps/api/src/a.ts',
    `export const a = await fetch('https://example.com');`,
    'eslint(no-restricted-globals)',
  ],
  [
    'apps/api/src/a.ts',
    `export const a = await globalThis.fetch('https://a.example');`,
    'banso(no-global-fetch)',
  ],
  ['apps/api/src/a.ts', `export { request } from 'node:https';`, 'eslint(no-restricted-imports)'],
  ['packages/database/src/a.ts', 'export const a = sql.raw(name);', 'banso(no-dynamic-sql)'],
  ['packages/database/src/a.ts', 'export const a = sql.lit(`${name}`);', 'banso(no-dynamic-sql)'],
  ['apps/api/src/a.ts', `export const a = sql.ref(name);`, 'banso(no-dynamic-sql)'],
  [
    'packages/database/src/a.ts',
    `export const a = eb.ref('payload', '->').key(name);`,
    'banso(no-dynamic-sql)',
  ],
  [
    'packages/database/src/a.ts',
    `export const a = eb.ref('payload', '->').at(index);`,
    'banso(no-dynamic-sql)',
  ],
  ['packages/contract/src/a.ts', 'export const a = (b: any) => b === 1;', 'typescript(no-explicit-any)'],
  ['packages/contract/src/a.ts', `export const a: number = 'text';`, 'typescript(TS2322)'],
  ['packages/contract/src/a.ts', 'export default 1;', 'import(no-default-export)'],
  [
    'packages/contract/src/a.ts',
    'export const a = () => { Promise.resolve(1); };',
    'typescript(no-floating-promises)',
  ],
  [
    'packages/contract/src/a.ts',
    `export function a(b: 'x' | 'y'): void { switch (b) { case 'x': return; } }`,
    'typescript(switch-exhaustiveness-check)',
  ],
  ['packages/ui/src/B.tsx', 'export const a = 1;', 'unicorn(filename-case)'],
  ['packages/ui/src/a.tsx', 'export const a = <button>x</button>;', 'react(button-has-type)'],
  [
    'packages/widget/src/a.ts',
    `import { html } from 'lit';\nexport const a = (b: string) => html\`<p title="\${b}\${b}" title="x"></p>\`;`,
    'lit(no-duplicate-template-bindings)',
  ],
  [
    'packages/widget/src/a.ts',
    `customElements.define('nodash', HTMLElement);`,
    'wc(no-invalid-element-name)',
  ],
  ['packages/widget/src/a.ts', `console.log(1);`, 'eslint(no-console)'],
  ['packages/widget/src/a.ts', `export const a = Array.from('b', (c) => c);`, 'banso(no-array-from)'],
  ['packages/domain/src/a.ts', `export const a = Array.from('b', (c) => c);`, 'banso(no-array-from)'],
];

const FINE = [
  ['packages/domain/src/a.ts', 'export const a = new Date(0).getTime();'],
  [
    'packages/database/src/a.ts',
    `export const a = [sql.ref('event.id'), sql.raw('now()'), rows.at(-1), rows.at(index)];`,
  ],
  ['packages/database/src/a.ts', `export const a = eb.ref('payload', '->').key('answer').at(0);`],
  ['apps/api/src/settings.ts', `export const a = process.env['HOME'];`],
  ['apps/api/src/egress.ts', `export const a = await fetch('https://example.com');`],
  ['apps/api/src/a.ts', `export const a = app.fetch(request);`],
  ['apps/api/src/a.ts', `export const a = Array.from('b', (c) => c);`],
  ['apps/api/src/a.test.ts', `export const a = await fetch('http://127.0.0.1/');`],
];

const repository = join(import.meta.dirname, '..');
let root;
/** Codes of the rules that were broken, by file. */
const found = new Map();

/** Each case has a file of its own; where a rule turns on the file's name there is only one. */
const fileOf = (file, source) => {
  const number = [...BROKEN, ...FINE].findIndex((row) => row[0] === file && row[1] === source);
  return /\/(settings|egress)\.ts$/.test(file) ? file : file.replace(/(\/[aB])\./, `$1-${number}.`);
};

function plant(file, content) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}

/** Runs the repository's lint configuration once over all the planted files, with the tools it has at home. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'banso-lint-'));
  for (const file of ['.oxlintrc.json', 'tsconfig.base.json', 'scripts/lint-rules.mjs', 'package.json'])
    cpSync(join(repository, file), join(root, file));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  const settings = { extends: '../../tsconfig.base.json', compilerOptions: { lib: ['es2024', 'dom'] } };
  for (const [file, source] of [...BROKEN, ...FINE]) {
    plant(fileOf(file, source), source);
    plant(join(...file.split('/', 2), 'tsconfig.json'), JSON.stringify(settings));
  }
  const oxlint = join(repository, 'node_modules/.bin/oxlint');
  const { stdout, stderr } = spawnSync(oxlint, ['-f', 'json', 'apps', 'packages'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (!stdout.startsWith('{')) throw new Error(stdout + stderr);
  for (const { filename, code } of JSON.parse(stdout).diagnostics)
    found.set(filename, [...(found.get(filename) ?? []), code]);
});
afterAll(() => rmSync(root, { recursive: true }));

test.each(BROKEN)('%s: %s', (file, source, rule) => {
  expect(found.get(fileOf(file, source))).toContain(rule);
});

test.each(FINE)('allows in %s: %s', (file, source) => {
  const codes = found.get(fileOf(file, source)) ?? [];
  expect(codes.filter((code) => !code.startsWith('typescript'))).toEqual([]);
});
