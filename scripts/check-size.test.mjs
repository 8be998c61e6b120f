import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fails, measure, sayRow } from './check-size.mjs';

let root;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'banso-size-'))));
afterEach(() => rmSync(root, { recursive: true }));

/** Text that brotli cannot shorten by much, and its size as served. */
const noise = (length, seed) =>
  Array.from({ length }, (_, i) => String.fromCharCode(33 + (((i + 1) * 7919 * seed) % 90) + (i % 3))).join(
    '',
  );
const served = (text) => brotliCompressSync(text).length;

function build(folder, manifest) {
  const dist = join(root, folder, 'dist');
  const chunks = {};
  for (const [key, { text, css = [], ...chunk }] of Object.entries(manifest)) {
    const file = `assets/${key.replace(/\W/g, '-')}.js`;
    for (const [path, content] of [[file, text], ...css.map((name) => [name, '.a{color:red}'])]) {
      mkdirSync(dirname(join(dist, path)), { recursive: true });
      writeFileSync(join(dist, path), content);
    }
    chunks[key] = { file, css, ...chunk };
  }
  mkdirSync(join(dist, '.vite'), { recursive: true });
  writeFileSync(join(dist, '.vite', 'manifest.json'), JSON.stringify(chunks));
}

const [loader, runtime, survey, panel, shared] = [1, 2, 3, 5, 7].map((seed) => noise(400, seed));

function buildAll() {
  build('packages/loader', { 'src/index.ts': { text: loader, isEntry: true } });
  build('packages/widget', {
    'src/runtime.ts': {
      text: runtime,
      isEntry: true,
      imports: ['_shared.js'],
      dynamicImports: ['src/surfaces/survey.ts'],
    },
    'src/surfaces/survey.ts': { text: survey, isDynamicEntry: true, imports: ['_shared.js'] },
    'src/surfaces/panel.ts': { text: panel, isDynamicEntry: true, imports: ['_shared.js', 'src/runtime.ts'] },
    '_shared.js': { text: shared },
  });
  writeFileSync(join(root, 'packages/loader/dist/banso.js'), survey);
  build('apps/console', {
    'index.html': {
      text: loader,
      isEntry: true,
      imports: ['_shared.js'],
      dynamicImports: ['src/a.tsx'],
      css: ['a.css'],
    },
    'src/a.tsx': {
      text: survey,
      isDynamicEntry: true,
      imports: ['_shared.js'],
      dynamicImports: ['src/b.tsx'],
    },
    'src/b.tsx': { text: panel, isDynamicEntry: true, imports: ['_own.js', 'src/a.tsx'] },
    '_own.js': { text: runtime },
    '_shared.js': { text: shared },
  });
}

const application = {
  package: 'apps/console',
  firstLoad: { name: 'first', max: 1, start: ['index.html'] },
  further: { name: 'further', max: 1 },
};
const page = (start) => ({ name: 'page', max: 1, start });
const bytesOf = (start) => measure(root, { pages: [page(start)], application })[0].bytes;

test('counts what is imported statically, once, and nothing that is fetched later', () => {
  buildAll();
  expect(bytesOf([['packages/loader', 'src/index.ts']])).toBe(served(loader));
  expect(bytesOf([['packages/widget', 'src/runtime.ts']])).toBe(served(runtime) + served(shared));
  expect(bytesOf([['packages/loader', 'dist/banso.js']])).toBe(served(survey));
  const both = [
    ['packages/loader', 'src/index.ts'],
    ['packages/widget', 'src/runtime.ts'],
    ['packages/widget', 'src/surfaces/survey.ts'],
  ];
  expect(bytesOf(both)).toBe([loader, runtime, survey, shared].map(served).reduce((a, b) => a + b));
});

test('takes the heaviest or all of what a pattern matches', () => {
  buildAll();
  const heaviest = Math.max(
    served(survey) + served(shared),
    served(panel) + served(shared) + served(runtime),
  );
  expect(bytesOf([['packages/widget', /^src\/surfaces\//]])).toBe(heaviest);
  const all = [survey, panel, shared, runtime].map(served).reduce((a, b) => a + b);
  expect(bytesOf([['packages/widget', /^src\/surfaces\//, 'all']])).toBe(all);
});

test('counts the script of the first load, and of each further chunk what it adds', () => {
  buildAll();
  const rows = measure(root, { pages: [], application });
  expect(rows.map(({ name, bytes }) => [name, bytes])).toEqual([
    ['first', served(loader) + served(shared)],
    ['further: src/a.tsx', served(survey)],
    ['further: src/b.tsx', served(panel) + served(runtime) + served(survey)],
  ]);
});

test('goes red when the budget is a byte too small', () => {
  buildAll();
  const start = [['packages/loader', 'src/index.ts']];
  const over = (max) => measure(root, { pages: [{ name: 'page', max, start }], application })[0];
  expect(fails(over(served(loader)))).toBe(false);
  expect(fails(over(served(loader) - 1))).toBe(true);
});

test('a budget that is not met yet holds what was reached, and says so', () => {
  buildAll();
  const start = [['packages/loader', 'src/index.ts']];
  const bytes = served(loader);
  const at = (ratchet) =>
    measure(root, { pages: [{ name: 'page', max: 10, ratchet, start }], application })[0];
  expect(fails(at(bytes))).toBe(false);
  expect(sayRow(at(bytes))).toContain(`over its budget of 0.01 KiB, ratchet ${bytes} bytes`);
  expect(fails(at(bytes - 1))).toBe(true);
  expect(sayRow(at(bytes - 1))).toContain('OVER');
});

test('a ratchet below the budget allows no less than the budget', () => {
  expect(fails({ bytes: 9, max: 10, ratchet: 8 })).toBe(false);
});

test('says what is missing instead of measuring nothing', () => {
  expect(() => measure(root)).toThrow(/packages\/loader.*build/);
  buildAll();
  expect(() => bytesOf([['packages/widget', 'src/surfaces/tour.ts']])).toThrow(
    /no chunk of src\/surfaces\/tour\.ts/,
  );
  expect(() => bytesOf([['packages/widget', 'dist/tour.js']])).toThrow(/tour\.js was not built/);
  expect(() => bytesOf([['packages/widget', /^src\/tours\//]])).toThrow(/no chunk of/);
});
