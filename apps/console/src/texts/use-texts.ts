import { type Language, language } from '../data/session.ts';

/** A page's words in the languages of the console; all three have the same names. */
export type Catalogue<T> = Readonly<Record<Language, T>>;

/** The words in the language of the person; a component that calls it follows a change of language. */
export function textsOf<T>(catalogue: Catalogue<T>): T {
  return catalogue[language.value];
}

/** Picks the plural form of a count: `plural(n, { one: '1 answer', other: `${n} answers` })`. */
export function plural(count: number, forms: { one?: string; other: string }): string {
  const rule = new Intl.PluralRules(language.value).select(count);
  return rule === 'one' && forms.one !== undefined ? forms.one : forms.other;
}
