import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { litAsGuest } from './build/lit-as-guest.ts';
import { plainExports } from './build/plain-exports.ts';
import { shortTemplates } from './build/short-templates.ts';

/** Modules of `src/` by name, without their ending. */
const files = (...names: string[]): RegExp => new RegExp(`/src/(${names.join('|')})\\.ts$`);

const FIRST = files(
  'runtime/(start|first-look|contents|early|inline-elements|read-offer|state|surfaces|trusted-types|uuidv7|follow-url|view-clock|within)',
  'elements/(banso-element|reactive-element|current-controller|icon|step-memory|composes|fire)',
  'styles/(css|contract|frame)',
  'messages/texts',
  'surfaces/(mount-host|painted)',
);
const SURVEY = files(
  'runtime/(present|presenter|typing)',
  'elements/(banso-survey|banso-survey.define|survey-scale)',
  'styles/scale',
  'messages/first-look',
  'surfaces/survey',
);
const PAGE = files(
  'surfaces/launcher',
  'elements/(banso-launcher|banso-launcher.define|ring|more-icons|tell)',
  'styles/(accent|ring|launcher|controls)',
  'messages/(load|say|page-messages)',
);
const PANEL = files(
  'surfaces/panel',
  'elements/(banso-panel|banso-panel.define|panel-view|offers|banso-checklist|banso-checklist.define|checklist-step|checklist-view|rich-text|follow-link)',
  'styles/(panel|checklist)',
  'messages/(dates|due-words)',
);
const LATE = files(
  'runtime/(late|batch|channel|exclusive|outbox|outbox-store|sync|watch-location|watch-page)',
  'elements/(adopt|watch-shown|keep-typing|stay-clear|unsent-steps)',
  'styles/fields',
);
const SAFE_HREF = /\/domain\/src\/text\/(index|safe-href)\.ts$/;
const MORE = files(
  'elements/(more|checklist-ways|snooze-times|for-this-page|panel-home|banso-resources|banso-resources.define|resource-.*|session-card|webinar|reading-time|marked)',
  'styles/(rows|home|guides|ways-out)',
  'messages/more-messages',
);

/**
 * Which modules come in one file: what is needed at one time, since brotli finds more in one file than in several
 * (docs/decisions/0005-widget-bytes.md). The order is the order of need, and whoever comes first takes what others need as well.
 */
const GROUPS = [
  // As soon as there is something to show.
  {
    name: 'first',
    test: (id: string) => /\/node_modules\/|\/widget\/src\/runtime\.ts$/.test(id) || FIRST.test(id),
  },
  // A survey that may open by itself, as it is first seen.
  { name: 'survey', test: SURVEY },
  // The launcher, and what surveys and the panel share with it.
  { name: 'page', test: PAGE },
  // The panel with a checklist in it.
  { name: 'panel', test: (id: string) => PANEL.test(id) || SAFE_HREF.test(id) },
  // Outbox, and all that watches the page: nothing on the screen waits for it.
  { name: 'late', test: LATE },
  // Home, guides, ways out.
  { name: 'more', test: (id: string) => MORE.test(id) || /\/domain\/src\/(text|targeting)\//.test(id) },
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
  plugins: [litAsGuest(), shortTemplates(), plainExports(), stableName()],
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
        comments: false,
        codeSplitting: { includeDependenciesRecursively: false, groups: GROUPS },
      },
    },
  },
});
