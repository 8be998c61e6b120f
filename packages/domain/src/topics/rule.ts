import { indexWords } from '../text/index-terms.ts';
import { isUnspacedRun } from '../text/runs.ts';

/** In which answers a topic is: a word of `any` stands in it, and none of `none`. */
export interface TopicRule {
  /** Answers in this language (`ja` also `ja-JP`); null: in every one. */
  language: string | null;
  any: readonly string[];
  none: readonly string[];
}

/** What is asked of one answer. */
export interface AnswerWords {
  /** In which language the person was asked. */
  locale: string;
  /** Of `indexWords`. */
  words: string;
}

/** Whether one of the rules holds for an answer. A topic without rules is given by people alone. */
export function isAbout(rules: readonly TopicRule[], { locale, words }: AnswerWords): boolean {
  return rules.some(
    ({ language, any, none }) =>
      speaks(locale, language) &&
      any.some((word) => says(words, word)) &&
      !none.some((word) => says(words, word)),
  );
}

/**
 * Whether a word, or several that follow each other, stand in a text: anywhere in unspaced script, in others from the beginning
 * of a word on, so that `invoice` is in `invoices`.
 * @param words - Of `indexWords`.
 */
export function says(words: string, word: string): boolean {
  const wanted = indexWords(word);
  if (wanted === '') return false;
  return isUnspacedRun(wanted) ? words.includes(wanted) : ` ${words}`.includes(` ${wanted}`);
}

function speaks(locale: string, language: string | null): boolean {
  if (language === null) return true;
  const [own, asked] = [locale.toLowerCase(), language.toLowerCase()];
  return own === asked || own.startsWith(`${asked}-`);
}
