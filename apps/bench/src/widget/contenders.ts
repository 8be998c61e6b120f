import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** One way to get an NPS question into a page. */
export interface Contender {
  name: 'banso' | 'lit' | 'surveyjs' | 'posthog' | 'formbricks' | 'nothing';
  /** Markup that brings it in. */
  tag: string;
  /** Expression that is true in the page once eleven scores can be seen. */
  isVisible: string;
}

export const KEY = `bpk_${'b'.repeat(43)}`;

export const CONTENDERS: readonly Contender[] = [
  {
    name: 'lit',
    tag: '<script type="module" src="/peers/lit.js"></script>',
    isVisible: `document.querySelector('trivial-nps')?.shadowRoot?.querySelectorAll('input').length === 11`,
  },
  {
    name: 'banso',
    tag: `<script async src="/w/banso.js" data-key="${KEY}"></script>`,
    isVisible: `document.querySelector('banso-survey')?.shadowRoot?.querySelectorAll('input').length === 11`,
  },
  {
    name: 'surveyjs',
    tag: '<link rel="stylesheet" href="/peers/surveyjs.css"><script type="module" src="/peers/surveyjs.js"></script>',
    isVisible: `document.querySelectorAll('#surveyjs input[type=radio]').length === 11`,
  },
  {
    name: 'posthog',
    tag: '<script type="module" src="/peers/posthog.js"></script>',
    isVisible: `[...document.body.children].some((one) => one.shadowRoot?.querySelectorAll('.ratings-number').length === 11)`,
  },
  {
    name: 'formbricks',
    tag: '<script type="module" src="/peers/formbricks.js"></script>',
    isVisible: `document.querySelectorAll('#formbricks-modal-container input[type=radio]').length === 11`,
  },
];

/** A page with none of them, for what the browser itself takes. */
export const NOTHING: Contender = { name: 'nothing', tag: '', isVisible: 'true' };

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Files of everybody by the path under which they are served: ours as they were built, the others bundled and minified now. */
export async function filesOfAll(): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const name of ['lit', 'surveyjs', 'posthog', 'formbricks']) {
    const result = await build({
      configFile: false,
      logLevel: 'error',
      mode: 'production',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        write: false,
        target: 'es2022',
        lib: { entry: here(`pages/${name}.ts`), formats: ['es'], fileName: name, cssFileName: name },
        rolldownOptions: { output: { minify: true } },
      },
    });
    for (const { output } of [result].flat().filter((one) => 'output' in one))
      for (const file of output)
        files.set(`/peers/${file.fileName}`, Buffer.from(file.type === 'chunk' ? file.code : file.source));
  }
  const ours = (folder: string, filter: RegExp) => {
    const dist = here(`../../../../packages/${folder}/dist/`);
    for (const name of readdirSync(dist, { recursive: true }).map(String))
      if (filter.test(name)) files.set(`/w/${name}`, readFileSync(`${dist}${name}`));
  };
  ours('widget', /\.js$/);
  ours('loader', /^banso\.js$/);
  return files;
}
