import { translation } from '@banso/contract';
import type { ContentDraft } from '@banso/database';
import { type ContentKind, hasText } from '@banso/domain/content';
import { draftUnits, withTranslations } from '@banso/domain/translation';
import type { TranslatedFile } from './translated-file.ts';

/** What becomes of one text of a file. */
export type PlannedText = translation.ImportReport['texts'][number];

/** What an import would do, and the draft after it. */
export interface ImportPlan {
  texts: readonly PlannedText[];
  /** Texts that are not taken over: the content does not have them, or has other words to translate. */
  problems: readonly PlannedText[];
  /** With every text that can be taken over. */
  draft: ContentDraft;
}

/** The texts of a draft for translators, in the order of the content. */
export function exportedFile(kind: ContentKind, draft: ContentDraft, locale: string): TranslatedFile {
  const { defaultLocale } = draft;
  const texts = draftUnits(kind, draft)
    .filter(({ text }) => hasText(text, defaultLocale))
    .map(({ key, text }) => ({ key, source: text[defaultLocale] ?? '', target: wordsIn(text, locale) }));
  return { sourceLocale: defaultLocale, locale, texts };
}

/**
 * Compares a translated file with the draft. Empty translations take nothing away. Line ends and the blanks around a text make
 * no difference: spreadsheets and translators' tools change them.
 */
export function planImport(
  kind: ContentKind,
  draft: ContentDraft,
  { locale, texts }: TranslatedFile,
): ImportPlan {
  const units = new Map(draftUnits(kind, draft).map((unit) => [unit.key, unit]));
  const planned = texts.map(({ key, source, target }): PlannedText => {
    const unit = units.get(key);
    const before = unit ? wordsIn(unit.text, locale) : '';
    const entry = (outcome: PlannedText['outcome']): PlannedText => ({
      key,
      path: unit?.path ?? null,
      outcome,
      before,
      after: outcome === 'filled' || outcome === 'changed' ? withLineEnds(target) : before,
    });
    if (!unit) return { ...entry('unknown'), after: target };
    if (target.trim() === '') return entry('empty');
    if (!isSame(source, unit.text[draft.defaultLocale] ?? ''))
      return { ...entry('source_changed'), after: target };
    if (isSame(target, before)) return entry('unchanged');
    return entry(before === '' ? 'filled' : 'changed');
  });
  const taken = planned.filter(isTaken);
  const words = new Map(taken.map(({ key, after }) => [key, after]));
  return {
    texts: planned,
    problems: planned.filter(({ outcome }) => outcome === 'unknown' || outcome === 'source_changed'),
    draft: withTranslations(kind, draft, locale, words),
  };
}

/** Whether a text of a plan would change the draft. */
export const isTaken = ({ outcome }: PlannedText): boolean => outcome === 'filled' || outcome === 'changed';

/** Whether a report names the text: not where nothing becomes of it. */
export const isTold = ({ outcome }: PlannedText): boolean => outcome !== 'unchanged' && outcome !== 'empty';

/** How many texts of each outcome. */
export function countsOf(texts: readonly PlannedText[]): translation.ImportReport['counts'] {
  const count = (wanted: string) => texts.filter(({ outcome }) => outcome === wanted).length;
  return Object.fromEntries(
    translation.IMPORT_OUTCOMES.map((outcome) => [outcome, count(outcome)]),
  ) as translation.ImportReport['counts'];
}

/** A text of blanks has no words: its readers see another language. */
const wordsIn = (text: Readonly<Record<string, string>>, locale: string): string =>
  hasText(text, locale) ? (text[locale] ?? '') : '';

const withLineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');
const isSame = (one: string, other: string): boolean =>
  withLineEnds(one).trim() === withLineEnds(other).trim();
