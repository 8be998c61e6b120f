import { Select } from '@banso/ui';
import { workspace } from '../../../data/session.ts';
import { formatLanguage } from '../../../texts/format.ts';
import { useEditor } from '../frame/editor-context.ts';
import { withLanguage } from '../model/languages.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** Languages offered beside those of the workspace. */
const COMMON = 'en ja ko zh-Hans zh-Hant de fr es pt-BR it nl pl sv uk ru tr ar he hi id th vi'.split(' ');

/** Adds a language and goes to it. */
export function AddLanguage() {
  const texts = wordsOf('languages');
  const { model, go } = useEditor();
  const { locales } = model.draft.value;
  const own = (workspace.value?.locales ?? []).filter((tag) => !locales.includes(tag));
  const others = COMMON.filter((tag) => !locales.includes(tag) && !own.includes(tag));
  const add = (tag: string) => {
    if (tag === '') return;
    model.edit((draft) => withLanguage(draft, tag));
    go({ locale: tag });
  };
  return (
    <Select
      class="add-lang"
      aria-label={texts.add}
      value=""
      onValue={add}
      options={[
        { value: '', label: texts.add },
        ...own.map((tag) => ({ value: tag, label: formatLanguage(tag), group: texts.ofWorkspace })),
        ...others.map((tag) => ({ value: tag, label: formatLanguage(tag), group: texts.more })),
      ]}
    />
  );
}
