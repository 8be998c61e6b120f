import type { Instant } from '../time/instant.ts';
import { addMs, DAY_MS } from '../time/instant.ts';
import type { CaseState } from './case.ts';

/** Which survey asks somebody again whose low score led to a case, and when. */
export interface RecoveryRule {
  /** A survey with NPS that asks about something that happened. */
  surveyId: string;
  /** Days of the calendar after the case was closed. */
  afterDays: number;
}

/**
 * From when on the person is asked for their score again; undefined: they are not. What was resolved counts, after a low NPS:
 * the later score is held against the one that opened the case, which takes the same scale.
 */
export function recoveryFrom(
  rule: RecoveryRule | null,
  { cause, outcome, closedAt }: Pick<CaseState, 'cause' | 'outcome' | 'closedAt'>,
): Instant | undefined {
  if (rule === null || closedAt === null || outcome !== 'resolved' || cause !== 'detractor') return undefined;
  return addMs(closedAt, rule.afterDays * DAY_MS);
}
