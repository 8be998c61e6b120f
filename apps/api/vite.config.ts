import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const HERE = import.meta.dirname;
const REFERENCE = join(
  dirname(createRequire(import.meta.url).resolve('@scalar/api-reference')),
  'browser/standalone.js',
);

/** What the service hands out, beside it: the folders that it looks for outside of a checkout. */
function filesBeside(): Plugin {
  const built = (name: string) => join(HERE, '../..', name, 'dist');
  const beside = (name: string) => join(HERE, 'dist/files', name);
  return {
    name: 'banso-files-beside',
    apply: 'build',
    closeBundle() {
      for (const name of ['packages/loader', 'packages/widget'])
        cpSync(built(name), beside('widget'), { recursive: true });
      for (const name of ['console', 'playground'])
        cpSync(built(`apps/${name}`), beside(name), { recursive: true });
      cpSync(REFERENCE, join(beside('reference'), 'standalone.js'));
    },
  };
}

// Deployable service: one file beside its drivers, which have native parts or load them by name.
export default defineConfig(({ mode }) => ({
  plugins: mode === 'test' ? [] : [filesBeside()],
  ssr: { noExternal: true, external: ['better-sqlite3', 'pg'] },
  build: {
    ssr: 'src/main.ts',
    target: 'node24',
    sourcemap: true,
    rolldownOptions: { output: { entryFileNames: 'main.mjs', codeSplitting: false } },
  },
}));
