import { WEEKDAYS } from '@banso/domain/time';
import type { Weekday } from '@banso/domain/time';
import { Field, FieldGroup, Input } from '@banso/ui';
import { formatWeekday } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import type { Catalogue } from '../../texts/use-texts.ts';

const en = {
  days: 'Days',
  from: 'From',
  to: 'To',
  wrongTo: 'The end must be later than the beginning.',
  noDay: 'Choose one day at least.',
};
const ja: typeof en = {
  days: '曜日',
  from: '開始',
  to: '終了',
  wrongTo: '終了は開始より後にしてください。',
  noDay: '1日以上選んでください。',
};
const ko: typeof en = {
  days: '요일',
  from: '시작',
  to: '끝',
  wrongTo: '끝은 시작보다 늦어야 해요.',
  noDay: '하루 이상 고르세요.',
};
const weekHoursTexts: Catalogue<typeof en> = { en, ja, ko };

/** Days of the week, and the same hours on each of them. */
export interface WeekHoursValue {
  days: readonly Weekday[];
  from: string;
  to: string;
}

/** Whether there is a day, and the end is later than the beginning. */
export const areWeekHours = ({ days, from, to }: WeekHoursValue): boolean =>
  days.length > 0 && from !== '' && from < to;

/** Chooses days, and from when to when. */
export function WeekHours({
  value: { days, from, to },
  onChange,
}: {
  value: WeekHoursValue;
  onChange: (change: { days?: Weekday[]; from?: string; to?: string }) => void;
}) {
  const texts = textsOf(weekHoursTexts);
  const choose = (day: Weekday, isChosen: boolean) =>
    onChange({ days: WEEKDAYS.filter((each) => (each === day ? isChosen : days.includes(each))) });
  return (
    <>
      <FieldGroup legend={texts.days} error={days.length === 0 ? texts.noDay : undefined}>
        <div class="row wrap set-days">
          {WEEKDAYS.map((day) => (
            <label key={day}>
              <input
                type="checkbox"
                class="check sq"
                checked={days.includes(day)}
                onChange={({ currentTarget }) => choose(day, currentTarget.checked)}
              />
              {formatWeekday(day)}
            </label>
          ))}
        </div>
      </FieldGroup>
      <div class="row wrap set-times">
        <Field label={texts.from}>
          <Input type="time" value={from} onValue={(start) => onChange({ from: start })} />
        </Field>
        <Field label={texts.to} error={from >= to ? texts.wrongTo : undefined}>
          <Input type="time" value={to} onValue={(end) => onChange({ to: end })} />
        </Field>
      </div>
    </>
  );
}
