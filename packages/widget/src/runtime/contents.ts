import type { PublishedContent } from '@banso/contract';
import type { Link } from './link.ts';
import { readFile } from './read-offer.ts';

/** Published content by id. */
export type Contents = Readonly<Record<string, PublishedContent>>;

/**
 * The published content, fetched once per address: what an address holds never changes.
 * @returns undefined when it could not be had; with the next decision it is tried again.
 */
export function contentsOf(link: Link): (url: string) => Promise<Contents | undefined> {
  const files = new Map<string, Promise<Contents | undefined>>();

  async function load(url: string): Promise<Contents | undefined> {
    const contents = readFile((await link.call(url)).body);
    if (!contents) files.delete(url);
    return contents;
  }

  return (url) => {
    const file = files.get(url) ?? load(url);
    files.set(url, file);
    return file;
  };
}
