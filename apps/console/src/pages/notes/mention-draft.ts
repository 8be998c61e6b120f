import { mentionOf, spokenNote } from '@banso/domain/text';

/** Somebody who can be called. */
export interface Colleague {
  id: string;
  name: string;
}

/** An @ with the beginning of a name right before the caret; undefined: nobody is being called. */
export interface Calling {
  /** Where the @ stands. */
  at: number;
  typed: string;
}

const LONGEST_NAME = 40;

/** What is being typed of a name. An @ within a word is none, as in an e-mail address. */
export function callingAt(text: string, caret: number): Calling | undefined {
  const before = text.slice(Math.max(0, caret - LONGEST_NAME), caret);
  const found = /(?:^|[^A-Za-z0-9._@])@([^\n@]*)$/u.exec(before);
  if (!found) return undefined;
  const typed = found[1] ?? '';
  return { at: caret - typed.length - 1, typed };
}

/** Colleagues whose name, or a later word of it, begins with what was typed; everybody while nothing was. */
export function matching(colleagues: readonly Colleague[], typed: string): Colleague[] {
  const wanted = fold(typed);
  return colleagues.filter(({ name }) => {
    const own = fold(name);
    return own.startsWith(wanted) || own.split(' ').some((word) => word.startsWith(wanted));
  });
}

/** A text with a colleague in the place of what was typed of their name, and where the caret stands then. */
export function withCalled(
  text: string,
  { at, typed }: Calling,
  { name }: Colleague,
): { text: string; caret: number } {
  const called = `@${name} `;
  return {
    text: text.slice(0, at) + called + text.slice(at + 1 + typed.length).replace(/^ /, ''),
    caret: at + called.length,
  };
}

/** A text as it is sent: names with an @ in front are ids. Of two with one name the one who was chosen is meant. */
export function asSent(
  text: string,
  colleagues: readonly Colleague[],
  chosen: readonly string[] = [],
): string {
  const known = colleagues
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => b.name.length - a.name.length || rank(b.id, chosen) - rank(a.id, chosen));
  if (known.length === 0) return text;
  const names = new RegExp(`@(${known.map(({ name }) => escaped(name)).join('|')})`, 'gu');
  return text.replaceAll(names, (whole, name: string) => {
    const found = known.find((one) => one.name === name);
    return found ? mentionOf(found.id) : whole;
  });
}

/** A text as it is typed again: ids are names with an @ in front. */
export const asTyped = (text: string, colleagues: readonly Colleague[]): string =>
  spokenNote(text, (id) => colleagues.find((one) => one.id === id)?.name);

const rank = (id: string, chosen: readonly string[]): number => (chosen.includes(id) ? 1 : 0);
const escaped = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
