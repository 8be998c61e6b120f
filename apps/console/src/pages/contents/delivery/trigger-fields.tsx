import type { Trigger } from '@banso/domain/content';
import { Field, Switch } from '@banso/ui';
import { useKnownNames } from '../audience/use-known-names.ts';
import { NumberInput } from '../fields/number-input.tsx';
import { SuggestInput } from '../fields/suggest-input.tsx';
import { useEditor } from '../frame/editor-context.ts';
import { problemAt } from '../model/draft-problems.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { problemWords } from '../texts/problem-words.ts';

/** What must be so in the page, beside the seconds, before it opens by itself. */
export function TriggerFields() {
  const texts = wordsOf('delivery');
  const { model, readOnly } = useEditor();
  const { events } = useKnownNames();
  const trigger = model.draft.value.delivery.trigger ?? {};
  const problem = problemAt(model.problems.value, 'delivery.trigger.element');
  const change = (to: Trigger) => {
    const set = Object.entries({ ...trigger, ...to }).filter(([, value]) => value !== undefined);
    model.editDelivery({ trigger: set.length > 0 ? Object.fromEntries(set) : undefined });
  };
  const number = (name: 'scrolledPercent' | 'idleSeconds', max: number, unit: string) => (
    <div>
      <dt>{texts.trigger[name]}</dt>
      <dd class="row">
        <NumberInput
          label={texts.trigger[name]}
          path={`delivery.trigger.${name}`}
          min={1}
          max={max}
          canBeEmpty
          value={trigger[name] ?? null}
          onNumber={(value) => change({ [name]: value ?? undefined })}
        />
        <span class="muted">{unit}</span>
      </dd>
    </div>
  );
  return (
    <section class="fields" aria-label={texts.triggers}>
      <p class="hint">{texts.triggersHint}</p>
      <dl class="clocks">
        {number('scrolledPercent', 100, texts.percentOfPage)}
        {number('idleSeconds', 3_600, texts.secondsIdle)}
      </dl>
      <Field label={texts.trigger.event} hint={texts.eventHint}>
        <SuggestInput
          path="delivery.trigger.event"
          maxLength={200}
          placeholder="report_exported"
          suggestions={events}
          value={trigger.event ?? ''}
          onValue={(event) => change({ event: event.trimStart() || undefined })}
        />
      </Field>
      <Field label={texts.trigger.element} hint={texts.elementHint} error={problem && problemWords(problem)}>
        <SuggestInput
          path="delivery.trigger.element"
          maxLength={300}
          placeholder="#report .chart"
          suggestions={[]}
          value={trigger.element ?? ''}
          onValue={(element) => change({ element: element.trimStart() || undefined })}
        />
      </Field>
      <Switch
        label={texts.trigger.exitIntent}
        hint={texts.exitIntentHint}
        checked={trigger.exitIntent ?? false}
        onChange={(on) => change({ exitIntent: on || undefined })}
        disabledReason={readOnly ? wordsOf('checklist').readOnly : undefined}
      />
    </section>
  );
}
