import { type ChecklistBody, textIn } from '@banso/domain/content';
import { language } from '../../../data/session.ts';
import { formatLanguage } from '../../../texts/format.ts';
import { conditionWords } from '../audience/condition-words.ts';
import { useContentNames } from '../audience/use-content-names.ts';
import type { Change } from '../model/changes.ts';
import { isEverybody } from '../model/condition-rows.ts';
import type { ContentVersion } from '../model/content-draft.ts';
import { useEditor } from './editor-context.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** What happens to people when the draft is published: who sees it, who is in the middle, who reads another language. */
export function PublishConsequences({
  published,
  changes,
}: {
  published: ContentVersion | undefined;
  changes: readonly Change[];
}) {
  const texts = wordsOf('publish');
  const { model } = useEditor();
  const { nameOf } = useContentNames();
  const { delivery, body, defaultLocale, locales } = model.draft.value;
  const titles = (type: 'added' | 'removed', where: (path: string) => boolean = () => true) =>
    changes
      .filter((change) => change.type === type && where(change.path))
      .map(
        (change) =>
          ('title' in change ? textIn(change.title, language.value, defaultLocale) : '') || texts.untitled,
      );
  const isRequired = (path: string) =>
    model.kind === 'checklist' &&
    (body as ChecklistBody).steps[Number(path.split('.')[1])]?.optional === false;
  const missing = locales
    .map((locale) => ({
      locale,
      count: model.untranslated.value.filter(({ path }) => path.endsWith(`.${locale}`)).length,
    }))
    .filter(({ count }) => count > 0);

  const lines = [
    texts.audience(isEverybody(delivery.audience) ? undefined : conditionWords(delivery.audience, nameOf)),
    ...(published ? [texts.halfway[model.kind]] : []),
    ...(published && model.kind === 'checklist' ? titles('added', isRequired).map(texts.newStep) : []),
    ...(published && model.kind === 'checklist' ? titles('removed').map(texts.goneStep) : []),
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
