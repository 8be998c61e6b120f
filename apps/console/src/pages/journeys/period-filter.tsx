import { FilterChip } from '@banso/ui';
import { useUrlState } from '../../data/url-state.ts';
import { formatDay } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { reportTexts } from './texts/report.ts';
import { PERIODS, type ReportDays } from './use-days.ts';

/** Chooses how far back a report looks; days that the address names stand as they are. */
export function PeriodFilter({ of: { days, from, to } }: { of: ReportDays }) {
  const texts = textsOf(reportTexts);
  const [, change] = useUrlState();
  const named = days === undefined ? [{ value: '', label: `${formatDay(from)} – ${formatDay(to)}` }] : [];
  return (
    <FilterChip
      label={texts.period}
      anyLabel={texts.choose}
      choices={[...named, ...PERIODS.map((each) => ({ value: `${each}`, label: texts.days(each) }))]}
      selected={[days === undefined ? '' : `${days}`]}
      onChange={([to_]) => to_ && change({ days: to_, from: undefined, to: undefined })}
    />
  );
}
