import type { CaseSettings } from '@banso/contract/cases';
import { CASE_CAUSES } from '@banso/domain/cases';
import type { CaseCause } from '@banso/domain/cases';

/** The settings as they are typed. */
export interface Draft extends Omit<CaseSettings, 'hours' | 'targets' | 'recovery'> {
  hours: Omit<CaseSettings['hours'], 'closedOn'> & {
    /** One day a line. */
    closedOn: string;
  };
  targets: Record<CaseCause, { opens: boolean; days: string; teamId?: string | null | undefined }>;
  /** `surveyId` empty: nobody is asked. */
  recovery: { surveyId: string; afterDays: string };
}

/** What is proposed: long enough for a change to be felt. */
const RECOVERY_DAYS = 14;

/** What cards of the form are given. */
export interface DraftProps {
  draft: Draft;
  onDraft: (change: Partial<Draft>) => void;
}

/** The settings as a form shows them. */
export function draftOf({ hours, targets, assign, recovery }: CaseSettings): Draft {
  return {
    hours: { ...hours, closedOn: hours.closedOn.join('\n') },
    targets: Object.fromEntries(
      CASE_CAUSES.map((cause) => [cause, { ...targets[cause], days: `${targets[cause].days}` }]),
    ) as Draft['targets'],
    assign,
    recovery: { surveyId: recovery?.surveyId ?? '', afterDays: `${recovery?.afterDays ?? RECOVERY_DAYS}` },
  };
}

/** What was typed, as settings; undefined while something is wrong with it. */
export function settingsOf({ hours, targets, assign, recovery }: Draft): CaseSettings | undefined {
  const isWrong =
    hours.days.length === 0 ||
    hours.from === '' ||
    hours.from >= hours.to ||
    wrongDayIn(hours.closedOn) !== undefined ||
    (recovery.surveyId !== '' && !isRecoveryDays(recovery.afterDays)) ||
    CASE_CAUSES.some((cause) => !isTarget(targets[cause].days));
  if (isWrong) return undefined;
  return {
    hours: { ...hours, closedOn: [...new Set(linesOf(hours.closedOn))].toSorted() },
    targets: Object.fromEntries(
      CASE_CAUSES.map((cause) => [cause, { ...targets[cause], days: Number(targets[cause].days) }]),
    ) as CaseSettings['targets'],
    assign,
    recovery:
      recovery.surveyId === ''
        ? null
        : { surveyId: recovery.surveyId, afterDays: Number(recovery.afterDays) },
  };
}

/** Whole days, 0 to 90. */
export const isRecoveryDays = (text: string): boolean => /^\d{1,2}$/.test(text) && Number(text) <= 90;

/** Quarters of a day, up to 60 days. */
export function isTarget(text: string): boolean {
  const days = Number(text);
  return text.trim() !== '' && days >= 0.25 && days <= 60 && Number.isInteger(days * 4);
}

/** The first line that is no day; undefined: all of them are. */
export function wrongDayIn(text: string): string | undefined {
  return linesOf(text).find((line) => !isDay(line));
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function isDay(line: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(line)) return false;
  const at = new Date(`${line}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(line);
}
