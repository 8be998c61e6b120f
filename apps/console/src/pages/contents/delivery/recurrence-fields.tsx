import type { Recurrence } from '@banso/domain/content';
import { NumberInput } from '../fields/number-input.tsx';
import { useEditor } from '../frame/editor-context.ts';
import { wordsOf } from '../texts/editor-words.ts';

const CLOCKS = ['afterShownDays', 'afterDismissedDays', 'afterAnsweredDays'] as const;

/** The three clocks after which it may come back, and how often in all. */
export function RecurrenceFields() {
  const texts = wordsOf('delivery');
  const { model } = useEditor();
  const { recurrence } = model.draft.value.delivery;
  // Nobody answers an announcement.
  const clocks = model.kind === 'announcement' ? CLOCKS.slice(0, 2) : CLOCKS;
  const change = (to: Partial<Recurrence>) => model.editDelivery({ recurrence: { ...recurrence, ...to } });
  return (
    <dl class="clocks">
      {clocks.map((clock) => (
        <div key={clock}>
          <dt>{texts.clock[clock]}</dt>
          <dd class="row">
            <NumberInput
              label={texts.clock[clock]}
              path={`delivery.recurrence.${clock}`}
              min={0}
              max={3_650}
              canBeEmpty
              value={recurrence[clock]}
              onNumber={(days) => change({ [clock]: days })}
            />
            <span class="muted">{recurrence[clock] === null ? texts.never : texts.days}</span>
          </dd>
        </div>
      ))}
      <div>
        <dt>{texts.attempts}</dt>
        <dd class="row">
          <NumberInput
            label={texts.attempts}
            path="delivery.recurrence.maxAttempts"
            min={1}
            max={100}
            canBeEmpty
            value={recurrence.maxAttempts}
            onNumber={(maxAttempts) => change({ maxAttempts })}
          />
          <span class="muted">{recurrence.maxAttempts === null ? texts.noLimit : texts.perPerson}</span>
        </dd>
      </div>
    </dl>
  );
}
