import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/console/',
  plugins: [preact()],
  build: { target: 'es2023', manifest: true, modulePreload: { polyfill: false } },
  server: { proxy: { '/v1': 'http://127.0.0.1:8787' } },
});
