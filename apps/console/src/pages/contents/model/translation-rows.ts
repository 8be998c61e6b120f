import { type ContentBodies, type ContentKind, type TextField, textFields } from '@banso/domain/content';
import { type OpenText, openTexts } from '@banso/domain/translation';
import type { Draft } from './content-draft.ts';

/** One text with how its translation stands. */
export interface TranslationRow extends TextField {
  /** What somebody still has to do; undefined: nothing. */
  open: OpenText['open'] | undefined;
}

/** The texts of one step, of one question, or of the whole. */
export interface TranslationGroup {
  /** The path that they share; `''`: the whole. */
  id: string;
  rows: readonly TranslationRow[];
}

/**
 * The texts of a draft as an editor shows them, with what is open in one language.
 * @param published - What customers see now; texts whose source has changed since are outdated. Undefined: not known, or never.
 * @param locale - Undefined: there is no language to translate into.
 */
export function translationGroups<K extends ContentKind>(
  kind: K,
  draft: Draft<K>,
  published: ContentBodies[K] | undefined,
  locale: string | undefined,
): TranslationGroup[] {
  const open = new Map(
    locale === undefined
      ? []
      : openTexts(kind, published, draft.body, draft.defaultLocale, locale).map((text) => [
          text.path,
          text.open,
        ]),
  );
  const groups: { id: string; rows: TranslationRow[] }[] = [];
  for (const field of textFields(kind, draft.body)) {
    const id = /^(?:steps|questions)\.\d+/.exec(field.path)?.[0] ?? '';
    const row = { ...field, open: open.get(field.path) };
    const last = groups.at(-1);
    if (last?.id === id) last.rows.push(row);
    else groups.push({ id, rows: [row] });
  }
  return groups;
}
