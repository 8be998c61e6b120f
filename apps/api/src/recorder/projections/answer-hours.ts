import type { AnswerHourRecord } from '@banso/database';
import { hourOf } from '@banso/domain/time';
import type { RowChange } from '../rows.ts';
import type { Response } from './response.ts';
import { saidIn } from './response.ts';

/** The value under which everybody counts who answered a question, whatever they said. */
export const ANYTHING = '';

/**
 * What changed responses add to the answers by hour, what they take off included: each answer that counts once as an answer,
 * and once for its number or for each option. Rows that come to nothing are left out.
 */
export function answerHours(changes: readonly RowChange<Response>[]): AnswerHourRecord[] {
  const rows = new Map<string, AnswerHourRecord>();
  const add = (response: Response | undefined, count: 1 | -1): void => {
    for (const row of response ? contributionOf(response) : []) {
      const { contentId, question, hour, version, locale, verified, value } = row;
      const key = [contentId, question, hour, version, locale, verified, value].join(' ');
      rows.set(key, { ...row, count: (rows.get(key)?.count ?? 0) + count });
    }
  };
  for (const { before, after } of changes) {
    add(before, -1);
    add(after, 1);
  }
  return [...rows.values()].filter(({ count }) => count !== 0);
}

function contributionOf(response: Response): Omit<AnswerHourRecord, 'count'>[] {
  const { contentId, version, locale, verified } = response;
  return saidIn(response).flatMap(([question, { number, options, answeredAt }]) => {
    const values = [ANYTHING, ...(number === null ? [] : [`${number}`]), ...(options ?? [])];
    const hour = hourOf(answeredAt);
    return values.map((value) => ({ contentId, question, hour, version, locale, verified, value }));
  });
}
