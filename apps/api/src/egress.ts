import { lookup } from 'node:dns/promises';
import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { BlockList, isIP } from 'node:net';

/** An address of the internet, as the resolver answers it. */
export interface Address {
  address: string;
  family: number;
}

export interface EgressOptions {
  /** Finds the addresses of a name. Default: the machine's resolver. */
  resolve?: (hostname: string) => Promise<readonly Address[]>;
  /** Lets an address through that is not public. Default: none; for tests against a server of their own. */
  allow?: (address: string) => boolean;
  /** For the whole exchange. Default 10 s. */
  timeoutMs?: number;
  /** Size of an answer at most; more is refused. Default 1 MiB. */
  maxBytes?: number;
}

export interface EgressRequest {
  url: string;
  method: 'GET' | 'HEAD' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** Takes status and headers of the answer, and none of its body. */
  headOnly?: boolean;
}

export interface EgressAnswer {
  /** A redirect is an answer like any other: it is never followed. */
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
}

/** The request was not sent, or its answer not taken. */
export class EgressRefused extends Error {
  readonly reason: 'bad_url' | 'no_address' | 'private_address' | 'too_large';

  constructor(reason: EgressRefused['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

const PRIVATE_V4 = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  PRIVATE_V4.addSubnet(net, prefix, 'ipv4');

const PUBLIC_V6 = new BlockList();
PUBLIC_V6.addSubnet('2000::', 3, 'ipv6');
const SPECIAL_V6 = new BlockList();
for (const [net, prefix] of [
  ['2001::', 23], // protocol assignments, Teredo among them
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4 carries any IPv4 address
  ['3fff::', 20],
] as const)
  SPECIAL_V6.addSubnet(net, prefix, 'ipv6');

/** True for an address that belongs to the internet and to nobody's own network (IANA's special-purpose registries). */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !PRIVATE_V4.check(address, 'ipv4');
  return family === 6 && PUBLIC_V6.check(address, 'ipv6') && !SPECIAL_V6.check(address, 'ipv6');
}

/**
 * The one way out for HTTP: the name is resolved once, every address is vetted, and the connection goes to an address that
 * was vetted. No redirects, no proxies, no credentials in the address.
 * @returns a function that sends one request.
 * @throws {EgressRefused} from that function when the address is not one of the internet or the answer is too large.
 */
export function createEgress(options: EgressOptions = {}): (request: EgressRequest) => Promise<EgressAnswer> {
  const resolve = options.resolve ?? ((hostname) => lookup(hostname, { all: true }));
  const allow = options.allow ?? (() => false);

  async function vetted(hostname: string): Promise<readonly Address[]> {
    const family = isIP(hostname);
    const addresses = family === 0 ? await resolve(hostname) : [{ address: hostname, family }];
    if (addresses.length === 0) throw new EgressRefused('no_address', 'The name has no address.');
    // one private address among public ones is an attack or a mistake: neither is tried
    if (addresses.some(({ address }) => !isPublicAddress(address) && !allow(address)))
      throw new EgressRefused('private_address', 'The address is not one of the internet.');
    return addresses;
  }

  return async ({ url: text, method, headers, body, headOnly = false }) => {
    const url = URL.parse(text);
    if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
      throw new EgressRefused('bad_url', 'Only http and https addresses without credentials.');
    const hostname = url.hostname.replace(/^\[(.*)\]$/, '$1');
    const signal = AbortSignal.timeout(options.timeoutMs ?? 10_000);
    const addresses = await Promise.race([vetted(hostname), rejection(signal)]);
    const isTls = url.protocol === 'https:';
    return new Promise((answer, refuse) => {
      const outgoing = (isTls ? requestHttps : requestHttp)(
        url,
        {
          method,
          headers: { 'user-agent': 'Banso', 'accept-encoding': 'identity', ...headers },
          // an agent of its own knows no proxy variables
          agent: isTls ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false }),
          lookup: pinnedTo(addresses),
          signal,
        },
        (incoming) => {
          if (headOnly) {
            answer({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.alloc(0) });
            outgoing.destroy();
            return;
          }
          const chunks: Buffer[] = [];
          let size = 0;
          incoming.on('data', (chunk: Buffer) => {
            size += chunk.length;
            chunks.push(chunk);
            if (size <= (options.maxBytes ?? 1_048_576)) return;
            refuse(new EgressRefused('too_large', 'The answer is too large.'));
            outgoing.destroy();
          });
          incoming.on('error', refuse);
          incoming.on('end', () =>
            answer({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              body: Buffer.concat(chunks),
            }),
          );
        },
      );
      outgoing.on('error', refuse);
      outgoing.end(body);
    });
  };
}

/** Answers what was vetted, whatever a resolver would say by now. */
function pinnedTo(addresses: readonly Address[]): LookupFunction {
  return (_hostname, { all }, done) => {
    const [first] = addresses;
    if (all) done(null, [...addresses]);
    else done(null, first?.address ?? '', first?.family);
  };
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, refuse) => {
    signal.addEventListener('abort', () => refuse(signal.reason as Error), { once: true });
  });
}
