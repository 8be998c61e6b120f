/** A content carries at most so many tags. */
export const MOST_TAGS = 10;

/** A tag has at most so many characters. */
export const LONGEST_TAG = 50;

/** What makes two tags the same one: neither case nor width nor how many spaces there are, in any language. */
export function tagKey(tag: string): string {
  return tidy(tag).normalize('NFKC').toLowerCase();
}

/** Tags as they are kept: without spaces around them, each once as it was written first, none that is empty. */
export function tidyTags(tags: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const tag of tags) {
    const key = tagKey(tag);
    if (key !== '' && !kept.has(key)) kept.set(key, tidy(tag));
  }
  return [...kept.values()];
}

/** Some tags taken away and others put behind the rest; what is in both is there in the end. */
export function withTags(
  tags: readonly string[],
  { add = [], remove = [] }: { add?: readonly string[]; remove?: readonly string[] },
): string[] {
  const gone = new Set(remove.map(tagKey));
  return tidyTags([...tags.filter((tag) => !gone.has(tagKey(tag))), ...add]);
}

/** Tags that one of two lists has and the other has not, as they are written there. */
export function tagsBetween(one: readonly string[], other: readonly string[]): string[] {
  const missing = (from: readonly string[], to: readonly string[]) => {
    const keys = new Set(to.map(tagKey));
    return from.filter((tag) => !keys.has(tagKey(tag)));
  };
  return [...missing(one, other), ...missing(other, one)];
}

/** A tag that some contents carry. */
export interface KnownTag {
  /** As most of them write it. */
  tag: string;
  contents: number;
}

/** Tags of many contents, the one that most carry first, then by their letters. */
export function knownTags(lists: readonly (readonly string[])[]): KnownTag[] {
  const spellings = Map.groupBy(lists.flat(), tagKey);
  return [...spellings]
    .map(([key, written]) => ({ key, tag: mostOf(written), contents: written.length }))
    .toSorted((one, other) => other.contents - one.contents || (one.key < other.key ? -1 : 1))
    .map(({ tag, contents }) => ({ tag, contents }));
}

function mostOf(written: readonly string[]): string {
  const counts = [...Map.groupBy(written, (tag) => tag)].map(([tag, { length }]) => ({ tag, length }));
  return counts.reduce((most, each) => (each.length > most.length ? each : most), { tag: '', length: 0 }).tag;
}

const tidy = (tag: string): string => tag.trim().replaceAll(/\s+/gu, ' ');
