import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

interface ManifestEntry {
  file: string;
}

/** The hashed name under which the widget's build put its runtime. Tests build the widget to a place of their own. */
function runtimeFile(): string {
  const dist = process.env['WIDGET_DIST'] ?? fileURLToPath(new URL('../widget/dist', import.meta.url));
  const path = join(dist, '.vite/manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, ManifestEntry>;
  const entry = manifest['src/runtime.ts'];
  if (!entry) throw new Error('The manifest of the widget names no runtime: build packages/widget first.');
  return entry.file;
}

/** `dist/banso.js`: one classic script, for the `async` tag of a host page. */
export default defineConfig(({ command }) => ({
  define: { BANSO_RUNTIME_FILE: JSON.stringify(command === 'build' ? runtimeFile() : '') },
  build: {
    target: 'es2022',
    lib: { entry: 'src/embed.ts', name: 'banso', formats: ['iife'], fileName: () => 'banso.js' },
    rolldownOptions: { output: { minify: true } },
    reportCompressedSize: false,
  },
}));
