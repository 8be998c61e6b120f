/** A page's address without query, fragment and credentials: what they hold is nobody's business. */
export function bareUrl(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return url.split(/[?#]/, 1)[0] ?? '';
  for (const part of ['search', 'hash', 'username', 'password'] as const) parsed[part] = '';
  return parsed.href;
}
