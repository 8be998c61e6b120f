import { fileURLToPath } from 'node:url';
import { declarations } from '@banso/build/declarations';
import { provenance } from '@banso/build/provenance';
import { defineConfig } from 'vite';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** `dist/index.js` and its types. React and the loader are the host's own copies. */
export default defineConfig({
  plugins: [
    provenance('react', REPOSITORY),
    declarations({ entries: { index: 'src/index.ts' }, external: ['@banso/loader', 'react'] }),
  ],
  build: {
    target: 'es2022',
    lib: { entry: 'src/index.ts', formats: ['es'], fileName: () => 'index.js' },
    minify: false,
    rolldownOptions: {
      external: [/^react(\/|$)/, '@banso/loader'],
      // For frameworks that render on the server: what is in here lives in browsers.
      output: { banner: "'use client';" },
    },
    reportCompressedSize: false,
  },
});
