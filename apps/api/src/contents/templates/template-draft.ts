import type { ContentDraft } from '@banso/database';
import { type ContentBodies, type LocalizedText, textFields } from '@banso/domain/content';
import { withValueAt } from '@banso/domain/editing';
import { defaultDelivery } from '@banso/domain/decide';
import { addMs, DAY_MS, dayOf, hourOf, type Instant } from '@banso/domain/time';
import type { ContentTemplate } from './content-template.ts';

/** Stands in where the default language of a workspace is none that we write: something has to be there. */
const SPARE = 'en';

/**
 * A template as a draft in the languages of a workspace. Languages that we do not write start empty, except the default one,
 * which starts in English.
 *
 * @param at - Dates in the template are counted from here.
 */
export function templateDraft(
  template: ContentTemplate,
  at: Instant,
  { locales, defaultLocale }: { locales: readonly string[]; defaultLocale: string },
): ContentDraft {
  const { kind, delivery, waves, endsAfterDays } = template;
  const body = textFields(kind, template.body(at)).reduce<ContentBodies[typeof kind]>(
    (changed, { path, text }) => withValueAt(changed, path, inLocales(text, locales, defaultLocale)),
    template.body(at),
  );
  return {
    defaultLocale,
    locales: [...locales],
    delivery: {
      ...defaultDelivery(kind),
      ...delivery,
      ...(waves && { waves: { ...waves, from: dayOf(at) } }),
      ...(endsAfterDays !== undefined && { endsAt: addMs(hourOf(at), endsAfterDays * DAY_MS) }),
    },
    body,
  };
}

/** The words for these languages: of the tag itself, else of its language. */
export function inLocales(
  text: LocalizedText,
  locales: readonly string[],
  defaultLocale: string,
): LocalizedText {
  const wordsFor = (locale: string) => text[locale] ?? text[locale.split('-')[0] ?? ''];
  return Object.fromEntries(
    locales.map((locale) => [
      locale,
      wordsFor(locale) ?? (locale === defaultLocale ? (text[SPARE] ?? '') : ''),
    ]),
  );
}
