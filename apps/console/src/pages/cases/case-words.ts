import type { Case } from '@banso/contract/cases';
import { erasedName } from '../../texts/erased.ts';
import { formatNear } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { caseTexts } from './texts.ts';

/** The name by which the person of a case is called here. */
export function nameOf({ contact }: Pick<Case, 'contact'>): string {
  if (contact.erased) return erasedName();
  return contact.name ?? contact.email ?? textsOf(caseTexts).anonymous;
}

const HOUR_MS = 3_600_000;
/** Under four hours is near, under one hour pressing. */
const NEAR_MS = 4 * HOUR_MS;

/** What the clock of a case says, and how loud; undefined: there is none to show. */
export function clockOf(of: Case, now = Date.now()): { words: string; tone: 'warn' | 'bad' | undefined } {
  const texts = textsOf(caseTexts);
  if (of.status === 'closed')
    return {
      words: texts.closedAs(
        of.outcome === null ? texts.closed : texts.outcomes[of.outcome],
        formatNear(of.closedAt ?? of.heardAt, now),
      ),
      tone: undefined,
    };
  if (of.snoozedUntil !== null && Date.parse(of.snoozedUntil) > now)
    return { words: texts.comesBack(formatNear(of.snoozedUntil, now)), tone: undefined };
  if (of.dueAt === null)
    return of.snoozedUntil === null
      ? { words: texts.answered, tone: undefined }
      : { words: texts.isBack, tone: 'warn' };
  const left = Date.parse(of.dueAt) - now;
  if (left < 0) return { words: texts.late(formatNear(of.dueAt, now)), tone: 'bad' };
  return {
    words: texts.due(formatNear(of.dueAt, now)),
    tone: left < HOUR_MS ? 'bad' : left < NEAR_MS ? 'warn' : undefined,
  };
}

/** What a case can wait for, as times after `now` by the reader's clock. */
export function waitsFrom(now = new Date()): Record<'hours' | 'tomorrow' | 'days' | 'week', string> {
  const tomorrow = new Date(now);
  tomorrow.setDate(now.getDate() + 1);
  tomorrow.setHours(9, 0, 0, 0);
  const after = (hours: number) => new Date(now.getTime() + hours * HOUR_MS).toISOString();
  return { hours: after(4), tomorrow: tomorrow.toISOString(), days: after(72), week: after(168) };
}
