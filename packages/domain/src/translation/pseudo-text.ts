/** `rtl`: the words also run from right to left. */
export type PseudoDirection = 'ltr' | 'rtl';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻḾÑÖÞǪŔŠŢÛṼŴẊÝŽ';
const ACCENTS = new Map(PLAIN.split('').map((letter, index) => [letter, ACCENTED[index] ?? letter]));

/** Words that pad a text; translations of short English texts are longer by about this share. */
const PADDING = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const LONGER = 0.4;

/** Right-to-left override, and the end of it. */
const [RLO, PDF] = ['\u202E', '\u202C'];

const FENCED = /(```[\s\S]*?```)/;
/** Signs at the start of a line: of lists, headings and quotes. */
const START = /^[ \t]*(?:(?:[-*+]|\d+\.|#{1,6}|>)[ \t]+)*/;
/** What a reader of Markdown does not see as words: targets of links, code, references, signs of emphasis. */
const SIGNS = /\]\([^)]*\)|<[^>\s]+>|`[^`]*`|&[a-z0-9#]+;|\\.|[*_[\]]+/gi;

/**
 * A text as an invented language would have it: Latin letters carry accents, each line is about 40 % longer and stands in
 * brackets, so that one sees whether its end is cut off. Text in other scripts is only made longer. Signs of Markdown, code and
 * the targets of links stay as they are.
 *
 * @param form.markdown - The text is Markdown; by default every character is a word's.
 */
export function pseudoText(
  text: string,
  form: { direction?: PseudoDirection; markdown?: boolean } = {},
): string {
  const say = form.direction === 'rtl' ? turned : accented;
  if (form.markdown !== true) return text.trim() === '' ? text : bracketed(say(text), text, say);
  return text
    .split(FENCED)
    .map((part, index) => (index % 2 === 1 ? part : linesOf(part, say)))
    .join('');
}

type Say = (words: string) => string;

const linesOf = (text: string, say: Say): string =>
  text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : pseudoLine(line, say)))
    .join('\n');

function pseudoLine(line: string, say: Say): string {
  const start = START.exec(line)?.[0] ?? '';
  const rest = line.slice(start.length);
  let words = '';
  let from = 0;
  for (const sign of rest.matchAll(SIGNS)) {
    words += say(rest.slice(from, sign.index)) + sign[0];
    from = sign.index + sign[0].length;
  }
  return start + bracketed(words + say(rest.slice(from)), rest.replace(SIGNS, ''), say);
}

/** Square brackets would begin a link. */
const bracketed = (words: string, like: string, say: Say): string => `⟦${words} ${say(paddingFor(like))}⟧`;

const accented: Say = (words) => words.replace(/[a-z]/gi, (letter) => ACCENTS.get(letter) ?? letter);
const turned: Say = (words) => accented(words).replace(/\S+/g, (word) => RLO + word + PDF);

function paddingFor(text: string): string {
  const wanted = Math.ceil(text.length * LONGER);
  const words: string[] = [];
  for (let length = -1; length < wanted; length += (words.at(-1)?.length ?? 0) + 1)
    words.push(PADDING[words.length % PADDING.length] ?? '');
  return words.join(' ');
}
