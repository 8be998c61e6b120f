import { addDays, dayOf } from '@banso/domain/time';
import { useLocation } from 'preact-iso';
import { useUrlState } from '../../data/url-state.ts';

/** How far back reports look. */
export const PERIODS = [30, 90, 180, 365] as const;

/** The UTC days of a report, both included. */
export interface ReportDays {
  from: string;
  to: string;
  /** Up to today so many days; undefined: the address names the days. */
  days: number | undefined;
  /** The address at which these very days are read again. */
  link: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The days that the address asks for: `from` and `to`, or the last `days` up to today. */
export function useDays(usual: (typeof PERIODS)[number]): ReportDays {
  const { path } = useLocation();
  const [query] = useUrlState();
  const { from, to } = query;
  const isNamed = from !== undefined && to !== undefined && DAY.test(from) && DAY.test(to) && from <= to;
  const days = PERIODS.find((each) => `${each}` === query['days']) ?? usual;
  const today = dayOf(new Date().toISOString());
  const found = isNamed ? { from, to } : { from: addDays(today, 1 - days), to: today };
  const address = new URLSearchParams({ ...query, ...found });
  address.delete('days');
  return { ...found, days: isNamed ? undefined : days, link: `${path}?${address.toString()}` };
}
