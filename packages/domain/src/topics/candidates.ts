import { runsOf } from '../text/runs.ts';
import { searchText } from '../text/search.ts';
import { STOP_WORDS } from './stop-words.ts';

/** Parts of a phrase in unspaced script: kanji by kanji, other scripts by run. */
const UNITS =
  /[\p{sc=Han}々〆]|[\p{sc=Katakana}ー]+|\p{sc=Hangul}+|\p{sc=Hiragana}+|[^\p{sc=Han}々〆\p{sc=Katakana}ー\p{sc=Hangul}\p{sc=Hiragana}'’-]+/gu;
const LONGEST_PHRASE = 6;
const HAN = /^[\p{sc=Han}々〆]+$/u;
const KATAKANA = /^[\p{sc=Katakana}ー]+$/u;
const HANGUL = /^\p{sc=Hangul}+$/u;
const HIRAGANA = /^\p{sc=Hiragana}+$/u;
const DIGITS = /^\p{N}+$/u;
/** `遅い`, `重く`, `使いにくい`: an adjective, or what is hard to do, says what is wrong. */
const JA_ADJECTIVE =
  /[\p{sc=Han}々]{1,3}(?:いにくい|りにくい|みにくい|きにくい|しにくい|にくい|しい|い|く)(?!\p{sc=Han})/gu;

/** Particles and endings that follow a Korean noun, the longest first. */
const KO_ENDINGS =
  '에서는 에서도 으로는 이라서 이라는 했습니다 합니다 됩니다 했어요 하려면 하려고 할수록 에서 에게 한테 으로 까지 부터 보다 처럼 마다 하고 하면 하는 해서 해요 되는 되면 돼요 이나 이라 이랑 밖에 조차 은 는 이 가 을 를 에 로 와 과 도 의 만 나 랑 할 한 된 될'.split(
    ' ',
  );

/**
 * Terms of one text that may name a subject, each once: in Japanese runs of kanji and katakana and their parts, in Korean nouns
 * without particles and pairs of them, in other languages words and pairs of words; none that stands in answers to whatever
 * was asked.
 */
export function candidatesIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const clause of searchText(text).split(/[^\p{L}\p{N}\p{M}\s'’-]+/u)) {
    const words = clause.split(/\s+/).filter((word) => word !== '');
    let before: string | undefined;
    for (const word of words) {
      const stem = stemOf(word);
      if (stem === undefined) {
        if (!isOneWord(word)) for (const phrase of phrasesIn(word)) found.add(phrase);
        before = undefined;
        continue;
      }
      if (isSubject(stem)) {
        found.add(stem);
        if (before !== undefined) found.add(`${before} ${stem}`);
        before = stem;
      } else before = undefined;
    }
    for (const [adjective] of clause.matchAll(JA_ADJECTIVE)) found.add(adjective.replace(/く$/u, 'い'));
  }
  return found;
}

const isOneWord = (word: string): boolean => runsOf(word).length === 1 && DIGITS.test(word);

/** A word of a language with blanks, without endings; undefined: it is none. */
function stemOf(word: string): string | undefined {
  if (HANGUL.test(word)) {
    const ending = KO_ENDINGS.find((each) => word.endsWith(each) && word.length - each.length >= 2);
    return ending === undefined ? word : word.slice(0, -ending.length);
  }
  if (/^[\p{sc=Latin}\p{M}'’-]+$/u.test(word)) {
    const bare = word.replace(/['’](?:s|re|ve|ll|d|m|t)$/u, '').replace(/^[-'’]+|[-'’]+$/gu, '');
    return /[^s]s$/.test(bare) && bare.length > 4 && !/(?:us|is)$/.test(bare) ? bare.slice(0, -1) : bare;
  }
  return undefined;
}

function isSubject(stem: string): boolean {
  if (HANGUL.test(stem)) return stem.length >= 2 && !STOP_WORDS.ko.has(stem);
  return stem.length >= 3 && !STOP_WORDS.en.has(stem) && !STOP_WORDS.en.has(`${stem}s`);
}

/** Units that follow each other without anything between, up to six of them. */
function phrasesIn(word: string): string[] {
  const phrases: string[] = [];
  let row: string[] = [];
  const close = () => {
    for (let from = 0; from < row.length; from++)
      for (let to = from + 1; to <= Math.min(row.length, from + LONGEST_PHRASE); to++) {
        const units = row.slice(from, to);
        if (isPhrase(units)) phrases.push(units.join(''));
      }
    row = [];
  };
  for (const [unit] of word.matchAll(UNITS)) {
    if (HIRAGANA.test(unit)) close();
    else if (HANGUL.test(unit)) {
      close();
      const stem = stemOf(unit);
      if (stem !== undefined && isSubject(stem)) phrases.push(stem);
    } else row.push(unit);
  }
  close();
  return phrases;
}

function isPhrase(units: readonly string[]): boolean {
  const phrase = units.join('');
  if (STOP_WORDS.ja.has(phrase) || units.every((unit) => DIGITS.test(unit))) return false;
  if (units.length > 1) return true;
  if (HAN.test(phrase)) return false;
  return KATAKANA.test(phrase) ? phrase.length >= 3 : phrase.length >= 3 && !STOP_WORDS.en.has(phrase);
}
