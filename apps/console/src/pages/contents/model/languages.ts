import { type ContentKind, textFields } from '@banso/domain/content';
import { withValueAt } from './at-path.ts';
import type { Draft } from './content-draft.ts';

/** Texts of one language by the path of their field, so that taking a language away can be undone. */
export type TextsOfLanguage = ReadonlyMap<string, string>;

/** Adds a language; its texts start empty. */
export function withLanguage<K extends ContentKind>(draft: Draft<K>, locale: string): Draft<K> {
  return draft.locales.includes(locale) ? draft : { ...draft, locales: [...draft.locales, locale] };
}

/**
 * Takes a language away with all of its texts: a text that stayed behind would still be shown to its readers. The
 * default language cannot be taken away.
 */
export function withoutLanguage<K extends ContentKind>(
  kind: K,
  draft: Draft<K>,
  locale: string,
): { draft: Draft<K>; texts: TextsOfLanguage } {
  const texts = new Map<string, string>();
  if (locale === draft.defaultLocale || !draft.locales.includes(locale)) return { draft, texts };
  let { body } = draft;
  for (const { path, text } of textFields(kind, draft.body)) {
    const { [locale]: words, ...rest } = text;
    if (words === undefined) continue;
    texts.set(path, words);
    body = withValueAt(body, path, rest);
  }
  return { draft: { ...draft, body, locales: draft.locales.filter((each) => each !== locale) }, texts };
}

/** Brings a language back with the texts that it had, as far as their fields still exist and nothing new is written. */
export function withLanguageBack<K extends ContentKind>(
  kind: K,
  draft: Draft<K>,
  locale: string,
  texts: TextsOfLanguage,
): Draft<K> {
  let { body } = draft;
  for (const { path, text } of textFields(kind, draft.body)) {
    const words = texts.get(path);
    if (words !== undefined && text[locale] === undefined)
      body = withValueAt(body, `${path}.${locale}`, words);
  }
  return { ...withLanguage(draft, locale), body };
}
