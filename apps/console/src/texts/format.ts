import type { common } from '@banso/contract';
import { language, timeZone } from '../data/session.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A whole number in the reader's form. */
export const formatNumber = (value: number): string => new Intl.NumberFormat(language.value).format(value);

/** Money in the reader's form, short: ¥14.4M, 1,440万円. */
export function formatMoney({ amountMinor, currency }: common.Money): string {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return new Intl.NumberFormat(language.value, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(amountMinor / 10 ** digits);
}

/** A day such as "21 Nov 2026", of an instant (in the reader's zone) or of a calendar day. */
export function formatDay(at: string): string {
  const calendar = at.length === 10;
  return new Intl.DateTimeFormat(language.value, {
    dateStyle: 'medium',
    timeZone: calendar ? 'UTC' : timeZone,
  }).format(new Date(calendar ? `${at}T00:00:00Z` : at));
}

/** Day and time in the reader's zone. */
export function formatTime(at: string): string {
  return new Intl.DateTimeFormat(language.value, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(at));
}

/** Near times in words ("3 min ago", "in 2 days"), far ones as a day. */
export function formatNear(at: string, now = Date.now()): string {
  const ms = Date.parse(at.length === 10 ? `${at}T00:00:00Z` : at) - now;
  const size = Math.abs(ms);
  const words = new Intl.RelativeTimeFormat(language.value, { numeric: 'auto', style: 'short' });
  if (size < MINUTE_MS) return words.format(Math.round(ms / 1_000), 'second');
  if (size < HOUR_MS) return words.format(Math.round(ms / MINUTE_MS), 'minute');
  if (size < DAY_MS) return words.format(Math.round(ms / HOUR_MS), 'hour');
  if (size < 14 * DAY_MS) return words.format(Math.round(ms / DAY_MS), 'day');
  return formatDay(at);
}

/** The name of a language in the reader's language: "Japanese", 日本語. */
export function formatLanguage(tag: string): string {
  return new Intl.DisplayNames(language.value, { type: 'language' }).of(tag) ?? tag;
}

/** The name of a day of the week, 1 for Monday to 7 for Sunday, in the reader's language; 5 January 2026 was a Monday. */
export function formatWeekday(day: number, length: 'short' | 'long' = 'short'): string {
  const format = new Intl.DateTimeFormat(language.value, { weekday: length, timeZone: 'UTC' });
  return format.format(Date.UTC(2026, 0, 4 + day));
}
