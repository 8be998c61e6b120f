import type { Delivery } from '@banso/domain/content';
import { defaultRecurrence } from '@banso/domain/decide';
import { Card, FieldGroup, RadioSegment } from '@banso/ui';
import { formatDay, formatNumber } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { useEditor } from '../frame/editor-context.ts';
import { wordsOf } from '../texts/editor-words.ts';
import type { Way } from './pacing-texts.ts';
import { pacingTexts, WAYS } from './pacing-texts.ts';
import { QuotaFields } from './quota-fields.tsx';
import { RecurrenceFields } from './recurrence-fields.tsx';
import { TransactionFields } from './transaction-fields.tsx';
import { WavesFields } from './waves-fields.tsx';

/** What brings the content back, and when it ends; with a sentence that says what the settings come to. */
export function HowOften() {
  const { howOften, budget } = wordsOf('delivery');
  const texts = textsOf(pacingTexts);
  const { model, readOnly } = useEditor();
  const { delivery } = model.draft.value;
  const way = wayOf(delivery);
  return (
    <Card title={howOften} footer={budget}>
      <div class="fields">
        {model.kind === 'survey' && (
          <FieldGroup legend={texts.way}>
            <div>
              <RadioSegment
                label={texts.way}
                value={way}
                onChange={(to) => !readOnly && to !== way && model.editDelivery(comingBack(to, delivery))}
                options={WAYS.map((value) => ({ value, label: texts.ways[value] }))}
              />
            </div>
          </FieldGroup>
        )}
        <p class="lead-in">
          <span class="muted">{texts.inWords}</span> {sentence(delivery, model.kind !== 'announcement')}
        </p>
        {way === 'waves' && <WavesFields />}
        {way === 'event' && <TransactionFields />}
        {way !== 'waves' && <RecurrenceFields />}
        {model.kind === 'survey' && <QuotaFields />}
      </div>
    </Card>
  );
}

function wayOf({ waves, transaction }: Delivery): Way {
  if (transaction) return 'event';
  return waves ? 'waves' : 'clocks';
}

/** A way to begin with: what is particular to another one goes. After an event the budget alone sets the pace. */
function comingBack(way: Way, { quota }: Delivery): Partial<Delivery> {
  const total = quota && { ...quota, per: 'total' as const };
  const today = new Date().toISOString().slice(0, 10);
  switch (way) {
    case 'clocks':
      return {
        waves: undefined,
        transaction: undefined,
        recurrence: defaultRecurrence('survey'),
        quota: total,
      };
    case 'waves':
      return { waves: { from: today, months: 3, percent: 100 }, transaction: undefined };
    case 'event':
      return {
        waves: undefined,
        transaction: { event: '', property: '', withinDays: 7 },
        recurrence: { afterShownDays: 0, afterDismissedDays: 14, afterAnsweredDays: 0, maxAttempts: null },
        quota: total,
      };
    default:
      return way satisfies never;
  }
}

function sentence({ waves, transaction, recurrence, quota }: Delivery, hasAnswers: boolean): string {
  const texts = textsOf(pacingTexts);
  const stops = quota ? ` ${texts.stops(quota, formatNumber(quota.answers))}` : '';
  if (waves) {
    const round = Math.round((waves.months * 100) / waves.percent);
    return `${texts.waves(waves, formatDay(waves.from), round)}${stops}`;
  }
  if (transaction) return `${texts.transaction(transaction)}${stops}`;
  return `${texts.recurrence(recurrence, hasAnswers)}${stops}`;
}
