import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { widgetApi } from '@banso/contract';

/** Loader and widget as they are shipped, by file name; `npm.js` is the loader's npm entry. */
export type Built = ReadonlyMap<string, Buffer>;

/** Where they were built: below it `packages/widget/dist` and `packages/loader/dist`, as in the repository. */
export const builtRoot: string = mkdtempSync(join(tmpdir(), 'banso-loader-'));

const packages = fileURLToPath(new URL('../../../', import.meta.url));
let building: Promise<Built> | undefined;

/** Builds both packages from their sources into a temporary folder, once in a process. */
export function built(): Promise<Built> {
  building ??= make();
  return building;
}

async function make(): Promise<Built> {
  const widget = join(builtRoot, 'packages/widget/dist');
  const loader = join(builtRoot, 'packages/loader/dist');
  const mode = 'production';
  const options = { logLevel: 'error', mode } as const;
  process.env['NODE_ENV'] = mode; // vitest says `test`, for which Lit has a development build
  await build({ ...options, root: join(packages, 'widget'), build: { outDir: widget, emptyOutDir: true } });
  const preview = { root: join(packages, 'widget'), build: { outDir: widget, emptyOutDir: false } };
  await build({ ...options, ...preview, mode: 'preview' });
  process.env['WIDGET_DIST'] = widget;
  await build({ ...options, root: join(packages, 'loader'), build: { outDir: loader, emptyOutDir: true } });
  const files = new Map<string, Buffer>();
  for (const name of ['banso.js', 'integrity.json']) files.set(name, readFileSync(join(loader, name)));
  const { script } = JSON.parse(String(files.get('integrity.json'))) as widgetApi.Integrity;
  const pinned = script.slice('/w/'.length);
  files.set(pinned, readFileSync(join(loader, pinned)));
  // As a host's own bundler would take the package in.
  const npm = join(builtRoot, 'npm');
  const lib = { entry: 'src/index.ts', formats: ['es' as const], fileName: () => 'npm.js' };
  await build({ ...options, configFile: false, root: join(packages, 'loader'), build: { outDir: npm, lib } });
  files.set('npm.js', readFileSync(join(npm, 'npm.js')));
  for (const name of readdir(widget)) files.set(name, readFileSync(join(widget, name)));
  return files;
}

function readdir(folder: string): string[] {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    { file: string }
  >;
  const preview = readdirSync(join(folder, 'preview')).map((name) => `preview/${name}`);
  return [
    'runtime.js',
    'preview.js',
    ...preview,
    ...new Set(Object.values(manifest).map(({ file }) => file)),
  ];
}
