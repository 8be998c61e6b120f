import { ButtonLink, Card, Field, Select } from '@banso/ui';
import { textsOf } from '../../../texts/use-texts.ts';
import { useThemes } from '../../settings/themes/use-themes.ts';
import { useEditor } from '../frame/editor-context.ts';
import { themeFieldTexts } from './theme-field-texts.ts';

/** Which theme the content wears; what it looks like stands beside it in the preview. */
export function ThemeField() {
  const texts = textsOf(themeFieldTexts);
  const { model, readOnly } = useEditor();
  const { themeId } = model.draft.value.delivery;
  const themes = useThemes().data?.data.data ?? [];
  const usual = themes.find(({ isDefault }) => isDefault);
  const isKnown = themeId === undefined || themes.some(({ id }) => id === themeId);
  return (
    <Card title={texts.title}>
      <div class="fields">
        <Field label={texts.label} hint={texts.hint}>
          <Select
            data-path="delivery.themeId"
            disabled={readOnly}
            value={themeId ?? ''}
            onValue={(id) => model.editDelivery({ themeId: id === '' ? undefined : id })}
            options={[
              { value: '', label: texts.usual(usual?.name ?? '') },
              ...themes.filter((one) => one !== usual).map(({ id, name }) => ({ value: id, label: name })),
              ...(usual && themeId === usual.id ? [{ value: usual.id, label: usual.name }] : []),
              ...(isKnown || !themeId ? [] : [{ value: themeId, label: texts.gone }]),
            ]}
          />
        </Field>
        <div>
          <ButtonLink
            small
            variant="ghost"
            href={`/console/settings/themes${themeId && isKnown ? `?theme=${themeId}` : ''}`}
          >
            {texts.edit}
          </ButtonLink>
        </div>
      </div>
    </Card>
  );
}
