import { plainText } from '@banso/domain/text';
import type { RichText } from '@banso/domain/text';

const WORDS_A_MINUTE = 220;
const UNSPACED_CHARACTERS_A_MINUTE = 500;

/** Minutes that reading takes, at least one: words where they are separated, characters in Japanese, Chinese and Korean. */
export function readingMinutes(text: RichText): number {
  const words = plainText(text);
  const unspaced = words.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0;
  const spaced =
    words.match(/[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}\d]+/gu)?.length ?? 0;
  return Math.max(1, Math.round(unspaced / UNSPACED_CHARACTERS_A_MINUTE + spaced / WORDS_A_MINUTE));
}
