/** A run of words of a comparison: in both texts, only in the older one, or only in the newer one. */
export interface Piece {
  type: 'same' | 'out' | 'in';
  text: string;
}

/** Longer middles are shown as one replacement: the table of a comparison grows with the product of their lengths. */
const MOST_CELLS = 250_000;

/**
 * What changed between two texts, word by word (longest common subsequence). Joined, the pieces that are not `in` are
 * the older text and those that are not `out` the newer one.
 *
 * @param locale - Decides what a word is: Japanese is written without spaces.
 */
export function wordsDiff(before: string, after: string, locale: string): Piece[] {
  const [older, newer] = [wordsOf(before, locale), wordsOf(after, locale)];
  const least = Math.min(older.length, newer.length);
  let start = 0;
  while (start < least && older[start] === newer[start]) start += 1;
  let end = 0;
  while (end < least - start && older.at(-1 - end) === newer.at(-1 - end)) end += 1;

  const pieces = [
    piece('same', older.slice(0, start)),
    ...middle(older.slice(start, older.length - end), newer.slice(start, newer.length - end)),
    piece('same', older.slice(older.length - end)),
  ];
  return joined(pieces.filter(({ text }) => text !== ''));
}

const piece = (type: Piece['type'], words: readonly string[]): Piece => ({ type, text: words.join('') });

function wordsOf(text: string, locale: string): string[] {
  return [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
}

function middle(older: readonly string[], newer: readonly string[]): Piece[] {
  if (older.length * newer.length > MOST_CELLS) return [piece('out', older), piece('in', newer)];
  const common = commonLengths(older, newer);
  const pieces: Piece[] = [];
  let [o, n] = [0, 0];
  while (o < older.length || n < newer.length) {
    const [out, now] = [older[o], newer[n]];
    if (out !== undefined && out === now) {
      pieces.push({ type: 'same', text: out });
      o += 1;
      n += 1;
    } else if (
      out !== undefined &&
      (now === undefined || (common[o + 1]?.[n] ?? 0) >= (common[o]?.[n + 1] ?? 0))
    ) {
      pieces.push({ type: 'out', text: out });
      o += 1;
    } else {
      pieces.push({ type: 'in', text: now ?? '' });
      n += 1;
    }
  }
  return pieces;
}

/** `[o][n]`: how many words the ends of both texts from there on have in common. */
function commonLengths(older: readonly string[], newer: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: older.length + 1 }, () =>
    Array.from({ length: newer.length + 1 }, () => 0),
  );
  for (let o = older.length - 1; o >= 0; o -= 1) {
    for (let n = newer.length - 1; n >= 0; n -= 1) {
      const here = lengths[o];
      if (!here) continue;
      here[n] =
        older[o] === newer[n]
          ? (lengths[o + 1]?.[n + 1] ?? 0) + 1
          : Math.max(lengths[o + 1]?.[n] ?? 0, here[n + 1] ?? 0);
    }
  }
  return lengths;
}

/** One replacement reads better than a word out, a blank the same, a word in: blanks between changes change with them. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let [out, now] = ['', ''];
  const settle = () => {
    if (out !== '') result.push({ type: 'out', text: out });
    if (now !== '') result.push({ type: 'in', text: now });
    [out, now] = ['', ''];
  };
  pieces.forEach(({ type, text }, index) => {
    if (type === 'out') out += text;
    else if (type === 'in') now += text;
    else if (
      text.trim() === '' &&
      out !== '' &&
      now !== '' &&
      pieces[index + 1] &&
      pieces[index + 1]?.type !== 'same'
    ) {
      out += text;
      now += text;
    } else {
      settle();
      const last = result.at(-1);
      if (last?.type === 'same') last.text += text;
      else result.push({ type: 'same', text });
    }
  });
  settle();
  return result;
}
