import { formatLanguage } from '../../../texts/format.ts';
import { conditionWords } from '../audience/condition-words.ts';
import { useContentNames } from '../audience/use-content-names.ts';
import { isEverybody } from '../model/condition-rows.ts';
import { useEditor } from './editor-context.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** What happens to people when the draft is published: who sees it, who is in the middle, who reads another language. */
export function PublishConsequences({
  hasReaders,
}: {
  /** Customers know an earlier version. */
  hasReaders: boolean;
}) {
  const texts = wordsOf('publish');
  const { model } = useEditor();
  const { nameOf } = useContentNames();
  const { delivery, defaultLocale, locales } = model.draft.value;
  const missing = locales
    .map((locale) => ({
      locale,
      count: model.untranslated.value.filter(({ path }) => path.endsWith(`.${locale}`)).length,
    }))
    .filter(({ count }) => count > 0);

  const lines = [
    texts.audience(isEverybody(delivery.audience) ? undefined : conditionWords(delivery.audience, nameOf)),
    ...(hasReaders ? [texts.halfway[model.kind]] : []),
    ...missing.map(({ locale, count }) =>
      texts.fallsBack(count, formatLanguage(locale), formatLanguage(defaultLocale)),
    ),
  ];
  return (
    <ul class="cons">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
