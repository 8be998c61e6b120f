/** What stands for a face: one character of a name in ideographs, kana or syllables, else first letters of two words. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = (word = ''): string => String.fromCodePoint(word.codePointAt(0) ?? 32);
  const [start = ''] = words;
  if (/^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(start)) return first(start);
  return (first(start) + (words.length > 1 ? first(words.at(-1)) : '')).toUpperCase();
}
