import { confidenceOf } from '@banso/domain/statistics';
import { language } from '../../data/session.ts';
import { formatNumber } from '../../texts/format.ts';

/** A share of a group as the API tells it. */
export interface ShownShare {
  percent: number;
  low: number;
  high: number;
  count: number;
  n: number;
}

/** Per cent of 0–100 in the reader's form; `digits` after the point at most. */
export function formatPercent(percent: number, digits = 0): string {
  return new Intl.NumberFormat(language.value, { style: 'percent', maximumFractionDigits: digits }).format(
    percent / 100,
  );
}

/** A ratio of 0 and more as per cent; a dash where there is nothing to divide by. */
export const formatRatio = (ratio: number | null): string =>
  ratio === null ? '–' : formatPercent(ratio * 100);

/** A share with what it is of; of fewer than five it is told in counts only. */
export function formatShare(
  share: ShownShare | null,
  words: { of: (count: string, n: string) => string },
): string {
  if (!share) return '–';
  const counts = words.of(formatNumber(share.count), formatNumber(share.n));
  return confidenceOf(share.n) === 'counts' ? counts : `${formatPercent(share.percent)} (${counts})`;
}

/** The interval of a share; undefined where none is told. */
export function formatInterval({ low, high, n }: ShownShare): string | undefined {
  return confidenceOf(n) === 'counts' ? undefined : `${formatPercent(low)} – ${formatPercent(high)}`;
}

/** Days with at most one digit after the point. */
export const formatDays = (days: number): string =>
  new Intl.NumberFormat(language.value, {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(days);

/** A month such as "March 2026". */
export const formatMonth = (month: string): string =>
  new Intl.DateTimeFormat(language.value, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
