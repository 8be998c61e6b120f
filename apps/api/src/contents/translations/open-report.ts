import { MOST_OPEN_TEXTS, type OpenState, type TranslationReport } from '@banso/contract/translation-report';
import type { DraftBeside } from '@banso/database';
import { bodiesOf, bodyOf, CONTENT_KINDS, type ContentKind } from '@banso/domain/content';
import { completeness, type OpenText, openTexts } from '@banso/domain/translation';

/** What a report is asked for; undefined: any. */
export interface OpenWanted {
  kind?: ContentKind | undefined;
  locale?: string | undefined;
  state?: OpenState | undefined;
}

/** How complete all contents are, language by language, and what is open in them. The cost grows with their texts. */
export function openReport(
  drafts: readonly DraftBeside[],
  ofWorkspace: readonly string[],
  wanted: OpenWanted,
): TranslationReport {
  const looked = drafts
    .filter(({ record }) => wanted.kind === undefined || record.kind === wanted.kind)
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map(({ record, published }) => ({
      record,
      open: new Map(record.draft.locales.map((locale) => [locale, openIn({ record, published }, locale)])),
      counts: completeness(record.kind, record.draft, record.draft.locales),
      absent: ofWorkspace.filter((locale) => !record.draft.locales.includes(locale)),
    }));
  const locales = new Set([...ofWorkspace, ...looked.flatMap(({ record }) => record.draft.locales)]);

  let open = 0;
  const contents = looked.flatMap(({ record, open: openBy, absent }) => {
    const texts = [...openBy]
      .filter(([locale]) => wanted.locale === undefined || locale === wanted.locale)
      .flatMap(([locale, found]) =>
        found
          .filter((text) => wanted.state === undefined || text.open === wanted.state)
          .map(({ key, path, text, open: state }) => ({
            locale,
            key,
            path,
            state,
            source: text[record.draft.defaultLocale] ?? '',
          })),
      );
    const told = texts.slice(0, Math.max(MOST_OPEN_TEXTS - open, 0));
    open += texts.length;
    const lacks =
      wanted.state === undefined || wanted.state === 'absent'
        ? absent.filter((locale) => wanted.locale === undefined || locale === wanted.locale)
        : [];
    if (told.length === 0 && lacks.length === 0) return [];
    const { id, kind, name, draft } = record;
    return [{ id, kind, name, defaultLocale: draft.defaultLocale, texts: told, absent: lacks }];
  });

  return {
    languages: [...locales].map((locale) => {
      const having = looked.filter(({ record }) => record.draft.locales.includes(locale));
      const counts = having.flatMap(({ counts: all }) => all.filter((each) => each.locale === locale));
      const texts = having.map(({ open: openBy }) => openBy.get(locale) ?? []);
      return {
        locale,
        contents: having.length,
        of: looked.length,
        written: sum(counts.map(({ written }) => written)),
        total: sum(counts.map(({ total }) => total)),
        outdated: texts.flat().filter((text) => text.open === 'outdated').length,
        sources: sourcesOf(
          having.filter((_, index) => (texts[index]?.length ?? 0) > 0).map(({ record }) => record),
          locale,
        ),
      };
    }),
    contents,
    open,
  };
}

/** What is open in one language of a content; nothing in one that it does not have. */
export function openIn({ record, published }: DraftBeside, locale: string): OpenText[] {
  const { defaultLocale, locales } = record.draft;
  if (!locales.includes(locale)) return [];
  return bodiesOf(record.draft).flatMap(({ variant, prefix, body }) =>
    openTexts(record.kind, published && bodyOf(published, variant), body, defaultLocale, locale).map(
      (text) => ({
        ...text,
        path: `${prefix}${text.path}`,
        key: `${prefix}${text.key}`,
      }),
    ),
  );
}

/** The default languages of contents, apart from the one that is translated into, each once. */
export const sourcesOf = (
  records: readonly { draft: { defaultLocale: string } }[],
  locale: string,
): string[] =>
  [...new Set(records.map(({ draft }) => draft.defaultLocale))]
    .filter((source) => source !== locale)
    .toSorted();

const placeOf = ({ record }: DraftBeside): number => CONTENT_KINDS.indexOf(record.kind);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
