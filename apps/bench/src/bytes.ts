import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Row } from './report.ts';

const KIB = 1_024;
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** What the size gate says about a page, in bytes. */
interface Page {
  name: string;
  bytes: number;
  max: number;
}

/**
 * Bytes of what a page fetches, brotli 11, as the size gate counts them.
 * @throws {Error} when the widget is not built.
 */
export function benchBytes(): Promise<Row[]> {
  const said = execFileSync(process.execPath, ['scripts/check-size.mjs', '--pages', ROOT], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const pages = JSON.parse(said) as Page[];
  return Promise.resolve(
    pages.map(({ name, bytes, max }) => ({
      what: name,
      median: bytes / KIB,
      min: bytes / KIB,
      max: bytes / KIB,
      unit: 'KiB',
      limit: `${max / KIB} KiB`,
      within: bytes <= max,
    })),
  );
}
