import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { preloadWhatIsMissing } from './build/preload-what-is-missing.ts';
import { withoutJsonSchema } from './build/without-json-schema.ts';

export default defineConfig({
  base: '/console/',
  plugins: [preact(), withoutJsonSchema(), preloadWhatIsMissing()],
  build: {
    target: 'es2023',
    // older targets make Vite rewrite light-dark(), which then no longer follows a forced scheme
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    manifest: true,
    // evaluated before the chunk that holds the schemas
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'first', test: /zod-without-eval/ },
            // what an audience is edited with, wherever: each small file of its own would cost more than it holds
            {
              name: 'form',
              test: /pages\/contents\/(frame\/(form-frame|loaded-part|use-loaded|editor-context)|texts\/(editor-words|problem-words|editor-frame)|content-kind|fields\/number-input)/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:8787' } },
});
