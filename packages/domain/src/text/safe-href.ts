/** Longer addresses than this are refused; browsers and mail programs cut them off anyway. */
export const HREF_MAX_LENGTH = 2_048;

/**
 * The one gate for addresses that a customer's page will link to: http, https, mailto, tel, or a path on the same site
 * that starts with a single `/`. It works on the text alone and refuses whatever two readers could read differently:
 * control characters and invisible ones, blanks inside, backslashes, character references, user names in front of a
 * host, hosts without a name, `//host`, and relative addresses.
 *
 * @returns The address without blanks around it, with scheme and host in lower case; `undefined` when it is refused.
 */
export function safeHref(href: string): string | undefined {
  const address = href.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  if (address.length > HREF_MAX_LENGTH || AMBIGUOUS.test(address) || REFERENCE.test(address))
    return undefined;
  if (address.startsWith('/')) return address.startsWith('//') ? undefined : address;

  const [, scheme = '', rest = ''] = /^([a-z]+):(.*)$/i.exec(address) ?? [];
  switch (scheme.toLowerCase()) {
    case 'http':
    case 'https':
      return webAddress(scheme.toLowerCase(), rest);
    case 'mailto':
      return MAILBOX.test(rest) ? `mailto:${rest}` : undefined;
    case 'tel':
      return TELEPHONE.test(rest) ? `tel:${rest}` : undefined;
    default:
      return undefined;
  }
}

// Blanks, controls, backslashes, quotes and brackets; lone surrogates; characters that are invisible or turn text round.
const AMBIGUOUS = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\<>"`]/u;

// `&#47;`, `&sol;`: if anything ever decoded them, the address would be another one. In a query `&name;` is ordinary.
const REFERENCE = /&#|^[^?]*&[a-z0-9]+;/i;

const MAILBOX = /^[^@/?#:,]+@[^@/?#:,]+(?:\?[^#]*)?$/;
const TELEPHONE = /^\+?[0-9](?:[0-9().-]*[0-9])?(?:;ext=[0-9]+)?$/;

const LABEL = '[\\p{L}\\p{Nd}](?:[\\p{L}\\p{M}\\p{Nd}_-]*[\\p{L}\\p{M}\\p{Nd}])?';
const HOST = new RegExp(`^${LABEL}(?:\\.${LABEL})*\\.?$`, 'u');
const IPV6 = /^\[[0-9a-f:.]+\]$/i;

function webAddress(scheme: string, rest: string): string | undefined {
  const [, authority = '', tail = ''] = /^\/\/([^/?#]+)(.*)$/.exec(rest) ?? [];
  const [, host = '', port] = /^(.+?)(?::(\d{1,5}))?$/.exec(authority) ?? [];
  if (!HOST.test(host) && !IPV6.test(host)) return undefined;
  if (port !== undefined && Number(port) > 65_535) return undefined;
  return `${scheme}://${authority.toLowerCase()}${tail}`;
}
