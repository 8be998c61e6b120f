import type { QuestionDayRecord } from '@banso/database';
import { dayOf } from '@banso/domain/time';
import type { RowChange } from '../rows.ts';
import type { Response } from './response.ts';

/**
 * What changed responses add to what became of questions, what they take off included. A response counts on the day it began, so that all
 * numbers of a day are about the same people.
 */
export function questionDays(changes: readonly RowChange<Response>[]): QuestionDayRecord[] {
  const rows = new Map<string, QuestionDayRecord>();
  const add = (response: Response | undefined, count: 1 | -1): void => {
    for (const [question, outcome] of response?.outcomes ?? []) {
      if (!response || response.isTest) return;
      const { contentId, version, verified, answeredAt } = response;
      const row = { contentId, day: dayOf(answeredAt), version, verified, question, outcome };
      const key = Object.values(row).join(' ');
      rows.set(key, { ...row, count: (rows.get(key)?.count ?? 0) + count });
    }
  };
  for (const { before, after } of changes) {
    add(before, -1);
    add(after, 1);
  }
  return [...rows.values()].filter(({ count }) => count !== 0);
}
