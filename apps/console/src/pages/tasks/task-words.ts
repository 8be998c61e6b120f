import { addDays, daysBetween } from '@banso/domain/time';
import { today } from '../../data/session.ts';
import { formatDay } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { dueTexts } from './due-texts.ts';

/** What the day of an open task says, and how loud. */
export function dueWords(
  dueOn: string | null,
  now = today(),
): { words: string; tone: 'warn' | 'bad' | undefined } {
  const texts = textsOf(dueTexts);
  if (dueOn === null) return { words: texts.noDay, tone: undefined };
  const days = daysBetween(now, dueOn);
  if (days < 0) return { words: texts.lateBy(-days), tone: 'bad' };
  if (days === 0) return { words: texts.dueToday, tone: 'warn' };
  return { words: days === 1 ? texts.dueTomorrow : texts.due(formatDay(dueOn)), tone: undefined };
}

/** Days that are often meant, after the reader's today. */
export function nextDays(now = today()): Record<'today' | 'tomorrow' | 'week', string> {
  return { today: now, tomorrow: addDays(now, 1), week: addDays(now, 7) };
}
