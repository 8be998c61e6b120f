import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

/** What every surface of ours needs. */
const UI =
  /\/node_modules\/|\/(elements\/(banso-element|icon)|styles\/(contract|frame)|messages\/(load|texts)|surfaces\/mount-host)\.ts$/;

const POLICY = 'src/runtime/trusted-types.ts';

/** Where Lit would leave something in a page that is not its own, and what stands there instead. */
const LIT_TRACES: readonly { file: RegExp; from: RegExp; to: string }[] = [
  {
    file: /lit-html\/lit-html\.js$/,
    from: /\w+\?\w+\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\):void 0/,
    to: 'bansoPolicy',
  },
  { file: /lit-html\/lit-html\.js$/, from: /\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, to: '0' },
  {
    file: /lit-element\/lit-element\.js$/,
    from: /\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/,
    to: '0',
  },
  {
    file: /reactive-element\/reactive-element\.js$/,
    from: /\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/,
    to: '0',
  },
  {
    file: /reactive-element\/reactive-element\.js$/,
    from: /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/,
    to: 'const litPropertyMetadata=new WeakMap;',
  },
];

/**
 * Lit as a guest: its Trusted Types policy becomes ours, which is made without throwing, and it puts no name on `window`.
 * A release of Lit in which one of these lines is not found fails the build.
 */
function litAsGuest(): Plugin {
  return {
    name: 'banso-lit-as-guest',
    apply: 'build',
    transform(code, id) {
      const traces = LIT_TRACES.filter(({ file }) => file.test(id));
      if (traces.length === 0) return undefined;
      let clean = code;
      for (const { from, to } of traces) {
        if (!from.test(clean)) this.error(`Lit has changed: ${String(from)} is not in ${id}`);
        clean = clean.replace(from, to);
      }
      const policy = new URL(POLICY, import.meta.url).pathname;
      return {
        code: `import { policy as bansoPolicy } from ${JSON.stringify(policy)};\n${clean}`,
        map: null,
      };
    },
  };
}

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
  plugins: [litAsGuest(), stableName()],
  build: {
    target: 'es2022',
    manifest: true,
    reportCompressedSize: false,
    // As a library: an application's build would put link elements into the page to fetch ahead.
    lib: { entry: { runtime: 'src/runtime.ts' }, formats: ['es'] },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        comments: { legal: false },
        // One file instead of six on the way to a first look; the rest is split by need.
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'ui', test: UI }] },
      },
    },
  },
});
