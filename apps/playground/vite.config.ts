import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

/** The product, and pages of all the kinds that the widget may meet. */
const PAGES = [
  'index',
  'plain',
  'hostile-css',
  'strict-csp',
  'trusted-types',
  'rtl',
  'iframe',
  'twice',
  'blank',
  'examples/index',
  'examples/react',
  'examples/next',
  'examples/vue',
  'examples/svelte',
  'examples/turbo/index',
  'examples/turbo/team',
] as const;
/** Addresses that a page gives itself: each can be opened directly and reloaded. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  'index.html': ['team', 'folders', 'settings'],
  'examples/next.html': ['examples/next', 'examples/next/team'],
};

function placesOfTheProduct(): Plugin {
  let outDir = '';
  return {
    name: 'kumo-places',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    closeBundle() {
      for (const [page, places] of Object.entries(PLACES))
        for (const place of places) {
          mkdirSync(join(outDir, place), { recursive: true });
          copyFileSync(join(outDir, page), join(outDir, place, 'index.html'));
        }
    },
  };
}

export default defineConfig({
  base: '/playground/',
  appType: 'spa',
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('banso-') } } }),
    svelte(),
    placesOfTheProduct(),
  ],
  build: {
    target: 'es2022',
    // older targets make Vite rewrite light-dark(), which then no longer follows a forced scheme
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    modulePreload: { polyfill: false },
    // nothing inline: the pages run under a policy that allows no data: scripts or styles
    assetsInlineLimit: 0,
    rolldownOptions: { input: PAGES.map((page) => `${page}.html`) },
  },
});
