import { shareOf, variantsIn } from '@banso/domain/experiment';
import { Select } from '@banso/ui';
import { textsOf } from '../../../texts/use-texts.ts';
import { variantTexts } from '../../experiments/variant-texts.ts';
import { useEditor } from '../frame/editor-context.ts';

/** Which variant the fields and the preview are of; absent where there are none, or where it makes no difference. */
export function VariantSwitch() {
  const texts = textsOf(variantTexts);
  const { model, place, go } = useEditor();
  const plan = model.draft.value.delivery.experiment?.variants;
  if (!plan || (place.tab !== 'content' && place.tab !== 'languages')) return null;
  return (
    <Select
      aria-label={texts.shown}
      value={place.variant ?? 'base'}
      onValue={(to) => go({ variant: variantsIn(plan).find((key) => key === to) ?? undefined })}
      options={variantsIn(plan).map((key) => ({
        value: key ?? 'base',
        label: texts.called(key ?? 'base', shareOf(plan, key)?.name ?? ''),
      }))}
    />
  );
}
