import type { Transactional } from '@banso/domain/content';
import { MOST_TRANSACTION_DAYS } from '@banso/domain/content';
import { Field } from '@banso/ui';
import { formatNumber } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { useKnownNames } from '../audience/use-known-names.ts';
import { NumberInput } from '../fields/number-input.tsx';
import { SuggestInput } from '../fields/suggest-input.tsx';
import { useEditor } from '../frame/editor-context.ts';
import { problemAt } from '../model/draft-problems.ts';
import { problemWords } from '../texts/problem-words.ts';
import { pacingTexts } from './pacing-texts.ts';
import { usePacing } from './use-pacing.ts';

/** The event that a survey asks about, which of its properties tells one from another, and for how long it is asked. */
export function TransactionFields() {
  const texts = textsOf(pacingTexts);
  const { model } = useEditor();
  const { events } = useKnownNames();
  const waiting = usePacing()?.openTransactions ?? null;
  const { transaction } = model.draft.value.delivery;
  if (!transaction) return null;
  const change = (to: Partial<Transactional>) =>
    model.editDelivery({ transaction: { ...transaction, ...to } });
  const error = (field: string) => {
    const problem = problemAt(model.problems.value, `delivery.transaction.${field}`);
    return problem && problemWords(problem);
  };
  return (
    <>
      <div class="fields two">
        <Field label={texts.event} hint={texts.eventHint} error={error('event')}>
          <SuggestInput
            path="delivery.transaction.event"
            maxLength={200}
            placeholder="ticket_closed"
            suggestions={events}
            value={transaction.event}
            onValue={(event) => change({ event: event.trimStart() })}
          />
        </Field>
        <Field label={texts.property} hint={texts.propertyHint} error={error('property')}>
          <SuggestInput
            path="delivery.transaction.property"
            maxLength={100}
            placeholder="ticketId"
            suggestions={[]}
            value={transaction.property}
            onValue={(property) => change({ property: property.trimStart() })}
          />
        </Field>
      </div>
      <dl class="clocks">
        <div>
          <dt>{texts.within}</dt>
          <dd class="row">
            <NumberInput
              label={texts.within}
              path="delivery.transaction.withinDays"
              min={1}
              max={MOST_TRANSACTION_DAYS}
              value={transaction.withinDays}
              onNumber={(to) => to !== null && change({ withinDays: to })}
            />
            <span class="muted">{texts.withinUnit}</span>
          </dd>
        </div>
      </dl>
      {waiting !== null && waiting > 0 && <p class="hint">{texts.waiting(formatNumber(waiting))}</p>}
    </>
  );
}
