import type { ContentKind } from '@banso/domain/content';
import { pseudoBody } from '@banso/domain/translation';
import type { Draft } from './content-draft.ts';

/** Invented languages that only a preview has, to see before anything is translated what will not fit. */
export const PSEUDO = ['pseudo', 'pseudo-rtl'] as const;
type PseudoLanguage = (typeof PSEUDO)[number];

/** A language of the draft, or an invented one. */
interface PreviewLanguage {
  locale: string;
  pseudo?: PseudoLanguage | undefined;
}

/** What is drawn in a language: of an invented one the default language's texts, changed. */
export function previewDraft<K extends ContentKind>(
  kind: K,
  draft: Draft<K>,
  { locale, pseudo }: PreviewLanguage,
): Draft<K> {
  if (!pseudo) return draft;
  return { ...draft, body: pseudoBody(kind, draft.body, locale, pseudo === 'pseudo' ? 'ltr' : 'rtl') };
}

/** The language of the widget around the content. It speaks no Arabic, but knows in which direction it is written. */
export const frameLanguage = ({ locale, pseudo }: PreviewLanguage): string =>
  pseudo === 'pseudo-rtl' ? 'ar' : locale;
