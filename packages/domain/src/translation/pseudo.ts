import type { PseudoDirection } from './pseudo-text.ts';
import { pseudoText } from './pseudo-text.ts';
import { withValueAt } from '../editing/at-path.ts';
import type { ContentBodies } from '../content/body.ts';
import type { ContentKind } from '../content/delivery.ts';
import { textIn } from '../content/localized.ts';
import { isMarkdown } from './markdown-fields.ts';
import { textFields } from '../content/text-fields.ts';

/**
 * A copy in which every text of one language is a pseudo-translation of it (see `pseudoText`), to see before anything is
 * translated where words are cut off, or do not come from the content at all. For looking at only: never stored.
 *
 * @param locale - The language that is replaced; where it has no words, those that its readers see instead are taken.
 */
export function pseudoBody<K extends ContentKind>(
  kind: K,
  body: ContentBodies[K],
  locale: string,
  direction: PseudoDirection,
): ContentBodies[K] {
  return textFields(kind, body).reduce((changed, { path, text }) => {
    const words = textIn(text, locale, locale);
    const pseudo = pseudoText(words, { direction, markdown: isMarkdown(kind, path) });
    return words === '' ? changed : withValueAt(changed, `${path}.${locale}`, pseudo);
  }, body);
}
