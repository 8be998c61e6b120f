import type { Device } from '@banso/domain/content';
import { opensAs } from '@banso/domain/decide';
import { Card, FieldGroup, RadioSegment, Switch } from '@banso/ui';
import { timeZone } from '../../../data/session.ts';
import { InstantField } from '../fields/instant-field.tsx';
import { NumberInput } from '../fields/number-input.tsx';
import { useEditor } from '../frame/editor-context.ts';
import { problemAt } from '../model/draft-problems.ts';
import { problemWords } from '../texts/problem-words.ts';
import { PagesField } from './pages-field.tsx';
import { HowOften } from './how-often.tsx';
import { ThemeField } from './theme-field.tsx';
import { TriggerFields } from './trigger-fields.tsx';
import { wordsOf } from '../texts/editor-words.ts';

type Devices = 'every' | Device;

/** When, where and how often the content is given. */
export function DeliveryTab() {
  const texts = wordsOf('delivery');
  const { model, readOnly } = useEditor();
  const { delivery, body } = model.draft.value;
  const mode = 'mode' in body ? body.mode : undefined;
  const opens = opensAs({ kind: model.kind, mode, interruptive: delivery.interruptive }) !== undefined;
  const refused = readOnly ? wordsOf('checklist').readOnly : undefined;
  const devices: Devices = delivery.devices.length === 1 ? (delivery.devices[0] ?? 'every') : 'every';
  const error = (field: string) => {
    const problem = problemAt(model.problems.value, `delivery.${field}`);
    return problem && problemWords(problem);
  };
  return (
    <div class="tabp">
      <Card title={texts.where}>
        <div class="fields">
          <PagesField />
          <FieldGroup legend={texts.devices}>
            <div>
              <RadioSegment
                label={texts.devices}
                value={devices}
                onChange={(to) => !readOnly && model.editDelivery({ devices: to === 'every' ? [] : [to] })}
                options={[
                  { value: 'every', label: texts.everyDevice },
                  { value: 'desktop', label: texts.desktop },
                  { value: 'mobile', label: texts.mobile },
                ]}
              />
            </div>
          </FieldGroup>
        </div>
      </Card>
      <Card title={texts.when}>
        <div class="fields">
          <div class="fields two">
            <InstantField
              label={texts.startsAt}
              hint={texts.zone(timeZone)}
              error={error('startsAt')}
              optional
              path="delivery.startsAt"
              readOnly={readOnly}
              value={delivery.startsAt}
              onInstant={(startsAt) => model.editDelivery({ startsAt })}
            />
            <InstantField
              label={texts.endsAt}
              error={error('endsAt')}
              optional
              path="delivery.endsAt"
              readOnly={readOnly}
              value={delivery.endsAt}
              onInstant={(endsAt) => model.editDelivery({ endsAt })}
            />
          </div>
          <div class="opt-row">
            {mode === undefined ? (
              <Switch
                label={texts.interruptive}
                hint={texts.interruptiveHint}
                checked={delivery.interruptive}
                onChange={(interruptive) => model.editDelivery({ interruptive })}
                disabledReason={refused}
              />
            ) : (
              <p class="hint">{texts.byMode[mode]}</p>
            )}
            {opens && (
              <span class="row opt-more">
                <span class="muted">{texts.after}</span>
                <NumberInput
                  label={texts.delay}
                  path="delivery.delaySeconds"
                  min={0}
                  max={3_600}
                  value={delivery.delaySeconds}
                  onNumber={(to) => to !== null && model.editDelivery({ delaySeconds: to })}
                />
                <span class="muted">{texts.secondsOnPage}</span>
              </span>
            )}
          </div>
          {opens && <TriggerFields />}
          <div class="opt-row">
            <span class="label">{texts.priority}</span>
            <span class="row">
              <NumberInput
                label={texts.priority}
                path="delivery.priority"
                min={-1_000}
                max={1_000}
                value={delivery.priority}
                onNumber={(to) => to !== null && model.editDelivery({ priority: to })}
              />
            </span>
            <p class="hint">{texts.priorityHint}</p>
          </div>
        </div>
      </Card>
      {(opens || model.kind === 'survey') && <HowOften />}
      <ThemeField />
    </div>
  );
}
