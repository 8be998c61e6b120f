import { WEEKDAYS } from '@banso/domain/time';
import { Card, Field, FieldGroup, Input, Select, TextArea } from '@banso/ui';
import { language, workspace } from '../../../data/session.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { zoneOptions } from '../../../texts/zone-options.ts';
import type { DraftProps } from './draft.ts';
import { wrongDayIn } from './draft.ts';
import { caseSettingsTexts } from './texts.ts';

/** When the clock of cases runs. */
export function HoursCard({ draft, onDraft }: DraftProps) {
  const texts = textsOf(caseSettingsTexts);
  const { hours } = draft;
  const set = (change: Partial<typeof hours>) => onDraft({ hours: { ...hours, ...change } });
  const wrongDay = wrongDayIn(hours.closedOn);
  return (
    <Card title={texts.hours}>
      <div class="stack">
        <p class="hint">{texts.hoursWhat}</p>
        <FieldGroup legend={texts.days} error={hours.days.length === 0 ? texts.noDay : undefined}>
          <div class="row wrap cset-days">
            {WEEKDAYS.map((day) => (
              <label key={day}>
                <input
                  type="checkbox"
                  class="check sq"
                  checked={hours.days.includes(day)}
                  onChange={({ currentTarget: { checked } }) =>
                    set({
                      days: WEEKDAYS.filter((each) => (each === day ? checked : hours.days.includes(each))),
                    })
                  }
                />
                {dayName(day)}
              </label>
            ))}
          </div>
        </FieldGroup>
        <div class="row wrap cset-times">
          <Field label={texts.from}>
            <Input type="time" value={hours.from} onValue={(from) => set({ from })} />
          </Field>
          <Field label={texts.to} error={hours.from >= hours.to ? texts.wrongTo : undefined}>
            <Input type="time" value={hours.to} onValue={(to) => set({ to })} />
          </Field>
        </div>
        <Field label={texts.zone}>
          <Select
            value={hours.timeZone ?? ''}
            options={[
              { value: '', label: texts.ownZone(workspace.value?.timeZone ?? '') },
              ...zoneOptions(hours.timeZone ?? 'UTC'),
            ]}
            onValue={(zone) => set({ timeZone: zone === '' ? null : zone })}
          />
        </Field>
        <Field
          label={texts.closedOn}
          hint={texts.closedHint}
          error={wrongDay === undefined ? undefined : texts.wrongDay(wrongDay)}
        >
          <TextArea value={hours.closedOn} rows={3} onValue={(closedOn) => set({ closedOn })} />
        </Field>
      </div>
    </Card>
  );
}

/** The name of a day in the reader's language; 5 January 2026 was a Monday. */
const dayName = (day: number): string =>
  new Intl.DateTimeFormat(language.value, { weekday: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2026, 0, 4 + day),
  );
