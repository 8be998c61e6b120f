import type { Waves } from '@banso/domain/content';
import { Field, Input } from '@banso/ui';
import { textsOf } from '../../../texts/use-texts.ts';
import { NumberInput } from '../fields/number-input.tsx';
import { useEditor } from '../frame/editor-context.ts';
import { pacingTexts } from './pacing-texts.ts';

/** When waves begin, how long each lasts and how many people it asks. */
export function WavesFields() {
  const texts = textsOf(pacingTexts);
  const { model, readOnly } = useEditor();
  const { waves } = model.draft.value.delivery;
  if (!waves) return null;
  const change = (to: Partial<Waves>) => model.editDelivery({ waves: { ...waves, ...to } });
  const number = (name: 'months' | 'percent', label: string, unit: string, max: number) => (
    <div>
      <dt>{label}</dt>
      <dd class="row">
        <NumberInput
          label={label}
          path={`delivery.waves.${name}`}
          min={1}
          max={max}
          value={waves[name]}
          onNumber={(to) => to !== null && change({ [name]: to })}
        />
        <span class="muted">{unit}</span>
      </dd>
    </div>
  );
  return (
    <>
      <Field label={texts.from} hint={texts.fromHint}>
        <Input
          type="date"
          data-path="delivery.waves.from"
          readOnly={readOnly}
          required
          value={waves.from}
          onValue={(from) => from !== '' && change({ from })}
        />
      </Field>
      <dl class="clocks">
        {number('months', texts.months, texts.monthsUnit, 24)}
        {number('percent', texts.share, texts.shareUnit, 100)}
      </dl>
    </>
  );
}
