/**
 * The place of an id in a sample: a number in [0, 100) that depends on nothing but the salt and the id, so a person keeps
 * it for ever. FNV-1a over UTF-16 units in place of bytes, finished with the mixer of MurmurHash3, since FNV alone leaves the high bits
 * of similar ids alike. Changing this function would reshuffle every sample in use.
 */
export function sampleBucket(salt: string, id: string): number {
  let hash = mixedIn(saltHash(salt), id);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32) * 100;
}

/**
 * Whether an id is in the stable share of `percent` under this salt. Growing the share only adds people; other salts
 * draw independent samples.
 *
 * @param percent - 0 is nobody, 100 everybody.
 */
export function inSample(percent: number, salt: string, id: string): boolean {
  return percent >= 100 || sampleBucket(salt, id) < percent;
}

export const FNV_PRIME = 0x01000193;

/** Where the hash stands when the salt is in it and the id is not, as a signed number of 32 bits. */
export function saltHash(salt: string): number {
  // Between the two, so that ('a', 'bc') and ('ab', 'c') differ.
  return Math.imul(mixedIn(0x811c9dc5, salt) ^ 0x1ffff, FNV_PRIME);
}

function mixedIn(start: number, text: string): number {
  let hash = start;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  }
  return hash;
}
