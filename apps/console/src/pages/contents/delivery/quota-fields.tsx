import type { Quota } from '@banso/domain/content';
import { RadioSegment, Switch } from '@banso/ui';
import { formatNumber } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { NumberInput } from '../fields/number-input.tsx';
import { useEditor } from '../frame/editor-context.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { pacingTexts } from './pacing-texts.ts';
import { usePacing } from './use-pacing.ts';

const FIRST: Quota = { answers: 200, per: 'total' };

/** After how many answers nobody is asked any more, beside how many there are. */
export function QuotaFields() {
  const texts = textsOf(pacingTexts);
  const { model, readOnly } = useEditor();
  const pacing = usePacing();
  const { quota, waves } = model.draft.value.delivery;
  const change = (to: Partial<Quota>) => quota && model.editDelivery({ quota: { ...quota, ...to } });
  const count = quota?.per === 'wave' ? pacing?.answered.inWave : pacing?.answered.total;
  return (
    <div class="opt-row">
      <Switch
        label={texts.quota}
        hint={texts.quotaHint}
        checked={quota !== undefined}
        onChange={(on) => model.editDelivery({ quota: on ? FIRST : undefined })}
        disabledReason={readOnly ? wordsOf('checklist').readOnly : undefined}
      />
      {quota && (
        <span class="row wrap opt-more">
          <NumberInput
            label={texts.answers}
            path="delivery.quota.answers"
            min={1}
            max={10_000_000}
            value={quota.answers}
            onNumber={(to) => to !== null && change({ answers: to })}
          />
          {waves ? (
            <RadioSegment
              label={texts.answers}
              value={quota.per}
              onChange={(per) => !readOnly && change({ per })}
              options={(['total', 'wave'] as const).map((value) => ({ value, label: texts.per[value] }))}
            />
          ) : (
            <span class="muted">{texts.per.total}</span>
          )}
          {count != null && (
            <span class="muted">{texts.soFar(formatNumber(count), formatNumber(quota.answers))}</span>
          )}
        </span>
      )}
    </div>
  );
}
