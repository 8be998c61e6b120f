import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ContentFile } from '@banso/contract/as-code';
import { CannotStart } from '../cannot-start.ts';
import { FOLDERS } from '../contents/as-code/read-file.ts';

/** What became of a folder: paths of files. */
export interface WrittenFolder {
  written: string[];
  /** Files of ours that the workspace no longer has. */
  left: string[];
}

/**
 * Writes files whose text is another one than before, and nothing else.
 * @param options.prune - Removes the files of contents that are not among them.
 */
export async function writeFolder(
  folder: string,
  files: readonly ContentFile[],
  { prune }: { prune: boolean },
): Promise<WrittenFolder> {
  const before = await readFolder(folder).catch(() => []);
  const written: string[] = [];
  for (const { path, text } of files) {
    if (before.some((old) => old.path === path && old.text === text)) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
    written.push(path);
  }
  const left = before.map(({ path }) => path).filter((path) => !files.some((file) => file.path === path));
  if (prune) for (const path of left) await rm(join(folder, path));
  return { written, left };
}

/**
 * The contents in a folder, by path; whatever else is in it is none of ours.
 * @throws {CannotStart} when there is no such folder.
 */
export async function readFolder(folder: string): Promise<ContentFile[]> {
  const isThere = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isThere) throw new CannotStart(`There is no folder ${folder}.`);
  const files: ContentFile[] = [];
  for (const kind of FOLDERS) {
    const names = await readdir(join(folder, kind)).catch(() => []);
    for (const name of names)
      if (/\.ya?ml$/.test(name))
        files.push({ path: `${kind}/${name}`, text: await readFile(join(folder, kind, name), 'utf8') });
  }
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
