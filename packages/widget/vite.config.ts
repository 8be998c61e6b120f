import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { litAsGuest } from './build/lit-as-guest.ts';
import { shortTemplates } from './build/short-templates.ts';

/** Modules of `src/` by name, without their ending. */
const files = (...names: string[]): RegExp => new RegExp(`/src/(${names.join('|')})\\.ts$`);

const FIRST = files(
  'runtime/(start|first-look|contents|presenter|read-offer|state|trusted-types|typing|uuidv7|follow-url)',
  'elements/(banso-element|reactive-element|current-controller|icon|composes|banso-survey|banso-survey.define|survey-scale)',
  'styles/(css|contract|frame|scale)',
  'messages/(load|texts|first-look)',
  'surfaces/(mount-host|survey)',
);
const PAGE = files(
  'runtime/(rest|batch|channel|exclusive|inline-elements|outbox|outbox-store|surfaces|sync|watch-location|watch-page)',
  'surfaces/(launcher|panel)',
  'elements/(banso-launcher|banso-launcher.define|ring|more-icons|tell|adopt|watch-shown|keep-clear|rise-with-keyboard|keep-typing)',
  'elements/(banso-panel|banso-panel.define|panel-view|offers|step-memory|banso-checklist|banso-checklist.define|checklist-step|checklist-view|rich-text|follow-link)',
  'styles/(accent|ring|launcher|controls|panel|checklist)',
  'messages/(say|dates|due-words|launcher-messages|panel-messages|checklist-messages)',
);
const SAFE_HREF = /\/domain\/src\/text\/(index|safe-href)\.ts$/;
const MORE = files(
  'elements/(more|checklist-ways|snooze-times|for-this-page|panel-home|banso-resources|banso-resources.define|resource-.*|session-card|webinar|reading-time|marked)',
  'styles/(rows|home|guides|ways-out)',
  'messages/(guide-messages|ways-out-messages)',
);

/**
 * Which modules come in one file: what is needed at one time, since brotli finds more in one file than in several
 * (docs/decisions/0005-widget-bytes.md). The order is the order of need, and whoever comes first takes what others need as well.
 */
const GROUPS = [
  // Until a survey is on the screen.
  {
    name: 'first',
    test: (id: string) => /\/node_modules\/|\/widget\/src\/runtime\.ts$/.test(id) || FIRST.test(id),
  },
  // On a page with something to show: outbox, launcher, panel, checklist, and what the later ones share with them.
  { name: 'page', test: (id: string) => PAGE.test(id) || SAFE_HREF.test(id) },
  // Home, guides, ways out.
  { name: 'more', test: (id: string) => MORE.test(id) || /\/domain\/src\/(text|targeting)\//.test(id) },
  // Texts by language, split in the same way.
  { name: 'en', test: files('messages/en/(launcher|panel|checklist)') },
  { name: 'ja', test: files('messages/ja/(launcher|panel|checklist)') },
  { name: 'ko', test: files('messages/ko/(launcher|panel|checklist)') },
  { name: 'en-more', test: files('messages/en/(guides|ways-out)') },
  { name: 'ja-more', test: files('messages/ja/(guides|ways-out)') },
  { name: 'ko-more', test: files('messages/ko/(guides|ways-out)') },
];

/** `runtime.js`: a name that stays, for loaders out of npm; it hands on to the runtime of this build. */
function stableName(): Plugin {
  return {
    name: 'banso-stable-name',
    apply: 'build',
    generateBundle(_options, bundle) {
      const runtime = Object.values(bundle).find((chunk) => chunk.type === 'chunk' && chunk.isEntry);
      if (!runtime) this.error('There is no runtime.');
      this.emitFile({
        type: 'asset',
        fileName: 'runtime.js',
        source: `export * from './${runtime.fileName}';\n`,
      });
    },
  };
}

/** `dist/`: ES modules under names that carry their hash, side by side, to be served under `/w/` for ever. */
export default defineConfig({
  plugins: [litAsGuest(), shortTemplates(), stableName()],
  build: {
    target: 'es2022',
    manifest: true,
    reportCompressedSize: false,
    // As a library: an application's build would put link elements into the page to fetch ahead.
    lib: { entry: { runtime: 'src/runtime.ts' }, formats: ['es'] },
    rolldownOptions: {
      // Its modules only say what things are: what is not used of them is not fetched.
      treeshake: { moduleSideEffects: (id) => !id.includes('/packages/domain/') },
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        comments: { legal: false },
        codeSplitting: { includeDependenciesRecursively: false, groups: GROUPS },
      },
    },
  },
});
