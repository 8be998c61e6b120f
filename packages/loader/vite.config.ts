import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { declarations } from '@banso/build/declarations';
import { provenance } from '@banso/build/provenance';
import { defineConfig } from 'vite';
import type { UserConfig } from 'vite';
import { integrity } from './build/integrity.ts';
import manifest from './package.json' with { type: 'json' };

interface ManifestEntry {
  file: string;
}

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
/** Where the widget was built. Tests build it to a place of their own. */
const WIDGET = process.env['WIDGET_DIST'] ?? fileURLToPath(new URL('../widget/dist', import.meta.url));

/** The hashed name under which the widget's build put its runtime, without its ending. */
function runtimeFile(): string {
  const path = join(WIDGET, '.vite/manifest.json');
  const files = JSON.parse(readFileSync(path, 'utf8')) as Record<string, ManifestEntry>;
  const entry = files['src/runtime.ts'];
  if (!entry) throw new Error('The manifest of the widget names no runtime: build packages/widget first.');
  return entry.file.replace(/\.js$/, '');
}

/** `dist/banso.js`: one classic script, for the `async` tag of a host page. */
const script = (isBuild: boolean): UserConfig => ({
  define: { BANSO_RUNTIME_FILE: JSON.stringify(isBuild ? runtimeFile() : '') },
  plugins: [provenance('loader', REPOSITORY), integrity(manifest.version, WIDGET)],
  build: {
    target: 'es2022',
    lib: { entry: 'src/embed.ts', name: 'banso', formats: ['iife'], fileName: () => 'banso.js' },
    rolldownOptions: { output: { minify: true } },
    reportCompressedSize: false,
  },
});

/** `dist/index.js` and its types: the same for a host's own bundle. It stays readable; whoever bundles it makes it small. */
const npm: UserConfig = {
  plugins: [provenance('npm', REPOSITORY), declarations({ entries: { index: 'src/index.ts' } })],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    lib: { entry: 'src/index.ts', formats: ['es'], fileName: () => 'index.js' },
    minify: false,
    reportCompressedSize: false,
  },
};

export default defineConfig(({ command, mode }) => (mode === 'npm' ? npm : script(command === 'build')));
