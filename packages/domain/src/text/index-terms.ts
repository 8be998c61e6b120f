import { isUnspacedRun, pairsOf, runsOf } from './runs.ts';
import { searchText } from './search.ts';

/** What must occur in a text for a query to find it. */
export interface WantedTerm {
  term: string;
  /** Also what begins with it is meant: the last word may not be typed to its end, and one character begins pairs. */
  isPrefix: boolean;
}

/**
 * The words of a text as an index keeps them: normalised as {@link searchText} does, letters and digits only, runs of
 * unspaced script (Japanese, Chinese, Korean) parted from words of other scripts, one blank in between. Empty: there is nothing to find.
 */
export function indexWords(text: string): string {
  return (searchText(text).match(WORDS) ?? []).flatMap(runsOf).join(' ');
}

/**
 * By what a text with these words is found, each once: pairs of characters of unspaced script and the last one of each run by
 * itself, so that every character begins a term; words of other scripts whole.
 * @param words - Of {@link indexWords}.
 */
export function indexTerms(words: string): string[] {
  return [...new Set(words === '' ? [] : words.split(' ').flatMap(termsOf))];
}

/** What a query asks of the words of a text; nothing for one without letters and digits. */
export function wantedTerms(query: string): WantedTerm[] {
  const wanted = new Map<string, WantedTerm>();
  for (const run of indexWords(query).split(' ')) {
    if (run === '') continue;
    const pairs = isUnspacedRun(run) ? pairsOf(run) : [];
    if (pairs.length === 0) wanted.set(run, { term: run, isPrefix: true });
    for (const term of pairs) wanted.set(term, { term, isPrefix: false });
  }
  return [...wanted.values()];
}

/** Whether a text with these words has everything that is wanted. */
export function hasTerms(words: string, wanted: readonly WantedTerm[]): boolean {
  const terms = indexTerms(words);
  const known = new Set(terms);
  return wanted.every(
    ({ term, isPrefix }) => known.has(term) || (isPrefix && terms.some((each) => each.startsWith(term))),
  );
}

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

function termsOf(run: string): string[] {
  if (!isUnspacedRun(run)) return [run];
  return [...pairsOf(run), run.match(/./gsu)?.at(-1) ?? ''];
}
