import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
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
] as const;
/** Addresses inside the product: each can be opened directly and reloaded. */
const PLACES = ['team', 'folders', 'settings'] as const;

function placesOfTheProduct(): Plugin {
  let outDir = '';
  return {
    name: 'kumo-places',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    closeBundle() {
      for (const place of PLACES) {
        mkdirSync(join(outDir, place), { recursive: true });
        copyFileSync(join(outDir, 'index.html'), join(outDir, place, 'index.html'));
      }
    },
  };
}

export default defineConfig({
  base: '/playground/',
  appType: 'spa',
  plugins: [placesOfTheProduct()],
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
