import type { EgressAnswer, EgressRequest } from '../egress.ts';
import { EgressRefused } from '../egress.ts';

/** What was found behind an address. */
export type Found =
  /** Something answered in the end, whatever it said. */
  | { is: 'answered'; status: number; type: string; bytes: number | undefined }
  /** The name or a redirect leads into a private network, where the service does not go. */
  | { is: 'private' }
  /** No answer: no such name, no connection, too slow, or redirected for ever. */
  | { is: 'silent' };

/** One request to the outside, see `createEgress`. */
export type Egress = (request: EgressRequest) => Promise<EgressAnswer>;

/** Redirects that are followed. */
const MOST_REDIRECTS = 5;

/**
 * Looks what is behind an address of the web: by its head, and where a server refuses that by the beginning of an ordinary
 * answer. Redirects are followed, each vetted like the first address. Never throws.
 */
export async function lookAt(egress: Egress, href: string): Promise<Found> {
  try {
    let url = href;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const { status, headers } = await headOf(egress, url);
      const to = headers['location'];
      if (status < 300 || status >= 400 || typeof to !== 'string')
        return { is: 'answered', status, type: typeOf(headers), bytes: bytesOf(headers) };
      const next = URL.parse(to, url);
      if (!next) return { is: 'silent' };
      url = next.href;
    }
    return { is: 'silent' };
  } catch (error) {
    const isPrivate = error instanceof EgressRefused && error.reason === 'private_address';
    return { is: isPrivate ? 'private' : 'silent' };
  }
}

/** Many servers answer a HEAD with an error and a GET with the page. */
async function headOf(egress: Egress, url: string): Promise<EgressAnswer> {
  const head = await egress({ url, method: 'HEAD', headOnly: true });
  return head.status < 400 ? head : egress({ url, method: 'GET', headOnly: true });
}

function typeOf(headers: EgressAnswer['headers']): string {
  const said = headers['content-type'];
  return typeof said === 'string' ? (said.split(';', 1)[0] ?? '').trim().toLowerCase() : '';
}

function bytesOf(headers: EgressAnswer['headers']): number | undefined {
  const said = headers['content-length'];
  return typeof said === 'string' && /^\d{1,15}$/.test(said) ? Number(said) : undefined;
}
