import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { shown } from './report.ts';
import type { Row } from './report.ts';

const README = fileURLToPath(new URL('../../../README.md', import.meta.url));
const BEGIN = '<!-- npm run bench -- widget --readme -->';
const END = '<!-- end -->';

/**
 * Puts what was measured into the README, between the two marks that stand there.
 * @throws {Error} when they do not.
 */
export function keepInReadme(rows: readonly Row[]): void {
  const text = readFileSync(README, 'utf8');
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`The README has no ${BEGIN} … ${END}`);
  const table = rows.map(
    ({ what, median, min, max, unit, limit }) =>
      `| ${what} | ${shown(median)} ${unit}${min === max ? '' : ` (${shown(min)} to ${shown(max)})`} | ${limit} |`,
  );
  const head = ['| | median (from, to) | limit |', '| --- | --- | --- |'];
  writeFileSync(README, `${before}${BEGIN}\n\n${[...head, ...table].join('\n')}\n\n${END}${after}`);
}
