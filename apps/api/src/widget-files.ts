import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A name that carries the hash of what is in the file, or a folder that is named after a release: it never stands for others. */
const IMMUTABLE = /[-.][\w-]{8,}\.\w+$|^\d+\.\d+\.\d+[\w.-]*\//;

/** Whether a file of this path, as served, stays the same for ever. */
export const isImmutable = (path: string): boolean => IMMUTABLE.test(path);

/** Where a data folder keeps the widget's files of all releases that ran on it. */
export const keptFolder = (dataDir: string): string => join(dataDir, 'widget');

/**
 * Copies what never changes into a folder that outlives this release: a page that holds an older loader, because it pins it
 * or because it is open since yesterday, goes on finding what that fetches. What is there stays as it is.
 */
export async function keepWidgetFiles(roots: readonly string[], folder: string): Promise<void> {
  for (const root of roots)
    for (const path of await readdir(root, { recursive: true }).catch(() => [])) {
      const [from, to] = [join(root, path), join(folder, path)];
      if (!isImmutable(path) || !(await isFile(from)) || (await isFile(to))) continue;
      await mkdir(dirname(to), { recursive: true });
      // Another process may be serving from here: a file is there as a whole or not at all.
      const half = `${to}.${randomUUID()}`;
      await copyFile(from, half);
      await rename(half, to);
    }
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined); // absent
  return found?.isFile() ?? false;
}
