import { textFields } from '@banso/domain/content';
import { Chip, IconButton, Menu, MoreIcon, Select, Status } from '@banso/ui';
import { workspace } from '../../../data/session.ts';
import { toaster } from '../../../shell/toaster.ts';
import { formatLanguage } from '../../../texts/format.ts';
import { LocalizedField } from '../fields/localized-field.tsx';
import { useEditor } from '../frame/editor-context.ts';
import { withLanguage, withLanguageBack, withoutLanguage } from '../model/languages.ts';
import { placeWords } from '../texts/place-words.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** Languages offered beside those of the workspace. */
const COMMON = [
  'en',
  'ja',
  'ko',
  'zh-Hans',
  'zh-Hant',
  'de',
  'fr',
  'es',
  'pt-BR',
  'it',
  'nl',
  'pl',
  'sv',
  'uk',
  'ru',
  'tr',
  'ar',
  'he',
  'hi',
  'id',
  'th',
  'vi',
];

/** Every text of the content in every language, side by side. */
export function LanguagesTab() {
  const texts = wordsOf('languages');
  const { model, readOnly } = useEditor();
  const draft = model.draft.value;
  const fields = textFields(model.kind, draft.body);
  const isLong = (path: string) =>
    /(^|\.)(body|intro|summary|text)$|^(followUps|endings|celebration)/.test(path);
  return (
    <div class="tabp langs-p">
      <div class="row wrap">
        <p class="grow muted">{texts.about(formatLanguage(draft.defaultLocale))}</p>
        {!readOnly && <AddLanguage />}
      </div>
      <div class="langs-w" data-path="locales">
        <table class="langs" style={{ '--langs': draft.locales.length }}>
          <caption class="vh">{texts.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.field}</th>
              {draft.locales.map((locale) => (
                <th key={locale} scope="col">
                  <LanguageHead locale={locale} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map(({ path, text, required }) => (
              <tr key={path}>
                <th scope="row">
                  {placeWords(model.kind, path)}
                  {!required && <span class="opt"> {texts.optional}</span>}
                </th>
                {draft.locales.map((locale) => (
                  <td key={locale} data-locale={formatLanguage(locale)}>
                    <LocalizedField
                      path={path}
                      text={text}
                      locale={locale}
                      hideLabel
                      label={`${placeWords(model.kind, path)}${wordsOf('editor').inLanguage(formatLanguage(locale))}`}
                      as={isLong(path) ? 'lines' : 'line'}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function LanguageHead({ locale }: { locale: string }) {
  const texts = wordsOf('languages');
  const { model, go, place, readOnly } = useEditor();
  const { defaultLocale } = model.draft.value;
  const name = formatLanguage(locale);
  const missing = model.problems.value.filter(
    ({ path, code }) =>
      (code === 'translation_missing' || code === 'text_missing') && path.endsWith(`.${locale}`),
  ).length;
  const remove = () => {
    let kept: ReturnType<typeof withoutLanguage>['texts'] = new Map();
    model.edit((draft) => {
      const without = withoutLanguage(model.kind, draft, locale);
      kept = without.texts;
      return without.draft;
    });
    if (place.locale === locale) go({ locale: defaultLocale });
    toaster.show({
      message: texts.removed(name),
      undo: () => model.edit((draft) => withLanguageBack(model.kind, draft, locale, kept)),
    });
  };
  const makeDefault = () => {
    const before = defaultLocale;
    model.edit((draft) => ({ ...draft, defaultLocale: locale }));
    toaster.show({
      message: texts.nowDefault(name),
      undo: () => model.edit((draft) => ({ ...draft, defaultLocale: before })),
    });
  };
  return (
    <span class="row">
      <span>{name}</span>
      {locale === defaultLocale && <Chip tone="solid">{texts.default}</Chip>}
      {missing > 0 && (
        <Status
          tone={locale === defaultLocale ? 'bad' : 'warn'}
          label={wordsOf('editor').missingCount(missing)}
          small
        />
      )}
      {!readOnly && locale !== defaultLocale && (
        <span class="right">
          <Menu
            label={texts.actionsOf(name)}
            align="end"
            sections={[
              {
                id: 'language',
                items: [
                  { id: 'default', label: texts.makeDefault, onSelect: makeDefault },
                  { id: 'remove', label: texts.remove, danger: true, onSelect: remove },
                ],
              },
            ]}
            trigger={(props) => <IconButton {...props} icon={MoreIcon} label={texts.actionsOf(name)} />}
          />
        </span>
      )}
    </span>
  );
}

function AddLanguage() {
  const texts = wordsOf('languages');
  const { model } = useEditor();
  const { locales } = model.draft.value;
  const own = (workspace.value?.locales ?? []).filter((tag) => !locales.includes(tag));
  const others = COMMON.filter((tag) => !locales.includes(tag) && !own.includes(tag));
  return (
    <Select
      class="add-lang"
      aria-label={texts.add}
      value=""
      onValue={(tag) => tag !== '' && model.edit((draft) => withLanguage(draft, tag))}
      options={[
        { value: '', label: texts.add },
        ...own.map((tag) => ({ value: tag, label: formatLanguage(tag), group: texts.ofWorkspace })),
        ...others.map((tag) => ({ value: tag, label: formatLanguage(tag), group: texts.more })),
      ]}
    />
  );
}
