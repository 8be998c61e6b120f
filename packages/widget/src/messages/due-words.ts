import { daysBetween, dayWords } from './dates.ts';
import type { ChecklistMessages } from './en/checklist.ts';
import { count } from './say.ts';

const FAR_DAYS = 14;

/** When something is due, in words: "in 3 days", "2 days late"; a date when it is more than two weeks away. */
export function dueWords(texts: ChecklistMessages, locale: string, due: Date, now: Date): string {
  const days = daysBetween(now, due);
  if (days < 0) return count(texts.lang, texts.late, -days);
  if (days < 2) return days === 0 ? texts.today : texts.tomorrow;
  return days > FAR_DAYS ? dayWords(locale, due, now) : count(texts.lang, texts.dueIn, days);
}
