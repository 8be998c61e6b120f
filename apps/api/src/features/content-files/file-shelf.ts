import type { PublishedContents } from '../../published-contents.ts';

/** Published files within reach. */
export interface FileShelf {
  /** The text of a file; undefined when there never was one with this hash. */
  find(workspaceId: string, hash: string): Promise<string | undefined>;
}

const MOST_CHARACTERS = 16 * 1024 * 1024;
const HASH = /^[\w-]{8,64}$/;

/** Keeps the files that were asked for last, about 16 million characters of them: they never change. */
export function createFileShelf(published: Pick<PublishedContents, 'byHash'>): FileShelf {
  const shelf = new Map<string, string>();
  let characters = 0;

  function put(key: string, text: string): void {
    if (shelf.has(key)) return;
    shelf.set(key, text);
    characters += text.length;
    for (const [oldest, its] of shelf) {
      if (characters <= MOST_CHARACTERS) break;
      shelf.delete(oldest);
      characters -= its.length;
    }
  }

  return {
    async find(workspaceId, hash) {
      if (!HASH.test(hash)) return undefined;
      const key = `${workspaceId} ${hash}`;
      const known = shelf.get(key);
      if (known !== undefined) return known;
      const text = await published.byHash(workspaceId, hash);
      if (text !== undefined) put(key, text);
      return text;
    },
  };
}
