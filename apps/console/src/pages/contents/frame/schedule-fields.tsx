import { instantIn } from '@banso/domain/time';
import { Field, RadioSegment, Select } from '@banso/ui';
import { textsOf } from '../../../texts/use-texts.ts';
import { zoneOptions } from '../../../texts/zone-options.ts';
import { ClockField } from '../fields/clock-field.tsx';
import { wordsOf } from '../texts/editor-words.ts';
import { lifecycleTexts } from '../texts/lifecycle.ts';
import { problemWords } from '../texts/problem-words.ts';

/** When a publication begins and ends, as it is typed: clocks of one zone. */
export interface Schedule {
  when: 'now' | 'later';
  zone: string;
  start: string;
  end: string;
}

/** The moments that are meant, and which field is wrong. */
export function timesOf({ when, zone, start, end }: Schedule): {
  startsAt: string | undefined;
  endsAt: string | undefined;
  wrong: 'start' | 'end' | undefined;
} {
  const startsAt = when === 'later' ? instantIn(zone, start)?.at : undefined;
  const endsAt = instantIn(zone, end)?.at;
  const isReversed = endsAt !== undefined && endsAt <= (startsAt ?? new Date().toISOString());
  return {
    startsAt,
    endsAt,
    wrong: when === 'later' && startsAt === undefined ? 'start' : isReversed ? 'end' : undefined,
  };
}

/** Now or at a time, until when, and on whose clocks. */
export function ScheduleFields({
  value,
  tried,
  onChange,
}: {
  value: Schedule;
  /** Somebody has tried to go on: what is missing is said. */
  tried: boolean;
  onChange: (to: Schedule) => void;
}) {
  const texts = wordsOf('publish');
  const more = textsOf(lifecycleTexts).schedule;
  const { wrong, startsAt } = timesOf(value);
  const set = (to: Partial<Schedule>) => onChange({ ...value, ...to });
  const missing = problemWords({ path: '', code: 'dates_missing', stops: 'publishing' });
  const reversed = problemWords({ path: '', code: 'dates_reversed', stops: 'publishing' });
  return (
    <>
      <div>
        <RadioSegment
          label={texts.when}
          value={value.when}
          onChange={(when) => set({ when })}
          options={[
            { value: 'now', label: texts.now },
            { value: 'later', label: texts.later },
          ]}
        />
      </div>
      <div class="fields two">
        {value.when === 'later' && (
          <ClockField
            label={texts.startsAt}
            error={tried && wrong === 'start' ? missing : undefined}
            zone={value.zone}
            wall={value.start}
            onWall={(start) => set({ start })}
          />
        )}
        <ClockField
          label={more.end}
          error={wrong === 'end' ? (startsAt === undefined ? more.over : reversed) : undefined}
          optional
          zone={value.zone}
          wall={value.end}
          onWall={(end) => set({ end })}
        />
        <Field label={more.zone}>
          <Select options={zoneOptions(value.zone)} value={value.zone} onValue={(zone) => set({ zone })} />
        </Field>
      </div>
    </>
  );
}
