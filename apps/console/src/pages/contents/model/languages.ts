import { bodiesOf, type ContentKind, textFields } from '@banso/domain/content';
import { withValueAt } from '@banso/domain/editing';
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
  let changed = draft;
  for (const { place, text } of placedTexts(kind, draft)) {
    const { [locale]: words, ...rest } = text;
    if (words === undefined) continue;
    texts.set(place, words);
    changed = withValueAt(changed, place, rest);
  }
  return { draft: { ...changed, locales: draft.locales.filter((each) => each !== locale) }, texts };
}

/** Brings a language back with the texts that it had, as far as their fields still exist and nothing new is written. */
export function withLanguageBack<K extends ContentKind>(
  kind: K,
  draft: Draft<K>,
  locale: string,
  texts: TextsOfLanguage,
): Draft<K> {
  let changed = withLanguage(draft, locale);
  for (const { place, text } of placedTexts(kind, draft)) {
    const words = texts.get(place);
    if (words !== undefined && text[locale] === undefined)
      changed = withValueAt(changed, `${place}.${locale}`, words);
  }
  return changed;
}

/** The texts of all variants, each with its place in the draft. */
function placedTexts<K extends ContentKind>(kind: K, draft: Draft<K>) {
  return bodiesOf(draft).flatMap(({ prefix, body }) =>
    textFields(kind, body).map(({ path, text }) => ({ place: `${prefix || 'body.'}${path}`, text })),
  );
}
