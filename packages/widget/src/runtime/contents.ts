import type { PublishedContent } from '@banso/contract';
import type { Link } from './link.ts';
import { readFile } from './read-offer.ts';

export type Contents = Readonly<Record<string, PublishedContent>>;

const MAX_TRIES = 3;
const FIRST_RETRY_MS = 1_000;

/**
 * The published content, fetched once per address: what an address holds never changes.
 * @returns undefined when it could not be had; the next call tries again.
 */
export function contentsOf(link: Link, signal: AbortSignal): (url: string) => Promise<Contents | undefined> {
  const files = new Map<string, Promise<Contents | undefined>>();

  async function load(url: string): Promise<Contents | undefined> {
    for (let tried = 1; !signal.aborted; tried++) {
      const { status, body, retryAfterMs } = await link.call(url);
      const contents = readFile(body);
      if (status === 200 && contents) return contents;
      if (tried === MAX_TRIES || (status > 399 && status < 500 && status !== 429)) break;
      await sleep(retryAfterMs ?? Math.random() * FIRST_RETRY_MS * 4 ** tried, signal);
    }
    files.delete(url);
    return undefined;
  }

  return (url) => {
    const file = files.get(url) ?? load(url);
    files.set(url, file);
    return file;
  };
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
