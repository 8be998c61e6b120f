import { candidatesIn } from './candidates.ts';
import { logLikelihood } from './log-likelihood.ts';

/** An answer in words, with the language in which the person was asked. */
export interface SaidText {
  id: string;
  locale: string;
  text: string;
}

/** A subject of which there is more talk than there was. */
export interface SuggestedTopic {
  /** What people say, in lower case. */
  term: string;
  /** Two letters. */
  language: string;
  /** Texts of the window with it, and all of the window in this language. */
  recent: number;
  recentAll: number;
  /** The same before the window. */
  past: number;
  pastAll: number;
  /** G² of `logLikelihood`; null: there was too little before to hold it against, and the number of texts alone speaks. */
  keyness: number | null;
  /** Texts of the window with it, in their order. */
  examples: string[];
}

/** What may differ. */
export interface SuggestOptions {
  /** Whether a term is known already, so that it is not told again. Default: none is. */
  isKnown?: (term: string, language: string) => boolean;
  /** Suggestions at most. Default 12. */
  limit?: number;
}

/** Chance alone gives a keyness beyond it once in a thousand times. */
export const LEAST_KEYNESS = 10.83;
/** Texts of the window that must have a term. */
export const LEAST_TEXTS = 3;
/** Texts before the window without which nothing is said about more or less. */
export const LEAST_PAST_TEXTS = 20;

const EXAMPLES = 3;
/** A shorter term that hardly stands without a longer one says less than that. */
const COVERED_SHARE = 0.75;

interface Counted {
  recent: string[];
  past: number;
}

/**
 * Which subjects a window of texts has more than the time before it: candidates of each language are held against what the same
 * workspace heard before by `logLikelihood`, of terms that stand inside one another the one that says most is kept, and the
 * most surprising come first. The same texts give the same suggestions, in whatever order the past ones come.
 */
export function suggestTopics(
  recent: readonly SaidText[],
  past: readonly SaidText[],
  { isKnown = () => false, limit = 12 }: SuggestOptions = {},
): SuggestedTopic[] {
  const before = Map.groupBy(past, languageOf);
  const suggested = [...Map.groupBy(recent, languageOf)].flatMap(([language, texts]) =>
    ofLanguage(language, texts, before.get(language) ?? []).filter(({ term }) => !isKnown(term, language)),
  );
  return suggested.toSorted(bySurprise).slice(0, limit);
}

const languageOf = ({ locale }: SaidText): string => locale.slice(0, 2).toLowerCase();

function ofLanguage(
  language: string,
  recent: readonly SaidText[],
  past: readonly SaidText[],
): SuggestedTopic[] {
  const counted = new Map<string, Counted>();
  for (const { id, text } of recent)
    for (const term of candidatesIn(text)) {
      const known = counted.get(term);
      if (known) known.recent.push(id);
      else counted.set(term, { recent: [id], past: 0 });
    }
  const frequent = new Map([...counted].filter(([, { recent: ids }]) => ids.length >= LEAST_TEXTS));
  for (const { text } of past)
    for (const term of candidatesIn(text)) {
      const known = frequent.get(term);
      if (known) known.past += 1;
    }
  const isComparable = past.length >= LEAST_PAST_TEXTS;
  const suggested = withoutCovered(frequent).map(([term, { recent: ids, past: count }]): SuggestedTopic => ({
    term,
    language,
    recent: ids.length,
    recentAll: recent.length,
    past: count,
    pastAll: past.length,
    keyness: isComparable ? logLikelihood(ids.length, recent.length, count, past.length) : null,
    examples: ids.slice(0, EXAMPLES),
  }));
  return suggested.filter(({ keyness }) => keyness === null || keyness >= LEAST_KEYNESS);
}

/** Of 請求 and 請求書 the longer where nearly every text with the shorter one has it. */
function withoutCovered(terms: ReadonlyMap<string, Counted>): [string, Counted][] {
  const all = [...terms];
  return all.filter(
    ([term, { recent }]) =>
      !all.some(
        ([other, { recent: others }]) =>
          other.length > term.length &&
          other.includes(term) &&
          others.length >= COVERED_SHARE * recent.length,
      ),
  );
}

function bySurprise(a: SuggestedTopic, b: SuggestedTopic): number {
  const [x, y] = [a.keyness ?? 0, b.keyness ?? 0];
  return y - x || b.recent - a.recent || (a.term < b.term ? -1 : 1);
}
