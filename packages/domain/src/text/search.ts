import { isUnspacedRun, pairsOf, runsOf } from './runs.ts';

/** Text made ready for {@link matchesSearch} by {@link searchText}, once for each thing that can be found. */
export type SearchText = string & { readonly searchText: true };

/**
 * Normalises text for search: compatibility forms unified (NFKC, so that half-width kana, full-width letters and loose
 * Hangul jamo meet), lower case, single blanks.
 */
export function searchText(text: string): SearchText {
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(/\s+/g, ' ').trim() as SearchText;
}

/**
 * Whether something with these texts is found by a query: every word of the query must occur in one of them, anywhere
 * inside a word. Japanese, Chinese and Korean, where words are not separated or carry endings, count by pairs of
 * characters: 「解約方法」 finds 「解約の申請方法、予約方法」 only if each of 解約, 約方 and 方法 occurs.
 *
 * @param query - As typed; an empty one finds everything.
 * @param texts - Made ready by {@link searchText}; title, summary and text of one thing.
 */
export function matchesSearch(query: string, texts: readonly SearchText[]): boolean {
  return searchText(query)
    .split(' ')
    .flatMap(partsOf)
    .every((part) => texts.some((text) => text.includes(part)));
}

/** What must occur for a word to occur: runs of unspaced script as pairs of characters, other runs whole. */
function partsOf(word: string): string[] {
  return runsOf(word).flatMap((run) => {
    const pairs = isUnspacedRun(run) ? pairsOf(run) : [];
    return pairs.length > 0 ? pairs : [run];
  });
}
