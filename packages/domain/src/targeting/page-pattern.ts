/**
 * Whether a page is one that a pattern means. `*` stands for any run of characters, also across slashes, and is the only
 * wildcard.
 *
 * - A pattern that starts with `/` is a path on every host: `/projects/*`. Otherwise the host comes first:
 *   `app.example.com/*`; a host alone means all its pages. A scheme in front is ignored; a port counts only if the
 *   pattern has one. A pattern that starts with `*` (but not `*.`) is looked for in host and path together: `*` + `/edit`.
 * - Hosts ignore case, paths do not. A slash at the end of the path makes no difference, so `/projects/*` also matches
 *   `/projects`. Percent-encoded letters are read as the letters.
 * - The query counts only if the pattern has a `?`, the fragment only if it has a `#`: `/search?*q=plan*`, `/#/inbox*`.
 * - An empty pattern matches nothing.
 *
 * Takes time linear in the length of the URL: no regular expression is built.
 */
export function matchesPage(pattern: string, url: string): boolean {
  return matchesAddress(pattern, addressOf(url));
}

/** Whether a page is one of those meant; no pattern at all means every page. */
export function matchesPages(patterns: readonly string[], url: string): boolean {
  return pageMatcher(url)(patterns);
}

/** {@link matchesPages} for many lists of patterns on one page. */
export function pageMatcher(url: string): (patterns: readonly string[]) => boolean {
  const address = addressOf(url);
  return (patterns) => patterns.length === 0 || patterns.some((pattern) => matchesAddress(pattern, address));
}

interface Address {
  host: string;
  path: string;
  /** With its `?`, or empty. */
  query: string;
  /** With its `#`, or empty. */
  fragment: string;
}

/** Reads an absolute URL, or a path alone (which has no host). */
function addressOf(url: string): Address {
  const rest = withoutScheme(url);
  const [beforeFragment, fragment] = splitAt(rest, rest.indexOf('#'));
  const [beforeQuery, query] = splitAt(beforeFragment, beforeFragment.indexOf('?'));
  const [host, path] = splitAt(beforeQuery, beforeQuery.indexOf('/'));
  return {
    host: host.toLowerCase(),
    path: decoded(path) || '/',
    query: decoded(query),
    fragment: decoded(fragment),
  };
}

function matchesAddress(pattern: string, address: Address): boolean {
  const wanted = withoutScheme(pattern.trim());
  // `*/edit` and `*billing*` look anywhere; `*.example.com` is a host.
  if (wanted.startsWith('*') && !wanted.startsWith('*.'))
    return matchesPath(decoded(wanted), address.host, address);

  const [host, path] = splitAt(wanted, wanted.search(/[/?#]/));
  if (host === '') return path !== '' && matchesPath(decoded(path), '', address);
  return matchesHost(host, address.host) && (path === '' || matchesPath(decoded(path), '', address));
}

function matchesHost(wanted: string, host: string): boolean {
  return matchesText(wanted.toLowerCase(), wanted.includes(':') ? host : host.replace(/:\d*$/, ''));
}

function matchesPath(wanted: string, before: string, { path, query, fragment }: Address): boolean {
  const after = (wanted.includes('?') ? query : '') + (wanted.includes('#') ? fragment : '');
  const other = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
  return matchesText(wanted, before + path + after) || matchesText(wanted, before + other + after);
}

/** Matches a text with `*`: each piece between stars is looked for once, from where the last one ended. */
function matchesText(pattern: string, text: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

function withoutScheme(url: string): string {
  return url.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
}

function splitAt(text: string, at: number): [string, string] {
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text; // a stray % is a character like any other
  }
}
