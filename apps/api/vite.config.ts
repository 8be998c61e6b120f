import { defineConfig } from 'vite';

// Deployable service: one file beside its drivers, which have native parts or load them by name.
export default defineConfig({
  ssr: { noExternal: true, external: ['better-sqlite3', 'pg'] },
  build: {
    ssr: 'src/main.ts',
    target: 'node24',
    sourcemap: true,
    rolldownOptions: { output: { entryFileNames: 'main.mjs', codeSplitting: false } },
  },
});
