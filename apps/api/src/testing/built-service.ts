import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../..');

let built: Promise<string> | undefined;

/**
 * Builds the service as it is now into one file, once a worker: tests that start it as a process do so dozens of times, and its
 * sources take three times as long to start.
 * @returns the file to run.
 */
export function builtService(): Promise<string> {
  return (built ??= buildService());
}

async function buildService(): Promise<string> {
  // oxlint-disable-next-line banso/no-env -- vitest says here which worker this is
  const outDir = join(ROOT, 'test-results/service', process.env['VITEST_POOL_ID'] ?? '');
  await build({ root: ROOT, mode: 'test', logLevel: 'warn', build: { outDir, sourcemap: false } });
  return join(outDir, 'main.mjs');
}
