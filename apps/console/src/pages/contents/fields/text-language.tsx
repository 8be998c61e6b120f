import { LocaleTabs } from '@banso/ui';
import { formatLanguage } from '../../../texts/format.ts';
import { useEditor } from '../frame/editor-context.ts';
import { wordsOf } from '../texts/editor-words.ts';

/**
 * Chooses the language in which texts are edited; languages with gaps are marked.
 * @param where - Which texts are meant, by their paths; all by default.
 */
export function TextLanguage({ where = () => true }: { where?: (path: string) => boolean }) {
  const texts = wordsOf('editor');
  const { model, place, go } = useEditor();
  const { locales } = model.draft.value;
  if (locales.length < 2) return null;
  const missing = (tag: string) =>
    model.problems.value.filter(
      ({ path, stops }) =>
        (stops === 'translation' || stops === 'publishing') && where(path) && path.endsWith(`.${tag}`),
    ).length;
  return (
    <LocaleTabs
      label={texts.textLanguage}
      value={place.locale}
      onChange={(locale) => go({ locale })}
      locales={locales.map((tag) => ({ tag, name: ownName(tag), missing: missing(tag) }))}
    />
  );
}

/** The name of a language in itself: 日本語. */
function ownName(tag: string): string {
  try {
    return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return formatLanguage(tag);
  }
}
