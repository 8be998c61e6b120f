import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Row } from './report.ts';

const DIST = {
  loader: new URL('../../../packages/loader/dist/', import.meta.url),
  widget: new URL('../../../packages/widget/dist/', import.meta.url),
};
const KIB = 1_024;

interface Chunk {
  file: string;
  imports?: string[];
}

const brotli = (file: URL) =>
  brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** The files that these entries fetch, each once. */
function filesOf(manifest: Readonly<Record<string, Chunk>>, entries: readonly string[]): Set<string> {
  const files = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk)
      throw new Error(`The widget's manifest has no ${key}; it has ${Object.keys(manifest).join(', ')}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  entries.forEach(visit);
  return files;
}

/** Bytes of what a page fetches, brotli 11, beside a hand-written page with nothing but Lit. */
export function benchBytes(): Promise<Row[]> {
  const manifestFile = new URL('.vite/manifest.json', DIST.widget);
  if (!existsSync(manifestFile)) throw new Error('Build first: npm run build');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, Chunk>;
  const loader = brotli(new URL('banso.js', DIST.loader));
  const sum = (entries: readonly string[]) =>
    loader +
    [...filesOf(manifest, entries)].reduce((bytes, file) => bytes + brotli(new URL(file, DIST.widget)), 0);
  const row = (what: string, bytes: number, limit: number): Row => ({
    what,
    median: bytes / KIB,
    min: bytes / KIB,
    max: bytes / KIB,
    unit: 'KiB',
    limit: `${limit} KiB`,
    within: bytes <= limit * KIB,
  });

  const words = (surface: string) => Object.keys(manifest).filter((key) => key.endsWith(`/ja/${surface}.ts`));
  const survey = ['src/runtime.ts', 'src/surfaces/survey.ts', ...words('survey')];
  const panel = [
    'src/runtime.ts',
    'src/surfaces/launcher.ts',
    'src/surfaces/panel.ts',
    ...words('launcher'),
    ...words('panel'),
    ...words('checklist'),
  ];
  return Promise.resolve([
    row('an idle page', loader, 2),
    row('until one NPS survey is visible, in Japanese', sum(survey), 12),
    row('until a checklist is open, in Japanese', sum(panel), 14),
    row('all surfaces', sum([...survey, ...panel]), 28),
  ]);
}
