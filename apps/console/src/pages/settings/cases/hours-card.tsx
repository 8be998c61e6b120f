import { Card, Field, Select, TextArea } from '@banso/ui';
import { workspace } from '../../../data/session.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { zoneOptions } from '../../../texts/zone-options.ts';
import { WeekHours } from '../week-hours.tsx';
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
        <WeekHours value={hours} onChange={set} />
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
