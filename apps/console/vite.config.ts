import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/console/',
  plugins: [preact()],
  build: {
    target: 'es2023',
    // older targets make Vite rewrite light-dark(), which then no longer follows a forced scheme
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    manifest: true,
    modulePreload: { polyfill: false },
    // evaluated before the chunk that holds the schemas
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', test: /zod-without-eval/ }] } } },
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:8787' } },
});
