/**
 * Basic filtering of RFC 4647: the range `ja` matches `ja` and `ja-JP` but not `jam`; `*` matches every language; case
 * does not count. An underscore is read as the hyphen it stands for.
 */
export function matchesLocale(ranges: readonly string[], locale: string): boolean {
  const tag = plainTag(locale);
  return ranges.some((range) => {
    const wanted = plainTag(range);
    return wanted === '*' || tag === wanted || (wanted !== '' && tag.startsWith(`${wanted}-`));
  });
}

/** A language tag or range as it is compared. */
export function plainTag(tag: string): string {
  return tag.trim().replaceAll('_', '-').toLowerCase();
}
