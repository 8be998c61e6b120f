import { language } from '../../data/session.ts';
import { formatDay } from '../../texts/format.ts';

const DAY_MS = 86_400_000;
/** A renewal further away is told by its date. */
export const NEAR_DAYS = 90;

/** Whole calendar days from the reader's today to a day; negative when it is over. */
export function daysUntil(day: string, now: Date = new Date()): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((Date.parse(`${day}T00:00:00Z`) - today) / DAY_MS);
}

/** A renewal in words when it is near, such as "in 8 days", else its date. */
export function renewalWords(day: string, now: Date = new Date()): string {
  const days = daysUntil(day, now);
  if (Math.abs(days) > NEAR_DAYS) return formatDay(day);
  return new Intl.RelativeTimeFormat(language.value, { numeric: 'auto', style: 'short' }).format(days, 'day');
}
