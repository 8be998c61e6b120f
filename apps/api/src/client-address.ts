import { isIP } from 'node:net';

/** Where a request came from, as the connection and the header say it. */
export interface Caller {
  /** Address at the other end of the connection; undefined for a request that came by no socket. */
  remote: string | undefined;
  /** The X-Forwarded-For header; no other header is believed. */
  forwardedFor: string | undefined;
}

/**
 * The address of the client: the only place that decides it.
 *
 * Each proxy appends the address it was called from, so with `hops` proxies of ours the client is the entry `hops` places
 * from the end; whatever stands before it was sent by the client and means nothing. Without proxies the header means nothing.
 * @returns `unknown` for a request that came by no socket.
 */
export function clientAddress({ remote, forwardedFor }: Caller, hops: number): string {
  const direct = normalised(remote ?? '') ?? 'unknown';
  if (hops === 0 || forwardedFor === undefined) return direct;
  const entries = forwardedFor.split(',');
  return normalised(entries.at(-hops) ?? entries[0] ?? '') ?? direct;
}

/**
 * What a limit counts by: an IPv4 address, or the /64 of an IPv6 address, which is one household or one machine.
 */
export function addressBucket(address: string): string {
  if (isIP(address) !== 6) return address;
  return `${groupsOf(address).slice(0, 4).join(':')}::/64`;
}

/** Lower case, without port, brackets and zone; an IPv4 address inside IPv6 becomes IPv4. Undefined: no address. */
function normalised(text: string): string | undefined {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  if (isIP(bare) === 4) return bare;
  if (isIP(bare) !== 6) return undefined;
  const groups = groupsOf(bare);
  if (groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff')
    return groups
      .slice(6)
      .flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])
      .join('.');
  return groups.join(':');
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  // a URL writes IPv6 in one form, with the IPv4 ending in hexadecimal
  const [left = '', right] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const [head, tail] = [left, right ?? ''].map((part) => (part === '' ? [] : part.split(':')));
  const missing = right === undefined ? 0 : 8 - (head?.length ?? 0) - (tail?.length ?? 0);
  return [...(head ?? []), ...Array<string>(missing).fill('0'), ...(tail ?? [])];
}
