import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { CannotStart } from './cannot-start.ts';

/**
 * The installation's secret from its file, made on the first start: 256 random bits, readable by the owner only. Two
 * processes that start at once get the same one.
 * @throws {CannotStart} when the file is there but damaged.
 */
export function secretFromFile(file: string): string {
  const found = read(file) ?? make(file);
  if (found.length < 32)
    throw new CannotStart(
      `${file} is damaged. Restore it from a backup: without it stored secrets cannot be opened.`,
    );
  return found;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function make(file: string): string {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true });
  try {
    linkSync(draft, file); // fails when another process was first, and then its secret counts
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8').trim();
}
