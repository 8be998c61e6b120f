import { createHash } from 'node:crypto';

/**
 * A UUID of version 7 that is the same for the same parts. The log is ordered and parted by the time in the ids of its facts, so
 * that they have the time at which they happened; elsewhere it is part of the hash.
 *
 * @param ms - The time in it, in milliseconds since 1970.
 */
export function madeId(parts: readonly string[], ms?: number): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const time = ms === undefined ? hash.slice(40, 52) : ms.toString(16).padStart(12, '0');
  const variant = '89ab'[Number.parseInt(hash[3] ?? '0', 16) % 4];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`;
}
