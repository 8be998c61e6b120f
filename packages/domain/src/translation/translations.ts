import { valueAt, withValueAt } from '../editing/at-path.ts';
import type { Bodied } from '../content/bodies-of.ts';
import { bodiesOf } from '../content/bodies-of.ts';
import type { ContentBodies } from '../content/body.ts';
import type { ContentKind } from '../content/delivery.ts';
import { hasText } from '../content/localized.ts';
import { textFields } from '../content/text-fields.ts';
import type { TextField } from '../content/text-fields.ts';

/** One text of a content under a name that stays when steps, questions or options change their order. */
export interface TranslationUnit extends TextField {
  /** As the path, with the key of a step, question or option in place of its number: `steps.invite.title`. */
  key: string;
}

/** How much of a content is written in one language. */
export interface Completeness {
  locale: string;
  written: number;
  /** Texts that have to be there: the required ones, and those that are written in any language. */
  total: number;
}

/** Every text of a content that has words in some language or needs them, in the order of the content. */
export function translationUnits<K extends ContentKind>(kind: K, body: ContentBodies[K]): TranslationUnit[] {
  const taken = new Set<string>();
  return textFields(kind, body)
    .filter(isWanted)
    .map((field) => {
      const named = keyOf(body, field.path);
      // Two items of a draft may share a key until it is mended; the second one goes by its number.
      const key = taken.has(named) ? `#${field.path}` : named;
      taken.add(key);
      return { ...field, key };
    });
}

/** Every text of a draft, as {@link translationUnits} has it; those of a variant have its prefix before path and key. */
export function draftUnits<K extends ContentKind>(kind: K, draft: Bodied<K>): TranslationUnit[] {
  return bodiesOf(draft).flatMap(({ prefix, body }) =>
    translationUnits(kind, body).map((unit) => ({
      ...unit,
      path: `${prefix}${unit.path}`,
      key: `${prefix}${unit.key}`,
    })),
  );
}

/** How much is written in each of these languages, in all variants together. */
export function completeness<K extends ContentKind>(
  kind: K,
  draft: Bodied<K>,
  locales: readonly string[],
): Completeness[] {
  const units = bodiesOf(draft).flatMap(({ body }) => textFields(kind, body).filter(isWanted));
  return locales.map((locale) => ({
    locale,
    written: units.filter(({ text }) => hasText(text, locale)).length,
    total: units.length,
  }));
}

/**
 * Keys of the texts whose words in the default language have changed since they were published while the translation is
 * still the one of then: somebody should look at it again. A text that was new or untranslated then is not among them.
 *
 * @param published - The body of the version to compare with.
 */
export function outdatedTexts<K extends ContentKind>(
  kind: K,
  published: ContentBodies[K],
  body: ContentBodies[K],
  defaultLocale: string,
  locale: string,
): ReadonlySet<string> {
  const before = new Map(translationUnits(kind, published).map(({ key, text }) => [key, text]));
  const outdated = translationUnits(kind, body).filter(({ key, text }) => {
    const then = before.get(key);
    return (
      then !== undefined &&
      hasText(then, defaultLocale) &&
      hasText(text, locale) &&
      then[defaultLocale] !== text[defaultLocale] &&
      then[locale] === text[locale]
    );
  });
  return new Set(outdated.map(({ key }) => key));
}

/** One text that somebody still has to translate. */
export interface OpenText extends TranslationUnit {
  /** `missing`: there are no words; `outdated`: see {@link outdatedTexts}. */
  open: 'missing' | 'outdated';
}

/**
 * Everything that is open in one language, in the order of the content: what an editor marks, and what the report on all contents counts.
 *
 * @param published - The body that the draft follows; undefined: never published, so nothing is outdated.
 */
export function openTexts<K extends ContentKind>(
  kind: K,
  published: ContentBodies[K] | undefined,
  body: ContentBodies[K],
  defaultLocale: string,
  locale: string,
): OpenText[] {
  const outdated = published
    ? outdatedTexts(kind, published, body, defaultLocale, locale)
    : new Set<string>();
  return translationUnits(kind, body).flatMap((unit): OpenText[] => {
    if (!hasText(unit.text, locale)) return [{ ...unit, open: 'missing' }];
    return outdated.has(unit.key) ? [{ ...unit, open: 'outdated' }] : [];
  });
}

/** A copy with other words in one language, by the keys of {@link draftUnits}; keys that are not there are passed over. */
export function withTranslations<K extends ContentKind, D extends Bodied<K>>(
  kind: K,
  draft: D,
  locale: string,
  words: ReadonlyMap<string, string>,
): D {
  return draftUnits(kind, draft).reduce((changed, { key, path }) => {
    const text = words.get(key);
    const place = path.startsWith('variants.') ? path : `body.${path}`;
    return text === undefined ? changed : withValueAt(changed, `${place}.${locale}`, text);
  }, draft);
}

function isWanted({ text, required }: TextField): boolean {
  return required || Object.keys(text).some((tag) => hasText(text, tag));
}

function keyOf(body: unknown, path: string): string {
  const parts = path.split('.');
  return parts
    .map((part, index) => {
      const key = /^\d+$/.test(part)
        ? valueAt(body, `${parts.slice(0, index + 1).join('.')}.key`)
        : undefined;
      return typeof key === 'string' && key !== '' ? key : part;
    })
    .join('.');
}
