/**
 * The language of what a customer wrote, as far as its letters tell: fonts and line breaks depend on it.
 * @returns undefined when the letters belong to several languages, as Latin and lone Han ones do.
 */
export function textLanguage(text: string): 'ja' | 'ko' | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  return /\p{Script=Hangul}/u.test(text) ? 'ko' : undefined;
}
