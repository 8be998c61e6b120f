import type { JSX } from 'preact';
import { classNames } from '../class-names.ts';

/** Props of {@link Avatar}. */
export interface AvatarProps {
  /** The full name; the letters come from it. */
  name: string;
  /** Address of a picture; the letters show until it is there, and if it does not come. */
  picture?: string | undefined;
  /** 20, 24 (the default), 32 or 44 px. */
  size?: 's' | 'm' | 'l' | 'xl' | undefined;
  /** `company` is square and has a colour of its own; `person`, the default, is round and grey. */
  kind?: 'person' | 'company' | undefined;
}

const COLOURS = ['', 'b', 'c', 'd'] as const;

/** A face or two letters. Decoration for screen readers: the name stands beside it, or use `title` around it. */
export function Avatar({ name, picture, size = 'm', kind = 'person' }: AvatarProps): JSX.Element {
  const company = kind === 'company';
  const look = classNames('av', size !== 'm' && size, company && 'acc', company && colourOf(name));
  return (
    <span class={look} aria-hidden="true" title={name}>
      {company ? lettersOf(name).slice(0, 1) : lettersOf(name)}
      {picture !== undefined && <img src={picture} alt="" loading="lazy" />}
    </span>
  );
}

/** First letters of the first and last word; one character where names are not written with spaces and capitals. */
function lettersOf(name: string): string {
  const words = name.trim().split(/[\s　]+/u);
  const first = firstLetter(words[0]) ?? '?';
  if (!/^\p{Script=Latin}|^\p{Script=Cyrillic}|^\p{Script=Greek}/u.test(first)) return first;
  const last = words.length > 1 ? (firstLetter(words.at(-1)) ?? '') : '';
  return (first + last).toUpperCase();
}

/** What a reader calls one letter: accents and joined emoji stay whole. */
function firstLetter(word: string | undefined): string | undefined {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word ?? '');
  return first?.segment;
}

function colourOf(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  return COLOURS[sum % COLOURS.length] ?? '';
}
