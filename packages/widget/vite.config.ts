import { fileURLToPath } from 'node:url';
import { provenance } from '@banso/build/provenance';
import { defineConfig } from 'vite';
import type { Plugin, UserConfig } from 'vite';
import { litAsGuest } from './build/lit-as-guest.ts';
import { plainExports } from './build/plain-exports.ts';
import { shortTemplates } from './build/short-templates.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** Modules of `src/` by name, without their ending. */
const files = (...names: string[]): RegExp => new RegExp(`/src/(${names.join('|')})\\.ts$`);

/** What a page with anything to show fetches first, and all that a survey's first look needs: no other file stands before that. */
const FIRST = files(
  'runtime/(start|first-look|contents|early|inline-elements|read-offer|state|surfaces|trusted-types|uuidv7|view-clock|within)',
  'elements/(banso-element|reactive-element|current-controller|step-memory|composes|fire)',
  'styles/(css|contract|frame)',
  'messages/texts',
  'surfaces/(mount-host|painted)',
  // A survey that opens by itself, as it is first seen.
  'runtime/(present|presenter|occupied)',
  'elements/(banso-survey|banso-survey.define|survey-scale)',
  'styles/scale',
  'messages/first-look',
  'surfaces/survey',
);
const PAGE = files(
  'surfaces/(launcher|kept-place)',
  'elements/(banso-launcher|banso-launcher.define|ring|icon|more-icons|tell)',
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
  'runtime/(late|follow-url|batch|channel|choices|exclusive|outbox|outbox-store|sync|watch-body|watch-location|stay-current|watch-page)',
  'elements/(adopt|watch-shown|keep-typing|stay-clear|unsent-steps)',
  'styles/(fields|options)',
);
/** The way through a survey, with the rules it follows. */
const FLOW =
  /\/widget\/src\/(elements\/survey-(flow|path|response|text|endings)|styles\/answers)\.ts$|\/domain\/src\/(content\/survey[\w-]*|statistics\/nps|targeting\/sample)\.ts$/;
const ANNOUNCEMENT = files(
  'surfaces/announcement',
  'elements/(banso-announcement|banso-announcement.define)',
  'styles/announcement',
  'messages/announcement',
);
const SAFE_HREF = /\/domain\/src\/text\/(index|safe-href)\.ts$/;
const MORE = files(
  'elements/(message-card|own-thread|panel-sections|initials|more|checklist-ways|snooze-times|for-this-page|panel-home|banso-resources|banso-resources.define|panel-news|resource-.*|session-card|webinar|reading-time|marked)',
  'styles/(rows|home|face|guides|ways-out)',
  'messages/more-messages',
);

const OWN = files('elements/(own|banso-messages|banso-messages.define|message-line)', 'styles/messages');

const PREFERENCES = files(
  'elements/(preferences|banso-preferences|banso-preferences.define|about-me|about-me-view|launcher-places)',
  'styles/preferences',
  'messages/own-messages',
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
  // The launcher, and what surveys and the panel share with it.
  { name: 'page', test: PAGE },
  // The panel with a checklist in it.
  { name: 'panel', test: (id: string) => PANEL.test(id) || SAFE_HREF.test(id) },
  // Outbox, and all that watches the page: nothing on the screen waits for it.
  { name: 'late', test: LATE },
  // What follows the first look of a survey.
  { name: 'flow', test: FLOW },
  // An announcement that is due or opened.
  { name: 'announcement', test: ANNOUNCEMENT },
  // What is the person's own: messages.
  { name: 'own', test: OWN },
  // What the person says about us, and what is known about them.
  {
    name: 'preferences',
    test: (id: string) => PREFERENCES.test(id) || id.endsWith('/domain/src/decide/asking.ts'),
  },
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
const widget: UserConfig = {
  plugins: [litAsGuest(), shortTemplates(), plainExports(), stableName(), provenance('widget', REPOSITORY)],
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
        // Four bits a letter: names are half as many bytes in what names them, and their size changes less from build to build.
        hashCharacters: 'hex',
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        comments: false,
        codeSplitting: { includeDependenciesRecursively: false, groups: GROUPS },
      },
    },
  },
};

/**
 * `dist/preview.js`: what shows a draft in a customer's page, in files of its own. It brings all that it draws with, so that nothing which
 * customers fetch is cut for it.
 */
const preview: UserConfig = {
  plugins: [litAsGuest(), shortTemplates(), provenance('preview', REPOSITORY)],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    reportCompressedSize: false,
    lib: { entry: { preview: 'src/page-preview.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        minify: true,
        hashCharacters: 'hex',
        entryFileNames: '[name].js',
        chunkFileNames: 'preview/[name]-[hash].js',
        comments: false,
      },
    },
  },
};

/** `dist/hosted.js`: the script of surveys that are shared by link, in files of its own for the same reason. */
const hosted: UserConfig = {
  plugins: [litAsGuest(), shortTemplates(), provenance('hosted', REPOSITORY)],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    reportCompressedSize: false,
    lib: { entry: { hosted: 'src/hosted.ts' }, formats: ['es'] },
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !id.includes('/packages/domain/') },
      output: {
        minify: true,
        hashCharacters: 'hex',
        entryFileNames: '[name].js',
        chunkFileNames: 'hosted/[name]-[hash].js',
        comments: false,
      },
    },
  },
};

const BUILDS: Readonly<Record<string, UserConfig>> = { preview, hosted };

export default defineConfig(({ mode }) => BUILDS[mode] ?? widget);
