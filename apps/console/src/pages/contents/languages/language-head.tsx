import { completeness } from '@banso/domain/translation';
import { Chip, IconButton, Menu, MoreIcon, ProgressBar, Status } from '@banso/ui';
import { toaster } from '../../../shell/toaster.ts';
import { formatLanguage } from '../../../texts/format.ts';
import { useEditor } from '../frame/editor-context.ts';
import { withLanguageBack, withoutLanguage } from '../model/languages.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** A language with how complete it is, and what can be done with it as a whole. */
export function LanguageHead({ locale }: { locale: string }) {
  const texts = wordsOf('languages');
  const { model, go, place, readOnly } = useEditor();
  const draft = model.draft.value;
  const { defaultLocale } = draft;
  const name = formatLanguage(locale);
  const { written = 0, total = 0 } = completeness(model.kind, draft, [locale])[0] ?? {};
  const missing = total - written;
  const remove = () => {
    let kept: ReturnType<typeof withoutLanguage>['texts'] = new Map();
    model.edit((now) => {
      const without = withoutLanguage(model.kind, now, locale);
      kept = without.texts;
      return without.draft;
    });
    if (place.locale === locale) go({ locale: defaultLocale });
    toaster.show({
      message: texts.removed(name),
      undo: () => model.edit((now) => withLanguageBack(model.kind, now, locale, kept)),
    });
  };
  const makeDefault = () => {
    const before = defaultLocale;
    model.edit((now) => ({ ...now, defaultLocale: locale }));
    toaster.show({
      message: texts.nowDefault(name),
      undo: () => model.edit((now) => ({ ...now, defaultLocale: before })),
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
      {locale !== defaultLocale && (
        <span class="row langs-done">
          <ProgressBar
            kind="measure"
            tone={missing === 0 ? 'good' : 'warn'}
            label={texts.complete(name)}
            value={written}
            max={total}
            valueText={texts.ofAll(written, total)}
          />
          <span class="muted xs nowrap" aria-hidden="true">
            {texts.ofAll(written, total)}
          </span>
        </span>
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
